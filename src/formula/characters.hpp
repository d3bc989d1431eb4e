#pragma once
// Which characters of a formula make a number, a name or a blank, and where each of them ends.
//
//   end_of_number("1.5e3 KB", 0)             // 5
//   end_of_word("100M/day", 3)               // 4

#include <cstddef>
#include <string_view>

#include "bote/base/character.hpp"

namespace bote {

constexpr bool is_word_character(char c) { return is_letter(c) || is_digit(c) || c == '_'; }

/// The length of the blank that a text begins with, which may be a no-break or a thin one; 0 where there is none.
std::size_t blank_length(std::string_view text);

/// Each of these is the place just behind what begins at `from`, and `from` itself where there is nothing of the kind.
std::size_t end_of_word(std::string_view text, std::size_t from);
std::size_t end_of_digits(std::string_view text, std::size_t from);    // `1_000`
std::size_t end_of_fraction(std::string_view text, std::size_t from);  // `.5`
std::size_t end_of_number(std::string_view text, std::size_t from);    // `1_000.5e-3`

}  // namespace bote
