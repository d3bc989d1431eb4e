#pragma once
// The tiers of an estimate, and what decides how many servers each needs.
//
//   find_bottleneck(estimate, "app")->resource      // "requests"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bote/views/estimate.hpp"

namespace bote {

/// Those of every workload, then those of the file, in the order of the page.
std::vector<Tier> all_tiers(const Model& model);

/// "gateway.machines" for `machines`, and for `tier.machines`.
std::string name_in_tier(std::string_view tier, std::string_view quantity);

/// The quantities `TIER.by_...` of the model.
std::vector<QuantityIndex> find_resources(const Model& model, std::string_view tier);

/// "iops" -> "disk operations".
std::string spoken_resource(std::string resource);

/// A formula of a tier as the tier itself would write it: `load * work` for `tier.load * tier.work`.
std::string formula_in_tier(std::string_view text);

bool is_tier(const Model& model, std::string_view name);

/// Of these quantities the largest, where value_of(i) is the value of the i-th; none where none is above zero.
template <class ValueOf>
QuantityIndex largest_by(const std::vector<QuantityIndex>& quantities, ValueOf value_of) {
    QuantityIndex largest = QuantityIndex::none;
    double most = 0;
    for (std::size_t i = 0; i < quantities.size(); ++i) {
        const double value = value_of(i);
        if (!(value > most)) continue;
        most = value;
        largest = quantities[i];
    }
    return largest;
}
QuantityIndex largest_of(const std::vector<QuantityIndex>& quantities, const Values& values);

/// "app.by_network" -> "network".
std::string resource_name(const Model& model, QuantityIndex quantity);

/// The name of the resource that decides the servers of a tier: that of the largest `TIER.by_...`.
struct Bottleneck {
    QuantityIndex quantity = QuantityIndex::none;  // of the model: `app.by_requests`
    std::string resource;                          // "requests"
};
std::optional<Bottleneck> find_bottleneck(const Estimate& estimate, std::string_view tier);

}  // namespace bote
