#include "terminal_lines.hpp"

#include <algorithm>

#include "bote/base/text.hpp"

namespace bote {

std::string finish(std::string line, Style style, const Canvas& canvas) {
    line.erase(line.find_last_not_of(' ') + 1);
    if (canvas.width > 0) line = cut_to_width(line, canvas.width);
    return paint(line, style, canvas.ink) + "\n";
}

std::string write_lines(const Lines& lines, Style style, const Canvas& canvas) {
    std::string text;
    for (const std::string& line : lines) text += finish(line, style, canvas);
    return text;
}

std::string write_paragraph(std::string_view text, Indent indent, Style style, const Canvas& canvas) {
    constexpr std::size_t kLeastWidth = 4;  // below it indented text could not be shown at all
    const std::size_t room =
        canvas.width == 0 ? 0 : std::max(canvas.width, indent.hanging + kLeastWidth) - indent.hanging;
    std::string written;
    for (const std::string& line : wrap(text, room)) {
        const Lines pieces = room == 0 ? Lines{line} : chop(line, room);
        for (const std::string& piece : pieces) {
            const std::size_t blanks = written.empty() ? indent.first : indent.hanging;
            written += finish(std::string(blanks, ' ') + piece, style, canvas);
        }
    }
    return written;
}

}  // namespace bote
