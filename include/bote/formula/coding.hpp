#pragma once
// `8+4`, the data and parity parts of erasure coding: a literal of its own, where a quantity is measured in them.
//
//   read_coding(text, formula)               // of `8+4` the formula (8+4) / 8: disk for each byte of data

#include <optional>
#include <string_view>

#include "bote/formula/expression.hpp"

namespace bote {

/// In the model: the unit of what is written as a coding.
inline constexpr std::string_view kCodingUnit = "k+m";

/// Whether a formula is written like one.
bool is_like_coding(Tree formula);

/// What was parsed as a sum becomes the disk for each byte of data. Throws InputError where it is no sum of two counts.
void read_coding(const Text& text, Expression& formula);

/// The `8` of `8+4`: how many parts have to be there.
std::optional<Text> data_parts_of(const Text& coding);

}  // namespace bote
