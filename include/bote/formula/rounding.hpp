#pragma once
// `ceil` and `round`: they forgive what the arithmetic before them may have added or taken, and no more.
//
//   forgiving_ceil(100 * 1.1 / 10)          // 11, though 100 * 1.1 / 10 is 11.000000000000002
//   forgiving_ceil(1e9 + 0.1)               // 1000000001: the least whole number that is enough

#include <algorithm>
#include <cmath>

#include "bote/base/versions.hpp"

namespace bote {

/// What some dozens of operations may have rounded, as a share of their result.
inline constexpr double kRounding = 0x1p-46;

/// The same of a number; no more than a quarter, so that large ones come to the right whole number too.
BOTE_INLINE double forgiven_of(double x) {
    constexpr double kMost = 0.25;
    return std::min(std::abs(x) * kRounding, kMost);
}

/// The smallest whole number not below x.
BOTE_INLINE double forgiving_ceil(double x) {
    const double whole = std::floor(x);
    return whole + (x - whole > forgiven_of(x) ? 1.0 : 0.0);
}

/// The nearest whole number, ties away from zero.
BOTE_INLINE double forgiving_round(double x) {
    const double size = std::abs(x);
    const double whole = std::floor(size);
    return std::copysign(whole + (size - whole >= 1.0 / 2 - forgiven_of(x) ? 1.0 : 0.0), x);
}

}  // namespace bote
