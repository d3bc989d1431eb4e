#include "grid.hpp"

#include <algorithm>
#include <string_view>

#include "bote/base/overloaded.hpp"
#include "bote/base/text.hpp"
#include "cell_lines.hpp"
#include "columns.hpp"
#include "drawing.hpp"
#include "terminal_lines.hpp"

namespace bote {
namespace {

std::string repeat(std::string_view text, std::size_t times) {
    std::string repeated;
    for (std::size_t i = 0; i < times; ++i) repeated += text;
    return repeated;
}

/// Columns that stand side by side, with their widths.
struct Panel {
    std::vector<std::size_t> columns;
    std::vector<std::size_t> widths;
};

/// A table with its texts in order and its columns placed.
struct Layout {
    const Table& table;
    Lines titles;
    std::vector<Lines> rows;
    std::vector<Panel> panels;
    std::string lead;
    std::size_t indent = 0;
    Canvas canvas;
};

/// A line of its own under the row.
bool is_below(ColumnKind kind) { return kind == ColumnKind::remark || kind == ColumnKind::detail; }

bool is_text(ColumnKind kind) {
    return kind == ColumnKind::text || kind == ColumnKind::formula || kind == ColumnKind::drawing;
}

const Drawing* drawing_at(const Layout& layout, std::size_t row, std::size_t column) {
    const auto& cells = layout.table.rows[row];
    return column < cells.size() ? std::get_if<Drawing>(&cells[column]) : nullptr;
}

ColumnNeed need_of(const Layout& layout, std::size_t column) {
    ColumnNeed need;
    need.give = is_text(layout.table.columns[column].kind) ? Give::first : Give::last;
    need.natural = display_width(layout.titles[column]);
    need.word = longest_word(layout.titles[column]);
    for (std::size_t y = 0; y < layout.rows.size(); ++y) {
        const std::string& text = layout.rows[y][column];
        const auto* drawing = drawing_at(layout, y, column);
        const std::size_t width = display_width(text);
        const std::size_t least = drawing == nullptr ? longest_word(text) : std::min(width, least_columns(*drawing));
        need.natural = std::max(need.natural, width);
        need.word = std::max(need.word, least);
    }
    const std::size_t lead = column == 0 ? display_width(layout.lead) : 0;
    need.natural = std::max(need.natural, lead - std::min(lead, layout.indent));
    return need;
}

std::vector<Panel> place_columns(const Layout& layout) {
    std::vector<std::size_t> columns;
    std::vector<ColumnNeed> needs;
    for (std::size_t i = 0; i < layout.table.columns.size(); ++i) {
        if (is_below(layout.table.columns[i].kind)) continue;
        columns.push_back(i);
        needs.push_back(need_of(layout, i));
    }
    const std::size_t width = layout.canvas.width;
    const std::size_t room = width == 0 ? 0 : width - std::min(layout.indent, width - 1);
    std::vector<Panel> panels;
    for (const std::vector<std::size_t>& chosen : split_into_panels(needs, room)) {
        Panel panel;
        std::vector<ColumnNeed> chosen_needs;
        for (const std::size_t i : chosen) {
            panel.columns.push_back(columns[i]);
            chosen_needs.push_back(needs[i]);
        }
        panel.widths = fit_columns(chosen_needs, room);
        panels.push_back(panel);
    }
    if (panels.empty()) panels.emplace_back();  // details alone
    return panels;
}

std::string text_of(const Cell& cell, const Conventions& conventions, Charset charset) {
    if (const auto* drawing = std::get_if<Drawing>(&cell)) return draw(*drawing, charset);
    std::string text;
    append_text(cell, conventions, text);
    return show_in_line(text);
}

/// Each row gets as many texts as there are columns: surplus cells are left out.
Lines texts_of(const std::vector<Cell>& row, std::size_t columns, const Conventions& conventions, Charset charset) {
    Lines texts(columns);
    for (std::size_t i = 0; i < std::min(row.size(), columns); ++i) texts[i] = text_of(row[i], conventions, charset);
    return texts;
}

/// Where a column has less room than its drawings, all of them are drawn smaller, so that they can be compared.
void redraw(Layout& layout, std::size_t column, std::size_t width) {
    const bool fits = std::all_of(layout.rows.begin(), layout.rows.end(),
                                  [&](const Lines& row) { return display_width(row[column]) <= width; });
    for (std::size_t y = 0; !fits && y < layout.rows.size(); ++y) {
        if (const auto* drawing = drawing_at(layout, y, column))
            layout.rows[y][column] = draw(*drawing, layout.canvas.charset, width);
    }
}

Layout lay_out(const Table& table, const Conventions& conventions, const Surroundings& surroundings) {
    Layout layout{table, {}, {}, {}, surroundings.lead, surroundings.indent, surroundings.canvas};
    for (const Column& column : table.columns) layout.titles.push_back(show_in_line(column.title));
    for (const auto& row : table.rows)
        layout.rows.push_back(texts_of(row, table.columns.size(), conventions, surroundings.canvas.charset));
    layout.panels = place_columns(layout);
    for (const Panel& panel : layout.panels) {
        for (std::size_t i = 0; i < panel.columns.size(); ++i) redraw(layout, panel.columns[i], panel.widths[i]);
    }
    return layout;
}

Lines lines_of(const Layout& layout, const Panel& panel, const Lines& row) {
    std::vector<Lines> cells;
    std::size_t height = 0;
    for (std::size_t i = 0; i < panel.columns.size(); ++i) {
        cells.push_back(cell_lines(row[panel.columns[i]], panel.widths[i]));
        height = std::max(height, cells.back().size());
    }
    Lines lines;
    for (std::size_t y = 0; y < height; ++y) {
        std::string line(layout.indent, ' ');
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string cell = y < cells[i].size() ? cells[i][y] : "";
            const bool left = is_text(layout.table.columns[panel.columns[i]].kind);
            if (i > 0) line += std::string(kGap, ' ');
            line += left ? pad_right(cell, panel.widths[i]) : pad_left(cell, panel.widths[i]);
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

/// The heading over the indentation and the first column, which has no title of its own.
std::string write_lead(const Layout& layout, const Panel& panel) {
    Lines lines = lines_of(layout, panel, layout.titles);
    const std::size_t width = display_width(layout.lead);
    if (width <= layout.indent + panel.widths.front()) lines.front().replace(0, width, layout.lead);
    else lines.insert(lines.begin(), layout.lead);
    return write_lines(lines, Style::bold, layout.canvas);
}

std::string write_head(const Layout& layout, const Panel& panel) {
    if (!layout.lead.empty()) return write_lead(layout, panel);
    const auto named = [&](std::size_t column) { return !layout.titles[column].empty(); };
    if (std::none_of(panel.columns.begin(), panel.columns.end(), named)) return "";
    std::string rule(layout.indent, ' ');
    for (std::size_t i = 0; i < panel.widths.size(); ++i) {
        if (i > 0) rule += std::string(kGap, ' ');
        rule += repeat(rule_of(layout.canvas.charset), panel.widths[i]);
    }
    return write_lines(lines_of(layout, panel, layout.titles), Style::plain, layout.canvas) +
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

std::string write_panels(const Layout& layout) {
    std::string text;
    for (const Panel& panel : layout.panels) {
        const bool first = text.empty();
        text += (first ? "" : "\n") + write_head(layout, panel);
        for (const Lines& row : layout.rows) {
            text += write_lines(lines_of(layout, panel, row), Style::plain, layout.canvas);
            if (first) text += write_details(layout, row);
        }
    }
    return text;
}

}  // namespace

bool fits_over(const Heading& heading, const Table& table, const Canvas& canvas) {
    constexpr std::size_t kLongestLead = 24;  // a longer heading would push the columns too far to the right
    const Column& first = table.columns.front();
    const std::size_t width = display_width(show_in_line(heading.text));
    return first.title.empty() && is_text(first.kind) && width <= kLongestLead &&
           (canvas.width == 0 || width <= canvas.width);
}

std::string write_grid(const Table& table, const Conventions& conventions, const Surroundings& surroundings) {
    return write_panels(lay_out(table, conventions, surroundings));
}

}  // namespace bote
