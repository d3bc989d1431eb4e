#pragma once
// In how many rows of a block a comparison holds.
//
//   count_held({0, Comparison::less, 0}, {left}, {nullptr, 100}, rows)        // in how many is left[r] < 100

#include <cstddef>
#include <cstdint>

#include "bote/engine/program.hpp"

namespace bote {

/// One side of a comparison: a column, or without one the same value in all rows.
struct Side {
    const double* column = nullptr;
    double value = 0;
};

/// The first `rows` are looked at. Where a side is not finite the comparison does not hold, as with holds().
std::uint64_t count_held(const Compared& compared, const Side& left, const Side& right, std::size_t rows);

}  // namespace bote
