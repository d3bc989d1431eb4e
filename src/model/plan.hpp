#pragma once
// A workload read and checked, and the graph that follows from it, before any number.

#include <memory>
#include <optional>
#include <vector>

#include "bote/model/model.hpp"
#include "graph.hpp"
#include "reader.hpp"

namespace bote {

/// Everything known about a workload before numbers: what was given, and the graph that follows from it.
struct Plan {
    /// Throws InputError with all errors that were found. Trees are kept in `kept_in`.
    Plan(const Workload& workload, const Overlay& overlay,
         std::shared_ptr<Formulas> kept_in = std::make_shared<Formulas>());

    /// What the expectations read. Throws InputError where one of them reads what is not there.
    std::vector<NodeIndex> roots();

    NodeTable nodes;
    Errors errors;
    Conventions conventions;
    Givens givens;
    std::vector<BoundExpectation> expectations;
    std::vector<std::vector<Resolved>> expected;  // two for each expectation
    std::vector<Display> own_displays;
    std::shared_ptr<Formulas> formulas;
    std::optional<Graph> graph;
};

}  // namespace bote
