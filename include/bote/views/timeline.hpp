#pragma once
// `bote timeline`: the estimate at one moment after the other, and when a limit is crossed.
//
//   Timeline timeline = compute_timeline(estimate, {kYear, {}});   // an estimate with a horizon: where it ends
//   Report report = describe_timeline(estimate, timeline);

#include <string>
#include <vector>

#include "bote/report/report.hpp"
#include "bote/views/estimate.hpp"

namespace bote {

struct TimelineOptions {
    double step = 0;                      // seconds; 0: months up to two years, else years
    std::vector<std::string> quantities;  // empty: the usual ones
};

/// A decision, an expectation or the resource that binds a tier, whose answer changes.
struct Change {
    double at = 0;  // seconds from launch; in a sweep the value of the input
    std::string text;
};

struct Moment {
    double time = 0;
    std::vector<double> values;     // of Timeline::quantities
    std::vector<Change> crossings;  // since the moment before
};

struct Timeline {
    std::vector<QuantityIndex> quantities;  // indexes into the model
    std::vector<Moment> moments;
};

/// Throws InputError for a quantity that is not there, and for more than 1000 rows.
Timeline compute_timeline(const Estimate& estimate, const TimelineOptions& options);

Report describe_timeline(const Estimate& estimate, const Timeline& timeline);

}  // namespace bote
