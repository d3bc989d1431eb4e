// A tornado: how far each input moves the answer to either side, with what the input is pulled to at either end.

#include <algorithm>

#include "bote/render/chart_picture.hpp"

namespace bote {
namespace {

constexpr double kSwingRow = 28;
constexpr double kTallSwingRow = 46;
constexpr double kHalf = 8;
constexpr double kLabelGap = 6;

double ends_width(const SwingChart& chart) {
    double width = 0;
    for (const ChartSwing& each : chart.swings)
        width = std::max({width, text_width(each.from, kTextSize), text_width(each.to, kTextSize)});
    return width;
}

/// The room to either side of the plot for what the inputs are pulled to.
double ends_room(const SwingChart& chart, double width) {
    constexpr double kShare = 0.16;
    constexpr double kNarrowShare = 0.24;
    return std::min(ends_width(chart), width * (width < kNarrowSheet ? kNarrowShare : kShare)) + kLabelGap;
}

Plot plot_of(const SwingChart& chart, const Sheet& sheet) {
    constexpr double kLabelShare = 0.3;
    const bool narrow = sheet.width < kNarrowSheet;
    const double ends = ends_room(chart, sheet.width);
    double labels = 0;
    for (const ChartSwing& each : chart.swings) labels = std::max(labels, text_width(each.label, kTextSize));
    labels = narrow ? 0 : std::min(labels, sheet.width * kLabelShare) + kLabelGap + 2;
    const double row = narrow ? kTallSwingRow : kSwingRow;
    return {{labels + ends, 22, sheet.width - ends - 2, 24 + row * static_cast<double>(chart.swings.size())}};
}

struct Row {
    const ChartSwing& swing;
    double y;  // of its middle
};

void draw_row(Picture& picture, const Plot& plot, const Ruler& ruler, const SwingChart& chart, const Row& row) {
    const auto& [each, y] = row;
    const double now = plot.x(ruler.place(chart.now));
    const double from = plot.x(ruler.place(each.at_from));
    const double to = plot.x(ruler.place(each.at_to));
    picture.box({std::min(from, now), y - kHalf, std::max(from, now), y + kHalf}, "c-fill2");
    picture.box({std::min(to, now), y - kHalf, std::max(to, now), y + kHalf}, "c-fill");
    if (picture.width() < kNarrowSheet) picture.line({now, y - kHalf - 3}, {now, y + kHalf + 3}, "c-axis");
    const bool rises = from <= to;
    const double left = std::min({from, to, now}) - kLabelGap;
    const double right = std::max({from, to, now}) + kLabelGap;
    const std::string& low = rises ? each.from : each.to;
    const std::string& high = rises ? each.to : each.from;
    const double labels = plot.box.left - ends_room(chart, picture.width());
    picture.text({left, y + kTextDown}, cut_to(low, left - labels + 1, kTextSize),
                 {.anchor = Anchor::end, .shade = "c-muted"});
    picture.text({right, y + kTextDown}, cut_to(high, picture.width() - right - 1, kTextSize), {.shade = "c-muted"});
}

}  // namespace

Picture draw_swings(const SwingChart& chart, const Sheet& sheet) {
    Picture picture(sheet.width);
    const bool narrow = sheet.width < kNarrowSheet;
    const Plot plot = plot_of(chart, sheet);
    std::vector<double> values{chart.now};
    for (const ChartSwing& each : chart.swings) values.insert(values.end(), {each.at_from, each.at_to});
    const Ruler ruler(values, chart.axis, sheet.conventions, Base::least);
    draw_across(picture, plot, ruler, chart.axis);
    const double ends = ends_room(chart, sheet.width);
    const double row = narrow ? kTallSwingRow : kSwingRow;
    for (std::size_t i = 0; i < chart.swings.size(); ++i) {
        const double top = plot.box.top + 2 + row * static_cast<double>(i);
        const double room = narrow ? sheet.width - 2 : plot.box.left - ends - kLabelGap;
        const std::string label = cut_to(chart.swings[i].label, room, kTextSize);
        if (narrow) picture.text({1, top + 13}, label, {});
        else picture.text({room, top + row / 2 + kTextDown}, label, {.anchor = Anchor::end});
        draw_row(picture, plot, ruler, chart, {chart.swings[i], narrow ? top + 29 : top + row / 2});
    }
    const double now = plot.x(ruler.place(chart.now));
    if (!narrow) picture.line({now, plot.box.top - 4}, {now, plot.box.bottom}, "c-axis");  // else across the labels
    const std::string text = "now " + ruler.text_of(chart.now);
    const double half = text_width(text, kTextSize) / 2;
    picture.text({std::clamp(now, half + 1, sheet.width - half - 1), 13}, text, {.anchor = Anchor::middle});
    picture.set_height(plot.box.bottom + kAxisHeight);
    return picture;
}

}  // namespace bote
