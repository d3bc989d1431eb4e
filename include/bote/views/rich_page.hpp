#pragma once
// What the page of an estimate has that is handed around: the verdict and the figures, pictures, and folded below the
// tables the working of every number and where each input comes from.
//
//   report.blocks.emplace_back(key_figures_of(estimate));

#include "bote/report/report.hpp"
#include "bote/views/estimate.hpp"

namespace bote {

/// The answer in a sentence, and its five figures.
KeyFigures key_figures_of(const Estimate& estimate);

/// What to pin down first, growth, and where it all goes.
void add_charts(Report& report, const Estimate& estimate);

/// The working of every quantity, a row each. Other tables link to it.
void add_working(Report& report, const Estimate& estimate);

/// Every input that an answer rests on, with a letter for where it comes from.
void add_inputs_table(Report& report, const Estimate& estimate);

}  // namespace bote
