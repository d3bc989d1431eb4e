// Curves with their names at the right end. What happens on the way is numbered above the plot and told below it.

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/render/chart_picture.hpp"

namespace bote {
namespace {

constexpr double kMarkRow = 18;
constexpr double kLineHeight = 19;

std::string shade_of(std::size_t line) {
    constexpr std::size_t kShades = 6;
    return "c-line c-line" + std::to_string(line % kShades + 1);
}

/// Rows of numbers above the plot, so that no two of them meet.
std::vector<std::size_t> rows_of(const std::vector<double>& places, double apart) {
    std::vector<double> ends;  // of each row
    std::vector<std::size_t> rows;
    for (const double place : places) {
        std::size_t row = 0;
        while (row < ends.size() && place - ends[row] < apart) ++row;
        if (row == ends.size()) ends.push_back(place);
        ends[row] = place;
        rows.push_back(row);
    }
    return rows;
}

/// Heights of texts near those that are wanted, a line apart, within top and bottom.
std::vector<double> spread(const std::vector<double>& wanted, double top, double bottom) {
    std::vector<std::size_t> order(wanted.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return wanted[a] < wanted[b]; });
    std::vector<double> heights = wanted;
    double least = top;
    for (const std::size_t i : order) {
        heights[i] = std::max(wanted[i], least);
        least = heights[i] + kLineHeight;
    }
    double most = std::max(bottom, top + kLineHeight * static_cast<double>(wanted.size() - 1));
    for (auto i = order.rbegin(); i != order.rend(); ++i) {
        heights[*i] = std::min(heights[*i], most);
        most = heights[*i] - kLineHeight;
    }
    return heights;
}

/// One curve is named by the axis; of several each has its name at its end, where there is room.
double names_width(const LineChart& chart, const Sheet& sheet) {
    if (chart.lines.size() < 2) return 0;
    constexpr double kShare = 0.3;
    double width = 0;
    for (const ChartLine& line : chart.lines) width = std::max(width, text_width(line.name, kTextSize));
    return std::min(width, sheet.width * kShare) + 10;
}

class LinePicture {
public:
    LinePicture(const LineChart& chart, const Sheet& sheet)
        : chart_(chart),
          picture_(sheet.width),
          across_(chart.across_values, chart.across, sheet.conventions, Base::least),
          up_(all_values(), chart.up, sheet.conventions, Base::zero) {
        double labels = 0;
        for (const Tick& tick : up_.ticks(kTicksUp)) labels = std::max(labels, text_width(tick.text, kTextSize));
        plot_.box = {labels + 8, 0, sheet.width - std::max(names_width(chart, sheet), 20.0), 0};
        place_marks();
    }

    Picture draw() {
        draw_up();
        draw_across(picture_, plot_, across_, chart_.across);
        for (std::size_t i = 0; i < mark_x_.size(); ++i) draw_mark(i);
        for (std::size_t i = 0; i < chart_.lines.size(); ++i) draw_line(i);
        if (chart_.lines.size() > 1) draw_names();
        picture_.set_height(plot_.box.bottom + kAxisHeight);
        tell_marks();
        return std::move(picture_);
    }

private:
    static constexpr std::size_t kTicksUp = 5;

    [[nodiscard]] std::vector<double> all_values() const {
        std::vector<double> values;
        for (const ChartLine& line : chart_.lines) values.insert(values.end(), line.values.begin(), line.values.end());
        return values;
    }

    void place_marks() {
        constexpr double kUsualHeight = 190;
        constexpr double kTitleRow = 22;
        for (const ChartMark& mark : chart_.marks) mark_x_.push_back(plot_.x(across_.place(mark.at)));
        mark_rows_ = rows_of(mark_x_, kMarkRow + 4);
        const std::size_t rows = mark_rows_.empty() ? 0 : *std::max_element(mark_rows_.begin(), mark_rows_.end()) + 1;
        plot_.box.top = kTitleRow + kMarkRow * static_cast<double>(rows) + 8;
        const double names = kLineHeight * static_cast<double>(chart_.lines.size());
        plot_.box.bottom = plot_.box.top + std::max(kUsualHeight, names);
    }

    void draw_up() {
        const bool ratio = chart_.up.scaling == AxisScale::logarithmic;
        const std::string title = ratio ? chart_.up.title + " (log scale)" : chart_.up.title;
        picture_.text({1, 14}, cut_to(title, picture_.width() - 2, kTextSize), {.shade = "c-muted"});
        for (const Tick& tick : up_.ticks(kTicksUp)) {
            const double y = plot_.y(tick.place);
            picture_.line({plot_.box.left, y}, {plot_.box.right, y}, "c-grid");
            picture_.text({plot_.box.left - 6, y + kTextDown}, tick.text, {.anchor = Anchor::end, .shade = "c-muted"});
        }
    }

    void draw_mark(std::size_t i) {
        const double y = plot_.box.top - 8 - kMarkRow * static_cast<double>(mark_rows_[i]) - kMarkRow / 2;
        constexpr double kRadius = 8.5;
        picture_.line({mark_x_[i], y}, {mark_x_[i], plot_.box.bottom}, "c-mark");
        picture_.dot({mark_x_[i], y}, kRadius, "c-badge");
        picture_.text({mark_x_[i], y + 4}, std::to_string(i + 1),
                      {.anchor = Anchor::middle, .shade = "c-on-badge", .size = 11});
    }

    void draw_line(std::size_t i) {
        constexpr std::size_t kFew = 30;
        std::vector<Point> points;
        for (std::size_t at = 0; at < chart_.across_values.size(); ++at) {
            const double value = chart_.lines[i].values[at];
            if (std::isfinite(value))
                points.push_back({plot_.x(across_.place(chart_.across_values[at])), plot_.y(up_.place(value))});
        }
        if (points.empty()) return;
        picture_.path(points, shade_of(i));
        if (points.size() > kFew) return;
        for (const Point& point : points) picture_.dot(point, 2.5, "c-dot" + std::to_string(i % 6 + 1));
    }

    void draw_names() {
        std::vector<double> wanted;
        for (const ChartLine& line : chart_.lines)
            wanted.push_back(plot_.y(line.values.empty() ? 0 : up_.place(line.values.back())));
        const auto heights = spread(wanted, plot_.box.top, plot_.box.bottom);
        for (std::size_t i = 0; i < heights.size(); ++i) {
            const double room = picture_.width() - plot_.box.right - 9;
            const std::string shade = "c-name" + std::to_string(i % 6 + 1);
            picture_.text({plot_.box.right + 8, heights[i] + kTextDown}, cut_to(chart_.lines[i].name, room, kTextSize),
                          {.shade = shade});
        }
    }

    void tell_marks() {
        double y = picture_.height() + 14;
        for (std::size_t i = 0; i < chart_.marks.size(); ++i) {
            const std::string text = fmt::format("{}: {}", across_.text_of(chart_.marks[i].at), chart_.marks[i].text);
            picture_.text({20, y}, std::to_string(i + 1), {.anchor = Anchor::end, .shade = "c-muted"});
            for (const std::string& line : wrap_to(text, picture_.width() - 32, kTextSize)) {
                picture_.text({30, y}, line, {});
                y += kLineHeight;
            }
        }
        if (!chart_.marks.empty()) picture_.set_height(y - kLineHeight + 10);
    }

    const LineChart& chart_;
    Picture picture_;
    Ruler across_;
    Ruler up_;
    Plot plot_;
    std::vector<double> mark_x_;
    std::vector<std::size_t> mark_rows_;
};

}  // namespace

Picture draw_lines(const LineChart& chart, const Sheet& sheet) { return LinePicture(chart, sheet).draw(); }

}  // namespace bote
