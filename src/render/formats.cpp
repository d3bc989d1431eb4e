#include <algorithm>
#include <array>

#include "bote/base/text.hpp"
#include "bote/render/render.hpp"

namespace bote {

namespace {

constexpr std::array kFormats = {
    Format{"table", ".txt", "aligned columns for a terminal", Audience::people, render_table},
    Format{"markdown", ".md .markdown", "tables for GitHub, Obsidian and other notes", Audience::people,
           render_markdown},
    Format{"html", ".html .htm", "one page, with charts and all working", Audience::page, render_html},
    Format{"svg", ".svg", "one chart, or a card", Audience::page, render_svg},
    Format{"mermaid", ".mmd .mermaid", "a diagram, or a chart, for Mermaid", Audience::page, render_mermaid},
    Format{"dot", ".dot .gv", "a diagram for Graphviz", Audience::page, render_dot},
    Format{"text", ".text", "aligned columns in ASCII, for mail and chat", Audience::people, render_text},
    Format{"compact", "", "a line a row, for an agent or a chat", Audience::people, render_compact},
    Format{"org", ".org", "headings and tables for Org mode", Audience::people, render_org},
    Format{"latex", ".tex", "a piece of a document, tables with booktabs", Audience::people, render_latex},
    Format{"csv", ".csv", "one line a record, full precision in base units", Audience::sheet, render_csv, &kCsvLine},
    Format{"tsv", ".tsv .tab", "the same with tabs, to paste into a sheet", Audience::sheet, render_tsv, &kTsvLine},
    Format{"json", ".json", "everything, full precision in base units", Audience::program, render_json},
    Format{"junit", ".xml", "test results for a build server", Audience::program, render_junit, nullptr, "check"},
    Format{"sarif", ".sarif", "findings for code scanning", Audience::program, render_sarif, nullptr, "check"},
    Format{"github", "", "lines to mark in a pull request", Audience::program, render_github, nullptr, "check"},
};

}  // namespace

std::span<const Format> all_formats() { return kFormats; }

const Format* find_format(std::string_view name) {
    const auto* const found =
        std::find_if(kFormats.begin(), kFormats.end(), [&](const Format& format) { return format.name == name; });
    return found == kFormats.end() ? nullptr : found;
}

const Format* find_format_of(std::string_view ending) {
    if (ending.empty()) return nullptr;
    const auto* const found = std::find_if(kFormats.begin(), kFormats.end(), [&](const Format& format) {
        const auto endings = split(format.endings, ' ');
        return std::find(endings.begin(), endings.end(), ending) != endings.end();
    });
    return found == kFormats.end() ? nullptr : found;
}

}  // namespace bote
