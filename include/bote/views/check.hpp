#pragma once
// `bote check`: do the expectations of workloads hold?
//
//   CheckedFile file = check_estimate(estimate);     // one result for each `expect` line
//   Report report = describe_check({file});
//   passes({file}, Strictness::all)                  // and nothing in it waits for other inputs

#include <optional>
#include <string>
#include <vector>

#include "bote/report/report.hpp"
#include "bote/views/estimate.hpp"
#include "bote/views/scenarios.hpp"

namespace bote {

struct CheckedLine {
    std::string text;    // as in the file
    std::string actual;  // the side that is looked at, as it is printed, or "chance 46%"
    double left = 0;
    double right = 0;
    bool holds = false;
    std::optional<double> chance;  // that it holds, where values are ranges
    double wanted_chance = 0;      // 0: the point estimate is looked at
    Span where = {};
};

/// "is 3.35 PB", "has a chance of 46%"
std::string told(const CheckedLine& line);

/// What is worth a look beside expectations; a strict check lets none pass but notes.
struct Finding {
    std::string kind;  // "waiting", "contradiction", "note"
    std::string text;  // "`growth` (for `horizon`)"
    Span where = {};
};

struct CheckedFile {
    std::string name;
    std::string file;
    bool readable = true;  // false: it has errors, which were reported elsewhere
    std::vector<CheckedLine> lines;
    std::vector<WaitingInput> waiting = {};
    std::vector<Finding> findings = {};
    Datum contradictions_data = {Datum::Array{}};
    Errors errors = {};  // of one that is not readable
};

CheckedFile check_estimate(const Estimate& estimate);
/// Of a file with scenarios; what waits or contradicts in one of them is found too.
CheckedFile check_estimates(const std::vector<NamedEstimate>& estimates);

enum class Strictness {
    expectations,
    all,  // findings too, but no notes
};

Report describe_check(const std::vector<CheckedFile>& files, Strictness strictness = Strictness::expectations);

/// Whether every line of every file holds, and a strict check finds nothing.
bool passes(const std::vector<CheckedFile>& files, Strictness strictness);

/// Whether every line of every file holds.
bool all_hold(const std::vector<CheckedFile>& files);

}  // namespace bote
