#pragma once
// The arithmetic that people do on a whiteboard: a day of 10^5 s, and each result rounded to an easy number and
// carried on. Inputs, shares, constants and the steps inside a formula stay; machines are rounded up.
//
//   nearest_easy_number(273.75)              // 250

#include <vector>

#include "bote/engine/program.hpp"

namespace bote {

/// The number nearest by ratio whose mantissa is 1, 1.2, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 7.5, 8 or 9.
double nearest_easy_number(double value);

/// Whether a quantity is a result that one writes down: not an input, a share, a constant, a step or a machine count.
bool is_written_down(const ModelQuantity& quantity);

/// A value rounded to an easy number of the unit in which it is shown.
double round_as_shown(double value, const Display& display, const Conventions& conventions);

/// A value of each quantity of the model, by the whiteboard.
std::vector<double> evaluate_on_whiteboard(const Model& model);

}  // namespace bote
