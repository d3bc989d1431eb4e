#pragma once
// The rules of the catalogue (decisions, warnings, notes) that a workload can have: once for the whole, or for each
// object or tier, wherever all quantities that a rule names are present.

#include <cstddef>

#include "bindings.hpp"
#include "bote/model/model.hpp"
#include "plan.hpp"

namespace bote {

/// How many names add_rules() binds at most.
std::size_t most_names_of_rules(const NodeTable& nodes);

void add_rules(const Plan& plan, Bindings& bindings, Model& model);

}  // namespace bote
