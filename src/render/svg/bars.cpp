// Bars and ranges, a row each: what it is on the left, or above where there is little room; its value behind the bar.

#include <algorithm>

#include "bote/render/chart_picture.hpp"

namespace bote {
namespace {

constexpr double kRow = 26;
constexpr double kTallRow = 44;  // with the label above
constexpr double kBarHalf = 7;
constexpr double kGapWidth = 8;

bool is_narrow(const Sheet& sheet) { return sheet.width < kNarrowSheet; }

std::string value_text(const ChartBar& bar, const BarChart& chart, const Sheet& sheet) {
    const auto text = [&](double value) { return format(value, chart.axis.display, sheet.conventions); };
    std::string shown = text(bar.value);
    if (bar.range && text(bar.range->low) != text(bar.range->high))
        shown = text(bar.range->low) + " to " + text(bar.range->high);
    return bar.remark.empty() ? shown : shown + ", " + bar.remark;
}

/// The plot, between the labels and the values.
Plot plot_of(const BarChart& chart, const Sheet& sheet) {
    constexpr double kLabelShare = 0.34;
    constexpr double kValueShare = 0.4;
    double labels = 0;
    double values = 0;
    for (const ChartBar& bar : chart.bars) {
        labels = std::max(labels, text_width(bar.label, kTextSize));
        values = std::max(values, text_width(value_text(bar, chart, sheet), kTextSize));
    }
    const double row = is_narrow(sheet) ? kTallRow : kRow;
    const double bottom = 6 + row * static_cast<double>(chart.bars.size());
    if (is_narrow(sheet)) return {{1, 4, sheet.width - 12, bottom}};
    labels = std::min(labels, sheet.width * kLabelShare);
    values = std::min(values, sheet.width * kValueShare);
    return {{labels + kGapWidth + 2, 4, sheet.width - values - kGapWidth - 2, bottom}};
}

void draw_range(Picture& picture, const Plot& plot, const Ruler& ruler, const ChartBar& bar, double y) {
    const double left = plot.x(ruler.place(bar.range->low));
    const double right = plot.x(ruler.place(bar.range->high));
    constexpr double kCap = 5;
    constexpr double kDot = 4;
    picture.line({left, y}, {right, y}, "c-range");
    picture.line({left, y - kCap}, {left, y + kCap}, "c-range");
    picture.line({right, y - kCap}, {right, y + kCap}, "c-range");
    picture.dot({plot.x(ruler.place(bar.value)), y}, kDot, "c-fill");
}

void draw_row(Picture& picture, const Plot& plot, const Ruler& ruler, const ChartBar& bar, double y) {
    if (bar.range) return draw_range(picture, plot, ruler, bar, y);
    const double from = plot.x(ruler.place(0));
    const double to = plot.x(ruler.place(bar.value));
    picture.box({std::min(from, to), y - kBarHalf, std::max(from, to), y + kBarHalf}, "c-fill");
}

void write_row(Picture& picture, const Plot& plot, const std::string& label, const std::string& value, double y) {
    const double room = plot.box.left - kGapWidth;
    picture.text({room, y + kTextDown}, cut_to(label, room - 1, kTextSize), {.anchor = Anchor::end});
    const double after = picture.width() - plot.box.right - kGapWidth - 1;
    picture.text({plot.box.right + kGapWidth, y + kTextDown}, cut_to(value, after, kTextSize), {.shade = "c-muted"});
}

void write_above(Picture& picture, const std::string& label, const std::string& value, double y) {
    const double room = picture.width() - 2;
    const double values = std::min(text_width(value, kTextSize), room * 0.72);
    picture.text({1, y}, cut_to(label, room - values - kGapWidth, kTextSize), {});
    picture.text({picture.width() - 1, y}, cut_to(value, values, kTextSize),
                 {.anchor = Anchor::end, .shade = "c-muted"});
}

}  // namespace

Picture draw_bars(const BarChart& chart, const Sheet& sheet) {
    Picture picture(sheet.width);
    const Plot plot = plot_of(chart, sheet);
    const Ruler ruler(values_of(chart), chart.axis, sheet.conventions,
                      std::any_of(chart.bars.begin(), chart.bars.end(), [](const ChartBar& bar) { return !bar.range; })
                          ? Base::zero
                          : Base::least);
    draw_across(picture, plot, ruler, chart.axis);
    const double row = is_narrow(sheet) ? kTallRow : kRow;
    for (std::size_t i = 0; i < chart.bars.size(); ++i) {
        const ChartBar& bar = chart.bars[i];
        const double top = plot.box.top + row * static_cast<double>(i);
        const std::string value = value_text(bar, chart, sheet);
        if (is_narrow(sheet)) write_above(picture, bar.label, value, top + 16);
        else write_row(picture, plot, bar.label, value, top + row / 2);
        draw_row(picture, plot, ruler, bar, is_narrow(sheet) ? top + 30 : top + row / 2);
    }
    picture.line({plot.x(ruler.place(0)), plot.box.top}, {plot.x(ruler.place(0)), plot.box.bottom}, "c-axis");
    picture.set_height(plot.box.bottom + kAxisHeight);
    return picture;
}

}  // namespace bote
