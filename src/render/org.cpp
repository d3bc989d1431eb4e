// Org mode has no escape for its markup: an entity without a width parts the characters that would mean something
// together, and the few that mean something alone have entities of their own.

#include <algorithm>
#include <string>
#include <string_view>

#include "bote/base/index.hpp"
#include "bote/base/overloaded.hpp"
#include "bote/base/text.hpp"
#include "bote/render/render.hpp"
#include "plain_table.hpp"

namespace bote {
namespace {

constexpr std::string_view kNoWidth = "\\zwnj{}";

bool is_in(char letter, std::string_view letters) { return letters.find(letter) != std::string_view::npos; }

/// Whether emphasis may begin with the letter at i: behind a blank or an opening, before anything but a blank.
bool opens(std::string_view text, std::size_t i) {
    if (!is_in(text[i], "*/_=~+") || i + 1 >= text.size() || text[i + 1] == ' ') return false;
    return i == 0 || is_in(text[i - 1], " -('\"{");
}

/// Whether the letter at i must not stand next to the one before it: "[[", "{{{", "@@", "://", "src_", "call_".
bool joins(std::string_view text, std::size_t i) {
    const std::string_view before = text.substr(0, i);
    const char letter = text[i];
    if (before.empty()) return false;
    if (letter == '/' && before.back() == ':') return true;
    if (letter == '_') return before.ends_with("src") || before.ends_with("call");
    return before.back() == '[' || (is_in(letter, "{@") && before.back() == letter);
}

std::string_view entity_of(char letter) {
    switch (letter) {
        case '|': return "\\vert{}";
        case '\\': return "\\backslash{}";
        case '$': return "\\dollar{}";
        case '<': return "\\lt{}";
        default: return "";
    }
}

std::string escape_org(std::string_view plain) {
    const std::string text = show_in_line(plain);
    std::string escaped;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (opens(text, i) || joins(text, i)) escaped += kNoWidth;
        const std::string_view entity = entity_of(text[i]);
        if (entity.empty()) escaped += text[i];
        else escaped += entity;
    }
    return escaped;
}

/// At the beginning of a line also headings, lists, keywords and comments.
std::string escape_paragraph(std::string_view plain) {
    const std::string text = escape_org(trim(plain));
    if (text.empty()) return text;
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const bool numbered = digits > 0 && digits < text.size() && is_in(text[digits], ".)");
    return (numbered || is_in(text.front(), "*-+#:") ? std::string(kNoWidth) : "") + text;
}

/// A comma goes before what would be a heading or a keyword even there, and before one that stands there already.
std::string example_line(std::string line) {
    const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
    const std::size_t marks = std::min(line.find_first_not_of(',', begin), line.size());
    const std::string_view rest = std::string_view(line).substr(marks);
    if (rest.starts_with('*') || rest.starts_with("#+")) line.insert(begin, ",");
    return line;
}

void write_org_row(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths,
                   const std::vector<Column>& columns, std::string& out) {
    out += '|';
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const bool right = columns[i].kind == ColumnKind::number;
        out += ' ' + (right ? pad_left(cells[i], widths[i]) : pad_right(cells[i], widths[i])) + " |";
    }
    out += '\n';
}

void write_org_table(const Table& table, const Conventions& conventions, std::string& out) {
    PlainTable plain = plain_table(table, conventions);
    if (plain.columns.empty()) return;
    std::vector<std::string> titles;
    for (const Column& column : plain.columns) titles.push_back(escape_org(column.title));
    for (auto& row : plain.rows)
        for (std::string& cell : row) cell = escape_org(cell);
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < titles.size(); ++i) {
        std::size_t width = std::max<std::size_t>(1, display_width(titles[i]));
        for (const auto& row : plain.rows) width = std::max(width, display_width(row[i]));
        widths.push_back(width);
    }
    write_org_row(titles, widths, plain.columns, out);
    out += '|';
    for (std::size_t i = 0; i < widths.size(); ++i)
        out += std::string(widths[i] + 2, '-') + (i + 1 < widths.size() ? '+' : '|');
    out += '\n';
    for (const auto& row : plain.rows) write_org_row(row, widths, plain.columns, out);
}

void write_org_block(const Block& block, const Conventions& conventions, std::string& out) {
    std::visit(Overloaded{
                   [&](const Heading& heading) {
                       out += std::string(at(std::max(heading.level, 1)), '*') + ' ' + escape_org(trim(heading.text)) +
                              '\n';
                   },
                   [&](const Note& note) {
                       const std::string text = escape_paragraph(note.text);
                       if (!text.empty()) out += text + '\n';
                   },
                   [&](const Table& table) { write_org_table(table, conventions, out); },
                   [&](const Chart& chart) { write_org_table(chart_table(chart), conventions, out); },
                   [&](const KeyFigures& headline) {
                       for (const Block& each : plain_blocks(headline)) {
                           write_org_block(each, conventions, out);
                           out += '\n';
                       }
                   },
                   [&](const Listing& listing) {
                       out += "#+begin_example\n";
                       for (const auto line : split(trim(listing.text), '\n'))
                           out += example_line(show_in_line(line)) + '\n';
                       out += "#+end_example\n";
                   },
               },
               block);
}

}  // namespace

std::string render_org(const Report& report, const Canvas&) {
    if (report.blocks.empty()) return "";
    std::string text = "#+OPTIONS: ^:nil\n";  // names such as cache_memory have no subscripts
    write_apart(report.blocks, text, [&](const Block& block) { write_org_block(block, report.conventions, text); });
    return text;
}

}  // namespace bote
