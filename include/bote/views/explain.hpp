#pragma once
// `bote explain`: how a quantity comes about, first in one line, then step by step, beside what one would write on a
// whiteboard.
//
//   Explanation explanation = compute_explanation(estimate, "storage");    // storage and what it rests on
//   Report report = describe_explanation(explanation, Extent::brief);

#include <string>
#include <vector>

#include "bote/report/report.hpp"
#include "bote/views/chain.hpp"
#include "bote/views/estimate.hpp"

namespace bote {

struct WorkingStep {
    QuantityIndex quantity{0};
    double whiteboard = 0;  // its value by the whiteboard's arithmetic, under the whiteboard's day
    double drift = 0;       // how far that is from the exact one, as a share; both as they are printed
};

/// The line that leads to one quantity.
struct Headline {
    QuantityIndex quantity{0};
    std::vector<Link> exact;
    std::vector<Link> whiteboard;
};

struct Explanation {
    std::string asked;  // empty: everything
    Working working;
    std::vector<WorkingStep> steps;
    std::vector<Headline> headlines;  // of the quantity; of everything, those of the main results
};

/// The estimate outlives it. Throws InputError where the workload has no such quantity.
Explanation compute_explanation(const Estimate& estimate, const std::string& quantity);

/// The steps along the headline, or all of them; programs get all.
Report describe_explanation(const Explanation& explanation, Extent extent);

/// The headlines as one would say them.
Report describe_spoken(const Explanation& explanation);

/// Rounded by the whiteboard, so that its drift says something.
bool has_drift(const Working& working, QuantityIndex quantity);

}  // namespace bote
