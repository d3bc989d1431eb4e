#pragma once
// UTF-8 taken apart: code points, and the clusters of them that a terminal shows as one character.
// Bytes that are not UTF-8 come one at a time, so that every walk ends and no offset is lost.
//
//   character_at("é", 0)   // {U+00E9, 2 bytes, valid}
//   cluster_at("👩‍👧", 0)     // {11 bytes, 2 columns}

#include <cstddef>
#include <optional>
#include <string_view>

namespace bote {

/// What some editors begin a file with; no part of its text.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

struct Character {
    char32_t code = 0;  // of an invalid byte: the byte
    std::size_t length = 1;
    bool valid = true;
};

/// The character at an offset below the size. Overlong forms, surrogates and cut sequences are invalid.
Character character_at(std::string_view bytes, std::size_t offset);

struct Cluster {
    std::size_t length = 1;
    std::size_t width = 1;  // columns on a terminal: 0, 1 or 2
};

/// The cluster at an offset below the size, which has to be the beginning of one. An invalid byte is one column wide.
Cluster cluster_at(std::string_view bytes, std::size_t offset);

/// Whether it is made of ASCII letters, digits, signs and blanks alone: then bytes, characters and columns are one,
/// and most text can be handled without a closer look.
bool is_plain(std::string_view bytes);

/// The offset of the first byte that is not valid UTF-8, if there is one.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// Number of code points.
std::size_t count_characters(std::string_view utf8);

}  // namespace bote
