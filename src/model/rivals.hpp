#pragma once
// Given values that other given values would make too. Where the two differ, the page says so: the graph knows what to
// compare, the numbers come later.
//
//   for (const RivalWay& rival : find_rivals(graph)) compare(rival.id, *rival.way);

#include <vector>

#include "graph.hpp"

namespace bote {

/// Another way to a given quantity.
struct RivalWay {
    int id = -1;
    const Alternative* way = nullptr;
    std::vector<int> names;    // what the way reads: ids, -1 for what `sum` leaves out
    std::vector<int> because;  // the given ids that it rests on
    bool is_at_least = false;  // some arguments of a sum are not known
};

/// Only ways that rest on given values alone: a default contradicts nobody.
std::vector<RivalWay> find_rivals(const Graph& graph);

}  // namespace bote
