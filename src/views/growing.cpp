#include "growing.hpp"

#include <algorithm>
#include <string>

namespace bote {
namespace {

using Marks = IndexedVector<DefinitionIndex, char>;

/// Which definitions rest on one of them, by formulas that lead forward.
Marks rest_on(const Catalog& catalog, DefinitionIndex wanted) {
    Marks rests(catalog.definitions.size(), 0);
    rests[wanted] = 1;
    const auto is_marked = [&](DefinitionIndex name) { return rests[name] != 0; };
    for (const DefinitionIndex definition : catalog.by_dependency) {
        for (const Alternative& alternative : catalog[definition].alternatives) {
            if (!alternative.back && std::any_of(alternative.names.begin(), alternative.names.end(), is_marked))
                rests[definition] = 1;
        }
    }
    return rests;
}

/// The growth of what a quantity belongs to, or that of the whole.
std::optional<QuantityIndex> growth_of(const Model& model, const ModelQuantity& quantity) {
    if (quantity.object >= 0) {
        const auto& object = model.objects[at(quantity.object)];
        if (const auto own = model.find(object + ".growth_factor")) return own;
    }
    return model.find("growth_factor");
}

}  // namespace

std::vector<GrowingRate> rates_given_for_horizon(const Estimate& estimate) {
    const Model& model = estimate.model;
    const Catalog& catalog = built_in_catalog();
    std::vector<GrowingRate> rates;
    Marks grows;
    for (const QuantityIndex i : model.quantities.indices()) {
        const ModelQuantity& quantity = model[i];
        const Definition* definition = quantity.definition;
        if (quantity.origin != Origin::given || definition == nullptr || definition->kind != Class::total) continue;
        if (quantity.display.dimension.second >= 0) continue;
        if (grows.empty()) grows = rest_on(catalog, *catalog.find("growth_factor"));
        if (grows[catalog.index_of(*definition)] == 0) continue;
        const auto growth = growth_of(model, quantity);
        if (!growth) continue;
        const auto& values = estimate.values.quantities;
        const double factor = values[*growth];
        rates.push_back({i, *growth, values[i] / factor});
    }
    return rates;
}

}  // namespace bote
