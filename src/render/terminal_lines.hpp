#pragma once
// Lines of a terminal: painted, without trailing blanks, and never wider than the canvas.
//
//   write_paragraph("a long sentence", {2, 4}, Style::plain, canvas)   // "  a long\n    sentence\n"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "bote/render/render.hpp"

namespace bote {

using Lines = std::vector<std::string>;

/// A line with its end, cut to the canvas, whatever made it too wide.
std::string finish(std::string line, Style style, const Canvas& canvas);
std::string write_lines(const Lines& lines, Style style, const Canvas& canvas);

/// How far a paragraph's first line and the following ones are indented.
struct Indent {
    std::size_t first = 0;
    std::size_t hanging = 0;
};

/// Words in lines that fit. What does not fit is chopped, not cut: here stand formulas, which have to be whole.
std::string write_paragraph(std::string_view text, Indent indent, Style style, const Canvas& canvas);

}  // namespace bote
