#pragma once
// Why nothing reads a given value: something else displaced it, or it waits for inputs that are not given yet.
//
// A breadth-first search from the value along what could read it, cheapest first, up to the nearest answer. Each step
// notes what the reader lacks beside the value.

#include <string>
#include <vector>

#include "missing.hpp"

namespace bote {

struct Reason {
    std::vector<std::string> displaced;  // "`writes` is given on line 5"
    bool leads_to_answer = false;        // with the inputs that are missing
    std::vector<NodeIndex> needs;        // these inputs
};

/// `missing` knows what nothing reads.
Reason find_reason(const Graph& graph, const Missing& missing, NodeIndex id);

/// Whether a quantity is an answer in its own right: no step, no machine constant, nothing that is as large as another
/// unless it is given, such as `upload_size`, or that has a default, which is assumed also where it could be computed,
/// such as `replication`.
bool is_result(const Graph& graph, NodeIndex id);

}  // namespace bote
