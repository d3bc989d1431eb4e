#pragma once
// `bote explain`: the working, step by step, beside what one would write on a whiteboard.
//
//   Explanation steps = compute_explanation(estimate, "storage");    // storage and what it rests on
//   Report report = describe_explanation(estimate, steps);

#include <string>
#include <vector>

#include "bote/report/report.hpp"
#include "bote/views/estimate.hpp"

namespace bote {

struct Step {
    int quantity = 0;       // index into the model
    double whiteboard = 0;  // its value by the whiteboard's arithmetic, under the whiteboard's day
    double drift = 0;       // how far that is from the exact one, as a share; both as they are printed
};

struct Explanation {
    std::string asked;  // empty: everything
    std::vector<Step> steps;
};

/// Throws InputError where the workload has no such quantity.
Explanation compute_explanation(const Estimate& estimate, const std::string& quantity);

Report describe_explanation(const Estimate& estimate, const Explanation& explanation);

}  // namespace bote
