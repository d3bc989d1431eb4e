#include "bote/engine/compare.hpp"

#include <cfloat>
#include <cmath>

#include "bote/base/versions.hpp"

namespace bote {
namespace {

/// Without a branch: with one the loop is not vectorised.
template <class Relation>
BOTE_INLINE bool holds_if_finite(double a, double b, Relation relation) {
    return (int{std::abs(a) <= DBL_MAX} & int{std::abs(b) <= DBL_MAX} & int{relation(a, b)}) != 0;
}

template <class Relation>
BOTE_INLINE std::uint64_t count_rows(const Side& left, const Side& right, std::size_t rows, Relation relation) {
    const auto [a, one_a] = left;
    const auto [b, one_b] = right;
    std::uint64_t count = 0;
    if (a != nullptr && b != nullptr) {
        for (std::size_t r = 0; r < rows; ++r) count += holds_if_finite(a[r], b[r], relation) ? 1 : 0;
    } else if (a != nullptr) {
        for (std::size_t r = 0; r < rows; ++r) count += holds_if_finite(a[r], one_b, relation) ? 1 : 0;
    } else if (b != nullptr) {
        for (std::size_t r = 0; r < rows; ++r) count += holds_if_finite(one_a, b[r], relation) ? 1 : 0;
    } else if (holds_if_finite(one_a, one_b, relation)) {
        count = rows;
    }
    return count;
}

BOTE_INLINE std::uint64_t count(const Compared& compared, const Side& left, const Side& right, std::size_t rows) {
    const double tolerance = compared.tolerance;
    const auto over = [=](double a, double b) { return a - b > tolerance * std::abs(b); };
    const auto under = [=](double a, double b) { return b - a > tolerance * std::abs(b); };
    switch (compared.comparison) {
        case Comparison::less: return count_rows(left, right, rows, under);
        case Comparison::less_equal:
            return count_rows(left, right, rows, [=](double a, double b) { return !over(a, b); });
        case Comparison::greater: return count_rows(left, right, rows, over);
        case Comparison::greater_equal:
            return count_rows(left, right, rows, [=](double a, double b) { return !under(a, b); });
        case Comparison::equal:
        case Comparison::about:
            return count_rows(left, right, rows,
                              [=](double a, double b) { return std::abs(a - b) <= tolerance * std::abs(b); });
    }
    return 0;
}

}  // namespace

std::uint64_t count_held(const Compared& compared, const Side& left, const Side& right, std::size_t rows) {
    return fastest<count>(compared, left, right, rows);
}

}  // namespace bote
