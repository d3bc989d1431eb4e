#pragma once
// The formulas of capacity planning that are no plain arithmetic: growth, skew, queues, redundancy.
//
//   erlang_c(32, 0.7)          // the chance that a request waits for one of 32 workers that are 70% busy

#include <cmath>

namespace bote {

/// A growth below is none: the closed forms divide by it.
inline constexpr double kNoGrowth = 1e-12;

/// The median of a range `low to high`: the geometric mean where both ends are positive (lognormal), else the mean.
inline double median_of_range(double low, double high) {
    return low > 0 && high > 0 ? std::sqrt(low) * std::sqrt(high) : (low + high) / 2;
}

/// Years for which a flow that grows by `growth` a year must be kept to hold what flowed in the last `window` years
/// before the `horizon`, in units of the flow at launch: the integral of (1 + growth)^t from horizon - window to
/// horizon. For no growth this is the window itself.
double grown_time(double growth, double horizon, double window);

/// The other way round: years from launch until a flow that grows by `growth` a year has brought as much as `years`
/// of it at launch. Infinite where a shrinking flow never does.
double fill_time(double growth, double years);

/// The share, in [0, 1], of all requests that goes to the `hottest` of `objects` objects when the k-th is asked for in
/// proportion to 1 / k^exponent (Zipf's law): H(hottest) / H(objects), with H the generalised harmonic number, by the
/// Euler-Maclaurin formula (error below 1e-6). Both counts may be fractions; below 50 a part of an object counts in
/// proportion.
double zipf_share(double hottest, double objects, double exponent);

/// The chance that a request has to wait in a queue before `workers` that are busy for the share `utilization`:
/// Erlang's C formula (M/M/c). 1 from full utilization on, 0 below 1e-12. From 100,000 workers on by the limit of
/// Halfin and Whitt.
double erlang_c(double workers, double utilization);

/// The chance that at least `needed` of `machines` are up, each on its own with the chance `availability`: the upper
/// tail of the binomial distribution.
double at_least(double needed, double machines, double availability);

}  // namespace bote
