#include "flowchart.hpp"

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/render/box_text.hpp"
#include "bote/render/render.hpp"
#include "mermaid.hpp"

namespace bote {
namespace {

bool is_plain(char letter) {
    const bool word = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                      (letter >= '0' && letter <= '9') || static_cast<unsigned char>(letter) >= 0x80;
    return word || letter == ' ' || letter == ',' || letter == '/' || letter == '-';
}

/// Mermaid reads Markdown, links, icons and directives in its labels, but not in entities, which it writes with a '#'.
/// `$$`, `fa:fa-car` and `\n` mean something even so, and are kept apart by a space of no width.
std::string escape_mermaid(std::string_view text) {
    constexpr std::string_view kNoWidth = "#8203;";
    std::string escaped;
    for (const char letter : text) {
        const bool begins_list = letter == '-' && escaped.empty();
        if (is_plain(letter) && !begins_list) escaped += letter;
        else escaped += fmt::format("#{};", static_cast<int>(letter));
        if (letter == '$' || letter == ':' || letter == '\\') escaped += kNoWidth;
    }
    return escaped;
}

/// Graphviz reads entities of HTML.
std::string escape_dot(std::string_view text) {
    std::string escaped;
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') escaped += '\\';
        escaped += letter == '&' ? "&amp;" : std::string(1, letter);
    }
    return escaped;
}

const BoxChart* find_boxes(const Report& report) {
    for (const Block& block : report.blocks) {
        const auto* chart = std::get_if<Chart>(&block);
        const auto* boxes = chart == nullptr ? nullptr : std::get_if<BoxChart>(&chart->drawing);
        if (boxes != nullptr) return boxes;
    }
    return nullptr;
}

}  // namespace

std::string mermaid_flowchart(const BoxChart& chart, const Conventions& conventions) {
    std::string out = "flowchart LR\n";
    for (std::size_t i = 0; i < chart.boxes.size(); ++i) {
        const std::string size = size_text(chart.boxes[i], conventions);
        out += fmt::format("    b{}[\"{}{}{}\"]\n", i, escape_mermaid(title_text(chart.boxes[i])),
                           size.empty() ? "" : "<br>", size);
    }
    for (const ChartArrow& arrow : chart.arrows) {
        const std::string flow = flow_text(arrow, conventions, "<br>");
        out += fmt::format("    b{} -->{} b{}\n", arrow.from, flow.empty() ? "" : "|\"" + flow + "\"|", arrow.to);
    }
    return out;
}

std::string dot_graph(const BoxChart& chart, const Conventions& conventions) {
    std::string out = "digraph {\n    rankdir=LR\n    node [shape=box]\n";
    for (std::size_t i = 0; i < chart.boxes.size(); ++i) {
        const std::string size = size_text(chart.boxes[i], conventions);
        out += fmt::format("    b{} [label=\"{}{}{}\"]\n", i, escape_dot(title_text(chart.boxes[i])),
                           size.empty() ? "" : "\\n", size);
    }
    for (const ChartArrow& arrow : chart.arrows) {
        const std::string flow = flow_text(arrow, conventions, "\\n");
        out += fmt::format("    b{} -> b{}{}\n", arrow.from, arrow.to, flow.empty() ? "" : " [label=\"" + flow + "\"]");
    }
    return out + "}\n";
}

/// The diagram where there is one, else the first chart that Mermaid can draw.
std::string render_mermaid(const Report& report, const Canvas&) {
    if (const BoxChart* boxes = find_boxes(report)) return mermaid_flowchart(*boxes, report.conventions);
    for (const Block& block : report.blocks) {
        const auto* chart = std::get_if<Chart>(&block);
        std::string text = chart == nullptr ? "" : mermaid(*chart, report.conventions);
        if (!text.empty()) return text;
    }
    return "";
}

std::string render_dot(const Report& report, const Canvas&) {
    const BoxChart* boxes = find_boxes(report);
    return boxes == nullptr ? "" : dot_graph(*boxes, report.conventions);
}

}  // namespace bote
