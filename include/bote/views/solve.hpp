#pragma once
// `bote solve`: the values of one input for which a condition holds, and where it stops holding. A condition `at 95%`
// holds where that share of samples of the ranges meets it.
//
//   Solution solution = compute_solution(estimate, dau);     // the condition is the estimate's last expectation
//   solution.stretches.front().to                            // 6.27e6: the largest

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "bote/report/report.hpp"
#include "bote/views/estimate.hpp"

namespace bote {

/// Values of the input for which the condition holds, both ends included. An end that is not there is the end of what
/// was tried.
struct Stretch {
    std::optional<double> from;
    std::optional<double> to;
    double shown_from = 0;  // of few digits, and the condition still holds
    double shown_to = 0;
};

/// A value of the input, with what comes of it.
struct Tried {
    std::string title;  // "largest"
    double value = 0;
    bool holds = false;
    std::optional<double> chance;  // where the condition asks for one
    Values values;                 // with all ranges at their median
};

struct Solution {
    QuantityIndex input = QuantityIndex::none;  // of the model
    double present = 0;                         // its value
    double low = 0;                             // what was tried
    double high = 0;
    std::size_t probes = 0;  // how many values were tried: what lies between two of them is not seen
    bool holds_now = false;
    bool depends = true;             // whether the input moves a side of the condition
    std::vector<Stretch> stretches;  // none: the condition holds nowhere
    std::vector<Tried> tried;        // at the present and on both sides of each end
    int digits = 4;                  // of an end
    std::uint64_t samples = 0;       // for each value; 0: the point estimate was looked at
    bool settled = true;             // the digits stood still, or a number of samples was given
};

struct SolveRequest {
    std::uint64_t samples = 0;  // 0: until the shown digits of the ends stand still
    std::uint64_t seed = 1;
    std::function<void(std::uint64_t done)> progress = {};  // told now and then how many samples of a value there are
};

/// Within the bounds of the quantity: shares from end to end, counts from the least that may be, and values up to a
/// factor of 10^9 from the present one.
/// Ends are found to 12 digits, whole for what is counted; steps from rounding up are met exactly. A stretch, or a gap
/// in one, that lies between two of the 8192 values tried is not seen; where there is more than one stretch, as of load
/// that goes up and down with each machine, half a million are tried. Of a condition with a chance the ends are found
/// to three digits, with the same samples for each of the 512 values tried, the input itself being no range then.
/// Throws InputError for correlations that no numbers can have.
Solution compute_solution(const Estimate& estimate, QuantityIndex input, const SolveRequest& request = {});

Report describe_solution(const Estimate& estimate, const Solution& solution);

}  // namespace bote
