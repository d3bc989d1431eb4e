#include "bote/report/report.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

namespace bote {

namespace {

const Quantity* quantity_at(const std::vector<Cell>& row, std::size_t column) {
    return column < row.size() ? std::get_if<Quantity>(&row[column]) : nullptr;
}

/// One unit for a column. None where its cells do not measure the same, or where one unit would hide the small ones.
std::optional<Scale> scale_of_column(const Table& table, std::size_t column, const Conventions& conventions) {
    std::vector<double> values;
    const Display* display = nullptr;
    for (const std::vector<Cell>& row : table.rows) {
        const Quantity* quantity = quantity_at(row, column);
        if (quantity == nullptr) continue;
        const bool alike =
            display == nullptr || (*display == quantity->display && display->numerator == quantity->display.numerator &&
                                   display->dimension == quantity->display.dimension);
        if (!alike) return std::nullopt;
        display = &quantity->display;
        if (std::isfinite(quantity->value)) values.push_back(quantity->value);
    }
    if (display == nullptr || values.empty()) return std::nullopt;
    return shared_scale(values, *display, conventions);
}

/// Bars in eighths of a character; the largest value has kBarWidth characters.
void draw_bars(const Table& table, std::size_t column, std::vector<std::vector<std::string>>& texts) {
    constexpr double kBarWidth = 12;
    constexpr double kParts = 8;
    constexpr std::string_view kEighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    double largest = 0;
    for (const auto& row : table.rows) {
        if (const Quantity* quantity = quantity_at(row, column); quantity != nullptr && std::isfinite(quantity->value))
            largest = std::max(largest, quantity->value);
    }
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const auto* drawn =
            column < table.rows[row].size() ? std::get_if<std::string>(&table.rows[row][column]) : nullptr;
        if (drawn != nullptr) texts[row][column] = *drawn;
        const Quantity* quantity = quantity_at(table.rows[row], column);
        if (quantity == nullptr || !std::isfinite(quantity->value) || !(quantity->value > 0)) continue;
        const auto eighths = static_cast<std::size_t>(std::round(quantity->value / largest * kBarWidth * kParts));
        for (std::size_t i = 0; i < eighths / std::size(kEighths); ++i) texts[row][column] += "█";
        texts[row][column] += kEighths[eighths % std::size(kEighths)];
    }
}

}  // namespace

CellWriter::CellWriter(const Table& table, const Conventions& conventions) : table_(table), conventions_(conventions) {
    scales_.reserve(table.columns.size());
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const bool shared = table.columns[column].kind == ColumnKind::shared;
        scales_.push_back(shared ? scale_of_column(table, column, conventions) : std::nullopt);
    }
}

void CellWriter::append(std::size_t row, std::size_t column, std::string& out) const {
    const std::vector<Cell>& cells = table_.rows[row];
    if (column >= cells.size()) return;
    if (const auto* text = std::get_if<std::string>(&cells[column])) out += *text;
    const auto* quantity = std::get_if<Quantity>(&cells[column]);
    if (quantity == nullptr) return;
    const auto& scale = scales_[column];
    if (scale && std::isfinite(quantity->value)) out += format_in(quantity->value, *scale, quantity->digits);
    else out += format(quantity->value, quantity->display, conventions_, quantity->digits);
}

std::vector<std::vector<std::string>> cell_texts(const Table& table, const Conventions& conventions) {
    const std::size_t width = table.columns.size();
    std::vector<std::vector<std::string>> texts(table.rows.size(), std::vector<std::string>(width));
    const CellWriter writer(table, conventions);
    for (std::size_t column = 0; column < width; ++column) {
        if (table.columns[column].kind == ColumnKind::bar) {
            draw_bars(table, column, texts);
            continue;
        }
        for (std::size_t row = 0; row < table.rows.size(); ++row) writer.append(row, column, texts[row][column]);
    }
    return texts;
}

}  // namespace bote
