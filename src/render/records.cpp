#include "records.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "bote/base/overloaded.hpp"
#include "bote/base/text.hpp"
#include "bote/render/number.hpp"

namespace bote {

namespace {

/// A spreadsheet runs a text that begins with one of these; the full-width forms are folded to ASCII by some.
constexpr std::array<std::string_view, 10> kFormulaStarts = {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};

std::string write_cell(const Cell& cell, const Conventions& conventions, const SheetLine& line) {
    return std::visit(Overloaded{
                          [](std::monostate) { return std::string(); },
                          [&](const std::string& text) { return line.write_text(text); },
                          [&](const Quantity& quantity) {
                              return write_number(plain_value(quantity.value, quantity.display, conventions));
                          },
                          [](const Drawing&) { return std::string(); },
                      },
                      cell);
}

std::string write_line(const std::vector<std::string>& fields, const SheetLine& line) {
    // A line with nothing on it would be no record at all.
    if (fields.size() == 1 && fields.front().empty()) return "\"\"\n";
    return join(fields, std::string_view(&line.separator, 1)) + "\n";
}

const Table* find_table(const Report& report) {
    if (!report.records.columns.empty()) return &report.records;
    for (const Block& block : report.blocks) {
        const auto* table = std::get_if<Table>(&block);
        if (table != nullptr && !table->columns.empty()) return table;
    }
    return nullptr;
}

}  // namespace

std::string defuse(std::string_view text) {
    const bool runs =
        std::any_of(kFormulaStarts.begin(), kFormulaStarts.end(), [&](auto start) { return text.starts_with(start); });
    return (runs ? "'" : "") + show_in_line(text);
}

std::string write_records(const Report& report, const SheetLine& line) {
    const Table* table = find_table(report);
    if (table == nullptr) return "";
    std::vector<std::string> fields;
    for (const Column& column : table->columns) {
        if (column.kind != ColumnKind::drawing) fields.push_back(line.write_text(column.title));
    }
    std::string text = write_line(fields, line);
    for (const std::vector<Cell>& row : table->rows) {
        fields.clear();
        for (std::size_t i = 0; i < table->columns.size(); ++i) {
            if (table->columns[i].kind == ColumnKind::drawing) continue;
            fields.push_back(i < row.size() ? write_cell(row[i], report.conventions, line) : "");
        }
        text += write_line(fields, line);
    }
    return text;
}

}  // namespace bote
