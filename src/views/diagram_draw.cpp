// A diagram as text: a tree for a terminal, a flowchart for Mermaid, a graph for Graphviz.

#include <string_view>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/views/diagram.hpp"

namespace bote {
namespace {

std::string text_of(const Cell& cell, const Conventions& conventions) {
    std::string text;
    append_text(cell, conventions, text);
    return text;
}

/// A title on one line that leaves room for what stands behind it.
std::string short_title(const std::string& title) {
    constexpr std::size_t kMostColumns = 30;
    const std::string text = show_in_line(title);
    if (display_width(text) <= kMostColumns) return text;
    return cut_to_width(text, kMostColumns) + "...";
}

/// "97 machines, by requests"; empty where nothing is known of them.
std::string size_of(const DiagramBox& box, const Conventions& conventions) {
    const std::string count = text_of(box.machines, conventions);
    if (count.empty()) return "";
    const std::string machines = count + (count == "1" ? " machine" : " machines");
    return box.bound.empty() ? machines : machines + ", by " + box.bound;
}

/// "499k/s, 4.43 GB/s in, 73.9 GB/s out".
std::string flow_of(const DiagramArrow& arrow, const Conventions& conventions) {
    std::string text = text_of(arrow.requests, conventions);
    const auto add = [&](const Cell& bytes, std::string_view direction) {
        const std::string amount = text_of(bytes, conventions);
        if (amount.empty()) return;
        if (!text.empty()) text += ", ";
        text.append(amount).append(direction);
    };
    add(arrow.bytes_in, " in");
    add(arrow.bytes_out, " out");
    return text;
}

/// Each character that `special` names by what replaces it.
template <class Replace>
std::string escape(std::string_view text, Replace replace) {
    std::string escaped;
    for (const char character : text) {
        const std::string_view other = replace(character);
        if (other.empty()) escaped += character;
        else escaped += other;
    }
    return escaped;
}

/// Mermaid has entities of its own, written with a '#'.
std::string escape_mermaid(std::string_view text) {
    return escape(text, [](char character) -> std::string_view {
        switch (character) {
            case '"': return "#quot;";
            case '#': return "#35;";
            case '<': return "#lt;";
            case '>': return "#gt;";
            case '&': return "#amp;";
            case '`': return "#96;";
            case '\\': return "#92;";
            case '*': return "#42;";
            case '_': return "#95;";
            default: return "";
        }
    });
}

std::string escape_dot(std::string_view text) {
    return escape(text, [](char character) -> std::string_view {
        switch (character) {
            case '"': return "\\\"";
            case '\\': return "\\\\";
            case '&': return "&amp;";
            default: return "";
        }
    });
}

class TreeDrawing {
public:
    TreeDrawing(const Diagram& diagram, const Conventions& conventions, Charset charset)
        : diagram_(diagram), conventions_(conventions), ascii_(charset == Charset::ascii) {}

    std::string draw() {
        drawn_.assign(diagram_.boxes.size(), false);
        add_line("", "", 0);
        add_children(0, "");
        return std::move(out_);
    }

private:
    void add_line(std::string_view before, std::string_view branch, std::size_t index) {
        const DiagramBox& box = diagram_.boxes[index];
        out_.append(before).append(branch).append(short_title(box.title));
        const std::string size = size_of(box, conventions_);
        if (!size.empty() && !drawn_[index]) out_.append(": ").append(size);
        out_ += '\n';
    }

    void add_children(std::size_t parent, const std::string& before) {
        std::vector<const DiagramArrow*> arrows;
        for (const auto& arrow : diagram_.arrows) {
            if (arrow.from == parent) arrows.push_back(&arrow);
        }
        for (const DiagramArrow* arrow : arrows) {
            const bool last = arrow == arrows.back();
            const std::string_view branch = ascii_ ? "+- " : (last ? "└─ " : "├─ ");
            const std::string_view beside = last ? "   " : (ascii_ ? "|  " : "│  ");
            add_line(before, branch, arrow->to);
            const std::string inner = before + std::string(beside);
            const std::string flow = flow_of(*arrow, conventions_);
            if (!flow.empty()) out_.append(inner).append("  ").append(flow) += '\n';
            if (drawn_[arrow->to]) continue;
            drawn_[arrow->to] = true;
            add_children(arrow->to, inner);
        }
    }

    const Diagram& diagram_;
    const Conventions& conventions_;
    bool ascii_;
    std::vector<bool> drawn_;
    std::string out_;
};

}  // namespace

std::string draw_tree(const Diagram& diagram, const Conventions& conventions, Charset charset) {
    return TreeDrawing(diagram, conventions, charset).draw();
}

std::string draw_mermaid(const Diagram& diagram, const Conventions& conventions) {
    std::string out = "flowchart LR\n";
    for (std::size_t i = 0; i < diagram.boxes.size(); ++i) {
        const DiagramBox& box = diagram.boxes[i];
        const std::string size = size_of(box, conventions);
        out += fmt::format("    b{}[\"{}{}{}\"]\n", i, escape_mermaid(short_title(box.title)),
                           size.empty() ? "" : "<br>", escape_mermaid(size));
    }
    for (const DiagramArrow& arrow : diagram.arrows) {
        const std::string flow = flow_of(arrow, conventions);
        const std::string label = flow.empty() ? "" : fmt::format("|\"{}\"|", escape_mermaid(flow));
        out += fmt::format("    b{} -->{} b{}\n", arrow.from, label, arrow.to);
    }
    return out;
}

std::string draw_dot(const Diagram& diagram, const Conventions& conventions) {
    std::string out = "digraph {\n    rankdir=LR\n    node [shape=box]\n";
    for (std::size_t i = 0; i < diagram.boxes.size(); ++i) {
        const DiagramBox& box = diagram.boxes[i];
        const std::string size = size_of(box, conventions);
        out += fmt::format("    b{} [label=\"{}{}{}\"]\n", i, escape_dot(short_title(box.title)),
                           size.empty() ? "" : "\\n", escape_dot(size));
    }
    for (const DiagramArrow& arrow : diagram.arrows)
        out += fmt::format("    b{} -> b{} [label=\"{}\"]\n", arrow.from, arrow.to,
                           escape_dot(flow_of(arrow, conventions)));
    return out + "}\n";
}

}  // namespace bote
