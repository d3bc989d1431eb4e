#include <algorithm>
#include <string>
#include <string_view>

#include "bote/base/text.hpp"
#include "bote/render/render.hpp"

namespace bote {

namespace {

constexpr std::size_t kShortestRule = 3;
/// Longer cells stick out of the aligned source: padding all others to them would only add blanks.
constexpr std::size_t kWidestPadding = 60;

bool is_word(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
}

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

/// Plain text as Markdown that shows exactly it: no markup, link, image, mention, reference, formula or HTML.
std::string escape(std::string_view plain) {
    constexpr std::string_view kMarkup = "\\`*_[]<>|~$!#";
    const std::string text = show_in_line(plain);
    std::string escaped;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char letter = text[i];
        const bool reference = letter == '#' && i + 1 < text.size() && is_digit(text[i + 1]);
        if (reference) {
            escaped += "&#35;";
        } else if (letter == '@') {
            escaped += "&#64;";
        } else if (letter == '&') {
            escaped += "&amp;";
        } else {
            // Inside a word an underscore marks nothing up, and names read better without back slashes.
            const bool inside =
                letter == '_' && i > 0 && i + 1 < text.size() && is_word(text[i - 1]) && is_word(text[i + 1]);
            if (!inside && kMarkup.find(letter) != std::string_view::npos) escaped += '\\';
            escaped += letter;
        }
    }
    return escaped;
}

/// As escape, and without the beginning of a list or of an underline.
std::string escape_paragraph(std::string_view plain) {
    const std::string text = escape(trim(plain));
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const bool numbered = digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
    if (numbered) return text.substr(0, digits) + "\\" + text.substr(digits);
    const bool marked = !text.empty() && std::string_view("-+=").find(text.front()) != std::string_view::npos;
    return (marked ? "\\" : "") + text;
}

std::size_t longest_run(std::string_view text, char letter) {
    std::size_t longest = 0;
    std::size_t run = 0;
    for (const char each : text) {
        run = each == letter ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

/// A formula reads best as code, where only the pipe of the table needs an escape.
std::string write_code(std::string_view plain) {
    const std::string text(trim(show_in_line(plain)));
    // Before a pipe a backslash of the text itself could not be told from the one that escapes the pipe.
    if (text.empty() || text.find('\\') != std::string::npos) return escape(text);
    const std::string fence(longest_run(text, '`') + 1, '`');
    const std::string edge = text.front() == '`' || text.back() == '`' ? " " : "";
    std::string code = fence + edge;
    for (const char letter : text) {
        if (letter == '|') code += '\\';
        code += letter;
    }
    return code + edge + fence;
}

bool is_number(ColumnKind kind) {
    switch (kind) {
        case ColumnKind::number:
        case ColumnKind::shared: return true;
        case ColumnKind::text:
        case ColumnKind::formula:
        case ColumnKind::bar:
        case ColumnKind::remark:
        case ColumnKind::detail: return false;
    }
    return false;
}

std::string write_row(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths,
                      const Table& table) {
    std::string line = "|";
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const bool right = is_number(table.columns[i].kind);
        line += " " + (right ? pad_left(cells[i], widths[i]) : pad_right(cells[i], widths[i])) + " |";
    }
    return line + "\n";
}

std::string write_rule(const std::vector<std::size_t>& widths, const Table& table) {
    std::string line = "|";
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const bool right = is_number(table.columns[i].kind);
        line += " " + std::string(widths[i] - 1, '-') + (right ? ":" : "-") + " |";
    }
    return line + "\n";
}

/// Bars are for the terminal.
Table without_bars(const Table& table) {
    Table result;
    result.rows.resize(table.rows.size());
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].kind == ColumnKind::bar) continue;
        result.columns.push_back(table.columns[i]);
        for (std::size_t row = 0; row < table.rows.size(); ++row)
            result.rows[row].push_back(i < table.rows[row].size() ? table.rows[row][i] : Cell{});
    }
    return result;
}

std::string write_table(const Table& whole, const Conventions& conventions) {
    const bool bars = std::any_of(whole.columns.begin(), whole.columns.end(),
                                  [](const Column& column) { return column.kind == ColumnKind::bar; });
    const Table filtered = bars ? without_bars(whole) : Table{};
    const Table& table = bars ? filtered : whole;
    if (table.columns.empty()) return "";
    std::vector<std::vector<std::string>> rows = cell_texts(table, conventions);
    std::vector<std::string> titles;
    for (const Column& column : table.columns) titles.push_back(escape(column.title));
    for (std::vector<std::string>& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            const ColumnKind kind = table.columns[i].kind;
            const bool code = kind == ColumnKind::detail || kind == ColumnKind::formula;
            row[i] = code ? write_code(row[i]) : escape(row[i]);
        }
    }
    std::vector<std::size_t> widths(table.columns.size(), kShortestRule);
    const auto widen = [&](const std::vector<std::string>& row) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], std::min(display_width(row[i]), kWidestPadding));
        }
    };
    widen(titles);
    std::for_each(rows.begin(), rows.end(), widen);
    std::string text = write_row(titles, widths, table) + write_rule(widths, table);
    for (const std::vector<std::string>& row : rows) text += write_row(row, widths, table);
    return text;
}

std::string write_block(const Block& block, const Conventions& conventions) {
    if (const auto* heading = std::get_if<Heading>(&block)) {
        const std::string marks(static_cast<std::size_t>(std::clamp(heading->level, 1, 6)), '#');
        return marks + " " + escape(trim(heading->text)) + "\n";
    }
    if (const auto* note = std::get_if<Note>(&block)) {
        const std::string text = escape_paragraph(note->text);
        return text.empty() ? "" : text + "\n";
    }
    return write_table(std::get<Table>(block), conventions);
}

}  // namespace

std::string render_markdown(const Report& report, const Canvas&) {
    std::string text;
    for (const Block& block : report.blocks) {
        const std::string written = write_block(block, report.conventions);
        if (!text.empty() && !written.empty()) text += "\n";
        text += written;
    }
    return text;
}

}  // namespace bote
