#include "bote/report/report.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace bote {

namespace {

const Quantity* quantity_at(const std::vector<Cell>& row, std::size_t column) {
    return column < row.size() ? std::get_if<Quantity>(&row[column]) : nullptr;
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

void append_text(const Cell& cell, const Conventions& conventions, std::string& out) {
    if (const auto* text = std::get_if<std::string>(&cell)) out += *text;
    if (const auto* quantity = std::get_if<Quantity>(&cell))
        out += format(quantity->value, quantity->display, conventions, quantity->digits);
}

void append(Report& all, Report&& next) {
    for (auto& block : next.blocks) all.blocks.push_back(std::move(block));
    for (auto& row : next.records.rows) all.records.rows.push_back(std::move(row));
    if (!std::holds_alternative<Datum::Array>(all.data.value)) {
        Datum::Array list;
        list.push_back(std::move(all.data));
        all.data = {std::move(list)};
    }
    std::get<Datum::Array>(all.data.value).push_back(std::move(next.data));
}

std::vector<std::vector<std::string>> cell_texts(const Table& table, const Conventions& conventions) {
    const std::size_t width = table.columns.size();
    std::vector<std::vector<std::string>> texts(table.rows.size(), std::vector<std::string>(width));
    for (std::size_t column = 0; column < width; ++column) {
        if (table.columns[column].kind == ColumnKind::bar) {
            draw_bars(table, column, texts);
            continue;
        }
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            if (column < table.rows[row].size()) append_text(table.rows[row][column], conventions, texts[row][column]);
        }
    }
    return texts;
}

}  // namespace bote
