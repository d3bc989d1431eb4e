#pragma once
// What one formula does to the value that a chain carries through it, in words.
//
//   write_qps = writes / 1 day               carried: writes            "/ 86,400 s"
//   peak = write_qps * peak_factor           carried: write_qps         "x 3 at the peak"

#include <string>
#include <string_view>

#include "bote/views/working.hpp"

namespace bote {

bool is_sum(const Node& node);
bool is_call(const Node& node, std::string_view function);

/// The value of a formula by the numbers of the exact or of the whiteboard's working.
double value_of(const Working& working, Tree tree, Arithmetic arithmetic);

/// In front of an operation that stands for a whole formula, through which no value is carried: "-> 62 ^ 6".
inline constexpr std::string_view kWholeFormula = "-> ";

/// From the value of one quantity to that of another, whose formula reads it. Empty where nothing is done to it.
std::string operation_between(const Working& working, QuantityIndex from, QuantityIndex to, Figures figures);

}  // namespace bote
