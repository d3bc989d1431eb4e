#pragma once
// The graph of a plan as a model: present quantities in the order in which they can be computed.

#include <vector>

#include "bote/model/model.hpp"
#include "plan.hpp"

namespace bote {

/// Adds quantities, expectations and rules to a model. `rivals` name ids of the plan.
void assemble(Plan& plan, std::vector<Rival> rivals, Model& model);

}  // namespace bote
