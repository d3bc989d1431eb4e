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

/// The side of an expectation that is looked at, and the bound that it is held against. That is the right side, unless
/// only that names anything: `1 TB >= storage` looks at `storage`.
struct Sides {
    Tree actual;
    std::span<const Binding> names;  // of `actual`
    Tree bound;
    Terms terms;              // of `actual` and `bound`, in this order
    bool are_turned = false;  // the right side is looked at
    bool both_name = false;   // the bound names something too
};
Sides sides_of(const BoundExpectation& expectation);

/// The unit of the bound as it is written, where the actual side reads well in it; else that of the actual side.
Display display_of_actual(const Estimate& estimate, const BoundExpectation& expectation, double value);

/// The side that is looked at as it is printed, in the unit and to the digits of the bound where that can be.
std::string actual_text(const Estimate& estimate, const BoundExpectation& expectation, double left, double right);
bool expectation_holds(const Estimate& estimate, std::size_t index);

/// What an expectation is held against: "3.35 PB", or "chance 46%" where it asks for one.
std::string found_text(const Estimate& estimate, std::size_t index);

}  // namespace bote
