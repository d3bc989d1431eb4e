#include <algorithm>
#include <string>
#include <vector>

#include "bote/views/common.hpp"
#include "section_tables.hpp"
#include "tiers.hpp"

namespace bote {
namespace {

std::string name_in(std::string_view thing, const PageColumn& column) {
    const std::string_view name = built_in_catalog()[column.definition].name;
    return thing.empty() ? std::string(name) : name_in_tier(thing, name);
}

/// A title, then the quantities of an object or a tier; of the whole where it has no name.
std::vector<Cell> row_of(const Estimate& estimate, std::string_view title, std::string_view thing,
                         std::span<const PageColumn> columns) {
    std::vector<Cell> row{std::string(title)};
    for (const PageColumn& column : columns) row.push_back(shown_cell(estimate, name_in(thing, column), column.as));
    return row;
}

Table empty_table(std::span<const PageColumn> columns) {
    Table table{{{"", ColumnKind::text}}, {}};
    for (const PageColumn& column : columns) table.columns.push_back({std::string(column.title), ColumnKind::number});
    return table;
}

/// The columns of which some object has something.
std::vector<PageColumn> known_columns(const Model& model, const PageSection& section) {
    std::vector<PageColumn> known;
    for (const PageColumn& column : section.columns) {
        if (std::any_of(model.objects.begin(), model.objects.end(),
                        [&](const std::string& object) { return model.find(name_in(object, column)).has_value(); }))
            known.push_back(column);
    }
    return known;
}

/// The columns of tiers alone are for a file that names some, as far as one of them has something.
std::vector<PageColumn> tier_columns(const Model& model, const PageSection& section) {
    std::vector<PageColumn> columns(section.columns.begin(), section.columns.end());
    std::erase_if(columns, [&](const PageColumn& column) {
        if (!built_in_catalog().is_of_tiers(column.definition)) return false;
        return std::none_of(model.tiers.begin(), model.tiers.end(),
                            [&](const OwnTier& tier) { return model.find(name_in(tier.name, column)).has_value(); });
    });
    return columns;
}

/// What all tiers need together. Of what only the file's own tiers have there is no sum of all.
std::vector<Cell> total_of_tiers(const Estimate& estimate, std::span<const PageColumn> columns) {
    auto total = row_of(estimate, "Total", "", columns);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (built_in_catalog().is_of_tiers(columns[i].definition)) total[i + 1] = {};
    }
    return total;
}

/// Whether a tier has something to do, or machines that are given without it.
bool has_servers(const Estimate& estimate, std::string_view tier) {
    auto servers = estimate.model.find(name_in_tier(tier, "servers"));
    if (!servers) servers = estimate.model.find(name_in_tier(tier, "machines"));
    return servers && estimate.values.quantities[*servers] != 0;
}

/// Whether each object is worth a row, also in a later section. Tiers of the file's own take the place on the page.
bool has_parts(const Model& model, const PageSection& section, Extent extent) {
    const std::size_t few = model.tiers.empty() ? 8 : 1;
    return extent == Extent::all || model.objects.size() <= few || section.over != Over::few_objects;
}

}  // namespace

Table objects_table(const Estimate& estimate, const PageSection& section, Extent extent) {
    const Model& model = estimate.model;
    const auto columns = known_columns(model, section);
    Table table = empty_table(columns);
    const auto add = [&](std::string_view title, std::string_view thing) {
        auto row = row_of(estimate, title, thing, columns);
        const auto filled = [](const Cell& cell) { return !std::holds_alternative<std::monostate>(cell); };
        if (std::any_of(row.begin() + 1, row.end(), filled)) table.rows.push_back(std::move(row));
    };
    if (has_parts(model, section, extent)) {
        for (const auto& object : model.objects) add(object, object);
    }
    if (model.objects.size() > 1 && table.rows.size() != 1) add("Total", "");  // of one row it says the same again
    return table;
}

Table tiers_table(const Estimate& estimate, const PageSection& section, Extent extent) {
    const bool with_working = extent == Extent::all || estimate.model.tiers.empty();  // else each takes a second line
    const std::vector<Tier> tiers = all_tiers(estimate.model);
    const auto columns = tier_columns(estimate.model, section);
    Table table = empty_table(columns);
    table.columns.push_back({"Bound by", ColumnKind::text});
    if (with_working) table.columns.push_back({"Working", ColumnKind::formula});
    for (const Tier& tier : tiers) {
        if (!has_servers(estimate, tier.name)) continue;
        auto row = row_of(estimate, tier.title, tier.name, columns);
        const auto bound = find_bottleneck(estimate, tier.name);
        row.emplace_back(bound ? spoken_resource(bound->resource) : "");
        if (with_working) row.emplace_back(bound ? working_of(estimate, bound->quantity, kShownDigits) : "");
        table.rows.push_back(std::move(row));
    }
    if (table.rows.size() < 2) return table;
    auto total = total_of_tiers(estimate, columns);
    total.resize(table.columns.size(), "");
    table.rows.push_back(std::move(total));
    return table;
}

}  // namespace bote
