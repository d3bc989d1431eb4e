#include "growing.hpp"

#include <algorithm>
#include <string>

namespace bote {
namespace {

/// Which definitions rest on one of them, by formulas that lead forward.
std::vector<char> rest_on(const Catalog& catalog, int wanted) {
    std::vector<char> rests(catalog.definitions.size(), 0);
    rests[static_cast<std::size_t>(wanted)] = 1;
    const auto is_marked = [&](int name) { return rests[static_cast<std::size_t>(name)] != 0; };
    for (const int definition : catalog.by_dependency) {
        for (const Alternative& way : catalog.definitions[static_cast<std::size_t>(definition)].alternatives) {
            if (!way.back && std::any_of(way.names.begin(), way.names.end(), is_marked))
                rests[static_cast<std::size_t>(definition)] = 1;
        }
    }
    return rests;
}

/// The growth of what a quantity belongs to, or that of the whole.
std::optional<int> growth_of(const Model& model, const ModelQuantity& quantity) {
    if (quantity.object >= 0) {
        const auto& object = model.objects[static_cast<std::size_t>(quantity.object)];
        if (const auto own = model.find(object + ".growth_factor")) return own;
    }
    return model.find("growth_factor");
}

}  // namespace

std::vector<GrowingRate> rates_given_for_horizon(const Estimate& estimate) {
    const Model& model = estimate.model;
    const Catalog& catalog = built_in_catalog();
    std::vector<GrowingRate> rates;
    std::vector<char> grows;
    for (std::size_t i = 0; i < model.quantities.size(); ++i) {
        const ModelQuantity& quantity = model.quantities[i];
        const Definition* definition = quantity.definition;
        if (quantity.origin != Origin::given || definition == nullptr || definition->kind != Class::total) continue;
        if (quantity.display.dimension.second >= 0) continue;
        if (grows.empty()) grows = rest_on(catalog, *catalog.find("growth_factor"));
        if (grows[static_cast<std::size_t>(definition - catalog.definitions.data())] == 0) continue;
        const auto growth = growth_of(model, quantity);
        if (!growth) continue;
        const auto& values = estimate.values.quantities;
        const double factor = values[static_cast<std::size_t>(*growth)];
        rates.push_back({static_cast<int>(i), *growth, values[i] / factor});
    }
    return rates;
}

}  // namespace bote
