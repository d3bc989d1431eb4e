#pragma once
// What a failure does to the machines that were planned: `--scenario zone-down`.
//
//   Estimate estimate = compute_estimate(workload, with_failure(*find_failure("zone-down"), workload, overlay));
//   std::vector<Strain> strains = strains_of(estimate);
//   strains[0].verdict       // Strain::Verdict::falls_over

#include <optional>
#include <string>
#include <vector>

#include "bote/model/failure.hpp"
#include "bote/report/report.hpp"
#include "bote/views/estimate.hpp"

namespace bote {

/// The machines as the workload asks for them, as the `fleet` of each tier; then what the failure changes, before what
/// the command line sets. Throws InputError where the workload is wrong, or nothing in it can fail like this.
Overlay with_failure(const Failure& failure, const Workload& workload, Overlay overlay);

/// What one tier has to carry.
struct Strain {
    enum class Verdict { holds, above_target, falls_over };

    std::string tier;
    std::string title;
    Quantity machines;
    Quantity left;
    std::optional<Quantity> use_before;  // none where only its disks, or what a cache holds, ask for machines
    std::optional<Quantity> use;         // and where no machine is left
    std::optional<Quantity> needed;      // machines with which it would keep to its target; none where all are gone
    Verdict verdict = Verdict::holds;
};

/// Of the tiers that have a `fleet`: all in a named failure, those that it says in a scenario of the file.
std::vector<Strain> strains_of(const Estimate& estimate);

/// The table of the page and what it means; nothing where no tier has a `fleet`.
void add_failure(Report& report, const Estimate& estimate);

/// `{name, meaning, tiers}`; none where no tier has a `fleet`.
std::optional<Datum> failure_datum(const Estimate& estimate);

}  // namespace bote
