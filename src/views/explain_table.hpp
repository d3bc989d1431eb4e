#pragma once
// The steps of an explanation as a table: one row for a formula, with a column for each object and one for all.

#include <vector>

#include "bote/views/explain.hpp"

namespace bote {

/// Of the steps those along the headline with what they read, each for all objects that have it; all where there is no
/// headline.
std::vector<WorkingStep> steps_along(const Explanation& explanation);

Table step_table(const Explanation& explanation, const std::vector<WorkingStep>& steps);

/// "-8.7%"
std::string drift_text(double drift);

}  // namespace bote
