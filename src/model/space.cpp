#include "space.hpp"

namespace bote {

Space::Space(const Catalog& catalog, const Workload& workload)
    : catalog_(catalog), given_policies_(catalog.definitions.size(), false) {
    for (const auto& object : workload.objects) objects_.push_back(object.name.text);
    scopes_ = static_cast<int>(objects_.size()) + 1;
    for (const auto& own : workload.own) own_.push_back(own.name.text);
    for (std::size_t i = 0; i < objects_.size(); ++i) scope_index_.emplace(objects_[i], static_cast<int>(i) + 1);
    for (std::size_t i = 0; i < own_.size(); ++i) own_index_.emplace(own_[i], static_cast<int>(i));
    own_begin_ = static_cast<int>(catalog.definitions.size()) * scopes();
    size_ = own_begin_ + static_cast<int>(own_.size());
}

std::string Space::name(int id) const {
    if (is_own(id)) return own_[static_cast<std::size_t>(own_of(id))];
    const int scope = scope_of(id);
    if (scope == 0) return std::string(definition(id).name);
    return (objects_[static_cast<std::size_t>(scope) - 1] + ".").append(definition(id).name);
}

bool Space::exists(int definition, int scope) const {
    switch (kind_of(definition)) {
        case Class::workload: return scope == 0;
        case Class::object: return scope > 0 || !has_objects();
        case Class::policy: return scope > 0 || !has_objects() || given_policies_[static_cast<std::size_t>(definition)];
        case Class::total: return true;
    }
    return false;
}

std::optional<int> Space::scope_named(std::string_view object) const {
    const auto found = scope_index_.find(object);
    if (found == scope_index_.end()) return std::nullopt;
    return found->second;
}

std::optional<int> Space::find_quantity(std::string_view name, int scope) const {
    const auto definition = catalog_.find(name);
    if (scope > 0 && definition && kind_of(*definition) != Class::workload) return id(*definition, scope);
    if (const auto own = own_index_.find(name); own != own_index_.end()) return own_id(own->second);
    if (definition) {
        if (!exists(*definition, 0)) return std::nullopt;
        return id(*definition, 0);
    }
    const auto dot = name.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    const auto object = scope_named(name.substr(0, dot));
    const auto member = catalog_.find(name.substr(dot + 1));
    if (!object || !member || kind_of(*member) == Class::workload) return std::nullopt;
    return id(*member, *object);
}

bool Space::is_object_word(std::string_view word) const {
    if (scope_named(word)) return true;
    if (word.ends_with("s") && scope_named(word.substr(0, word.size() - 1))) return true;
    if (word.ends_with("es") && scope_named(word.substr(0, word.size() - 2))) return true;
    if (word.ends_with("ies") && scope_named(std::string(word.substr(0, word.size() - 3)) + "y")) return true;
    return scope_named(std::string(word) + "s").has_value();
}

std::optional<Resolved> Space::resolve(std::string_view name, int scope) const {
    if (const auto found = find_quantity(name, scope)) return Resolved{*found, false};
    if (is_counting_word(name) || is_object_word(name)) return Resolved{-1, true};
    return std::nullopt;
}

std::vector<std::string_view> Space::known_names(int scope) const {
    std::vector<std::string_view> names(own_.begin(), own_.end());
    for (std::size_t d = 0; d < catalog_.definitions.size(); ++d) {
        const bool here = catalog_.definitions[d].kind == Class::workload || exists(static_cast<int>(d), scope);
        if (here) names.push_back(catalog_.definitions[d].name);
    }
    for (const auto& unit : all_units()) names.push_back(unit.symbol);
    return names;
}

}  // namespace bote
