#pragma once
// The rows of a sweep as they come, a block at a time, however many there are: numbers, and what flips from row to row.
//
//   SweepPlan plan = plan_sweep(estimate, {{dau, {.from = 1e6, .to = 1e9, .count = 1000}}}, {});
//   sweep_blocks(estimate, plan, [&](const SweepBlock& block) { print(block); return Continue::yes; });

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "bote/engine/rows.hpp"
#include "bote/views/estimate.hpp"
#include "bote/views/timeline.hpp"

namespace bote {

/// An input and the values that it takes, in base units.
struct SweepInput {
    QuantityIndex quantity = QuantityIndex::none;  // of the model
    Steps steps;
};

/// A quantity, or the resource that binds a tier.
struct SweepColumn {
    std::string name;
    QuantityIndex quantity = QuantityIndex::none;  // of the model; a tier has none, but
    std::vector<QuantityIndex> resources;          // the quantities whose largest decides
};

struct SweepPlan {
    std::vector<SweepInput> inputs;  // one or two; the second runs faster
    std::vector<SweepColumn> columns;
};

/// `asked` names the quantities of the columns; with two inputs also tiers (`app`, `cache`, `database`: the resource
/// that binds it). Throws InputError for those that are not there.
std::vector<SweepColumn> find_columns(const Model& model, std::size_t inputs, const std::vector<std::string>& asked);

/// The columns that are asked for, or the usual ones. Throws InputError.
SweepPlan plan_sweep(const Estimate& estimate, std::vector<SweepInput> inputs, const std::vector<std::string>& asked);

/// What changes on the way to a row from the one before.
struct Flips {
    std::size_t row = 0;  // of the block
    std::vector<Change> changes;
};

struct SweepBlock {
    std::size_t rows = 0;
    std::vector<const double*> inputs;
    std::vector<const double*> numbers;                   // of each column; null for a tier
    std::vector<std::vector<QuantityIndex>> bottlenecks;  // for a tier, row by row, the quantity that decides, if any
    std::vector<Flips> flips;                             // with one input
};

/// Calls `take` for all rows in order, until it says stop. The pointers are good for the call.
void sweep_blocks(const Estimate& estimate, const SweepPlan& plan,
                  const std::function<Continue(const SweepBlock&)>& take);

/// The resource that binds a tier as a cell says it: "network", "-" where nothing does.
std::string bottleneck_text(const Model& model, QuantityIndex quantity);

/// "at 12.8M: spread the cache: 2 servers; at 14.4M: read replicas".
std::string flips_text(const Estimate& estimate, const SweepInput& input, const std::vector<Change>& changes);

}  // namespace bote
