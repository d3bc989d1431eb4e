#include "sections.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "bote/views/common.hpp"
#include "section_tables.hpp"
#include "tiers.hpp"

namespace bote {
namespace {

const Display& bit_rate() {
    static const Display display = *parse_display("bps");
    return display;
}

std::string working(const Estimate& estimate, QuantityIndex index) {
    const Model& model = estimate.model;
    const auto value_of = [&](QuantityIndex each) { return estimate.values.quantities[each]; };
    const auto value_text = [&](QuantityIndex each) {
        return format(value_of(each), model[each].display, model.conventions);
    };
    const auto& quantity = model[index];
    if (quantity.origin == Origin::given && is_lone_literal(quantity.formula->tree)) return "given";
    std::string text = working_of(estimate, index, kShownDigits);
    // Another quantity under a second name: its working says more.
    for (const auto& name : quantity.names) {
        if (name.quantity == QuantityIndex::none || value_of(name.quantity) != value_of(index)) continue;
        if (model[name.quantity].neutral) continue;
        if (text == value_text(index) && text == value_text(name.quantity)) return working(estimate, name.quantity);
    }
    return text;
}

/// The table that a section has instead of lines; empty where it has none.
Table own_table(const Estimate& estimate, const PageSection& section, Extent extent) {
    if (section.over == Over::tiers) return tiers_table(estimate, section, extent);
    if (section.over != Over::nothing && !estimate.model.objects.empty()) {
        Table table = objects_table(estimate, section, extent);
        if (!table.rows.empty()) return table;  // else all of it is of the whole
    }
    return grid_table(estimate, section);
}

/// Whether all lines of a section have a place in a table of another kind.
bool has_own_table(const Model& model, const ShownSection& shown) {
    if (shown.section == nullptr) return false;
    const bool things = shown.section->over == Over::tiers || !model.objects.empty();
    return !shown.section->cells.empty() || (things && shown.section->over != Over::nothing);
}

/// Whether a quantity has a cell or a column in a section, as itself or as that of a tier.
bool is_in_table(const Model& model, const PageSection& section, const ModelQuantity& quantity) {
    const auto names_it = [&](const auto& place) {
        const std::string_view placed = built_in_catalog()[place.definition].name;
        const std::string_view name = quantity.name;
        const auto dot = name.find('.');
        const bool of_tier = dot != std::string_view::npos && is_tier(model, name.substr(0, dot));
        return quantity.definition->name == placed ||
               (section.over == Over::tiers && of_tier && name.substr(dot + 1) == placed);
    };
    return std::any_of(section.cells.begin(), section.cells.end(), names_it) ||
           std::any_of(section.columns.begin(), section.columns.end(), names_it);
}

/// A table of the section's own, and below it the lines without a place in it; or else lines alone.
std::vector<Table> tables_of(const Estimate& estimate, ShownSection shown, Extent extent) {
    std::vector<Table> tables;
    if (has_own_table(estimate.model, shown)) {
        tables.push_back(own_table(estimate, *shown.section, extent));
        std::erase_if(shown.quantities, [&](QuantityIndex index) {
            return is_in_table(estimate.model, *shown.section, estimate.model[index]);
        });
    }
    tables.push_back(lines_table(estimate, shown));
    std::erase_if(tables, [](const Table& table) { return table.rows.empty(); });
    return tables;
}

}  // namespace

Cell shown_cell(const Estimate& estimate, std::string_view name, ShownAs as) {
    const auto index = estimate.model.find(name);
    if (!index) return {};
    switch (as) {
        case ShownAs::itself: return cell_of(estimate, *index);
        case ShownAs::bits: return cell_in(estimate, name, bit_rate());
        case ShownAs::daily: break;
    }
    // The title says that it is a day, so that the cells stay short.
    const double a_day = estimate.values.quantities[*index] * estimate.model.conventions.day;
    return Quantity{a_day, display_for(kCount), kShownDigits, number_of(*index)};
}

Table lines_table(const Estimate& estimate, const ShownSection& shown) {
    Table table{{{"", ColumnKind::text}, {"Value", ColumnKind::number}, {"Working", ColumnKind::formula}}, {}};
    for (const QuantityIndex index : shown.quantities) {
        const auto& quantity = estimate.model[index];
        table.add_row(std::string(quantity.name), cell_of(estimate, index), working(estimate, index));
    }
    return table;
}

void add_section(Report& report, std::string_view title, Table table) {
    if (table.rows.empty()) return;
    report.blocks.emplace_back(Heading{std::string(title), 2});
    report.blocks.emplace_back(std::move(table));
}

void add_sections(Report& report, const Estimate& estimate, Extent extent) {
    for (const ShownSection& shown : shown_sections(estimate, extent)) {
        std::vector<Table> tables = tables_of(estimate, shown, extent);
        if (!tables.empty()) report.blocks.emplace_back(Heading{std::string(shown.title), 2});
        for (Table& table : tables) report.blocks.emplace_back(std::move(table));
    }
}

}  // namespace bote
