#pragma once
// Four numbers at a time, as wide as a register of AVX2. For the bodies of fastest<>().
//
//   Lanes value;
//   load(value, column);
//   Lanes least = value;
//   ...                            // the next ones, each with lower(least, value)
//   joined<lower>(least)           // the smallest of all

#include <cstddef>
#include <cstring>

#include "bote/base/versions.hpp"

namespace bote {

inline constexpr std::size_t kLanes = 4;

using Lanes = double __attribute__((vector_size(kLanes * sizeof(double))));

BOTE_INLINE void load(Lanes& lanes, const double* column) { std::memcpy(&lanes, column, sizeof lanes); }

BOTE_INLINE void add_to(double* sums, const Lanes& lanes) {
    Lanes sum;
    load(sum, sums);
    sum += lanes;
    std::memcpy(sums, &sum, sizeof sum);
}

/// The smaller one of each pair, the larger one, the sum.
BOTE_INLINE void lower(Lanes& least, const Lanes& value) { least = value < least ? value : least; }
BOTE_INLINE void raise(Lanes& most, const Lanes& value) { most = most < value ? value : most; }
BOTE_INLINE void sum_up(Lanes& sum, const Lanes& value) { sum += value; }

/// One number of all lanes.
template <auto join>
BOTE_INLINE double joined(const Lanes& all) {
    Lanes lanes = all;
    join(lanes, __builtin_shufflevector(lanes, lanes, 2, 3, 0, 1));
    join(lanes, __builtin_shufflevector(lanes, lanes, 1, 0, 3, 2));
    return lanes[0];
}

}  // namespace bote
