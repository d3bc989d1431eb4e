#pragma once
// What nothing reads of the given: an error where something displaced it, else it waits for what is not given yet.

#include <vector>

#include "bote/base/error.hpp"
#include "bote/model/model.hpp"
#include "graph.hpp"
#include "missing.hpp"

namespace bote {

/// Ids of given values, without those of profiles.
struct Unread {
    std::vector<NodeIndex> unused;
    std::vector<NodeIndex> alone;  // which are answers themselves: nothing given would compute them

    [[nodiscard]] std::vector<NodeIndex> all() const;  // in their order
};

/// `roots` are read in any case: by expectations.
Unread find_unread(const Graph& graph, const std::vector<NodeIndex>& roots);

struct Findings {
    Errors errors;
    std::vector<WaitingInput> waiting;
};

/// Finds the reason for each of them; `missing` knows them.
Findings judge(const Graph& graph, const Missing& missing, const Unread& unread);

}  // namespace bote
