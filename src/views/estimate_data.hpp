#pragma once
// An estimate for machines: one record a quantity for CSV, one tree for JSON. Both carry full precision in base units.
//
//   report.data = estimate_data(estimate);

#include <vector>

#include "bote/report/report.hpp"
#include "bote/views/estimate.hpp"

namespace bote {

Table estimate_records(const Estimate& estimate);
Datum estimate_data(const Estimate& estimate);

/// All that is an answer or that an answer rests on, but for the steps between.
std::vector<QuantityIndex> find_listed(const Model& model);

/// The defaults that an answer rests on, but for those that change nothing.
std::vector<QuantityIndex> find_assumed(const Model& model);

}  // namespace bote
