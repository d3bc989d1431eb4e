#pragma once
// `bote sweep` as a table: the estimate along one input, and where something flips; or a map over two.
//
//   Sweep sweep = compute_sweep(estimate, plan_sweep(estimate, {{dau, steps}}, {}));
//   Report report = describe_sweep(estimate, sweep);

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "bote/report/report.hpp"
#include "bote/views/sweep_rows.hpp"

namespace bote {

/// How many values are tried between two ends, and whether by equal ratios. What is not said depends on the ends.
struct WantedSteps {
    std::optional<std::uint64_t> count = {};
    std::optional<bool> by_ratio = {};
};

/// `dau=1M..1B`, `replication=1,2,3`: an input of the model and its values. Throws InputError.
SweepInput read_sweep_input(const std::string& word, Estimate& estimate, const WantedSteps& wanted);

struct SweepRow {
    double input = 0;
    std::vector<double> values;   // of SweepPlan::columns
    std::vector<Change> changes;  // since the row before
};

struct Sweep {
    SweepPlan plan;
    std::vector<SweepRow> rows;                // one input
    std::vector<std::vector<Cell>> cells;      // two inputs: a row for each value of the first
    std::vector<std::vector<double>> numbers;  // the same as numbers; NaN where a cell is a resource
};

/// Throws InputError for more rows or columns than can be read; sweep_blocks() has no such limit.
Sweep compute_sweep(const Estimate& estimate, SweepPlan plan);

/// Without records: a sheet takes the rows as they come.
Report describe_sweep(const Estimate& estimate, const Sweep& sweep);

/// The easy numbers 1, 2, 5, 10, ... between low and high, and the two ends. `unit` is what they are easy in.
std::vector<double> easy_steps(double low, double high, double unit);

}  // namespace bote
