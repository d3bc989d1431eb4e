#pragma once
// What changed from one estimate of a file to the next.
//
//   changes_since(before, after)     // "dau 100M -> 200M; peak_qps 351k/s -> 702k/s, storage 391 TB -> 782 TB"

#include <string>

#include "bote/views/estimate.hpp"

namespace bote {

/// Inputs, then results of the headline and own quantities, as they are printed; empty where all of these are equal.
std::string changes_since(const Estimate& before, const Estimate& after);

}  // namespace bote
