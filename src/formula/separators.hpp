#pragma once
// Thousands parted by blanks, points, apostrophes or commas. The language knows only the underscore, since `1.000` and
// `1,5` mean different numbers in different countries: each of the others is refused with the number to write instead.
//
//   10 000       write 10000 or 10k
//   1,234.5      write 1234.5
//   1,5          write 1.5

#include <cstddef>

#include "bote/formula/lexer.hpp"

namespace bote {

/// Throws InputError where the number that begins at `begin` has groups of three digits behind blanks, apostrophes or
/// points.
void check_groups(const Text& text, std::size_t begin);

/// Throws InputError for a comma outside a call; `before` is the token before it.
[[noreturn]] void refuse_comma(const Text& text, const Token& before, std::size_t comma);

}  // namespace bote
