#include "bote/report/report.hpp"

#include <algorithm>

#include "bote/base/overloaded.hpp"

namespace bote {

void append_text(const Cell& cell, const Conventions& conventions, std::string& out) {
    std::visit(Overloaded{
                   [](std::monostate) {},
                   [&](const std::string& text) { out += text; },
                   [&](const Quantity& quantity) {
                       out += format(quantity.value, quantity.display, conventions, quantity.digits);
                   },
                   [](const Drawing&) {},
               },
               cell);
}

std::vector<Block> plain_blocks(const KeyFigures& headline) {
    const bool ranges = std::any_of(headline.figures.begin(), headline.figures.end(),
                                    [](const Figure& figure) { return figure.range.has_value(); });
    Table table{{{"", ColumnKind::text}, {"Value", ColumnKind::number}}, {}};
    if (ranges) {
        table.columns.push_back({"From", ColumnKind::number});
        table.columns.push_back({"To", ColumnKind::number});
    }
    for (const Figure& figure : headline.figures) {
        std::vector<Cell> row{figure.label, figure.value};
        if (ranges && figure.range) {
            row.emplace_back(Quantity{figure.range->low, figure.value.display});
            row.emplace_back(Quantity{figure.range->high, figure.value.display});
        }
        table.rows.push_back(std::move(row));
    }
    std::vector<Block> blocks{Note{headline.sentence, headline.tone}};
    if (!table.rows.empty()) blocks.emplace_back(std::move(table));
    return blocks;
}

namespace {

/// Its numbers lead nowhere: the names of a report are those of its first part.
void cut_links(Block& block) {
    auto* table = std::get_if<Table>(&block);
    if (auto* headline = std::get_if<KeyFigures>(&block))
        for (Figure& figure : headline->figures) figure.value.of = -1;
    if (table == nullptr) return;
    table->anchors.clear();
    for (auto& row : table->rows)
        for (Cell& cell : row)
            if (auto* quantity = std::get_if<Quantity>(&cell)) quantity->of = -1;
}

}  // namespace

bool is_code(ColumnKind kind) { return kind == ColumnKind::formula || kind == ColumnKind::detail; }

void append(Report& all, Report&& next) {
    for (auto& block : next.blocks) {
        cut_links(block);
        all.blocks.push_back(std::move(block));
    }
    for (auto& row : next.records.rows) all.records.rows.push_back(std::move(row));
    if (!std::holds_alternative<Datum::Array>(all.data.value)) {
        Datum::Array list;
        list.push_back(std::move(all.data));
        all.data = {std::move(list)};
    }
    std::get<Datum::Array>(all.data.value).push_back(std::move(next.data));
}

}  // namespace bote
