#pragma once
// A program over many values of one or two of its quantities, block by block, in constant memory.
//
//   sweep_rows(program, {{slot_of_dau, {.from = 1e6, .to = 1e9, .count = 1000, .spacing = Spacing::ratio}}},
//   {slot_of_storage},
//         [&](const SweptRows& rows) { print(rows); return Continue::yes; });

#include <cstdint>
#include <functional>
#include <vector>

#include "bote/engine/program.hpp"

namespace bote {

enum class Spacing : std::uint8_t {
    difference,  // equal steps
    ratio,       // equal factors; both ends positive
    listed,      // `values`
};

struct Steps {
    double from = 0;
    double to = 0;
    std::uint64_t count = 0;  // both ends included
    Spacing spacing = Spacing::difference;
    std::vector<double> values = {};  // Spacing::listed
    bool whole = false;               // each rounded; of many steps some may then be alike
};

/// A quantity that takes other values than its own.
struct Axis {
    std::uint32_t slot = 0;
    Steps steps;
};

std::uint64_t count_of(const Steps& steps);

/// The value at a step; the first and the last are the ends to the last digit.
double value_at(const Steps& steps, std::uint64_t index);

/// Some of the rows. With two axes the second runs faster.
struct SweptRows {
    std::uint64_t first = 0;
    std::size_t rows = 0;
    std::vector<const double*> axes;     // the values of each axis
    std::vector<const double*> columns;  // those of each slot asked for
};

enum class Continue : std::uint8_t { yes, no };

/// Calls `take` for each block of rows, in order, until it says stop. The pointers are good for the call.
void sweep_rows(const Program& program, const std::vector<Axis>& axes, const std::vector<std::uint32_t>& slots,
                const std::function<Continue(const SweptRows&)>& take);

}  // namespace bote
