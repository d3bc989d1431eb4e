#pragma once
// What of the given is not there, and what of it nothing uses, each with its reason.

#include <vector>

#include "bote/base/error.hpp"
#include "graph.hpp"

namespace bote {

/// An error for each given formula that cannot be computed: a cycle, or the inputs that it lacks.
Errors find_absent(const Graph& graph);

/// The ids of given values that nothing uses, without profiles. `roots` are used in any case: what expectations read.
std::vector<int> find_unused(const Graph& graph, const std::vector<int>& roots);

/// The error for each of them, with its reason for as many as are shown.
Errors unused_errors(const Graph& graph, const std::vector<int>& ids);

/// For each absent id: "`data` has no value: it lacks `object_size`".
std::vector<std::string> missing_inputs(const Graph& graph, const std::vector<int>& ids);

}  // namespace bote
