#pragma once
// The random numbers: points that fill the unit cube evenly, so that fewer of them are needed, shifted by chance.
// Any row of any stream can be had without those before it, so neither threads nor their number change a value.
//
//   fill_shares({seed, Points::lattice}, draw.stream, 0, column);      // the first 128 rows, in (0, 1)
//
// The points are a lattice (rank 1, extensible in powers of 2 up to 2^20 points, then shifted anew) for the first 64
// streams, which fill the cube more evenly than independent ones; further streams are independent.

#include <cstddef>
#include <cstdint>

#include "bote/engine/draw.hpp"

namespace bote {

enum class Points : std::uint8_t { lattice, independent };

struct Randomness {
    std::uint64_t seed = 1;
    Points points = Points::lattice;
};

/// A column of kBlockRows shares in (0, 1). `first_row` is a multiple of kBlockRows.
void fill_shares(const Randomness& randomness, std::uint32_t stream, std::uint64_t first_row, double* column);

}  // namespace bote
