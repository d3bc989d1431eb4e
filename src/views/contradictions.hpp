#pragma once
// Given values that contradict each other, as lines and as data.
//
//   add_contradictions(report, estimate);     // "`write_qps` is given as 50/s; `writes` would make it 0.317/s"

#include <string>
#include <vector>

#include "bote/report/report.hpp"
#include "bote/views/estimate.hpp"

namespace bote {

/// One line for each given value that other given values would make another.
std::vector<std::string> contradiction_lines(const Estimate& estimate);

void add_contradictions(Report& report, const Estimate& estimate);

/// A list of `{quantity, given, otherwise, because}`.
Datum contradictions_datum(const Estimate& estimate);

}  // namespace bote
