// A diagram as a tree from top to bottom, which has room at any width: below each box those that it hands requests on
// to, each with what flows to it above its upper edge. A box that several others hand on to is drawn whole once, and
// as an outline elsewhere.

#include <algorithm>

#include "bote/render/box_text.hpp"
#include "bote/render/chart_picture.hpp"

namespace bote {
namespace {

constexpr double kInset = 12;  // of texts in a box
constexpr double kSmallText = 12;
constexpr double kFlowHeight = 22;
constexpr double kBelow = 10;

class Diagram {
public:
    Diagram(const BoxChart& chart, const Sheet& sheet) : chart_(chart), sheet_(sheet), picture_(sheet.width) {
        constexpr double kMostStep = 40;
        constexpr double kIndented = 0.35;  // of the width
        const auto steps = static_cast<double>(levels_of(chart) + 1);
        step_ = std::min(kMostStep, kIndented * sheet.width / steps);
    }

    Picture draw() {
        drawn_.assign(chart_.boxes.size(), false);
        add(0, 1);
        picture_.set_height(y_ + 1);
        return std::move(picture_);
    }

private:
    /// The box and those below it. Returns the middle of its left edge.
    Point add(std::size_t index, double left) {
        const bool again = drawn_[index];
        drawn_[index] = true;
        const Point entry = add_box(index, left, again);
        if (again) return entry;
        const double rail = left + std::min(kInset, step_ / 2);
        double end = y_;
        const double begin = y_ - kBelow;
        for (const ChartArrow* arrow : arrows_from(chart_, index)) {
            add_flow(*arrow, left + step_);
            const Point child = add(arrow->to, left + step_);
            add_arrow({rail, child.y}, child);
            end = child.y;
        }
        if (end > begin + kBelow) picture_.line({rail, begin}, {rail, end}, "c-axis");
        return entry;
    }

    Point add_box(std::size_t index, double left, bool again) {
        constexpr double kLow = 30;
        constexpr double kHigh = 48;
        const ChartBox& box = chart_.boxes[index];
        const std::string size = again ? "" : size_text(box, sheet_.conventions);
        const double room = sheet_.width - left - 1;
        const double wanted =
            2 * kInset + std::max(text_width(title_text(box), kTextSize) * 1.08, text_width(size, kSmallText));
        const double width = std::min(std::max(wanted, kLeastWidth), room);
        const double height = size.empty() ? kLow : kHigh;
        picture_.box({left, y_, left + width, y_ + height}, again ? "c-outline" : "c-kind1");
        picture_.text({left + kInset, y_ + 20}, cut_to(title_text(box), width - 2 * kInset, kTextSize * 1.08),
                      {.bold = !again});
        picture_.text({left + kInset, y_ + 38}, cut_to(size, width - 2 * kInset, kSmallText), {.size = kSmallText});
        const Point entry{left, y_ + height / 2};
        y_ += height + kBelow;
        return entry;
    }

    void add_flow(const ChartArrow& arrow, double left) {
        const std::string flow = flow_text(arrow, sheet_.conventions);
        if (flow.empty()) return;
        picture_.text({left, y_ + 12}, cut_to(flow, sheet_.width - left - 1, kSmallText),
                      {.shade = "c-muted", .size = kSmallText});
        y_ += kFlowHeight - 3;
    }

    void add_arrow(Point from, Point to) {
        constexpr double kHead = 6;
        picture_.line(from, {to.x - 1, to.y}, "c-axis");
        picture_.path({{to.x - kHead - 1, to.y - kHead / 2}, {to.x - 1, to.y}, {to.x - kHead - 1, to.y + kHead / 2}},
                      "c-head");
    }

    static constexpr double kLeastWidth = 120;

    const BoxChart& chart_;
    const Sheet& sheet_;
    Picture picture_;
    double step_ = 0;
    double y_ = 1;
    std::vector<bool> drawn_;
};

}  // namespace

Picture draw_boxes(const BoxChart& chart, const Sheet& sheet) { return Diagram(chart, sheet).draw(); }

}  // namespace bote
