// The alternatives of each quantity. Without objects and tiers they are the catalogue's own rows, which the graph
// points to and never copies: that is the usual case, and makes a small file cheap. In all others they are made here,
// with the names of a row bound to the ids of one scope:
//
//   tweet.storage      the row of `storage`, its names those of the tweet
//   storage            the sum of the objects' parts:  tweet.storage + media.storage
//   tweet.retention    that of the top level, unless the tweet has its own
//   a given value      its formula, before all others

#include <algorithm>

#include "bote/base/index.hpp"
#include "graph.hpp"

namespace bote {

/// Once and for all: spans point to what is made.
void Graph::reserve() {
    std::size_t alternative_count = 0;
    std::size_t name_count = 0;
    for (const Given* value : given_) {
        if (value == nullptr) continue;
        ++alternative_count;
        name_count += value->names.size();
    }
    const auto tiers = nodes_.tiers().size();
    const auto& definitions = nodes_.catalog().definitions;
    for (int scope = nodes_.scopes(); scope < nodes_.all_scopes(); ++scope) {
        for (const DefinitionIndex row : nodes_.catalog().definitions_of_tiers()) {
            const auto& alternatives = nodes_.row_in(row, scope).alternatives;
            alternative_count += alternatives.size();
            for (const auto& each : alternatives)
                name_count += each.names.size() + each.given.size() + each.unless.size();
        }
    }
    if (tiers > 0) {  // sums of tiers, and over what each stores
        alternative_count += definitions.size() * (tiers + 1);
        name_count += definitions.size() * (tiers + at(nodes_.scopes()));
    }
    if (nodes_.has_objects()) {
        for (const auto& row : definitions) {
            alternative_count += (row.alternatives.size() + 1) * at(nodes_.scopes());
            name_count += at(nodes_.scopes()) * 2;  // of a sum, or of policies taken over
            for (const auto& each : row.alternatives)
                name_count += (each.names.size() + each.given.size() + each.unless.size()) * at(nodes_.scopes());
        }
    }
    made_.reserve(alternative_count);
    names_.reserve(name_count);
}

void Graph::find_alternatives() {
    reserve();
    for (const NodeIndex id : nodes_.all()) {
        if (given(id) == nullptr && nodes_.is_plain(id)) continue;
        const std::size_t first = made_.size();
        if (given(id) != nullptr) make_given(id);
        const std::size_t others = made_.size();
        if (!nodes_.is_plain(id) && !nodes_.is_own(id)) make_alternatives(id);
        made_for_[id] = {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(others),
                         static_cast<std::uint32_t>(made_.size())};
    }
    std::sort(given_users_.begin(), given_users_.end());
}

std::span<const Alternative> Graph::alternatives(NodeIndex id) const {
    // Where there is one scope, definitions and ids are the same.
    if (given(id) == nullptr && nodes_.is_plain(id)) return nodes_.definition(id).alternatives;
    const Made& made = made_for_[id];
    return std::span(made_).subspan(made.first, (given(id) != nullptr ? made.others : made.end) - made.first);
}

std::span<const Alternative> Graph::other_alternatives(NodeIndex id) const {
    if (nodes_.is_plain(id)) return nodes_.definition(id).alternatives;
    const Made& made = made_for_[id];
    return std::span(made_).subspan(made.others, made.end - made.others);
}

void Graph::make_given(NodeIndex id) {
    const Given& value = *given(id);
    const std::size_t first_name = names_.size();
    for (const auto& name : value.names) {
        add_name(name.id);
        if (name.id != NodeIndex::none) given_users_.emplace_back(name.id, id);
    }
    made_.push_back({value.value.text, *value.formula, names_from(first_name), false, is_forgiving(*value.formula),
                     Derivation::given});
}

void Graph::make_alternatives(NodeIndex id) {
    const DefinitionIndex definition = nodes_.definition_of(id);
    const int scope = nodes_.scope_of(id);
    const Definition& row = nodes_.definition(id);
    const bool of_whole = scope == 0 && nodes_.has_objects();
    if (!nodes_.exists(definition, scope) && !(of_whole && row.kind == Class::policy && whole_.is_given())) return;
    if (nodes_.is_sum_of_tiers(id)) return make_sum_of_tiers(definition);
    if (row.stored != DefinitionIndex::none) return make_sum_of_stored(row.stored, scope);
    if (of_whole && row.kind == Class::total) return make_sum(definition);
    if (scope > 0 && row.kind == Class::policy && nodes_.exists(definition, 0)) return make_inherited(definition);
    if (of_whole && row.kind == Class::workload && (!whole_.is_given() || row.parts != Op::sum)) make_sum_of_rest(row);
    const bool shared = scope > 0 && row.kind == Class::policy && whole_.decides(definition);
    const std::size_t first = made_.size();
    bool inherits = false;
    for (const auto& alternative : row.alternatives) {
        if (!has_named_home(alternative, scope)) continue;
        if (shared && is_default(alternative)) {
            make_inherited(definition);
            inherits = true;
        } else {
            make_alternative(alternative, scope);
        }
    }
    if (shared && !inherits) make_inherited(definition);
    if (scope > 0) prefer_own_values(first);
}

/// Whether an alternative of an object that names quantities of its tier means something: whether it has a tier.
bool Graph::has_named_home(const Alternative& alternative, int scope) const {
    if (scope == 0 || nodes_.is_tier_scope(scope) || nodes_.home_of(scope) != 0) return true;
    const auto is_of_tiers = [&](DefinitionIndex name) { return nodes_.catalog().is_of_tiers(name); };
    return std::none_of(alternative.names.begin(), alternative.names.end(), is_of_tiers);
}

/// What an object gives itself goes before its share of a total that is given.
void Graph::prefer_own_values(std::size_t first) {
    const auto is_conditional = [](const Alternative& alternative) { return !alternative.given.empty(); };
    const auto is_own = [&](const Alternative& alternative) {
        return std::none_of(nodes_of(alternative.given).begin(), nodes_of(alternative.given).end(),
                            [&](NodeIndex id) { return given(id) != nullptr && given(id)->implied; });
    };
    const auto begin = made_.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = std::find_if_not(begin, made_.end(), is_conditional);
    std::stable_partition(begin, end, is_own);
}

void Graph::make_sum_of_tiers(DefinitionIndex definition) {
    const std::size_t begin = names_.size();
    for (int scope = nodes_.scopes(); scope < nodes_.all_scopes(); ++scope) {
        if (nodes_.exists(definition, scope)) add_name(nodes_.id(definition, scope));
    }
    made_.push_back({{}, {}, names_from(begin), false, false, Derivation::parts});
}

void Graph::make_sum_of_stored(DefinitionIndex definition, int tier) {
    const std::size_t begin = names_.size();
    for (const int object : nodes_.stored_in(tier)) add_name(nodes_.id(definition, object));
    if (names_.size() > begin) made_.push_back({{}, {}, names_from(begin), false, false, Derivation::parts});
}

/// `storage - min(storage, tier.stored_storage)` is the sum over the objects that live in no tier. Added up rather than
/// taken away, it can be said in words, and rounding does not make it out of a difference of two large numbers.
void Graph::make_sum_of_rest(const Definition& row) {
    if (row.alternatives.empty() || row.alternatives.front().names.empty()) return;
    const Tree tree = row.alternatives.front().tree;
    if (tree.front().op != Op::name || (tree.back().op != Op::subtract && tree.back().op != Op::divide)) return;
    const IndexList<DefinitionIndex> named = row.alternatives.front().names;
    const DefinitionIndex whole = named.front();
    if (std::none_of(named.begin(), named.end(),
                     [&](DefinitionIndex name) { return nodes_.catalog()[name].stored == whole; }))
        return;
    std::vector<char> stored(at(nodes_.scopes()), 0);
    for (int tier = nodes_.scopes(); tier < nodes_.all_scopes(); ++tier) {
        for (const int object : nodes_.stored_in(tier)) stored[at(object)] = 1;
    }
    if (std::find(stored.begin(), stored.end(), 1) == stored.end()) return;
    const std::size_t begin = names_.size();
    for (int object = 1; object < nodes_.scopes(); ++object) {
        if (stored[at(object)] == 0) add_name(nodes_.id(whole, object));
    }
    if (names_.size() > begin) made_.push_back({{}, {}, names_from(begin), false, false, Derivation::parts});
}

/// The sum of the objects' parts, between what follows from a total that is given and what may be found back from one.
/// What is shared out among the objects is in their parts.
void Graph::make_sum(DefinitionIndex definition) {
    const auto whole = whole_.alternatives_before_parts(definition);
    const bool parts_first = whole_.are_shared_out(whole);
    for (const Alternative* alternative : whole) {
        if (!parts_first) make_alternative(*alternative, 0);
    }
    const std::size_t begin = names_.size();
    for (int part = 1; part < nodes_.scopes(); ++part) add_name(nodes_.id(definition, part));
    made_.push_back({{}, {}, names_from(begin), false, false, Derivation::parts});
    if (!whole_.is_given()) return;
    for (const Alternative* alternative : whole) {
        if (parts_first) make_alternative(*alternative, 0);
    }
    for (const Alternative& alternative : nodes_.catalog()[definition].alternatives) {
        if (alternative.back && whole_.rests_on_given(alternative)) make_alternative(alternative, 0);
    }
}

void Graph::make_inherited(DefinitionIndex definition) {
    add_name(nodes_.id(definition, 0));
    made_.push_back({{}, {}, names_from(names_.size() - 1), false, false, Derivation::inherited});
}

void Graph::make_alternative(const Alternative& alternative, int scope) {
    const auto ids = [&](IndexList<DefinitionIndex> definitions) {
        const std::size_t begin = names_.size();
        for (const DefinitionIndex definition : definitions) add_name(nodes_.id(definition, scope));
        return names_from(begin);
    };
    Alternative& made = made_.emplace_back(alternative);
    made.names = ids(alternative.names);
    made.given = ids(alternative.given);
    made.unless = ids(alternative.unless);
}

}  // namespace bote
