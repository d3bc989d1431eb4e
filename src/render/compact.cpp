// A line for each row, with nothing to draw or to align: the fewest characters that say the same, for a program that
// reads text, or a chat.

#include <string>
#include <string_view>

#include "bote/base/overloaded.hpp"
#include "bote/base/text.hpp"
#include "bote/render/render.hpp"
#include "plain_table.hpp"

namespace bote {
namespace {

/// "new_data: 8.33 GB/day = 16.7M/day * 500 B", "Writes: A day 16.7M/day; Average 193/s; Peak 579/s". A title is left
/// out where no other column could be meant; a formula behind a number is how the number comes about.
void write_compact_row(const std::vector<std::string>& row, const std::vector<Column>& columns, std::string& out) {
    std::size_t others = 0;
    for (std::size_t i = 1; i < columns.size(); ++i) others += columns[i].kind == ColumnKind::formula ? 0 : 1;
    out += row.front();
    bool first = true;
    for (std::size_t i = 1; i < row.size(); ++i) {
        if (row[i].empty()) continue;
        const bool is_working = columns[i].kind == ColumnKind::formula && columns[i - 1].kind == ColumnKind::number;
        if (is_working && !row[i - 1].empty()) {
            out += " = " + row[i];
            continue;
        }
        if (!first) out += "; ";
        else if (!row.front().empty()) out += ": ";
        first = false;
        const bool is_plain = others <= 1 && columns[i].kind == ColumnKind::number;
        if (!is_plain && !columns[i].title.empty()) out += columns[i].title + ' ';
        out += row[i];
    }
    out += '\n';
}

void write_compact_table(const Table& table, const Conventions& conventions, std::string& out) {
    const PlainTable plain = plain_table(table, conventions);
    if (plain.columns.empty()) return;
    for (const auto& row : plain.rows) write_compact_row(row, plain.columns, out);
}

void write_compact_block(const Block& block, const Conventions& conventions, std::string& out) {
    std::visit(Overloaded{
                   [&](const Heading& heading) {
                       out += std::string(heading.level > 1 ? "## " : "# ").append(show_in_line(heading.text)) + '\n';
                   },
                   [&](const Note& note) {
                       const std::string text = show_in_line(trim(note.text));
                       if (!text.empty()) out += text + '\n';
                   },
                   [&](const Table& table) { write_compact_table(table, conventions, out); },
                   [&](const Chart& chart) { write_compact_table(chart_table(chart), conventions, out); },
                   [&](const KeyFigures& headline) {
                       for (const Block& each : plain_blocks(headline)) write_compact_block(each, conventions, out);
                   },
                   [&](const Listing& listing) {
                       for (const auto line : split(trim(listing.text), '\n')) out += show_in_line(line) + '\n';
                   },
               },
               block);
}

}  // namespace

std::string render_compact(const Report& report, const Canvas&) {
    std::string text;
    for (const Block& block : report.blocks) write_compact_block(block, report.conventions, text);
    return text;
}

}  // namespace bote
