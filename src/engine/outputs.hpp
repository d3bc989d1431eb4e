#pragma once
// What is wanted of a program, as operations. Outputs that are multiples of each other, or a whole number apart, share
// one operation, whose values are sorted or counted once for all of them:
//
//   peak_qps = qps * 3                       operation qps, factor 3
//   servers = needed + 2                     operation needed, shift 2

#include <vector>

#include "bote/engine/tape.hpp"
#include "varying.hpp"

namespace bote {

/// What is kept is looked at as it is, to the last bit.
Factors factors_for(const std::vector<Wanted>& wanted);

/// Appends an output for each wanted slot; the result says which operation makes it, and at which factor.
std::vector<ScaledOperation> find_outputs(Varying& varying, const std::vector<Wanted>& wanted,
                                          std::vector<Output>& outputs);

}  // namespace bote
