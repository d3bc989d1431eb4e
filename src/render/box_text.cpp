#include "bote/render/box_text.hpp"

#include <algorithm>

#include "bote/base/text.hpp"

namespace bote {
namespace {

std::string text_of(const std::optional<ChartNumber>& number, const Conventions& conventions) {
    return number ? format(number->value, number->display, conventions) : "";
}

}  // namespace

std::string title_text(const ChartBox& box) {
    const std::string title(trim(show_in_line(box.title)));
    return title.empty() ? box.name : title;
}

std::string size_text(const ChartBox& box, const Conventions& conventions) {
    const std::string count = text_of(box.machines, conventions);
    if (count.empty()) return "";
    const std::string machines = count + (count == "1" ? " machine" : " machines");
    return box.bound.empty() ? machines : machines + ", by " + box.bound;
}

std::string flow_text(const ChartArrow& arrow, const Conventions& conventions, std::string_view between) {
    std::string text = text_of(arrow.requests, conventions);
    const auto add = [&](const std::optional<ChartNumber>& bytes, std::string_view direction) {
        const std::string amount = text_of(bytes, conventions);
        if (amount.empty()) return;
        if (!text.empty()) text += between;
        text.append(amount).append(direction);
    };
    add(arrow.bytes_in, " in");
    add(arrow.bytes_out, " out");
    return arrow.is_part && !text.empty() ? "part of " + text : text;
}

std::vector<const ChartArrow*> arrows_from(const BoxChart& chart, std::size_t box) {
    std::vector<const ChartArrow*> arrows;
    for (const ChartArrow& arrow : chart.arrows) {
        if (arrow.from == box) arrows.push_back(&arrow);
    }
    return arrows;
}

namespace {

/// Each box is looked at once: where ways part and meet again there are more ways than anybody can walk.
std::size_t levels_below(const BoxChart& chart, std::size_t box, std::vector<std::optional<std::size_t>>& known) {
    if (known[box]) return *known[box];
    std::size_t levels = 0;
    for (const ChartArrow* arrow : arrows_from(chart, box))
        levels = std::max(levels, levels_below(chart, arrow->to, known) + 1);
    known[box] = levels;
    return levels;
}

}  // namespace

std::size_t levels_of(const BoxChart& chart) {
    std::vector<std::optional<std::size_t>> known(chart.boxes.size());
    return chart.boxes.empty() ? 0 : levels_below(chart, 0, known);
}

}  // namespace bote
