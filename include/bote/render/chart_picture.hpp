#pragma once
// Charts as pictures of any width from 300 pixels on; the height follows from what there is to draw.
//
//   chart_picture(chart, report.conventions, 680).write(chart.title, chart.summary, SvgUse::alone)

#include "bote/render/picture.hpp"
#include "bote/render/ruler.hpp"
#include "bote/report/chart.hpp"

namespace bote {

/// Where the values of a chart are drawn, in pixels.
struct Plot {
    Box box;

    [[nodiscard]] double x(double place) const { return box.left + place * (box.right - box.left); }
    [[nodiscard]] double y(double place) const { return box.bottom - place * (box.bottom - box.top); }
};

/// What all pictures are drawn with.
struct Sheet {
    const Conventions& conventions;
    double width = 0;
};

Picture chart_picture(const Chart& chart, const Conventions& conventions, double width);

Picture draw_bars(const BarChart& chart, const Sheet& sheet);
Picture draw_swings(const SwingChart& chart, const Sheet& sheet);
Picture draw_lines(const LineChart& chart, const Sheet& sheet);
Picture draw_map(const MapChart& chart, const Sheet& sheet);
Picture draw_dots(const DotChart& chart, const Sheet& sheet);
Picture draw_boxes(const BoxChart& chart, const Sheet& sheet);

/// Lines across the plot with their values below it, and the title of the axis under them.
void draw_across(Picture& picture, const Plot& plot, const Ruler& ruler, const ChartAxis& axis);

/// The ticks whose texts have room side by side on so many pixels.
std::vector<Tick> ticks_across(const Ruler& ruler, double width);

inline constexpr double kTextSize = 13;
inline constexpr double kTextDown = 4.5;   // from the middle of a row to its base line
inline constexpr double kAxisHeight = 44;  // the values along an axis, and its title
inline constexpr double kNarrowSheet = 500;

}  // namespace bote
