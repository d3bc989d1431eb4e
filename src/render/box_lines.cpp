// A diagram on a terminal: a tree with two lines a box. A box that several others hand on to is drawn whole once.

#include <algorithm>
#include <string_view>

#include "bote/base/text.hpp"
#include "bote/render/box_text.hpp"
#include "chart_lines.hpp"

namespace bote {
namespace {

/// What the branches of a tree are drawn with.
struct Branches {
    std::string_view more;  // to a box with others below it
    std::string_view last;
    std::string_view beside;  // past the boxes of a branch
    std::string_view none;
};

constexpr Branches kWide{"├─ ", "└─ ", "│  ", "   "};
constexpr Branches kNarrow{"├ ", "└ ", "│ ", "  "};
constexpr Branches kWideAscii{"+- ", "+- ", "|  ", "   "};
constexpr Branches kNarrowAscii{"+ ", "+ ", "| ", "  "};

class Tree {
public:
    Tree(const BoxChart& chart, const Conventions& conventions, const Branches& branches, std::size_t width)
        : chart_(chart), conventions_(conventions), branches_(branches), width_(width) {}

    Lines draw() {
        drawn_.assign(chart_.boxes.size(), false);
        add_box("", 0);
        add_branches(0, "");
        return std::move(lines_);
    }

private:
    /// A long title leaves room for what stands behind it.
    void add_box(const std::string& before, std::size_t index) {
        constexpr std::size_t kLeast = 12;
        const std::string size = drawn_[index] ? "" : size_text(chart_.boxes[index], conventions_);
        const std::string behind = size.empty() ? "" : ": " + size;
        const std::size_t used = display_width(before) + display_width(behind);
        const std::size_t room = width_ > used + kLeast ? width_ - used : kLeast;
        lines_.push_back(before + cut_to_width(title_text(chart_.boxes[index]), room) + behind);
    }

    void add_branches(std::size_t parent, const std::string& before) {
        const auto arrows = arrows_from(chart_, parent);
        for (const ChartArrow* arrow : arrows) {
            const bool last = arrow == arrows.back();
            add_box(before + std::string(last ? branches_.last : branches_.more), arrow->to);
            const std::string inner = before + std::string(last ? branches_.none : branches_.beside);
            const std::string flow = flow_text(*arrow, conventions_);
            const bool has_boxes = !drawn_[arrow->to] && !arrows_from(chart_, arrow->to).empty();
            const std::string_view down = has_boxes ? branches_.beside : branches_.none;
            if (!flow.empty()) lines_.push_back(inner + std::string(down) + flow);
            if (drawn_[arrow->to]) continue;
            drawn_[arrow->to] = true;
            add_branches(arrow->to, inner);
        }
    }

    const BoxChart& chart_;
    const Conventions& conventions_;
    const Branches& branches_;
    std::size_t width_;
    std::vector<bool> drawn_;
    Lines lines_;
};

}  // namespace

Lines box_lines(const BoxChart& chart, const Conventions& conventions, Charset charset, std::size_t width) {
    const bool narrow = 2 * display_width(kWide.none) * levels_of(chart) > width;
    const bool ascii = charset == Charset::ascii;
    const Branches& branches = narrow ? (ascii ? kNarrowAscii : kNarrow) : (ascii ? kWideAscii : kWide);
    return Tree(chart, conventions, branches, width).draw();
}

}  // namespace bote
