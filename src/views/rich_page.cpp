#include "bote/views/rich_page.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/formula/check.hpp"
#include "bote/views/common.hpp"
#include "bote/views/compare.hpp"
#include "bote/views/diagram.hpp"
#include "charts.hpp"
#include "estimate_data.hpp"
#include "tiers.hpp"

namespace bote {
namespace {

std::string where_of(const Model& model, const ModelQuantity& quantity) {
    const Span span = where_given(model, quantity);
    if (!span.source) return "";
    if (span.source->kind == SourceKind::option) return span.source->name;
    return fmt::format("{}, line {}", span.source->name, location_of(span).line);
}

/// G, A or D: the legend stands above the table.
std::string letter_of(const ModelQuantity& quantity) {
    if (quantity.layer == Layer::profile) return "A";
    return quantity.origin == Origin::assumed ? "D" : "G";
}

bool has_machines(const Estimate& estimate) {
    const auto machines = estimate.model.find("machines");
    return machines && estimate.values.quantities[*machines] > 0;
}

void add_growth(Report& report, const Estimate& estimate) {
    const Model& model = estimate.model;
    const auto grows = [](const ModelQuantity& quantity) {
        return quantity.definition != nullptr && quantity.definition->name == "growth_factor" && !quantity.neutral;
    };
    const auto horizon = model.find("horizon");
    if (!horizon || std::none_of(model.quantities.begin(), model.quantities.end(), grows)) return;
    const double end = estimate.values.quantities[*horizon];
    constexpr double kMostYears = 100;
    if (!(end > 0) || end > kMostYears * model.conventions.year) return;
    std::vector<Chart> charts = timeline_charts(estimate, compute_timeline(estimate, {}));
    if (charts.empty()) return;
    report.blocks.emplace_back(Heading{"Growth", 2});
    const auto storage =
        std::find_if(charts.begin(), charts.end(), [](const Chart& chart) { return chart.name == "storage"; });
    if (storage != charts.end()) std::rotate(charts.begin(), storage, storage + 1);
    charts.front().name = "growth";
    for (Chart& chart : charts) {
        // What is crossed is the same in all of them.
        if (&chart != &charts.front()) std::get<LineChart>(chart.drawing).marks.clear();
        report.blocks.emplace_back(std::move(chart));
    }
}

void add_drivers(Report& report, const Estimate& estimate) {
    constexpr std::size_t kMost = 8;
    const std::string name = usual_quantity(estimate, estimate);
    const auto index = estimate.model.find(name);
    if (!estimate.uncertainty || !index) return;
    const Drivers drivers = compute_drivers(estimate, *index, {});
    auto swings = driver_chart(estimate, drivers, kMost);
    auto dots = distribution_chart(estimate, *index);
    if (!swings && !dots) return;
    report.blocks.emplace_back(Heading{"Pin down first", 2});
    if (swings) report.blocks.emplace_back(std::move(*swings));
    if (dots) report.blocks.emplace_back(std::move(*dots));
}

void add_shares(Report& report, const Estimate& estimate) {
    auto tiers = tier_chart(estimate);
    auto objects = object_chart(estimate);
    if (!tiers && !objects) return;
    report.blocks.emplace_back(Heading{"Where it goes", 2});
    if (tiers) report.blocks.emplace_back(std::move(*tiers));
    if (objects) report.blocks.emplace_back(std::move(*objects));
}

}  // namespace

void add_charts(Report& report, const Estimate& estimate) {
    add_drivers(report, estimate);
    add_growth(report, estimate);
    if (has_machines(estimate)) {
        report.blocks.emplace_back(Heading{"Diagram", 2});
        report.blocks.emplace_back(diagram_chart(estimate));
    }
    add_shares(report, estimate);
}

void add_working(Report& report, const Estimate& estimate) {
    const Model& model = estimate.model;
    Table table{{{"Quantity", ColumnKind::text},
                 {"Value", ColumnKind::number},
                 {"Formula", ColumnKind::formula},
                 {"With numbers", ColumnKind::formula}},
                {}};
    report.names.resize(model.quantities.size());
    for (const QuantityIndex index : find_listed(model)) {
        const ModelQuantity& quantity = model[index];
        if (quantity.neutral || quantity.inherited) continue;  // there is nothing to work out
        const bool lone = quantity.formula == nullptr || is_lone_literal(quantity.formula->tree);
        const std::string formula = quantity.formula == nullptr ? "" : formula_in_tier(quantity.formula->text);
        table.add_row(std::string(quantity.name), cell_of(estimate, index),
                      lone ? std::string(name_of(quantity.origin)) : formula,
                      lone ? std::string() : working_of(estimate, index, kShownDigits));
        table.anchors.emplace_back(quantity.name);
        report.names[at(index)] = quantity.name;
    }
    if (table.rows.empty()) return;
    report.blocks.emplace_back(Heading{"Working", 2, Fold::folded});
    report.blocks.emplace_back(std::move(table));
}

void add_inputs_table(Report& report, const Estimate& estimate) {
    const Model& model = estimate.model;
    const QuantityMarks used = find_used(model);
    Table table{{{"", ColumnKind::text},
                 {"Input", ColumnKind::text},
                 {"Value", ColumnKind::number},
                 {"Written", ColumnKind::formula},
                 {"From", ColumnKind::text}},
                {}};
    for (const QuantityIndex i : model.quantities.indices()) {
        const ModelQuantity& quantity = model[i];
        const bool input = quantity.origin != Origin::computed && !quantity.neutral && !quantity.inherited;
        if (used[i] == 0 || !input || (quantity.definition != nullptr && quantity.definition->internal)) continue;
        const bool assumed = quantity.origin == Origin::assumed && quantity.layer != Layer::profile;
        const std::string source = assumed && quantity.definition != nullptr ? std::string(quantity.definition->source)
                                                                             : where_of(model, quantity);
        table.add_row(letter_of(quantity), std::string(quantity.name), cell_of(estimate, i),
                      assumed || quantity.formula == nullptr ? std::string() : std::string(quantity.formula->text),
                      source);
    }
    if (table.rows.empty()) return;
    const auto rank = [](const std::vector<Cell>& row) {
        return std::string_view("GAD").find(std::get<std::string>(row.front()));
    };
    std::stable_sort(table.rows.begin(), table.rows.end(), [&](auto& a, auto& b) { return rank(a) < rank(b); });
    report.blocks.emplace_back(Heading{"Assumptions", 2, Fold::folded});
    report.blocks.emplace_back(Note{
        "G: given by the workload or an option. A: assumed by a profile. D: a default of the model.", Tone::plain});
    report.blocks.emplace_back(std::move(table));
}

}  // namespace bote
