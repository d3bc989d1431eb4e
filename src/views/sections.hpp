#pragma once
// The tables of an estimate, for people: traffic, storage, bandwidth, cache, servers, and what else is given.
//
//   add_sections(report, estimate, Extent::brief);

#include "bote/report/report.hpp"
#include "bote/views/estimate.hpp"

namespace bote {

/// A section without numbers is left out.
void add_sections(Report& report, const Estimate& estimate, Extent extent);

/// The quantities of each section, in the order of the page.
struct ShownSection {
    std::string_view title;
    std::vector<int> quantities;  // of the model
};
std::vector<ShownSection> shown_quantities(const Model& model, Extent extent);

void add_section(Report& report, std::string_view title, Table table);

}  // namespace bote
