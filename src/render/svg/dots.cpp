// Dots of equal chance, in heaps: people count them better than they read a curve.

#include <algorithm>
#include <cmath>

#include "bote/base/index.hpp"
#include "bote/render/chart_picture.hpp"

namespace bote {

Picture draw_dots(const DotChart& chart, const Sheet& sheet) {
    constexpr double kDiameter = 18;
    constexpr double kDotsMargin = 24;
    Picture picture(sheet.width);
    Plot plot{{kDotsMargin, 8, sheet.width - kDotsMargin, 0}};
    const Ruler ruler(chart.values, chart.axis, sheet.conventions, Base::least);
    const double width = plot.box.right - plot.box.left;
    constexpr double kMostColumns = 24;  // more would leave no heaps
    const double pitch = std::max(kDiameter, width / kMostColumns);
    const auto columns = static_cast<std::size_t>(width / pitch) + 1;
    std::vector<std::size_t> heights(columns, 0);
    std::vector<Point> places;  // column and height, from below
    for (const double value : chart.values) {
        const auto column = std::min(at(std::lround(ruler.place(value) * width / pitch)), columns - 1);
        places.push_back({static_cast<double>(column), static_cast<double>(heights[column]++)});
    }
    const std::size_t highest = *std::max_element(heights.begin(), heights.end());
    plot.box.bottom = plot.box.top + kDiameter * static_cast<double>(highest + 1);
    draw_across(picture, plot, ruler, chart.axis);
    picture.line({plot.box.left, plot.box.bottom}, {plot.box.right, plot.box.bottom}, "c-axis");
    for (const Point& place : places)
        picture.dot({plot.box.left + place.x * pitch, plot.box.bottom - kDiameter * (place.y + 0.5) - 1},
                    kDiameter / 2 - 1, "c-fill");
    picture.set_height(plot.box.bottom + kAxisHeight);
    return picture;
}

}  // namespace bote
