#pragma once
// `bote value`: bare answers, a line each, for scripts and prose.
//
//   Answers answers = compute_answers(estimate, {"storage", "qps in 1/min"});
//   value_lines(estimate, answers)           // "391 TB\n6.94M/min\n"

#include <string>
#include <vector>

#include "bote/report/report.hpp"
#include "bote/views/estimate.hpp"

namespace bote {

struct Answers {
    std::vector<QuantityIndex> quantities;  // indexes into the model, in the order in which they were asked for
};

/// Throws InputError where the workload has no such quantity.
Answers compute_answers(const Estimate& estimate, const std::vector<std::string>& asked);

/// The values as the tables print them.
std::string value_lines(const Estimate& estimate, const Answers& answers);

/// The same for programs: in full precision, with their units.
Report describe_answers(const Estimate& estimate, const Answers& answers);

}  // namespace bote
