#pragma once
// What stands in the boxes of a diagram and at its arrows, the same in all formats.
//
//   size_text(box, conventions)      // "97 machines, by requests"

#include <string>
#include <string_view>
#include <vector>

#include "bote/report/chart.hpp"

namespace bote {

/// The title on one line; the name where there is none.
std::string title_text(const ChartBox& box);

/// Empty where nothing is known of the machines.
std::string size_text(const ChartBox& box, const Conventions& conventions);

/// "499k/s, 4.43 GB/s in, 73.9 GB/s out", and "part of" before it where other arrows have a part in it.
std::string flow_text(const ChartArrow& arrow, const Conventions& conventions, std::string_view between = ", ");

/// The arrows that leave a box, in their order.
std::vector<const ChartArrow*> arrows_from(const BoxChart& chart, std::size_t box);

/// How many arrows lead on from the first box, one behind the other, at most.
std::size_t levels_of(const BoxChart& chart);

}  // namespace bote
