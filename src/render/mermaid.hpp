#pragma once
// Charts that Mermaid can draw, which GitHub and others show within Markdown.
//
//   mermaid(chart, conventions)   // "xychart-beta\n    title ...", empty where the table says more

#include <string>

#include "bote/report/chart.hpp"

namespace bote {

std::string mermaid(const Chart& chart, const Conventions& conventions);

}  // namespace bote
