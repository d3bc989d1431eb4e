#include "hints.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/base/text.hpp"
#include "bote/views/common.hpp"
#include "bote/views/rich_page.hpp"
#include "completed.hpp"

namespace bote {
namespace {

Json hint(const Analysis& analysis, std::size_t offset, const std::string& label) {
    return {{"position", json_of(analysis.lines.position_of(offset))},
            {"label", show_in_line(label)},
            {"paddingLeft", true}};
}

/// A sum, a product or a name, of which one does not see at a glance what it is.
bool is_formula(const ModelQuantity& quantity) {
    if (!quantity.names.empty()) return true;
    return std::any_of(quantity.formula->tree.begin(), quantity.formula->tree.end(), [](const Node& node) {
        return node.op == Op::add || node.op == Op::subtract || node.op == Op::multiply;
    });
}

/// "= 500 B", "new_data = 50 GB/day"; empty where there is nothing to say.
std::string label_for(const Estimate& estimate, const CompletedFigures& completed, const NameUse& use) {
    const auto index = estimate.model.find(use.name);
    if (!index) return "";
    const ModelQuantity& quantity = estimate.model[*index];
    const Span given = where_given(estimate.model, quantity);
    const bool in_force =
        given.source == use.value.source && given.begin >= use.value.begin && given.begin <= use.value.end;
    if (!in_force) return "";
    std::string label = is_formula(quantity) ? "= " + value_text(estimate, *index) : "";
    if (const auto figure = completed.by(*index)) {
        const std::string_view name = estimate.model[*figure].name;
        label += fmt::format("{}{} = {}", label.empty() ? "" : ", ", name, value_text(estimate, *figure));
    }
    return label;
}

Json lens(const Analysis& analysis, const Span& where, const std::string& title) {
    return {{"range", range_of(analysis.lines, where)}, {"command", {{"title", show_in_line(title)}, {"command", ""}}}};
}

std::string headline_of(const Estimate& estimate) {
    std::string line;
    for (const Figure& figure : key_figures_of(estimate).figures) {
        const Quantity& value = figure.value;
        line += fmt::format("{}{} {}", line.empty() ? "" : " · ", figure.label,
                            format(value.value, value.display, estimate.model.conventions, value.digits));
    }
    return line;
}

}  // namespace

Json inlay_hints(const Analysis& analysis, std::size_t begin, std::size_t end) {
    Json list = Json::array();
    const Estimate* estimate = analysis.estimate();
    if (estimate == nullptr) return list;
    const auto add = [&](std::size_t offset, const std::string& label) {
        if (!label.empty() && offset >= begin && offset <= end) list.push_back(hint(analysis, offset, label));
    };
    const CompletedFigures completed(*estimate);
    for (const NameUse& use : analysis.names) {
        if (use.is_given && use.value.source) add(use.value.end, label_for(*estimate, completed, use));
    }
    for (const CheckedLine& line : analysis.checked->lines) {
        const bool is_told = line.holds && line.text.find(line.actual) != std::string::npos;
        if (!is_told) add(line.where.end, (line.holds ? "" : "fails: ") + told(line));
    }
    return list;
}

Json code_lenses(const Analysis& analysis) {
    Json list = Json::array();
    const Estimate* estimate = analysis.estimate();
    if (estimate == nullptr || analysis.tree.entries.empty()) return list;
    if (const std::string headline = headline_of(*estimate); !headline.empty())
        list.push_back(lens(analysis, analysis.tree.entries.front().key.span, headline));
    const auto& lines = analysis.checked->lines;
    const auto held = std::count_if(lines.begin(), lines.end(), [](const CheckedLine& line) { return line.holds; });
    for (const YamlEntry& entry : analysis.tree.entries) {
        if (entry.key.text == "expect" && !lines.empty())
            list.push_back(lens(analysis, entry.key.span, fmt::format("{} of {} hold", held, lines.size())));
    }
    return list;
}

}  // namespace bote
