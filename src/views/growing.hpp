#pragma once
// Rates that are given for the horizon, along the way to it.
//
//   for (const GrowingRate& each : rates_given_for_horizon(estimate)) ...    // peak_qps, and growth_factor

#include <vector>

#include "bote/views/common.hpp"

namespace bote {

/// A given rate that stands for the horizon: before it, the traffic has not grown that far.
struct GrowingRate {
    QuantityIndex rate = QuantityIndex::none;           // of the model
    QuantityIndex growth_factor = QuantityIndex::none;  // traffic at a moment for each request at launch
    double at_launch = 0;                               // the rate there
};

/// The given rates (of requests or bytes, in the base unit) whose formulas rest on the growth factor. Others, such as
/// `writes`, are given for launch and grow by themselves.
std::vector<GrowingRate> rates_given_for_horizon(const Estimate& estimate);

}  // namespace bote
