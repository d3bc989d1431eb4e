#pragma once
// `bote estimate`: the whole answer on one page.
//
//   Estimate estimate = compute_estimate(load_workload(source), {});
//   Report report = describe_estimate(estimate, Audience::people);

#include <string>
#include <vector>

#include "bote/engine/program.hpp"
#include "bote/report/report.hpp"

namespace bote {

/// A model with a value for each of its quantities. Other views start from it.
struct Estimate {
    Model model;
    Program program;
    Values values;
};

/// How much of an answer is shown to people.
enum class Extent {
    brief,  // what fits a screen
    all,
};

/// Throws InputError where the workload is wrong, or a value in it impossible.
Estimate compute_estimate(const Workload& workload, const Overlay& overlay);

Report describe_estimate(const Estimate& estimate, Audience audience, Extent extent = Extent::brief);

/// Expectations that do not hold, as lines for standard error.
std::vector<std::string> failed_expectations(const Estimate& estimate);

}  // namespace bote
