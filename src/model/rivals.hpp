#pragma once
// Given values that other given values would make too. Where the two differ, the page says so: the graph knows what to
// compare, the numbers come later.
//
//   for (Rival& rival : find_rivals(graph)) compare(rival);

#include <vector>

#include "bote/model/model.hpp"
#include "graph.hpp"

namespace bote {

/// Each is found by leaving the given value out. Only ways that rest on given values alone: a default contradicts
/// nobody. Quantities are ids.
std::vector<Rival> find_rivals(const Graph& graph);

}  // namespace bote
