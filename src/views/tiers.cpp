#include "tiers.hpp"

#include <algorithm>
#include <cmath>

#include "bote/base/index.hpp"

namespace bote {
std::vector<Tier> all_tiers(const Model& model) {
    const auto always = built_in_catalog().page.tiers;
    std::vector<Tier> tiers(always.begin(), always.end());
    for (const auto& named : model.titles) {
        const auto same = [&](const Tier& tier) { return tier.name == named.name; };
        std::find_if(tiers.begin(), tiers.end(), same)->title = named.title;
    }
    for (const auto& own : model.tiers) tiers.push_back({own.name, own.title});
    return tiers;
}

std::string name_in_tier(std::string_view tier, std::string_view quantity) {
    if (quantity.starts_with(kTierPrefix)) quantity.remove_prefix(kTierPrefix.size());
    return std::string(tier).append(".").append(quantity);
}

std::string formula_in_tier(std::string_view text) {
    std::string formula(text);
    for (auto at = formula.find(kTierPrefix); at != std::string::npos; at = formula.find(kTierPrefix, at))
        formula.erase(at, kTierPrefix.size());
    return formula;
}

std::vector<QuantityIndex> find_resources(const Model& model, std::string_view tier) {
    std::vector<QuantityIndex> resources;
    const Catalog& catalog = built_in_catalog();
    for (const DefinitionIndex definition : catalog.starting_with(std::string(tier) + ".by_")) {
        const QuantityIndex index = model.of_definition[definition];
        if (index != QuantityIndex::none) resources.push_back(index);
    }
    const bool of_file =
        std::any_of(model.tiers.begin(), model.tiers.end(), [&](const OwnTier& own) { return own.name == tier; });
    for (const DefinitionIndex definition :
         of_file ? catalog.starting_with("tier.by_") : IndexList<DefinitionIndex>{}) {
        if (const auto found = model.find(name_in_tier(tier, catalog[definition].name))) resources.push_back(*found);
    }
    std::sort(resources.begin(), resources.end());
    return resources;
}

std::string spoken_resource(std::string resource) {
    if (resource == "iops") return "disk operations";
    if (resource == "throughput") return "disk throughput";
    return resource;
}

bool is_tier(const Model& model, std::string_view name) {
    const auto tiers = all_tiers(model);
    return std::any_of(tiers.begin(), tiers.end(), [&](const Tier& tier) { return tier.name == name; });
}

QuantityIndex largest_of(const std::vector<QuantityIndex>& quantities, const Values& values) {
    return largest_by(quantities, [&](std::size_t i) { return values.quantities[quantities[i]]; });
}

std::string resource_name(const Model& model, QuantityIndex quantity) {
    constexpr std::string_view kBy = ".by_";
    const std::string_view name = model[quantity].name;
    return spoken_resource(std::string(name.substr(name.find(kBy) + kBy.size())));
}

std::optional<Bottleneck> find_bottleneck(const Estimate& estimate, std::string_view tier) {
    std::optional<Bottleneck> bound;
    double most = -INFINITY;
    for (const QuantityIndex index : find_resources(estimate.model, tier)) {
        if (!(estimate.values.quantities[index] > most)) continue;
        most = estimate.values.quantities[index];
        bound = Bottleneck{index, std::string(estimate.model[index].name).substr(tier.size() + 4)};
    }
    return bound;
}

}  // namespace bote
