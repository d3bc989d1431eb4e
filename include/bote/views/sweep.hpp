#pragma once
// `bote sweep`: the estimate along one input, and where something flips; or a map over two.
//
//   Sweep sweep = compute_sweep(estimate, {{dau, {1e6, 1e7, 1e8}}}, {});
//   Report report = describe_sweep(estimate, sweep);

#include <string>
#include <vector>

#include "bote/report/report.hpp"
#include "bote/views/estimate.hpp"
#include "bote/views/timeline.hpp"

namespace bote {

/// An input and the values that it takes, in base units.
struct SweepInput {
    int quantity = -1;  // of the model
    std::vector<double> values;
};

struct SweepRow {
    double input = 0;
    std::vector<double> values;   // of Sweep::quantities
    std::vector<Change> changes;  // since the row before
};

struct Sweep {
    std::vector<SweepInput> inputs;  // one or two
    std::vector<int> quantities;     // one input: the columns
    std::vector<SweepRow> rows;
    std::string cell;                          // two inputs: what the cells are, a quantity or a tier
    std::vector<std::vector<Cell>> cells;      // a row for each value of the first input
    std::vector<std::vector<double>> numbers;  // the same as numbers; NaN where a cell is a resource
};

/// `asked` names the quantities of the columns, or the one quantity or tier (`app`, `cache`, `database`: the resource
/// that binds it) of a map's cells; empty: the usual ones. Throws InputError for one that is not there, and for more
/// rows or columns than can be read.
Sweep compute_sweep(const Estimate& estimate, std::vector<SweepInput> inputs, const std::vector<std::string>& asked);

Report describe_sweep(const Estimate& estimate, const Sweep& sweep);

/// So many values from low to high, evenly spaced or by equal ratios; none of them below low or above high.
std::vector<double> even_steps(double low, double high, std::size_t count);
std::vector<double> ratio_steps(double low, double high, std::size_t count);

/// The easy numbers 1, 2, 5, 10, ... between low and high, and the two ends. `unit` is what they are easy in.
std::vector<double> easy_steps(double low, double high, double unit);

}  // namespace bote
