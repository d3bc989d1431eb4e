#pragma once
// Numbers as people write them: so many significant digits, no trailing zeros.
//
//   format_number(547.49, 3)     // "547"

#include <string>

namespace bote {

/// A plain number with so many significant digits, no trailing zeros: "1.16", "547.5", "1.2e+18" as "1.2e18".
std::string format_number(double value, int digits);

}  // namespace bote
