#pragma once
// Given values that other given values would make too. Where the two differ, the page says so: the graph knows what to
// compare, the numbers come later.
//
//   for (RivalOfNode& rival : find_rivals(graph)) compare(rival);

#include <vector>

#include "bote/model/model.hpp"
#include "graph.hpp"

namespace bote {

/// A Rival before its quantity has a place in the model.
struct RivalOfNode {
    NodeIndex id = NodeIndex::none;
    std::vector<RivalFormula> formulas;
    std::vector<NodeIndex> because;
    bool is_at_least = false;
};

/// Each is found by leaving the given value out. Only alternatives that rest on given values: a default contradicts
/// nobody.
std::vector<RivalOfNode> find_rivals(const Graph& graph);

}  // namespace bote
