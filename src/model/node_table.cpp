// Names and numbers of quantities. Ids are laid out in three blocks, so that neither looking up a definition nor
// walking over a scope needs a table:
//
//   [0, tiers)       definition * scopes + scope      scope 0 is the top level, scope i the i-th object
//   [tiers, own)     tier by tier, the rows of the class `tier`
//   [own, size)      quantities of `define`
//
// With objects `tweet` and `media`, `storage` is in the scopes 0 (their sum), 1 and 2. A name is looked for from the
// inside out: in the object or tier where the formula stands, then among own quantities, then at the top level.

#include "node_table.hpp"

#include <algorithm>

#include "bote/model/find.hpp"
#include "bote/model/object_words.hpp"

namespace bote {

NodeTable::NodeTable(const Catalog& catalog, const Workload& workload)
    : catalog_(catalog), given_policies_(catalog.definitions.size(), 0) {
    for (const auto& object : workload.objects) objects_.push_back(object.name.text);
    for (const auto& tier : workload.tiers) {
        tiers_.push_back(tier.name.text);
        kinds_.push_back(tier.kind ? find_kind(catalog, tier.kind->text) : nullptr);
    }
    scopes_ = static_cast<int>(objects_.size()) + 1;
    for (const auto& own : workload.own) own_.push_back(own.name.text);
    for (std::size_t i = 0; i < objects_.size(); ++i) scope_index_.emplace(objects_[i], static_cast<int>(i) + 1);
    for (std::size_t i = 0; i < tiers_.size(); ++i) scope_index_.emplace(tiers_[i], static_cast<int>(i) + scopes_);
    for (std::size_t i = 0; i < own_.size(); ++i) own_index_.emplace(own_[i], i);
    for (const auto& tier : workload.tiers) {
        auto& stored = stored_.emplace_back();
        for (const auto& object : tier.stores) {
            const auto scope = scope_named(object.text);
            if (scope && std::find(stored.begin(), stored.end(), *scope) == stored.end()) stored.push_back(*scope);
        }
        std::sort(stored.begin(), stored.end());  // added up as the whole is, so that the same sums are equal
        if (!stored.empty()) homes_.resize(at(scopes_));
        for (const int object : stored) homes_[at(object)] = scopes_ + static_cast<int>(stored_.size()) - 1;
    }
    for (const auto& [tier, title] : workload.titles) {
        if (title.text != kLeftOut) continue;
        left_out_.resize(catalog.definitions.size());
        for (const DefinitionIndex each : catalog.starting_with(tier.text + ".")) left_out_[each] = 1;
    }
    const auto definitions = static_cast<int>(catalog.definitions.size());
    tier_rows_ = definitions - number_of(catalog.first_of_tiers);
    tiers_begin_ = definitions * scopes_;
    own_begin_ = tiers_begin_ + static_cast<int>(tiers_.size()) * tier_rows_;
    size_ = own_begin_ + static_cast<int>(own_.size());
}

std::string NodeTable::name(NodeIndex id) const {
    if (is_own(id)) return own_[own_of(id)];
    const int scope = scope_of(id);
    const std::string_view name = definition(id).name;
    if (scope == 0) return std::string(name);
    if (is_tier_scope(scope)) return (tiers_[at(scope - scopes_)] + ".").append(name.substr(kTierPrefix.size()));
    return (objects_[at(scope - 1)] + ".").append(name);
}

const Definition& NodeTable::row_in(DefinitionIndex definition, int scope) const {
    if (!is_tier_scope(scope) || kind_of_tier(scope) == nullptr) return catalog_[definition];
    const auto& rows = kind_of_tier(scope)->rows;
    const auto found =
        std::lower_bound(rows.begin(), rows.end(), definition,
                         [](const KindRow& each, DefinitionIndex wanted) { return each.definition < wanted; });
    return found != rows.end() && found->definition == definition ? found->row : catalog_[definition];
}

bool NodeTable::exists(DefinitionIndex definition, int scope) const {
    if (is_tier_scope(scope) && !catalog_.is_of_tiers(definition)) return false;
    switch (kind_of(definition)) {
        case Class::workload: return scope == 0;
        case Class::object: return scope > 0 || !has_objects();
        case Class::policy: return scope > 0 || !has_objects() || given_policies_[definition] != 0;
        case Class::total: return true;
        case Class::tier:
            if (!is_tier_scope(scope)) return scope == 0 && catalog_[definition].summed && !tiers_.empty();
            return !row_in(definition, scope).of_kinds;
    }
    return false;
}

std::optional<int> NodeTable::scope_named(std::string_view object) const {
    const auto found = scope_index_.find(object);
    if (found == scope_index_.end() || is_tier_scope(found->second)) return std::nullopt;
    return found->second;
}

std::optional<int> NodeTable::tier_named(std::string_view tier) const {
    const auto found = scope_index_.find(tier);
    if (found == scope_index_.end() || !is_tier_scope(found->second)) return std::nullopt;
    return found->second;
}

std::optional<DefinitionIndex> NodeTable::find_in_tier(std::string_view name, int scope) const {
    const auto definition = catalog_.find(std::string(kTierPrefix).append(name));
    return definition && exists(*definition, scope) ? definition : std::nullopt;
}

std::optional<NodeIndex> NodeTable::find_quantity(std::string_view name, int scope) const {
    const auto definition = catalog_.find(name);
    if (is_tier_scope(scope)) {
        if (const auto member = find_in_tier(name, scope)) return id(*member, scope);
    } else if (scope > 0 && definition && kind_of(*definition) != Class::workload && exists(*definition, scope)) {
        return id(*definition, scope);
    }
    if (const auto own = own_index_.find(name); own != own_index_.end()) return own_id(own->second);
    if (definition) {
        if (!exists(*definition, 0)) return std::nullopt;
        return id(*definition, 0);
    }
    const auto dot = name.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    if (const auto tier = tier_named(name.substr(0, dot))) {
        const auto member = find_in_tier(name.substr(dot + 1), *tier);
        return member ? std::optional(id(*member, *tier)) : std::nullopt;
    }
    const auto object = scope_named(name.substr(0, dot));
    const auto member = catalog_.find(name.substr(dot + 1));
    if (!object || !member || kind_of(*member) == Class::workload || kind_of(*member) == Class::tier)
        return std::nullopt;
    return id(*member, *object);
}

bool NodeTable::is_object_word(std::string_view word) const {
    if (!has_objects()) return false;
    const auto objects = objects_counted_by(word);
    return std::any_of(objects.begin(), objects.end(), [&](const auto& each) { return scope_named(each).has_value(); });
}

std::optional<Resolved> NodeTable::resolve(std::string_view name, int scope) const {
    if (const auto found = find_quantity(name, scope)) return Resolved{*found, false};
    if (is_counting_word(name) || is_object_word(name)) return Resolved{NodeIndex::none, true};
    return std::nullopt;
}

std::vector<std::string_view> NodeTable::known_names(int scope) const {
    std::vector<std::string_view> names(own_.begin(), own_.end());
    for (const DefinitionIndex definition : catalog_.definitions.indices()) {
        const Definition& each = catalog_[definition];
        const bool here = each.kind == Class::workload || exists(definition, scope);
        if (!here) continue;
        names.push_back(each.kind == Class::tier && is_tier_scope(scope) ? each.name.substr(kTierPrefix.size())
                                                                         : each.name);
    }
    for (const auto& unit : all_units()) names.push_back(unit.symbol);
    return names;
}

}  // namespace bote
