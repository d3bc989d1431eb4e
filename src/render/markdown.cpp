#include <algorithm>
#include <span>
#include <string>
#include <string_view>

#include "bote/base/index.hpp"
#include "bote/base/overloaded.hpp"
#include "bote/base/text.hpp"
#include "bote/render/render.hpp"
#include "markdown_text.hpp"
#include "mermaid.hpp"

namespace bote {

namespace {

constexpr std::size_t kShortestRule = 3;

/// A part of the text of all cells.
struct MarkdownCell {
    std::size_t begin = 0;
    std::size_t size = 0;
    std::size_t width = 0;  // columns
};

/// The cells of a table, row by row.
class MarkdownCells {
public:
    MarkdownCells(std::size_t count, std::size_t usual_size) {
        cells_.reserve(count);
        text_.reserve(count * usual_size);
    }

    [[nodiscard]] std::span<const MarkdownCell> all() const { return cells_; }
    [[nodiscard]] std::string_view text_of(const MarkdownCell& cell) const {
        return std::string_view(text_).substr(cell.begin, cell.size);
    }

    /// `append` puts a plain text behind another. Most show as they are, so that one look at their bytes is enough.
    template <class Append>
    void add(ColumnKind kind, Append append) {
        const std::size_t begin = text_.size();
        const bool code = is_code(kind);
        if (code) text_ += '`';
        append(text_);
        const std::string_view plain = std::string_view(text_).substr(begin + (code ? 1 : 0));
        const bool as_it_is = code ? code_shows_itself(plain) : text_shows_itself(plain);
        if (as_it_is) {
            if (code) text_ += '`';
            cells_.push_back({begin, text_.size() - begin, text_.size() - begin});
            return;
        }
        const std::string written = code ? markdown_code(plain) : escape_markdown_cell(plain);
        text_.replace(begin, std::string::npos, written);
        cells_.push_back({begin, written.size(), display_width(written)});
    }

private:
    std::vector<MarkdownCell> cells_;
    std::string text_;
};

void write_row(const MarkdownCells& cells, std::size_t row, const std::vector<std::size_t>& widths,
               const std::vector<bool>& right, std::string& out) {
    const auto all = cells.all().subspan(row * widths.size(), widths.size());
    const auto missing = [&](std::size_t i) { return widths[i] - std::min(widths[i], all[i].width); };
    std::size_t length = 2;
    for (std::size_t i = 0; i < all.size(); ++i) length += 3 + all[i].size + missing(i);
    const std::size_t before = out.size();
    out.resize(before + length, ' ');
    char* at = out.data() + before;
    *at = '|';
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::string_view text = cells.text_of(all[i]);
        std::copy(text.begin(), text.end(), at + 2 + (right[i] ? missing(i) : 0));
        at += 3 + text.size() + missing(i);
        *at = '|';
    }
    at[1] = '\n';
}

void write_rule(const std::vector<std::size_t>& widths, const std::vector<bool>& right, std::string& out) {
    out += '|';
    for (std::size_t i = 0; i < widths.size(); ++i)
        out.append(" ").append(widths[i] - 1, '-').append(right[i] ? ": |" : "- |");
    out += '\n';
}

void write_table(const Table& table, const Conventions& conventions, std::string& out) {
    std::vector<std::size_t> shown;  // drawings are for the terminal
    std::vector<bool> right;
    shown.reserve(table.columns.size());
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].kind == ColumnKind::drawing) continue;
        shown.push_back(i);
        right.push_back(table.columns[i].kind == ColumnKind::number);
    }
    if (shown.empty()) return;
    constexpr std::size_t kUsualSize = 16;
    MarkdownCells cells(shown.size() * (1 + table.rows.size()), kUsualSize);
    for (const std::size_t i : shown)
        cells.add(ColumnKind::text, [&](std::string& text) { text += table.columns[i].title; });
    for (const std::vector<Cell>& row : table.rows) {
        for (const std::size_t i : shown) {
            cells.add(table.columns[i].kind, [&](std::string& text) {
                if (i < row.size()) append_text(row[i], conventions, text);
            });
        }
    }
    std::vector<std::size_t> widths(shown.size(), kShortestRule);
    for (std::size_t i = 0; i < cells.all().size(); ++i) {
        std::size_t& width = widths[i % shown.size()];
        width = std::max(width, cells.all()[i].width);
    }
    for (std::size_t row = 0; row <= table.rows.size(); ++row) {
        write_row(cells, row, widths, right, out);
        if (row == 0) write_rule(widths, right, out);
    }
}

void write_heading(const Heading& heading, std::string& out) {
    out.append(at(std::clamp(heading.level, 1, 6)), '#');
    out.append(" ").append(escape_markdown(trim(heading.text))) += '\n';
}

void write_note(const Note& note, std::string& out) {
    const std::string text = escape_markdown_paragraph(note.text);
    if (!text.empty()) out.append(text) += '\n';
}

void write_block(const Block& block, const Conventions& conventions, std::string& out) {
    std::visit(Overloaded{
                   [&](const Heading& heading) { write_heading(heading, out); },
                   [&](const Note& note) { write_note(note, out); },
                   [&](const Table& table) { write_table(table, conventions, out); },
                   [&](const Chart& chart) {
                       const std::string diagram = mermaid(chart, conventions);
                       if (diagram.empty()) write_table(chart_table(chart), conventions, out);
                       else out += "```mermaid\n" + diagram + "```\n";
                   },
                   [&](const KeyFigures& headline) {
                       for (const Block& each : plain_blocks(headline)) {
                           if (!out.empty() && !out.ends_with("\n\n")) out += '\n';
                           write_block(each, conventions, out);
                       }
                   },
                   [&](const Listing& listing) {
                       const std::string fence(std::max<std::size_t>(kShortestRule, longest_run(listing.text, '`') + 1),
                                               '`');
                       out += fence + "\n" + listing.text + (listing.text.ends_with('\n') ? "" : "\n") + fence + "\n";
                   },
               },
               block);
}

}  // namespace

std::string render_markdown(const Report& report, const Canvas&) {
    std::string text;
    constexpr std::size_t kUsualLength = 4096;
    text.reserve(kUsualLength);
    for (const Block& block : report.blocks) {
        const std::size_t before = text.size();
        if (before > 0) text += '\n';
        const std::size_t begin = text.size();
        write_block(block, report.conventions, text);
        if (text.size() == begin) text.resize(before);  // no blank line for a block without text
    }
    return text;
}

}  // namespace bote
