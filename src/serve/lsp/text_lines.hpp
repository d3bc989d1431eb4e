#pragma once
// Places of a text as editors count them: lines from 0, and in a line UTF-16 units or bytes.
//
//   TextLines lines("a\U0001F600b\n", Encoding::utf16);
//   lines.offset_of({0, 3})                   // 5: the b
//   lines.position_of(5).character            // 3

#include <cstddef>
#include <string_view>
#include <vector>

#include "bote/base/source.hpp"
#include "bote/serve/message.hpp"

namespace bote {

enum class Encoding { utf16, utf8 };

struct TextPosition {
    std::size_t line = 0;
    std::size_t character = 0;
};

/// The text outlives it. Lines end with a line feed, a carriage return, or both.
class TextLines {
public:
    TextLines(std::string_view text, Encoding encoding);

    /// A place behind the end of a line is that end; one inside of a character is its beginning.
    [[nodiscard]] std::size_t offset_of(TextPosition position) const;
    [[nodiscard]] TextPosition position_of(std::size_t offset) const;
    /// The bytes of a line without its end; empty behind the last one.
    [[nodiscard]] std::string_view line(std::size_t number) const;
    [[nodiscard]] std::size_t count() const { return begins_.size(); }

private:
    std::string_view text_;
    Encoding encoding_;
    std::vector<std::size_t> begins_;
};

/// As the protocol writes them.
TextPosition position_from(const Json& position);
Json json_of(TextPosition position);
Json range_of(const TextLines& lines, std::size_t begin, std::size_t end);
Json range_of(const TextLines& lines, const Span& span);

}  // namespace bote
