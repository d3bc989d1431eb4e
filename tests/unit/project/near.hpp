#pragma once
// Numbers that agree but for rounding; a failing comparison prints both.
//
//   CHECK(value == near(1157.407, 1e-6));

#include <algorithm>
#include <cmath>
#include <ostream>

namespace bote::test {

struct Near {
    double value = 0;
    double share = 0;  // of the larger of both

    friend bool operator==(double found, const Near& wanted) {
        if (std::isnan(found) || std::isnan(wanted.value)) return std::isnan(found) && std::isnan(wanted.value);
        if (found == wanted.value) return true;
        if (std::isinf(found) || std::isinf(wanted.value)) return false;
        return std::abs(found - wanted.value) <= wanted.share * std::max(std::abs(found), std::abs(wanted.value));
    }
    friend std::ostream& operator<<(std::ostream& out, const Near& wanted) {
        return out << wanted.value << " within " << wanted.share;
    }
};

inline constexpr double kRounding = 1e-12;

/// NaN is near NaN alone, and an infinity near itself.
inline Near near(double value, double share = kRounding) { return {value, share}; }

}  // namespace bote::test
