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

struct Verdict {
    const Rule* rule = nullptr;
    std::string object;  // empty: of the whole workload
    bool holds = false;
    std::string text;     // what follows from it; empty where nothing is worth saying
    std::string because;  // "91.3 TB > 4 TB"
    double left = 0;
    double right = 0;
    std::optional<double> flips_at;  // value of Verdicts::scale; the other answer is beyond it
};

struct Verdicts {
    std::vector<Verdict> decisions;
    std::vector<std::string> notes;
    std::optional<int> scale;  // the given quantity in whose terms decisions flip
};

Verdicts compute_verdicts(const Estimate& estimate);

/// The given quantity that says how large it all is, such as `dau`; none if only parts are given.
std::optional<int> find_scale(const Model& model);

/// "below dau 3.07M"; empty if it does not flip.
std::string flip_text(const Estimate& estimate, const Verdicts& verdicts, const Verdict& verdict);

/// The decisions with something to say: those that hold, or all of them.
Table describe_decisions(const Estimate& estimate, const Verdicts& verdicts, Extent extent);

Datum decisions_datum(const Estimate& estimate, const Verdicts& verdicts);

}  // namespace bote
