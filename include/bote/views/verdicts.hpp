#pragma once
// What an estimate means: the decisions that its numbers call for, each with the size at which it flips, and notes on
// inputs that look odd.
//
//   Verdicts verdicts = compute_verdicts(estimate);
//   verdicts.decisions.front().text      // "partition the data: 33 shards"

#include <optional>
#include <string>
#include <vector>

#include "bote/report/report.hpp"
#include "bote/views/estimate.hpp"

namespace bote {

/// Where the answer changes: at this value of a quantity that was given.
struct Flip {
    QuantityIndex quantity = QuantityIndex::none;  // of the model
    double value = 0;
};

struct Verdict {
    const Rule* rule = nullptr;
    std::string object;  // empty: of the whole workload
    bool holds = false;
    std::string text;     // what follows from it; empty where nothing is worth saying
    std::string because;  // "91.3 TB > 4 TB"
    double left = 0;
    double right = 0;
    std::optional<Flip> flip;
    std::optional<double> chance;  // that it holds, where values are ranges
    std::uint32_t comparison = 0;  // of the program
};

struct Verdicts {
    std::vector<Verdict> decisions;
    std::vector<std::string> notes;
};

/// "Photo: the cache is larger than the data: ..."
std::string note_text(const Verdict& note);

/// The decisions that are shown: those that hold or may hold, or all of them.
Verdicts compute_verdicts(const Estimate& estimate, Extent extent = Extent::all);

/// The same without where they flip, which takes longer than all the rest.
Verdicts judge_all(const Estimate& estimate, Extent extent = Extent::all);

/// The i-th rule of the model, as the values have it; where it flips is not looked for.
Verdict judge(const Model& model, const Values& values, std::size_t i);

/// "below dau 3.07M"; empty if it does not flip.
std::string flip_text(const Estimate& estimate, const Verdict& verdict);

/// The decisions with something to say: those that hold, or all of them.
Table describe_decisions(const Estimate& estimate, const Verdicts& verdicts, Extent extent);

Datum decisions_datum(const Estimate& estimate, const Verdicts& verdicts);

}  // namespace bote
