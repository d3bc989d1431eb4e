#pragma once
// Colour on a terminal: a few codes, always reset. It is never the only signal.
//
//   paint("error:", Style::red, Ink::color)   // "\x1b[31merror:\x1b[0m"

#include <string>
#include <string_view>

namespace bote {

enum class Ink { plain, color };

enum class Style { plain, bold, dim, red, green };

/// The text in a style; unchanged with plain ink, in the plain style, and where there is no text.
std::string paint(std::string_view text, Style style, Ink ink);

}  // namespace bote
