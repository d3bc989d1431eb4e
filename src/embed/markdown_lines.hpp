#pragma once
// Lines of Markdown, as far as it takes to know what is code.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace bote {

struct Line {
    std::size_t begin = 0;
    std::size_t end = 0;   // without the line end
    std::size_t next = 0;  // where the next one begins
};

Line line_at(std::string_view text, std::size_t begin);

/// Where a line's own text begins: behind the marks of quotations and the mark of a list item.
std::size_t content_begin(std::string_view line);

/// Whether there is only a place in quotations and lists: "> - ".
inline bool is_prefix(std::string_view text) { return content_begin(text) == text.size(); }

/// The line that opens a code block: ```bote shop
struct Fence {
    char letter = '`';
    std::size_t length = 0;
    std::string_view language;  // all that stands behind it
};

std::optional<Fence> opening_fence(std::string_view line);
bool closes(std::string_view line, const Fence& fence);

/// 1 to 6 for `#` to `######`, else 0.
int heading_level(std::string_view line);

/// Whether all of it is one letter, at least once: the line under a heading.
bool is_run_of(std::string_view text, char letter);

}  // namespace bote
