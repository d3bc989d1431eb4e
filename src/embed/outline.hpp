#pragma once
// The pieces of a Markdown text that matter to markers, in their order: whatever comes first wins, as in Markdown. A
// comment in code is code, a fence in a comment is a comment.

#include <cstddef>
#include <string_view>
#include <vector>

namespace bote {

enum class OutlineKind {
    heading,
    code,     // with its fences
    comment,  // <!-- ... -->
};

struct OutlineItem {
    OutlineKind kind = OutlineKind::heading;
    std::size_t begin = 0;
    std::size_t end = 0;
    int level = 0;              // of a heading
    std::string_view language;  // of code
    std::string_view inside;    // of a comment, without blanks around it; of code, the lines between its fences
    bool closed = true;         // false for a comment or code that never ends
};

std::vector<OutlineItem> outline_of(std::string_view markdown);

/// Where the paragraph around a place ends: the beginning of the next blank line.
std::size_t end_of_paragraph(std::string_view markdown, std::size_t place);

/// Bytes of a byte order mark at the beginning.
std::size_t mark_size(std::string_view text);

}  // namespace bote
