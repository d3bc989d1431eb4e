#pragma once
// Markdown cut into pieces that can be compared by what they say. A formatter may pad a table, drop a needless
// backslash or wrap a paragraph without changing the answer.
//
//   pieces_of("| a | b |\n|---|---|\n| 1 | 2 |\n").front().meaning == pieces_of("|a  |b |\n|:-|-:|\n|1  |2
//   |").front().meaning

#include <string>
#include <string_view>
#include <vector>

namespace bote {

/// A heading, a paragraph, a table or a code block.
struct Piece {
    std::string text;     // as written, without a line feed at its end
    std::string meaning;  // equal for two pieces that say the same
};

std::vector<Piece> pieces_of(std::string_view markdown);

bool say_the_same(const std::vector<Piece>& left, const std::vector<Piece>& right);

/// What one line of a paragraph or a table says: its cells or words. Empty for the line under a table's head.
std::string meaning_of_line(std::string_view line);

/// Six characters that stand for what the pieces say: the beginning of the Base64 of their SHA-256.
std::string checksum_of(const std::vector<Piece>& pieces);

}  // namespace bote
