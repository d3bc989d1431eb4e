#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

#include "bote/base/overloaded.hpp"
#include "bote/base/text.hpp"
#include "bote/render/render.hpp"
#include "mermaid.hpp"

namespace bote {

namespace {

constexpr std::size_t kShortestRule = 3;

bool is_word(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
}

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

/// What GitHub makes a link of, like anything with "://".
constexpr std::string_view kWebAddress = "www.";

/// What a byte may need: an escape in text, one in code, or a replacement everywhere.
enum Need : unsigned char { kNothing = 0, kInText = 1, kInCode = 2, kEverywhere = 4 };

constexpr auto kNeeds = [] {
    std::array<unsigned char, 256> needs{};
    const auto mark = [&](std::string_view letters, Need need) {
        for (const char letter : letters) needs[static_cast<unsigned char>(letter)] |= need;
    };
    mark("\\`*_[]<|~$!#@&:", kInText);
    mark("\\`|", kInCode);
    for (std::size_t byte = 0; byte < needs.size(); ++byte) {
        if (byte < ' ' || byte >= '\x7F') needs[byte] = kEverywhere;
    }
    return needs;
}();

unsigned needs_of(std::string_view text) {
    unsigned needs = text.find(kWebAddress) == std::string_view::npos ? kNothing : kInText;
    for (const char letter : text) needs |= kNeeds[static_cast<unsigned char>(letter)];
    return needs;
}

/// The special letter at a place of the text, so that it shows as itself.
void append_special(std::string_view text, std::size_t i, std::string& out) {
    const char letter = text[i];
    const std::string_view behind = text.substr(i + 1);
    const bool inside = i > 0 && !behind.empty() && is_word(text[i - 1]) && is_word(behind.front());
    if (letter == '&') {
        out += "&amp;";
    } else if (letter == '@' || (letter == '#' && !behind.empty() && is_digit(behind.front()))) {
        // GitHub looks for mentions, issues and mail addresses once all escapes are gone: only another letter between
        // the two parts them, here one without a width.
        out += letter;
        if (!behind.empty() && is_word(behind.front())) out += "&#8203;";
    } else if (letter == ':') {
        out += behind.starts_with("//") ? "\\:" : ":";
    } else {
        // Inside a word an underscore marks nothing up, and names read better without back slashes.
        if (letter != '_' || !inside) out += '\\';
        out += letter;
    }
}

/// Plain text as Markdown that shows exactly it: no markup, link, image, mention, reference, formula or HTML.
std::string escape(std::string_view plain) {
    const unsigned needs = needs_of(plain);
    if (needs == kNothing) return std::string(plain);
    const std::string shown = (needs & kEverywhere) != 0 ? show_in_line(plain) : "";
    const std::string_view text = (needs & kEverywhere) != 0 ? shown : plain;
    std::string escaped;
    escaped.reserve(text.size());
    std::size_t copied = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((kNeeds[static_cast<unsigned char>(text[i])] & kInText) == 0) continue;
        escaped.append(text, copied, i - copied);
        append_special(text, i, escaped);
        copied = i + 1;
    }
    escaped.append(text, copied);
    for (auto at = escaped.find(kWebAddress); at != std::string::npos; at = escaped.find(kWebAddress, at + 1))
        escaped.insert(at + kWebAddress.size() - 1, "\\");
    return escaped;
}

/// Whether a text shows as itself between two backticks.
bool is_plain_code(std::string_view text) {
    return !text.empty() && trim(text) == text && (needs_of(text) & kEverywhere) == 0 &&
           text.find('\\') == std::string_view::npos;
}

/// As escape, but what stands between backticks, such as `tweet.writes <= 5/s`, is code.
std::string escape_prose(std::string_view plain) {
    std::string out;
    std::size_t done = 0;
    for (auto open = plain.find('`'); open != std::string_view::npos; open = plain.find('`', open + 1)) {
        const auto close = plain.find('`', open + 1);
        if (close == std::string_view::npos) break;
        const auto code = plain.substr(open + 1, close - open - 1);
        if (!is_plain_code(code)) continue;
        out += escape(plain.substr(done, open - done));
        out.append(plain.substr(open, close + 1 - open));
        done = close + 1;
        open = close;
    }
    return out + escape(plain.substr(done));
}

/// As escape_prose, where a pipe would end the cell even in code.
std::string escape_cell(std::string_view plain) {
    return plain.find('|') == std::string_view::npos ? escape_prose(plain) : escape(plain);
}

/// As escape_prose, and without the beginning of a list, of a quotation or of an underline.
std::string escape_paragraph(std::string_view plain) {
    const std::string text = escape_prose(trim(plain));
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const bool closed = digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
    const bool numbered = closed && (digits + 1 == text.size() || text[digits + 1] == ' ');
    if (numbered) return text.substr(0, digits) + "\\" + text.substr(digits);
    const bool marked = !text.empty() && std::string_view("-+=>").find(text.front()) != std::string_view::npos;
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
        case ColumnKind::number: return true;
        case ColumnKind::text:
        case ColumnKind::formula:
        case ColumnKind::drawing:
        case ColumnKind::remark:
        case ColumnKind::detail: return false;
    }
    return false;
}

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
        const bool is_code = kind == ColumnKind::detail || kind == ColumnKind::formula;
        if (is_code) text_ += '`';
        append(text_);
        const std::string_view plain = std::string_view(text_).substr(begin + (is_code ? 1 : 0));
        const unsigned needs = needs_of(plain);
        const bool as_it_is = is_code ? (needs & (kInCode | kEverywhere)) == 0 && !plain.empty() && trim(plain) == plain
                                      : needs == kNothing;
        if (as_it_is) {
            if (is_code) text_ += '`';
            cells_.push_back({begin, text_.size() - begin, text_.size() - begin});
            return;
        }
        const std::string written = is_code ? write_code(plain) : escape_cell(plain);
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
        right.push_back(is_number(table.columns[i].kind));
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
    out.append(static_cast<std::size_t>(std::clamp(heading.level, 1, 6)), '#');
    out.append(" ").append(escape(trim(heading.text))) += '\n';
}

void write_note(const Note& note, std::string& out) {
    const std::string text = escape_paragraph(note.text);
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
