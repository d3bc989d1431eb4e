#include "bote/model/catalog.hpp"

#include <algorithm>

namespace bote {

std::string_view name_of(Class a_class) {
    switch (a_class) {
        case Class::workload: return "workload";
        case Class::object: return "object";
        case Class::policy: return "policy";
        case Class::total: return "total";
    }
    return {};
}

bool is_default(const Alternative& alternative) { return alternative.names.empty(); }

std::optional<int> Catalog::find(std::string_view name) const {
    const auto name_at = [&](int index) { return definitions[static_cast<std::size_t>(index)].name; };
    const auto found = std::lower_bound(by_name.begin(), by_name.end(), name,
                                        [&](int index, std::string_view wanted) { return name_at(index) < wanted; });
    if (found == by_name.end() || name_at(*found) != name) return std::nullopt;
    return *found;
}

}  // namespace bote
