#pragma once
// The text of one cell of a terminal table on as many lines as its column takes.
//
//   cell_lines("partition the data: 1.46 TB", 22)   // {"partition the data:", "1.46 TB"}

#include <cstddef>
#include <string>
#include <string_view>

#include "terminal_lines.hpp"

namespace bote {

/// Columns of the longest part that cannot be wrapped: a word, or a number with its unit.
std::size_t longest_word(std::string_view text);

/// Itself where it fits, else its words on several lines. A name that is too long is broken behind a '.' or '_'; what
/// is still too wide is cut.
Lines cell_lines(std::string_view text, std::size_t width);

}  // namespace bote
