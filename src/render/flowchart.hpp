#pragma once
// A diagram for programs that place the boxes themselves.
//
//   mermaid_flowchart(boxes, conventions)      // "flowchart LR\n ..."

#include <string>

#include "bote/report/chart.hpp"

namespace bote {

/// A flowchart of Mermaid, without a fence.
std::string mermaid_flowchart(const BoxChart& chart, const Conventions& conventions);

/// A graph for Graphviz.
std::string dot_graph(const BoxChart& chart, const Conventions& conventions);

}  // namespace bote
