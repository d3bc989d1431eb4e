#pragma once
// Given inputs that nothing reads: a mistake, or waiting for others beside them.

#include "plan.hpp"

namespace bote {

/// Notes in the model what waits, and what to give next. Throws InputError for what is given in vain.
void find_waiting(Plan& plan, const Workload& workload, const Overlay& overlay, Model& model);

}  // namespace bote
