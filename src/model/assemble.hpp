#pragma once
// The graph of a plan as a model: present quantities in the order in which they can be computed.

#include <vector>

#include "bote/model/model.hpp"
#include "plan.hpp"
#include "rivals.hpp"

namespace bote {

/// Adds quantities, expectations and rules to a model.
void assemble(Plan& plan, std::vector<RivalOfNode> rivals, Model& model);

}  // namespace bote
