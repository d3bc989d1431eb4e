#pragma once
// Charts as lines of characters: eighth blocks for bars, Braille dots for curves; ASCII where a terminal has nothing
// else.
//
//   for (const std::string& line : chart_lines(chart, report.conventions, canvas)) ...

#include "bote/render/render.hpp"
#include "terminal_lines.hpp"

namespace bote {

Lines chart_lines(const Chart& chart, const Conventions& conventions, const Canvas& canvas);

/// A tree of boxes.
Lines box_lines(const BoxChart& chart, const Conventions& conventions, Charset charset, std::size_t width);

/// A curve in so many columns and rows of characters, from 0 at the lower left to 1 at the upper right.
struct CurvePoint {
    double x = 0;
    double y = 0;
};
Lines curve_lines(const std::vector<CurvePoint>& points, std::size_t columns, std::size_t rows, Charset charset);

}  // namespace bote
