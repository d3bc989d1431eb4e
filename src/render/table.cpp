#include <algorithm>
#include <span>
#include <string>
#include <string_view>

#include "bote/base/text.hpp"
#include "bote/render/columns.hpp"
#include "bote/render/render.hpp"

namespace bote {

namespace {

using Lines = std::vector<std::string>;

constexpr std::size_t kIndentation = 2;
constexpr std::string_view kRule = "─";
constexpr std::size_t kLeastWidth = 4;    // below it indented text could not be shown at all
constexpr std::size_t kLongestLead = 24;  // a longer heading would push the columns too far to the right

std::string repeat(std::string_view text, std::size_t times) {
    std::string repeated;
    for (std::size_t i = 0; i < times; ++i) repeated += text;
    return repeated;
}

std::size_t longest_word(std::string_view text) {
    std::size_t longest = 0;
    for (const std::string& word : wrap(text, 1)) longest = std::max(longest, display_width(word));
    return longest;
}

/// Columns that stand side by side, with their widths.
struct Part {
    std::vector<std::size_t> columns;
    std::vector<std::size_t> widths;
};

/// A table with its texts in order and its columns placed.
struct Layout {
    const Table& table;
    Lines titles;
    std::vector<Lines> rows;
    std::vector<Part> parts;
    std::string lead;  // the section's heading, where it stands at the head of the first column
    std::size_t indent = 0;
    Canvas canvas;
};

/// What a table finds when its turn comes.
struct Spot {
    std::string lead;
    std::size_t indent = 0;
    Canvas canvas;
};

/// A line of its own under the row.
bool is_below(ColumnKind kind) { return kind == ColumnKind::remark || kind == ColumnKind::detail; }

bool is_text(ColumnKind kind) {
    return kind == ColumnKind::text || kind == ColumnKind::formula || kind == ColumnKind::bar;
}

ColumnNeed need_of(const Layout& layout, std::size_t column) {
    ColumnNeed need;
    need.give = is_text(layout.table.columns[column].kind) ? Give::first : Give::last;
    const auto widen = [&](const std::string& text) {
        need.natural = std::max(need.natural, display_width(text));
        need.word = std::max(need.word, longest_word(text));
    };
    widen(layout.titles[column]);
    for (const Lines& row : layout.rows) widen(row[column]);
    const std::size_t lead = column == 0 ? display_width(layout.lead) : 0;
    need.natural = std::max(need.natural, lead - std::min(lead, layout.indent));
    return need;
}

std::vector<Part> place_columns(const Layout& layout) {
    std::vector<std::size_t> columns;
    std::vector<ColumnNeed> needs;
    for (std::size_t i = 0; i < layout.table.columns.size(); ++i) {
        if (is_below(layout.table.columns[i].kind)) continue;
        columns.push_back(i);
        needs.push_back(need_of(layout, i));
    }
    const std::size_t width = layout.canvas.width;
    const std::size_t room = width == 0 ? 0 : width - std::min(layout.indent, width - 1);
    std::vector<Part> parts;
    for (const std::vector<std::size_t>& chosen : part_columns(needs, room)) {
        Part part;
        std::vector<ColumnNeed> chosen_needs;
        for (const std::size_t i : chosen) {
            part.columns.push_back(columns[i]);
            chosen_needs.push_back(needs[i]);
        }
        part.widths = fit_columns(chosen_needs, room);
        parts.push_back(part);
    }
    if (parts.empty()) parts.emplace_back();  // details alone
    return parts;
}

Layout lay_out(const Table& table, const Conventions& conventions, const Spot& spot) {
    Layout layout{table, {}, cell_texts(table, conventions), {}, spot.lead, spot.indent, spot.canvas};
    for (const Column& column : table.columns) layout.titles.push_back(show_in_line(column.title));
    for (Lines& row : layout.rows) {
        for (std::string& text : row) text = show_in_line(text);
    }
    layout.parts = place_columns(layout);
    return layout;
}

/// A line without trailing blanks and not wider than the canvas, whatever the reason.
std::string finish(std::string line, Style style, const Canvas& canvas) {
    line.erase(line.find_last_not_of(' ') + 1);
    if (canvas.width > 0) line = cut_to_width(line, canvas.width);
    return paint(line, style, canvas.ink) + "\n";
}

/// The lines of one cell: itself where it fits, else its words on several lines, what is still too wide cut.
Lines write_cell(const std::string& text, std::size_t width) {
    if (display_width(text) <= width) return {text};
    Lines lines = wrap(text, width);
    for (std::string& line : lines) line = cut_to_width(line, width);
    return lines;
}

Lines lines_of(const Layout& layout, const Part& part, const Lines& row) {
    std::vector<Lines> cells;
    std::size_t height = 0;
    for (std::size_t i = 0; i < part.columns.size(); ++i) {
        cells.push_back(write_cell(row[part.columns[i]], part.widths[i]));
        height = std::max(height, cells.back().size());
    }
    Lines lines;
    for (std::size_t y = 0; y < height; ++y) {
        std::string line(layout.indent, ' ');
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string cell = y < cells[i].size() ? cells[i][y] : "";
            const bool left = is_text(layout.table.columns[part.columns[i]].kind);
            if (i > 0) line += std::string(kGap, ' ');
            line += left ? pad_right(cell, part.widths[i]) : pad_left(cell, part.widths[i]);
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string write_lines(const Lines& lines, Style style, const Canvas& canvas) {
    std::string text;
    for (const std::string& line : lines) text += finish(line, style, canvas);
    return text;
}

/// How far a paragraph's first line and the following ones are indented.
struct Indent {
    std::size_t first = 0;
    std::size_t hanging = 0;
};

/// Words in lines that fit. What does not fit is chopped, not cut: here stand formulas, which have to be whole.
std::string write_paragraph(std::string_view text, Indent indent, Style style, const Canvas& canvas) {
    const std::size_t room =
        canvas.width == 0 ? 0 : std::max(canvas.width, indent.hanging + kLeastWidth) - indent.hanging;
    std::string written;
    for (const std::string& line : wrap(text, room)) {
        const Lines pieces = room == 0 ? Lines{line} : chop(line, room);
        for (const std::string& piece : pieces) {
            const std::size_t blanks = written.empty() ? indent.first : indent.hanging;
            written += finish(std::string(blanks, ' ') + piece, style, canvas);
        }
    }
    return written;
}

/// The heading over the indentation and the first column, which has no title of its own.
std::string write_lead(const Layout& layout, const Part& part) {
    Lines lines = lines_of(layout, part, layout.titles);
    const std::size_t width = display_width(layout.lead);
    if (width <= layout.indent + part.widths.front()) lines.front().replace(0, width, layout.lead);
    else lines.insert(lines.begin(), layout.lead);
    return write_lines(lines, Style::bold, layout.canvas);
}

std::string write_head(const Layout& layout, const Part& part) {
    if (!layout.lead.empty()) return write_lead(layout, part);
    const auto named = [&](std::size_t column) { return !layout.titles[column].empty(); };
    if (std::none_of(part.columns.begin(), part.columns.end(), named)) return "";
    std::string rule(layout.indent, ' ');
    for (std::size_t i = 0; i < part.widths.size(); ++i) {
        if (i > 0) rule += std::string(kGap, ' ');
        rule += repeat(kRule, part.widths[i]);
    }
    return write_lines(lines_of(layout, part, layout.titles), Style::plain, layout.canvas) +
           finish(rule, Style::dim, layout.canvas);
}

std::string write_details(const Layout& layout, const Lines& row) {
    const Indent indent{layout.indent + kIndentation, layout.indent + kIndentation + kIndentation};
    std::string text;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (!is_below(layout.table.columns[i].kind)) continue;
        text += write_paragraph(row[i], indent, Style::dim, layout.canvas);
    }
    return text;
}

std::string write_table(const Layout& layout) {
    std::string text;
    for (const Part& part : layout.parts) {
        const bool first = text.empty();
        text += (first ? "" : "\n") + write_head(layout, part);
        for (const Lines& row : layout.rows) {
            text += write_lines(lines_of(layout, part, row), Style::plain, layout.canvas);
            if (first) text += write_details(layout, row);
        }
    }
    return text;
}

Style style_of(Tone tone) {
    switch (tone) {
        case Tone::plain: return Style::plain;
        case Tone::good: return Style::green;
        case Tone::bad: return Style::red;
    }
    return Style::plain;
}

std::string write_heading(const Heading& heading, const Canvas& canvas) {
    std::string text;
    for (const std::string& line : wrap(show_in_line(heading.text), canvas.width))
        text += finish(line, Style::bold, canvas);
    return text;
}

bool fits_over(const Heading& heading, const Table& table, const Canvas& canvas) {
    const Column& first = table.columns.front();
    const std::size_t width = display_width(show_in_line(heading.text));
    return first.title.empty() && is_text(first.kind) && width <= kLongestLead &&
           (canvas.width == 0 || width <= canvas.width);
}

/// A short heading before a table whose first column has no title stands in its place, which saves a line and a rule;
/// before a single note it begins the note.
bool leads(const Heading& heading, std::span<const Block> after, const Canvas& canvas) {
    if (heading.level == 1 || after.empty()) return false;
    if (const auto* table = std::get_if<Table>(&after.front()))
        return table->columns.size() > 1 && fits_over(heading, *table, canvas);
    const bool list = after.size() > 1 && std::holds_alternative<Note>(after[1]);
    return std::holds_alternative<Note>(after.front()) && !list;
}

/// Sections stand apart; what belongs together (a heading and its first block, the notes of a list) does not.
bool separates(const Block& before, const Block& after) {
    const bool notes = std::holds_alternative<Note>(before) && std::holds_alternative<Note>(after);
    if (notes) return false;
    const auto* heading = std::get_if<Heading>(&before);
    if (heading == nullptr || std::holds_alternative<Heading>(after)) return true;
    return heading->level == 1 && std::holds_alternative<Table>(after);
}

}  // namespace

std::string render_table(const Report& report, const Canvas& canvas) {
    std::string text;
    Spot spot{"", 0, canvas};  // what belongs to a section is indented, and its notes read as a list
    const Block* before = nullptr;
    for (std::size_t i = 0; i < report.blocks.size(); ++i) {
        const Block& block = report.blocks[i];
        std::string written;
        if (const auto* heading = std::get_if<Heading>(&block)) {
            spot.indent = heading->level > 1 ? kIndentation : 0;
            if (leads(*heading, std::span(report.blocks).subspan(i + 1), canvas))
                spot.lead = show_in_line(heading->text);
            else written = write_heading(*heading, canvas);
        } else if (const auto* note = std::get_if<Note>(&block)) {
            const std::size_t indent = spot.lead.empty() ? spot.indent : 0;
            const std::string lead = spot.lead.empty() ? "" : spot.lead + ": ";
            written = write_paragraph(lead + show_in_line(note->text), {indent, indent + spot.indent},
                                      style_of(note->tone), canvas);
            spot.lead.clear();
        } else {
            written = write_table(lay_out(std::get<Table>(block), report.conventions, spot));
            spot.lead.clear();
        }
        if (written.empty()) continue;
        if (before != nullptr && separates(*before, block)) text += "\n";
        text += written;
        before = &block;
    }
    return text;
}

}  // namespace bote
