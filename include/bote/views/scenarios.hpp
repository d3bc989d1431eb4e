#pragma once
// `bote estimate` of a file with scenarios: one column for each.
//
//   Report report = describe_scenarios({{"", base}, {"flash sale", sale}}, Audience::people, Extent::brief);

#include <string>
#include <vector>

#include "bote/report/report.hpp"
#include "bote/views/estimate.hpp"

namespace bote {

struct NamedEstimate {
    std::string name;     // empty: the file as it is written
    std::string changes;  // "peak_factor 10, dau 5M"
    Estimate estimate;
};

/// The first is the file as it is written; it gets no column of its own where a scenario changes nothing.
Report describe_scenarios(const std::vector<NamedEstimate>& estimates, Audience audience, Extent extent);

/// One of them alone: its records, with its name in front, and its entry in the list of the data.
Table records_of_scenario(const NamedEstimate& scenario);
Datum data_of_scenario(const NamedEstimate& scenario);

/// The inputs that wait in the file as it is written, and those of its scenarios.
std::vector<WaitingInput> waiting_in(const std::vector<NamedEstimate>& estimates);

/// Given values that exclude each other in a scenario, with its name, where they do not in the file as it is written.
std::vector<std::string> contradictions_of_scenarios(const std::vector<NamedEstimate>& estimates);

/// Likewise the notes on inputs that look odd.
std::vector<std::string> notes_of_scenarios(const std::vector<NamedEstimate>& estimates);

/// The overlay with the changes of a scenario below its own options, which win.
Overlay with_scenario(const Scenario& scenario, Overlay overlay);

/// "peak_factor 10, dau 5M".
std::string changes_text(const Scenario& scenario);

}  // namespace bote
