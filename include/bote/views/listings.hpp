#pragma once
// What there is: presets, constants, quantities, kinds of tiers, units. And a file to start from.
//
//   Report report = describe_units(Conventions{});

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bote/model/catalog.hpp"
#include "bote/report/report.hpp"

namespace bote {

struct PresetRow {
    std::string name;
    std::string title;
    std::string place;  // "built in", or the folder it was found in
};

Report describe_presets(const std::vector<PresetRow>& presets);

/// The rows of the model that have a default: the constants of machines and the usual values of policies.
/// With a topic the facts of that section instead.
Report describe_constants(const Catalog& catalog, const Conventions& conventions, std::string_view topic = "");
/// "latency", "powers", "nines"
std::span<const std::string_view> constant_topics();

/// Every quantity: unit, class, formula, meaning. `asked` keeps those that it may mean, the best match first; empty
/// keeps all.
Report describe_quantities(const Catalog& catalog, std::string_view asked);

/// The kinds of tiers.
Report describe_kinds(const Catalog& catalog);

/// What a tier of a kind asks, assumes and gives: its own rows first, then those of all tiers.
Report describe_kind(const Catalog& catalog, const TierKind& kind);

Report describe_units(const Conventions& conventions);

/// A commented workload file to start from.
std::string new_workload(std::string_view name);

}  // namespace bote
