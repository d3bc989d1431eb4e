#include <algorithm>
#include <string>
#include <vector>

#include "bote/views/common.hpp"
#include "section_tables.hpp"

namespace bote {
namespace {

constexpr std::string_view kTotal = "Total";

/// The titles in the order in which the cells have them.
std::vector<std::string_view> titles_of(std::span<const PageCell> cells, std::string_view PageCell::*member) {
    std::vector<std::string_view> titles;
    for (const PageCell& cell : cells) {
        if (std::find(titles.begin(), titles.end(), cell.*member) == titles.end()) titles.push_back(cell.*member);
    }
    return titles;
}

bool is_empty(const Cell& cell) { return std::holds_alternative<std::monostate>(cell); }

class Grid {
public:
    Grid(const Estimate& estimate, const PageSection& section)
        : estimate_(estimate), cells_(section.cells), columns_(titles_of(section.cells, &PageCell::column)) {}

    Table table() {
        std::erase_if(columns_, [&](std::string_view column) { return !has_any(column); });
        Table table{{{"", ColumnKind::text}}, {}};
        for (const auto title : columns_) table.columns.push_back({std::string(title), ColumnKind::number});
        for (const auto title : titles_of(cells_, &PageCell::row)) {
            std::vector<Cell> row = row_of(title);
            if (std::all_of(row.begin() + 1, row.end(), is_empty)) continue;
            if (title == kTotal && table.rows.size() == 1 && repeats(row, table.rows.front())) continue;
            table.rows.push_back(std::move(row));
        }
        return table;
    }

private:
    [[nodiscard]] std::vector<Cell> row_of(std::string_view title) const {
        std::vector<Cell> row{std::string(title)};
        for (const auto column : columns_) {
            const auto cell = std::find_if(cells_.begin(), cells_.end(), [&](const PageCell& each) {
                return each.row == title && each.column == column;
            });
            row.push_back(cell == cells_.end() ? Cell{} : shown(*cell));
        }
        return row;
    }

    [[nodiscard]] Cell shown(const PageCell& cell) const {
        const auto name_of = [](DefinitionIndex definition) { return built_in_catalog()[definition].name; };
        if (cell.beside != DefinitionIndex::none) {
            const auto beside = estimate_.model.find(name_of(cell.beside));
            if (!beside || estimate_.model[*beside].neutral) return {};
        }
        return shown_cell(estimate_, name_of(cell.definition), cell.as);
    }

    [[nodiscard]] bool has_any(std::string_view column) const {
        return std::any_of(cells_.begin(), cells_.end(),
                           [&](const PageCell& each) { return each.column == column && !is_empty(shown(each)); });
    }

    /// Whether a total says no more than the one row above it, by the first number of both.
    static bool repeats(const std::vector<Cell>& total, const std::vector<Cell>& above) {
        for (std::size_t i = 1; i < total.size(); ++i) {
            const auto* sum = std::get_if<Quantity>(&total[i]);
            const auto* part = std::get_if<Quantity>(&above[i]);
            if (sum != nullptr && part != nullptr) return sum->value == part->value;
        }
        return false;
    }

    const Estimate& estimate_;
    std::span<const PageCell> cells_;
    std::vector<std::string_view> columns_;
};

}  // namespace

Table grid_table(const Estimate& estimate, const PageSection& section) { return Grid(estimate, section).table(); }

}  // namespace bote
