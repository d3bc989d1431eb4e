#include "chart_lines.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/base/overloaded.hpp"
#include "bote/base/text.hpp"
#include "bote/render/ruler.hpp"
#include "drawing.hpp"

namespace bote {
namespace {

constexpr std::size_t kUsualWidth = 78;
constexpr std::size_t kLongestLabel = 24;

struct Page {
    const Conventions& conventions;
    Charset charset;
    std::size_t width;

    [[nodiscard]] std::string text(double value, const ChartAxis& axis) const {
        return format(value, axis.display, conventions);
    }
};

std::string scale_note(const ChartAxis& axis) {
    return axis.scaling == AxisScale::logarithmic ? axis.title + ", log scale" : axis.title;
}

/// Labels, a drawing and a remark in three columns.
Lines in_columns(const std::vector<std::array<std::string, 3>>& rows, std::size_t width) {
    std::array<std::size_t, 3> widths{};
    for (const auto& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
    widths[0] = std::min(widths[0], kLongestLabel);
    Lines lines;
    for (const auto& row : rows) {
        std::string line =
            pad_right(cut_to_width(row[0], widths[0]), widths[0]) + "  " + pad_left(row[1], widths[1]) + "  " + row[2];
        lines.push_back(cut_to_width(line, width));
    }
    return lines;
}

Lines lines_of(const BarChart& chart, const Page& page) {
    std::vector<double> values;
    for (const ChartBar& bar : chart.bars) {
        values.push_back(bar.value);
        if (bar.range) values.insert(values.end(), {bar.range->low, bar.range->high});
    }
    const bool ranges =
        std::any_of(chart.bars.begin(), chart.bars.end(), [](const ChartBar& bar) { return bar.range.has_value(); });
    const Ruler ruler(values, chart.axis, page.conventions, ranges ? Base::least : Base::zero);
    std::vector<std::array<std::string, 3>> rows;
    for (const ChartBar& bar : chart.bars) {
        std::string drawn = draw(Bar{ruler.place(bar.value)}, page.charset);
        if (bar.range) {
            constexpr double kWidth = 30;
            const auto column = [&](double value) { return at(std::lround(ruler.place(value) * kWidth)); };
            drawn = std::string(column(bar.range->low), ' ');
            for (std::size_t i = column(bar.range->low); i <= column(bar.range->high); ++i)
                drawn += i == column(bar.value) ? std::string_view("+") : rule_of(page.charset);
        }
        rows.push_back(
            {bar.label, page.text(bar.value, chart.axis), drawn + (bar.remark.empty() ? "" : "  " + bar.remark)});
    }
    Lines lines{scale_note(chart.axis)};
    for (auto& line : in_columns(rows, page.width)) lines.push_back(std::move(line));
    return lines;
}

Lines lines_of(const SwingChart& chart, const Page& page) {
    double widest = 0;
    for (const ChartSwing& each : chart.swings)
        widest = std::max({widest, std::abs(each.at_from - chart.now), std::abs(each.at_to - chart.now)});
    std::vector<std::array<std::string, 3>> rows;
    for (const ChartSwing& each : chart.swings) {
        const double low = std::min(each.at_from, each.at_to) - chart.now;
        const double high = std::max(each.at_from, each.at_to) - chart.now;
        const SwingBar bar{widest > 0 ? std::min(low, 0.0) / widest : 0, widest > 0 ? std::max(high, 0.0) / widest : 0};
        rows.push_back({each.label, page.text(each.at_from, chart.axis) + " to " + page.text(each.at_to, chart.axis),
                        draw(bar, page.charset)});
    }
    Lines lines{fmt::format("{}, now {}", chart.axis.title, page.text(chart.now, chart.axis))};
    for (auto& line : in_columns(rows, page.width)) lines.push_back(std::move(line));
    return lines;
}

/// A plot of one curve between its axes.
Lines plot_of(const LineChart& chart, const ChartLine& line, const Page& page) {
    constexpr std::size_t kRows = 8;
    const Ruler across(chart.across_values, chart.across, page.conventions, Base::least);
    const Ruler up(line.values, chart.up, page.conventions, Base::zero);
    std::vector<CurvePoint> points;
    for (std::size_t i = 0; i < line.values.size(); ++i)
        if (std::isfinite(line.values[i]))
            points.push_back({across.place(chart.across_values[i]), up.place(line.values[i])});
    const auto [bottom, top] = up.ends();
    const std::size_t labels = std::max(display_width(top), display_width(bottom));
    constexpr std::size_t kNarrowest = 20;
    constexpr std::size_t kWidest = 60;
    const std::size_t beside = labels + 3;
    const std::size_t columns = std::clamp(std::max(page.width, beside) - beside, kNarrowest, kWidest);
    const std::string_view bar = page.charset == Charset::unicode ? "│" : "|";
    Lines lines{line.name + (chart.up.scaling == AxisScale::logarithmic ? ", log scale" : "")};
    const Lines curve = curve_lines(points, columns, kRows, page.charset);
    for (std::size_t i = 0; i < curve.size(); ++i) {
        const std::string label = i == 0 ? top : i + 1 == curve.size() ? bottom : "";
        lines.push_back(pad_left(label, labels) + " " + std::string(bar) + curve[i]);
    }
    const auto [first, last] = across.ends();
    const std::size_t used = display_width(first) + display_width(last);
    lines.push_back(std::string(labels + 2, ' ') + first + std::string(columns > used ? columns - used : 1, ' ') +
                    last);
    return lines;
}

Lines lines_of(const LineChart& chart, const Page& page) {
    Lines lines;
    for (const ChartLine& line : chart.lines) {
        if (!lines.empty()) lines.emplace_back();
        for (std::string& each : plot_of(chart, line, page)) lines.push_back(std::move(each));
    }
    lines.push_back(scale_note(chart.across));
    for (const ChartMark& mark : chart.marks)
        for (std::string& each : wrap(page.text(mark.at, chart.across) + ": " + mark.text, page.width))
            lines.push_back(std::move(each));
    return lines;
}

Lines lines_of(const MapChart& chart, const Page& page) {
    std::vector<std::string> names;
    for (const auto& row : chart.texts)
        for (const auto& text : row)
            if (std::find(names.begin(), names.end(), text) == names.end()) names.push_back(text);
    constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const bool letters = names.size() <= kLetters.size();
    Lines lines{fmt::format("{} down, {} across", chart.up.title, chart.across.title)};
    std::size_t labels = 0;
    for (const double value : chart.up_values) labels = std::max(labels, display_width(page.text(value, chart.up)));
    for (std::size_t row = 0; row < chart.texts.size(); ++row) {
        std::string line = pad_left(page.text(chart.up_values[row], chart.up), labels) + " ";
        for (const auto& text : chart.texts[row]) {
            const auto at = position_of(std::find(names.begin(), names.end(), text), names);
            line += letters ? " " + std::string(1, kLetters[at]) : " " + text;
        }
        lines.push_back(cut_to_width(line, page.width));
    }
    if (!letters) return lines;
    lines.push_back(fmt::format("{} from {} to {}", chart.across.title,
                                page.text(chart.across_values.front(), chart.across),
                                page.text(chart.across_values.back(), chart.across)));
    for (std::size_t i = 0; i < names.size(); ++i)
        lines.push_back(cut_to_width(std::string(1, kLetters[i]) + "  " + names[i], page.width));
    return lines;
}

Lines lines_of(const DotChart& chart, const Page& page) {
    const Ruler ruler(chart.values, chart.axis, page.conventions, Base::least);
    const std::size_t columns = std::min<std::size_t>(page.width, 60);
    std::vector<std::size_t> heights(columns, 0);
    for (const double value : chart.values)
        ++heights[at(std::lround(ruler.place(value) * static_cast<double>(columns - 1)))];
    const std::string_view dot = page.charset == Charset::unicode ? "●" : "o";
    Lines lines;
    for (std::size_t row = *std::max_element(heights.begin(), heights.end()); row-- > 0;) {
        std::string& line = lines.emplace_back();
        for (const std::size_t height : heights) line += height > row ? dot : std::string_view(" ");
    }
    const auto [first, last] = ruler.ends();
    const std::size_t used = display_width(first) + display_width(last);
    lines.push_back(first + std::string(columns > used ? columns - used : 1, ' ') + last);
    lines.push_back(fmt::format("{}; each dot is a chance of 1 in {}", scale_note(chart.axis), chart.values.size()));
    return lines;
}

Lines lines_of(const BoxChart& chart, const Page& page) {
    return box_lines(chart, page.conventions, page.charset, page.width);
}

}  // namespace

Lines chart_lines(const Chart& chart, const Conventions& conventions, const Canvas& canvas) {
    const Page page{conventions, canvas.charset, canvas.width > 2 ? canvas.width - 2 : kUsualWidth};
    return std::visit([&](const auto& drawing) { return lines_of(drawing, page); }, chart.drawing);
}

}  // namespace bote
