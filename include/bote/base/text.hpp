#pragma once
// Text as people see it: columns of a terminal, lines, words.
//
//   display_width("naïve")           // 5
//   cut_to_width("TinyURL", 5)       // "Tiny…"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "bote/base/character.hpp"
#include "bote/base/suggest.hpp"
#include "bote/base/utf8.hpp"

namespace bote {

/// Stands where something is left out.
inline constexpr std::string_view kEllipsis = "…";

/// Columns that valid UTF-8 takes on a terminal: wide characters two, combining marks none.
std::size_t display_width(std::string_view utf8);

/// The text cut to so many columns, with an ellipsis where something is missing.
std::string cut_to_width(std::string_view utf8, std::size_t columns);

/// The text in pieces of at most so many columns each, cut wherever one is full; at least one character a piece.
std::vector<std::string> chop(std::string_view utf8, std::size_t columns);

/// Padded with blanks to so many columns; never cut.
std::string pad_right(std::string_view utf8, std::size_t columns);
std::string pad_left(std::string_view utf8, std::size_t columns);

/// Words joined into lines of at most so many columns (a longer word stands alone), without trailing blanks.
/// No line where there is no word; all on one line where `columns` is 0.
std::vector<std::string> wrap(std::string_view utf8, std::size_t columns);

/// Without blanks, tabs and line ends around it.
std::string_view trim(std::string_view text);
/// Always one part more than there are separators.
std::vector<std::string_view> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);

}  // namespace bote
