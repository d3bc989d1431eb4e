// What one machine can do, as far as a question needs it.

#include <set>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/base/text.hpp"
#include "bote/practice/problem.hpp"

namespace bote {
namespace {

struct FactText {
    std::string_view definition;
    std::string_view text;
    std::string_view needed = "";  // said only where there is any of that
};
constexpr FactText kFacts[] = {
    {"app.rps", "a server answers {}"},
    {"app.network", "its network carries {} each way"},
    {"app.connections", "it holds {} connections", "app.connections_needed"},
    {"app.workers", "it works on {} at once"},
    {"app.memory", "it has {} of memory"},
    {"app.target", "load it to at most {}"},
    {"cache.memory", "a cache server has {} of memory"},
    {"cache.rps", "it answers {}"},
    {"cache.network", "it sends {}"},
    {"cache.target", "load it to at most {}"},
    {"database.disk", "a storage server has {} of disk"},
    {"database.iops", "its disks do {} operations"},
    {"database.disk_throughput", "its disks move {}"},
    {"database.target", "load it to at most {}"},
    {"spares", "{} spares a tier"},
};

/// What a quantity rests on, no further than what one machine can do.
void find_constants(const Model& model, QuantityIndex index, std::set<QuantityIndex>& seen,
                    std::set<QuantityIndex>& found) {
    if (!seen.insert(index).second) return;
    const ModelQuantity& each = model[index];
    const bool constant =
        each.definition != nullptr && (each.definition->constant || each.definition->name == "spares");
    if (constant) {
        found.insert(index);
        return;
    }
    if (each.origin == Origin::given && each.definition != nullptr) return;
    for (const auto& name : each.names) {
        if (name.quantity != QuantityIndex::none) find_constants(model, name.quantity, seen, found);
    }
}

}  // namespace

std::string facts_of(const Estimate& estimate, QuantityIndex quantity) {
    std::set<QuantityIndex> seen;
    std::set<QuantityIndex> constants;
    find_constants(estimate.model, quantity, seen, constants);
    std::vector<std::string> facts;
    for (const auto& row : kFacts) {
        const auto needed = estimate.model.find(row.needed);
        if (!row.needed.empty() && (!needed || !(estimate.values.quantities[*needed] > 0))) continue;
        for (const QuantityIndex index : constants) {
            const ModelQuantity& each = estimate.model[index];
            const double value = estimate.values.quantities[index];
            if (each.definition->name != row.definition || value == 0) continue;
            if (each.display.numerator == Numerator::share && value == 1) continue;
            facts.push_back(
                fmt::format(fmt::runtime(row.text), format(value, each.display, estimate.model.conventions)));
        }
    }
    return join(facts, ", ");
}

}  // namespace bote
