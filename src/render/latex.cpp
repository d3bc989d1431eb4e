// A piece for \input, not a document: headings, paragraphs and tables with the rules of booktabs.

#include <algorithm>
#include <string>
#include <string_view>

#include "bote/base/overloaded.hpp"
#include "bote/base/text.hpp"
#include "bote/render/render.hpp"
#include "plain_table.hpp"

namespace bote {
namespace {

std::string_view command_of(char letter) {
    switch (letter) {
        case '\\': return "\\textbackslash{}";
        case '~': return "\\textasciitilde{}";
        case '^': return "\\textasciicircum{}";
        case '<': return "\\textless{}";
        case '>': return "\\textgreater{}";
        case '|': return "\\textbar{}";
        case '"': return "\\textquotedbl{}";
        case '\'': return "\\textquotesingle{}";
        case '`': return "\\textasciigrave{}";
        case '{': return "\\{";
        case '}': return "\\}";
        case '$': return "\\$";
        case '&': return "\\&";
        case '#': return "\\#";
        case '_': return "\\_";
        case '%': return "\\%";
        default: return "";
    }
}

std::string escape_latex(std::string_view plain) {
    const std::string text = show_in_line(plain);
    std::string escaped;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = text[i] == '-' && i > 0 && text[i - 1] == '-';  // two would be a long one
        const std::string_view command = command_of(text[i]);
        if (dash) escaped += "{}";
        if (command.empty()) escaped += text[i];
        else escaped += command;
    }
    return escaped;
}

std::string write_cell(const std::string& text, ColumnKind kind) {
    if (text.empty()) return "";
    if (is_code(kind)) return "\\texttt{" + escape_latex(text) + "}";
    // A row that began with one of these would be an argument of the line end before it.
    return (text.front() == '[' || text.front() == '*' ? "{}" : "") + escape_latex(text);
}

void write_latex_table(const Table& table, const Conventions& conventions, std::string& out) {
    const PlainTable plain = plain_table(table, conventions);
    if (plain.columns.empty()) return;
    std::string alignment;
    std::vector<std::string> titles;
    for (const Column& column : plain.columns) {
        alignment += column.kind == ColumnKind::number ? 'r' : 'l';
        titles.push_back(write_cell(column.title, ColumnKind::text));
    }
    out += "\\begin{tabular}{@{}" + alignment + "@{}}\n\\toprule\n";
    out += join(titles, " & ") + " \\\\\n\\midrule\n";
    for (const auto& row : plain.rows) {
        std::vector<std::string> cells;
        for (std::size_t i = 0; i < row.size(); ++i) cells.push_back(write_cell(row[i], plain.columns[i].kind));
        out += join(cells, " & ") + " \\\\\n";
    }
    out += "\\bottomrule\n\\end{tabular}\n";
}

std::string_view heading_command(int level) {
    if (level <= 1) return "\\section*";
    return level == 2 ? "\\subsection*" : "\\subsubsection*";
}

void write_latex_block(const Block& block, const Conventions& conventions, std::string& out) {
    std::visit(Overloaded{
                   [&](const Heading& heading) {
                       out.append(heading_command(heading.level)) += "{" + escape_latex(trim(heading.text)) + "}\n";
                   },
                   [&](const Note& note) {
                       const std::string text = escape_latex(trim(note.text));
                       if (!text.empty()) out += text + '\n';
                   },
                   [&](const Table& table) { write_latex_table(table, conventions, out); },
                   [&](const Chart& chart) { write_latex_table(chart_table(chart), conventions, out); },
                   [&](const KeyFigures& headline) {
                       for (const Block& each : plain_blocks(headline)) {
                           write_latex_block(each, conventions, out);
                           out += '\n';
                       }
                   },
                   [&](const Listing& listing) {
                       for (const auto line : split(trim(listing.text), '\n')) {
                           const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
                           out += "\\noindent\\texttt{" + std::string(indent, '~') + escape_latex(line.substr(indent)) +
                                  "}\\par\n";
                       }
                   },
               },
               block);
}

}  // namespace

std::string render_latex(const Report& report, const Canvas&) {
    if (report.blocks.empty()) return "";
    std::string text = "% needs \\usepackage[T1]{fontenc}, {textcomp} and {booktabs}\n";
    write_apart(report.blocks, text, [&](const Block& block) { write_latex_block(block, report.conventions, text); });
    return text;
}

}  // namespace bote
