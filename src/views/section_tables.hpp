#pragma once
// The tables that a section may have: lines with their working, a grid of rows and columns, or a row for each thing.
//
//   things_table(estimate, section, Extent::brief)

#include "bote/report/report.hpp"
#include "bote/views/shown.hpp"

namespace bote {

/// A quantity as a place of the page shows it; empty where there is none of that name.
Cell shown_cell(const Estimate& estimate, std::string_view name, ShownAs as);

/// One line for each quantity, with its working.
Table lines_table(const Estimate& estimate, const ShownSection& shown);

/// Of a workload without objects: what stands in which row and column.
Table grid_table(const Estimate& estimate, const PageSection& section);

/// A row for each object or tier, and a total.
Table objects_table(const Estimate& estimate, const PageSection& section, Extent extent);
Table tiers_table(const Estimate& estimate, const PageSection& section, Extent extent);

}  // namespace bote
