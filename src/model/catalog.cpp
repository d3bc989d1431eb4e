#include "bote/model/catalog.hpp"

#include <algorithm>
#include <string>

namespace bote {

std::string_view name_of(Class a_class) {
    switch (a_class) {
        case Class::workload: return "workload";
        case Class::object: return "object";
        case Class::policy: return "policy";
        case Class::total: return "total";
        case Class::tier: return "tier";
    }
    return {};
}

bool is_default(const Alternative& alternative) { return alternative.names.empty(); }

namespace {

std::string_view name_at(const Catalog& catalog, DefinitionIndex index) { return catalog[index].name; }

/// The first of the sorted names that is not below the wanted one.
IndexIterator<DefinitionIndex> not_below(const Catalog& catalog, std::string_view wanted) {
    return std::lower_bound(
        catalog.by_name.begin(), catalog.by_name.end(), wanted,
        [&](DefinitionIndex index, std::string_view name) { return name_at(catalog, index) < name; });
}

}  // namespace

std::optional<DefinitionIndex> Catalog::find(std::string_view name) const {
    const std::size_t mask = by_hash.size() - 1;
    for (std::size_t place = hash_of(name) & mask; by_hash[place] != DefinitionIndex::none;
         place = (place + 1) & mask) {
        if (name_at(*this, by_hash[place]) == name) return by_hash[place];
    }
    return std::nullopt;
}

IndexList<DefinitionIndex> Catalog::starting_with(std::string_view beginning) const {
    const auto first = not_below(*this, beginning);
    const auto last = std::find_if(
        first, by_name.end(), [&](DefinitionIndex index) { return !name_at(*this, index).starts_with(beginning); });
    return by_name.subspan(position_of(first, by_name)).first(at(last - first));
}

bool Catalog::has_group(std::string_view name) const { return !starting_with(std::string(name) + ".").empty(); }

}  // namespace bote
