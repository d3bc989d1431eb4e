#include "graph.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "bote/base/error.hpp"

namespace bote {
namespace {

std::size_t at(int id) { return static_cast<std::size_t>(id); }

}  // namespace

Graph::Graph(const Space& space, const std::vector<const Given*>& given)
    : space_(space),
      given_(given),
      whole_(space, given),
      made_for_(at(space.size())),
      present_(at(space.size()), 0),
      chosen_(at(space.size()), nullptr) {
    find_ways();
    find_present();
    find_back();
    prefer_earlier_ways();
    find_reads();
}

/// Once and for all: spans point to what is made.
void Graph::reserve() {
    std::size_t ways = 0;
    std::size_t names = 0;
    for (const Given* value : given_) {
        if (value == nullptr) continue;
        ++ways;
        names += value->names.size();
    }
    const auto tiers = space_.tiers().size();
    const auto& definitions = space_.catalog().definitions;
    for (int scope = space_.scopes(); scope < space_.all_scopes(); ++scope) {
        for (int row = space_.catalog().first_of_tiers; row < static_cast<int>(definitions.size()); ++row) {
            const auto& alternatives = space_.row_in(row, scope).alternatives;
            ways += alternatives.size();
            for (const auto& each : alternatives) names += each.names.size() + each.given.size() + each.unless.size();
        }
    }
    if (tiers > 0) {  // sums of tiers, and over what each stores
        ways += definitions.size() * (tiers + 1);
        names += definitions.size() * (tiers + at(space_.scopes()));
    }
    if (space_.has_objects()) {
        for (const auto& row : definitions) {
            ways += (row.alternatives.size() + 1) * at(space_.scopes());
            names += at(space_.scopes()) * 2;  // of a sum, or of policies taken over
            for (const auto& each : row.alternatives)
                names += (each.names.size() + each.given.size() + each.unless.size()) * at(space_.scopes());
        }
    }
    made_.reserve(ways);
    names_.reserve(names);
}

void Graph::find_ways() {
    reserve();
    for (int id = 0; id < space_.size(); ++id) {
        if (given(id) == nullptr && space_.is_plain(id)) continue;
        const std::size_t first = made_.size();
        if (given(id) != nullptr) make_given(id);
        const std::size_t others = made_.size();
        if (!space_.is_plain(id) && !space_.is_own(id)) make_ways(id);
        made_for_[at(id)] = {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(others),
                             static_cast<std::uint32_t>(made_.size())};
    }
    std::sort(given_users_.begin(), given_users_.end());
}

std::span<const Alternative> Graph::ways(int id) const {
    // Where there is one scope, definitions and ids are the same.
    if (given(id) == nullptr && space_.is_plain(id)) return space_.definition(id).alternatives;
    const Made& made = made_for_[at(id)];
    return std::span(made_).subspan(made.first, (given(id) != nullptr ? made.others : made.end) - made.first);
}

std::span<const Alternative> Graph::other_ways(int id) const {
    if (space_.is_plain(id)) return space_.definition(id).alternatives;
    const Made& made = made_for_[at(id)];
    return std::span(made_).subspan(made.others, made.end - made.others);
}

void Graph::make_given(int id) {
    const Given& value = *given(id);
    const std::size_t first_name = names_.size();
    for (const auto& name : value.names) {
        names_.push_back(name.id);
        if (name.id >= 0) given_users_.emplace_back(name.id, id);
    }
    made_.push_back(
        {value.value.text, *value.formula, names_from(first_name), false, is_forgiving(*value.formula), Way::given});
}

void Graph::make_ways(int id) {
    const int definition = space_.definition_of(id);
    const int scope = space_.scope_of(id);
    const Definition& row = space_.definition(id);
    const bool of_whole = scope == 0 && space_.has_objects();
    if (!space_.exists(definition, scope) && !(of_whole && row.kind == Class::policy && whole_.is_given())) return;
    if (space_.is_sum_of_tiers(id)) return make_sum_of_tiers(definition);
    if (row.stored >= 0) return make_sum_of_stored(row.stored, scope);
    if (of_whole && row.kind == Class::total) return make_sum(definition);
    if (scope > 0 && row.kind == Class::policy && space_.exists(definition, 0)) return make_inherited(definition);
    const bool shared = scope > 0 && row.kind == Class::policy && whole_.decides(definition);
    for (const auto& alternative : row.alternatives) {
        if (shared && is_default(alternative)) make_inherited(definition);
        else make_alternative(alternative, scope);
    }
}

void Graph::make_sum_of_tiers(int definition) {
    const std::size_t begin = names_.size();
    for (int scope = space_.scopes(); scope < space_.all_scopes(); ++scope) {
        if (space_.exists(definition, scope)) names_.push_back(space_.id(definition, scope));
    }
    made_.push_back({{}, {}, names_from(begin), false, false, Way::parts});
}

void Graph::make_sum_of_stored(int definition, int tier) {
    const std::size_t begin = names_.size();
    for (const int object : space_.stored_in(tier)) names_.push_back(space_.id(definition, object));
    if (names_.size() > begin) made_.push_back({{}, {}, names_from(begin), false, false, Way::parts});
}

/// The sum of the objects' parts, between what follows from a total that is given and what may be found back from one.
void Graph::make_sum(int definition) {
    const auto whole = whole_.ways_before_parts(definition);
    // A step that is usually made of what the objects say of themselves stays theirs, where they have it.
    const Definition& row = space_.catalog().definitions[at(definition)];
    const bool is_step = row.internal && (whole.empty() || whole.front() != row.alternatives.data());
    for (const Alternative* way : whole) {
        if (!is_step) make_alternative(*way, 0);
    }
    const std::size_t begin = names_.size();
    for (int part = 1; part < space_.scopes(); ++part) names_.push_back(space_.id(definition, part));
    made_.push_back({{}, {}, names_from(begin), false, false, Way::parts});
    if (!whole_.is_given()) return;
    for (const Alternative* way : whole) {
        if (is_step) make_alternative(*way, 0);
    }
    for (const Alternative& way : space_.catalog().definitions[at(definition)].alternatives) {
        if (way.back && whole_.rests_on_given(way)) make_alternative(way, 0);
    }
}

void Graph::make_inherited(int definition) {
    names_.push_back(space_.id(definition, 0));
    made_.push_back({{}, {}, names_from(names_.size() - 1), false, false, Way::inherited});
}

void Graph::make_alternative(const Alternative& alternative, int scope) {
    const auto ids = [&](std::span<const int> definitions) {
        const std::size_t begin = names_.size();
        for (const int definition : definitions) names_.push_back(space_.id(definition, scope));
        return names_from(begin);
    };
    Alternative& made = made_.emplace_back(alternative);
    made.names = ids(alternative.names);
    made.given = ids(alternative.given);
    made.unless = ids(alternative.unless);
}

bool Graph::allows(const Alternative& way) const {
    const auto is_given = [&](int id) { return given(id) != nullptr; };
    return std::all_of(way.given.begin(), way.given.end(), is_given) &&
           std::none_of(way.unless.begin(), way.unless.end(), is_given);
}

bool Graph::holds(const Alternative& way) const {
    const auto is_there = [&](int id) { return id < 0 || is_present(id); };
    if (!allows(way)) return false;
    bool any = false;
    bool all = true;
    for (const int name : way.names) {
        const bool there = is_there(name);
        any = any || there;
        all = all && there;
    }
    if (way.tree.empty()) return any;
    if (all) return true;
    if (!way.forgiving) return false;
    const auto conditions = way.names.subspan(count_names(way.tree));  // which forgive nothing
    return std::all_of(conditions.begin(), conditions.end(), is_there) &&
           is_computable(way.tree, scratch_, [&](std::uint32_t name) { return is_there(way.names[name]); });
}

bool Graph::open(int id, const Alternative* way) {
    chosen_[at(id)] = way;
    present_[at(id)] = kPresent;
    if (way != ways(id).data()) second_choices_.push_back(id);
    return true;
}

bool Graph::is_closed(int id) const { return is_present(id) || (given(id) == nullptr && space_.is_left_out(id)); }

bool Graph::opens_forward(int id) {
    if (is_closed(id)) return false;
    for (const Alternative& way : ways(id)) {
        if (!way.back && holds(way)) return open(id, &way);
    }
    return false;
}

bool Graph::opens_back(int id) {
    if (is_closed(id)) return false;
    for (const Alternative& way : ways(id)) {
        if (holds(way) && (way.way == Way::given || is_acyclic(id, way))) return open(id, &way);
    }
    return false;
}

/// Each definition after what it reads, of the tiers their sum last.
template <class Visit>
void Graph::for_each_in_order(Visit visit) const {
    const Catalog& catalog = space_.catalog();
    for (const int definition : catalog.by_dependency) {
        if (!catalog.is_of_tiers(definition)) {
            for (int scope = 0; scope < space_.scopes(); ++scope) visit(definition * space_.scopes() + scope);
            continue;
        }
        for (int scope = space_.scopes(); scope < space_.all_scopes(); ++scope) {
            if (space_.exists(definition, scope)) visit(space_.id(definition, scope));
        }
        if (space_.exists(definition, 0)) visit(space_.id(definition, 0));
    }
}

/// The least set that is closed under "one of its formulas can be computed", without those that lead back. Mostly what
/// a quantity reads had its turn before; only what a given formula reads, and what the objects share, may come later.
void Graph::find_present() {
    std::vector<char> had_turn(present_.size(), 0);
    std::vector<int> waiting;
    const auto reconsider = [&](int user) {
        if (had_turn[at(user)] != 0 && !is_present(user)) waiting.push_back(user);
    };
    const auto take_turn = [&](int start) {
        had_turn[at(start)] = 1;
        if (!opens_forward(start)) {
            if (!space_.is_own(start) && !is_present(start) && space_.definition(start).has_back)
                still_absent_.push_back(start);
            return;
        }
        const bool in_order = !space_.is_own(start) && !space_.has_objects();
        if (in_order) for_each_given_user(start, reconsider);
        else for_each_user(start, reconsider);
        while (!waiting.empty()) {
            const int id = waiting.back();
            waiting.pop_back();
            if (opens_forward(id)) for_each_user(id, reconsider);
        }
    };
    // A value that is given may be asked for before its turn.
    for (int id = 0; id < space_.size(); ++id) {
        if (given(id) != nullptr && given(id)->names.empty()) (void)opens_forward(id);
    }
    for_each_in_order(take_turn);
    for (int id = space_.own_id(0); id < space_.size(); ++id) take_turn(id);
}

/// What is still absent is looked for in what usually follows from it, such as the average in the peak.
void Graph::find_back() {
    std::vector<int> waiting(still_absent_.rbegin(), still_absent_.rend());
    while (!waiting.empty()) {
        const int id = waiting.back();
        waiting.pop_back();
        if (!opens_back(id)) continue;
        for_each_user(id, [&](int user) {
            if (!is_present(user)) waiting.push_back(user);
        });
    }
}

/// A preferred way may have opened after the one that was found first. It is taken where it does not lead in a circle.
void Graph::prefer_earlier_ways() {
    const auto improve = [&](int id) {
        for (const Alternative& way : ways(id)) {
            if (&way == chosen_[at(id)]) return false;
            if (!holds(way) || !is_acyclic(id, way)) continue;
            chosen_[at(id)] = &way;
            return true;
        }
        return false;
    };
    constexpr int kMostRounds = 8;  // each round settles what the one before made possible; two have always been enough
    for (int round = 0; round < kMostRounds; ++round) {
        bool changed = false;
        for (const int id : second_choices_) changed = improve(id) || changed;
        if (!changed) return;
    }
}

bool Graph::is_acyclic(int id, const Alternative& way) const {
    return std::none_of(way.names.begin(), way.names.end(), [&](int name) {
        return name >= 0 && (name == id || (is_present(name) && rests_on(name, id)));
    });
}

/// Arguments that `sum` leaves out count too: they might be there later.
bool Graph::rests_on(int id, int other) const {
    seen_.resize(present_.size(), 0);
    ++walk_;
    std::vector<int> waiting{id};
    while (!waiting.empty()) {
        const int each = waiting.back();
        waiting.pop_back();
        for (const int name : chosen(each).names) {
            if (name == other) return true;
            if (name < 0 || !is_present(name) || seen_[at(name)] == walk_) continue;
            seen_[at(name)] = walk_;
            waiting.push_back(name);
        }
    }
    return false;
}

void Graph::find_reads() {
    const auto is_absent = [&](int named) { return named >= 0 && !is_present(named); };
    for (int id = 0; id < space_.size(); ++id) {
        if (!is_present(id)) continue;
        const Alternative& taken = chosen(id);
        if (!taken.forgiving && taken.way != Way::parts) continue;
        if (std::none_of(taken.names.begin(), taken.names.end(), is_absent)) continue;
        present_[at(id)] = kPartlyRead;
        const auto first = partial_names_.size();
        partial_reads_.push_back({id, first});
        partial_names_.insert(partial_names_.end(), taken.names.begin(), taken.names.end());
        const std::span reads = std::span(partial_names_).subspan(first);
        if (!taken.tree.empty()) leave_out(taken.tree, reads, scratch_, [&](int named) { return !is_absent(named); });
        else std::replace_if(reads.begin(), reads.end(), is_absent, -1);
    }
}

std::span<const int> Graph::read_ids(int id) const {
    switch (present_[at(id)]) {
        case kAbsent: return {};
        case kPresent: return chosen(id).names;
        default: break;
    }
    const auto found = std::lower_bound(partial_reads_.begin(), partial_reads_.end(), id,
                                        [](const PartialReads& each, int wanted) { return each.id < wanted; });
    return std::span(partial_names_).subspan(found->first, chosen(id).names.size());
}

std::vector<int> Graph::order() const {
    enum : char { kNew, kOpen, kDone };
    std::vector<char> state(present_.size(), kNew);
    std::vector<int> order;
    order.reserve(present_.size());
    struct Frame {
        int id;
        std::size_t next;
    };
    std::vector<Frame> frames;
    for (int start = 0; start < space_.size(); ++start) {
        if (!is_present(start) || state[at(start)] != kNew) continue;
        frames.push_back({start, 0});
        state[at(start)] = kOpen;
        while (!frames.empty()) {
            Frame& frame = frames.back();
            const auto names = chosen(frame.id).names;
            if (frame.next == names.size()) {
                state[at(frame.id)] = kDone;
                order.push_back(frame.id);
                frames.pop_back();
                continue;
            }
            const int next = names[frame.next++];
            if (next < 0 || !is_present(next) || state[at(next)] == kDone) continue;
            if (state[at(next)] == kOpen) {
                std::vector<int> cycle;
                const auto begin =
                    std::find_if(frames.begin(), frames.end(), [&](const Frame& each) { return each.id == next; });
                for (auto each = begin; each != frames.end(); ++each) cycle.push_back(each->id);
                throw InputError(cycle_error(cycle));
            }
            state[at(next)] = kOpen;
            frames.push_back({next, 0});
        }
    }
    return order;
}

Error Graph::cycle_error(const std::vector<int>& cycle) const {
    // It begins and ends at what the user gave: that is where it can be broken.
    const auto first = std::find_if(cycle.begin(), cycle.end(), [&](int id) { return given(id) != nullptr; });
    const auto start = static_cast<std::size_t>(first == cycle.end() ? 0 : first - cycle.begin());
    std::string path;
    constexpr std::size_t kMostShown = 8;
    for (std::size_t i = 0; i < cycle.size() && i < kMostShown; ++i)
        path += space_.name(cycle[(start + i) % cycle.size()]) + " -> ";
    if (cycle.size() > kMostShown) path += "... -> ";
    path += space_.name(cycle[start]);
    const Given* value = given(cycle[start]);
    const Span where = value != nullptr ? value->value.span : Span{};
    return {where, fmt::format("{}: the formulas form a cycle: {}", space_.name(cycle[start]), path),
            "give one of them a value"};
}

}  // namespace bote
