#pragma once
// The pictures of an answer, as data.
//
//   for (Chart& chart : line_charts(curves)) report.blocks.emplace_back(std::move(chart));

#include <optional>
#include <string>
#include <vector>

#include "bote/report/report.hpp"
#include "bote/views/drivers.hpp"
#include "bote/views/estimate.hpp"
#include "bote/views/timeline.hpp"

namespace bote {

/// Quantities along time or along an input.
struct Curve {
    std::string name;
    Display display;
    std::vector<double> values;
};

struct Curves {
    ChartAxis across;
    std::vector<double> across_values;
    std::vector<Curve> curves;
    std::vector<Change> changes;
    const Conventions& conventions;
};

/// A chart for each unit, with the curves that share it.
std::vector<Chart> line_charts(const Curves& curves);

std::vector<Chart> timeline_charts(const Estimate& estimate, const Timeline& timeline);

/// None where nothing moves the answer.
std::optional<Chart> driver_chart(const Estimate& estimate, const Drivers& drivers, std::size_t most);

/// Where the storage goes, object by object; none of a single object.
std::optional<Chart> object_chart(const Estimate& estimate);

/// The machines of each tier and what decides them.
std::optional<Chart> tier_chart(const Estimate& estimate);

/// Twenty values of a quantity that are equally likely; none where nothing is uncertain.
std::optional<Chart> distribution_chart(const Estimate& estimate, QuantityIndex quantity);

}  // namespace bote
