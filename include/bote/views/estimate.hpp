#pragma once
// `bote estimate`: the whole answer on one page.
//
//   Estimate estimate = compute_estimate(load_workload(source), {});
//   Report report = describe_estimate(estimate, Audience::people);

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "bote/engine/program.hpp"
#include "bote/engine/sample.hpp"
#include "bote/report/report.hpp"

namespace bote {

/// What samples of the ranges gave; see uncertainty.hpp.
struct Uncertainty {
    std::vector<double> percentiles;
    std::vector<QuantityIndex> quantities;  // of the model
    Samples samples;                        // of the quantities, and of all comparisons
    std::uint64_t seed = 1;
};

/// A model with a value for each of its quantities. Other views start from it.
struct Estimate {
    Model model;
    Program program;
    Values values;
    std::optional<Uncertainty> uncertainty = {};  // where values are ranges and samples were asked for
};

/// How much of an answer is shown to people.
enum class Extent {
    brief,  // what fits a screen
    all,
};

/// Throws InputError where the workload is wrong, or a value in it impossible.
Estimate compute_estimate(const Workload& workload, const Overlay& overlay);

struct SampleRequest {
    std::uint64_t count = 0;  // 0: until the shown digits stand still
    std::uint64_t seed = 1;
    std::vector<double> percentiles = {0.05, 0.5, 0.95};
    Precision precision = Precision::bucket;
    Audience audience = Audience::program;  // people see fewer quantities, which takes less time
    Extent extent = Extent::all;
    std::size_t runs = 1;  // estimates that share half a second of work, as scenarios of one page
    std::function<void(std::uint64_t done)> progress = {};  // told now and then how many samples there are
};

Report describe_estimate(const Estimate& estimate, Audience audience, Extent extent = Extent::brief);

/// Expectations that do not hold, as lines for standard error.
std::vector<std::string> failed_expectations(const Estimate& estimate);

/// The quantities that are out of range, as a line for standard error; empty where there are none.
std::string out_of_range_text(const Estimate& estimate);

}  // namespace bote
