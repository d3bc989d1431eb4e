#pragma once
// Characters that a text from a user may not hold, and how any bytes are shown without doing harm: an escape
// sequence in a file name must not reach the terminal, a bidi control must not turn a line of an error around.
//
//   find_forbidden_character("a\x1b[31m")   // offset 1, U+001B
//   escape_for_display("a\x1b[31m")         // "a\\x1b[31m"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace bote {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
/// Of the letters A to Z, in any locale; other characters stay.
constexpr char lower_case(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
std::string lower_case(std::string_view text);

/// A character that a text from a user may not hold: a control (but for tab, line feed, carriage return),
/// DEL, C1, a bidi control, a line separator or U+FEFF.
struct ForbiddenCharacter {
    std::size_t offset = 0;
    std::size_t length = 0;
    char32_t code = 0;
};

std::optional<ForbiddenCharacter> find_forbidden_character(std::string_view utf8);

/// "U+202E (right-to-left override)", "U+001B (escape)", "U+0085 (control character)", "U+0416".
std::string name_of_character(char32_t code);

/// Any bytes as harmless text: controls as `\x1b`, bidi controls as `\u{202e}`, invalid UTF-8 as `\xff`.
/// A line feed and a tab are controls too.
std::string escape_for_display(std::string_view bytes);

/// As escape_for_display, but line ends and tabs become one blank each: for cells, headings and excerpts.
std::string show_in_line(std::string_view bytes);

}  // namespace bote
