#pragma once
// The tables of an estimate, for people: traffic, storage, bandwidth, cache, servers, and what else is given.
//
//   add_sections(report, estimate, Extent::brief);

#include "bote/report/report.hpp"
#include "bote/views/estimate.hpp"

namespace bote {

/// A section without numbers is left out.
void add_sections(Report& report, const Estimate& estimate, Extent extent);

void add_section(Report& report, std::string_view title, Table table);

}  // namespace bote
