#pragma once
// Whether a value is a possible one for a quantity. What is possible stands in the rows of the model.
//
//   value_problem(quantity, 1.2, conventions)     // {"120% is too much", "headroom is below 100%"}

#include <optional>
#include <string>
#include <utility>

#include "bote/base/error.hpp"
#include "bote/model/model.hpp"

namespace bote {

/// What is wrong with a value, and a hint; both empty if nothing is.
std::pair<std::string, std::string> value_problem(const ModelQuantity& quantity, double value,
                                                  const Conventions& conventions);

/// The same for a given formula with its value, and for both ends of a range: as an error at its place.
std::optional<Error> error_in_value(const ModelQuantity& quantity, Tree tree, std::string_view written, double value,
                                    const Span& where, const Conventions& conventions);

}  // namespace bote
