#pragma once
// What stands around the numbers on a page for people: the inputs above them, the assumptions below.
//
//   add_title(report, estimate, Head::short_form);

#include <cstdint>
#include <string>

#include "bote/report/report.hpp"
#include "bote/views/estimate.hpp"

namespace bote {

/// Which inputs stand above the answer. Of very many the first alone do, but for the whole form.
enum class Head : std::uint8_t {
    above_tables,  // but for those that the tables of the objects show
    short_form,
    whole,
};

/// The name, the inputs as one paragraph, and what the file agreed on otherwise than usual.
void add_title(Report& report, const Estimate& estimate, Head head);

/// "day 100000 s, kilo 1024": the conventions that differ from others.
std::string conventions_text(const Conventions& agreed, const Conventions& others);

/// Whether any of the traffic is another at the horizon than at launch.
bool traffic_grows(const Model& model);

/// Where traffic grows: which numbers are of launch and which of the horizon.
void add_moment(Report& report, const Estimate& estimate);

/// Where values are ranges: that the numbers are of their medians.
void add_medians(Report& report, const Estimate& estimate);

/// The defaults that the answers rest on, but for those in whose place others were tried; the brief form counts those
/// of machines instead of listing them.
void add_assumptions(Report& report, const Estimate& estimate, Extent extent,
                     const std::vector<QuantityIndex>& tried = {});

/// "Waiting: `growth` (for `horizon`)": the inputs that nothing reads yet; the brief form names the first of many.
void add_waiting(Report& report, const std::vector<WaitingInput>& inputs, Extent extent);

/// The same for programs: `[{"name": "growth", "for": ["horizon"]}]`.
Datum waiting_datum(const std::vector<WaitingInput>& inputs);

}  // namespace bote
