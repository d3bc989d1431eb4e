#pragma once
// Whether an expectation holds, and what it is held against, in as many digits as show it.
//
//   found_text(estimate, 0)      // "3.35 PB"

#include <functional>
#include <string>
#include <utility>

#include "bote/views/estimate.hpp"

namespace bote {

/// Both sides of a comparison as they are shown with so many digits.
using ShownAt = std::function<std::pair<double, double>(int digits)>;

/// How many digits, from the usual ones on, it takes until the sides that are shown compare as the two values do: what
/// is above 391 TB must not read "391 TB".
int telling_digits(int usual, const Terms& terms, double left, double right, const ShownAt& shown);

/// The unit of the right side as it is written, where the left one reads well in it; else that of the left one.
Display display_of_left(const Estimate& estimate, const BoundExpectation& expectation, double value);

/// The left side of an expectation as it is printed, in the unit and to the digits of the right one where that can be.
std::string left_text(const Estimate& estimate, const BoundExpectation& expectation, double left, double right);
bool expectation_holds(const Estimate& estimate, std::size_t index);

/// What an expectation is held against: "3.35 PB", or "chance 46%" where it asks for one.
std::string found_text(const Estimate& estimate, std::size_t index);

}  // namespace bote
