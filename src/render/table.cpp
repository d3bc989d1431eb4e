#include <algorithm>
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
constexpr std::size_t kLeastWidth = 4;  // below it indented text could not be shown at all

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

Layout lay_out(const Table& table, const Conventions& conventions, std::size_t indent, const Canvas& canvas) {
    Layout layout{table, {}, cell_texts(table, conventions), {}, indent, canvas};
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

std::string write_row(const Layout& layout, const Part& part, const Lines& row) {
    std::vector<Lines> cells;
    std::size_t height = 0;
    for (std::size_t i = 0; i < part.columns.size(); ++i) {
        cells.push_back(write_cell(row[part.columns[i]], part.widths[i]));
        height = std::max(height, cells.back().size());
    }
    std::string text;
    for (std::size_t y = 0; y < height; ++y) {
        std::string line(layout.indent, ' ');
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string cell = y < cells[i].size() ? cells[i][y] : "";
            const bool left = is_text(layout.table.columns[part.columns[i]].kind);
            if (i > 0) line += std::string(kGap, ' ');
            line += left ? pad_right(cell, part.widths[i]) : pad_left(cell, part.widths[i]);
        }
        text += finish(line, Style::plain, layout.canvas);
    }
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

std::string write_head(const Layout& layout, const Part& part) {
    const auto named = [&](std::size_t column) { return !layout.titles[column].empty(); };
    if (std::none_of(part.columns.begin(), part.columns.end(), named)) return "";
    std::string rule(layout.indent, ' ');
    for (std::size_t i = 0; i < part.widths.size(); ++i) {
        if (i > 0) rule += std::string(kGap, ' ');
        rule += repeat(kRule, part.widths[i]);
    }
    return write_row(layout, part, layout.titles) + finish(rule, Style::dim, layout.canvas);
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
            text += write_row(layout, part, row);
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
    std::size_t indent = 0;  // what belongs to a section is indented, and its notes read as a list
    const Block* before = nullptr;
    for (const Block& block : report.blocks) {
        std::string written;
        if (const auto* heading = std::get_if<Heading>(&block)) {
            indent = heading->level > 1 ? kIndentation : 0;
            written = write_heading(*heading, canvas);
        } else if (const auto* note = std::get_if<Note>(&block)) {
            written = write_paragraph(show_in_line(note->text), {indent, 2 * indent}, style_of(note->tone), canvas);
        } else {
            written = write_table(lay_out(std::get<Table>(block), report.conventions, indent, canvas));
        }
        if (written.empty()) continue;
        if (before != nullptr && separates(*before, block)) text += "\n";
        text += written;
        before = &block;
    }
    return text;
}

}  // namespace bote
