#pragma once
// Are the values that were given possible ones? Their bounds stand in the rows of the model.
//
//   check_bounds(model, values);             // throws: "headroom: 120% is not below 100%"

#include <optional>

#include "bote/engine/program.hpp"

namespace bote {

/// The bound that a computed value is beyond; none where rounding of numbers as large as `scale` may have done it.
std::optional<double> exceeded_bound(const ModelQuantity& quantity, double value, double scale,
                                     const Conventions& conventions);

/// Throws InputError with an error for each given value that is not finite or outside its bounds.
void check_bounds(const Model& model, const Values& values);

}  // namespace bote
