#pragma once
// Where a comparison changes its answer as one quantity grows or shrinks: the sizes at which a decision flips.
//
//   find_flips(program, point, slot_of_dau, {{0, Comparison::greater}})     // {3.07e6}: the data fits one disk below

#include <cstdint>
#include <optional>
#include <vector>

#include "bote/engine/program.hpp"

namespace bote {

/// The program with one quantity left to the caller: nothing computes or draws it, its slot keeps what stands there.
Program pinned(const Program& program, std::uint32_t slot);

/// The same with the value that stands there.
Program pinned_at(const Program& program, QuantityIndex quantity, double value);

/// For each comparison the value of the quantity in the slot, nearest by ratio to the one at present, at which the
/// answer changes. To four digits; searched within a factor of a million up and down. None where it does not change, or
/// the value is not positive. `present` is the program's point.
std::vector<std::optional<double>> find_flips(const Program& program, const Values& present, std::uint32_t slot,
                                              const std::vector<Compared>& comparisons);

}  // namespace bote
