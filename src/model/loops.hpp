#pragma once
// Quantities that can be computed from each other, such as writes, reads and their ratio.

#include <vector>

#include "graph.hpp"

namespace bote {

/// The groups of two or more present ids that can reach each other by any of their candidates.
std::vector<std::vector<int>> find_loops(const Graph& graph);

}  // namespace bote
