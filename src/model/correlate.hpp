#pragma once
// `correlate:` -> pairs of quantities of the model.
//
//   bind_correlations(workload, model);
//   model.correlations.front().rank_correlation      // 0.7

#include "bote/model/model.hpp"

namespace bote {

/// Throws InputError for a name that is no range, a number that is no correlation, and a pair that is there twice.
void bind_correlations(const Workload& workload, Model& model);

}  // namespace bote
