#pragma once
// `bote diagram`: the boxes of a workload and what flows between them in the busiest second.
//
//   BoxChart diagram = compute_diagram(estimate);
//   diagram.boxes[1].title       // "Application"

#include "bote/report/report.hpp"
#include "bote/views/estimate.hpp"

namespace bote {

/// The first box is that of the clients. Where several boxes hand requests on to another one, nobody knows which has
/// how many: each of these arrows has the numbers of all of them.
BoxChart compute_diagram(const Estimate& estimate);

/// The same as a chart of a page.
Chart diagram_chart(const Estimate& estimate);

/// The chart for people, a row for each box and each arrow for sheets, both as lists for programs.
Report describe_diagram(const Estimate& estimate, const BoxChart& diagram);

}  // namespace bote
