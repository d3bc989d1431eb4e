#pragma once
// `bote solve`: the values of one input for which a condition holds, and where it stops holding.
//
//   Solution solution = compute_solution(estimate, dau);     // the condition is the estimate's last expectation
//   solution.stretches.front().to                            // 6.27e6: the largest

#include <optional>
#include <vector>

#include "bote/report/report.hpp"
#include "bote/views/estimate.hpp"

namespace bote {

/// Values of the input for which the condition holds, both ends included. An end that is not there is the end of what
/// was tried.
struct Stretch {
    std::optional<double> from;
    std::optional<double> to;
};

struct Solution {
    int input = -1;      // of the model
    double present = 0;  // its value
    double low = 0;      // what was tried
    double high = 0;
    bool holds_now = false;
    std::vector<Stretch> stretches;  // none: the condition holds nowhere
};

/// Within the bounds of the quantity: shares from end to end, other values within a factor of 10^9 of the present one.
/// Ends are found to 12 digits, whole for what is counted; steps from rounding up are met exactly. A stretch, or a gap
/// in one, that lies between two of the 8192 values tried is not seen: load that goes up and down with each machine has
/// such.
Solution compute_solution(const Estimate& estimate, int input);

Report describe_solution(const Estimate& estimate, const Solution& solution);

}  // namespace bote
