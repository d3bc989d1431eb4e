#include "sections.hpp"

#include <string>

#include "bote/views/common.hpp"
#include "section_tables.hpp"

namespace bote {
namespace {

const Display& bit_rate() {
    static const Display display = *parse_display("bps");
    return display;
}

std::string working(const Estimate& estimate, int index) {
    const Model& model = estimate.model;
    const auto value_of = [&](int each) { return estimate.values.quantities[static_cast<std::size_t>(each)]; };
    const auto value_text = [&](int each) {
        return format(value_of(each), model.quantities[static_cast<std::size_t>(each)].display, model.conventions);
    };
    const auto& quantity = model.quantities[static_cast<std::size_t>(index)];
    if (quantity.origin == Origin::given && is_lone_literal(quantity.way->tree)) return "given";
    std::string text = working_of(estimate, index, kShownDigits);
    // Another quantity under a second name: its working says more.
    for (const auto& name : quantity.names) {
        if (name.quantity < 0 || value_of(name.quantity) != value_of(index)) continue;
        if (model.quantities[static_cast<std::size_t>(name.quantity)].neutral) continue;
        if (text == value_text(index) && text == value_text(name.quantity)) return working(estimate, name.quantity);
    }
    return text;
}

Table table_of(const Estimate& estimate, const ShownSection& shown, Extent extent) {
    const PageSection* section = shown.section;
    if (section == nullptr) return lines_table(estimate, shown);
    if (section->over == Over::tiers) return tiers_table(estimate, *section);
    const bool has_objects = !estimate.model.objects.empty();
    if (has_objects && section->over != Over::nothing) {
        Table table = objects_table(estimate, *section, extent);
        // A grid has what is of the whole alone.
        if (!table.rows.empty() || section->cells.empty()) return table;
    }
    return section->cells.empty() ? lines_table(estimate, shown) : grid_table(estimate, *section);
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
    const double a_day = estimate.values.quantities[static_cast<std::size_t>(*index)] * estimate.model.conventions.day;
    return Quantity{a_day, display_for(kCount)};
}

Table lines_table(const Estimate& estimate, const ShownSection& shown) {
    Table table{{{"", ColumnKind::text}, {"Value", ColumnKind::number}, {"Working", ColumnKind::formula}}, {}};
    for (const int index : shown.quantities) {
        const auto& quantity = estimate.model.quantities[static_cast<std::size_t>(index)];
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
    for (const ShownSection& shown : shown_sections(estimate, extent))
        add_section(report, shown.title, table_of(estimate, shown, extent));
}

}  // namespace bote
