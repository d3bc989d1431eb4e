#pragma once
// What of the given nothing uses, with its reason.

#include <vector>

#include "bote/base/error.hpp"
#include "graph.hpp"

namespace bote {

/// The ids of given values that nothing uses, without profiles. `roots` are used in any case: what expectations read.
std::vector<int> find_unused(const Graph& graph, const std::vector<int>& roots);

/// The error for each of them, with its reason for as many as are shown.
Errors unused_errors(const Graph& graph, const std::vector<int>& ids);

}  // namespace bote
