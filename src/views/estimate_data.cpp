#include "estimate_data.hpp"

#include <algorithm>
#include <cmath>

#include "bote/views/common.hpp"
#include "bote/views/expectation_text.hpp"
#include "bote/views/failures.hpp"
#include "bote/views/uncertainty.hpp"
#include "bote/views/verdicts.hpp"
#include "contradictions.hpp"
#include "page.hpp"
#include "summary.hpp"
#include "tiers.hpp"

namespace bote {
namespace {

Datum expectation_datum(const Estimate& estimate, std::size_t i) {
    const auto& expectation = estimate.model.expectations[i];
    Datum::Object object{{"text", text_datum(expectation.text)}, {"holds", {expectation_holds(estimate, i)}}};
    if (const auto chance = chance_of(estimate, i)) object.push_back({"chance", number_datum(*chance)});
    if (std::isfinite(estimate.values.left[i])) object.push_back({"left", number_datum(estimate.values.left[i])});
    if (std::isfinite(estimate.values.right[i])) object.push_back({"right", number_datum(estimate.values.right[i])});
    object.push_back({"unit", text_datum(base_unit(expectation.dimension))});
    return {std::move(object)};
}

Datum bounds_datum(const Estimate& estimate) {
    Datum::Object bounds;
    for (const auto& tier : all_tiers(estimate.model)) {
        if (!estimate.model.find(std::string(tier.name) + ".servers")) continue;
        if (const auto bound = find_bottleneck(estimate, tier.name))
            bounds.push_back({std::string(tier.name), text_datum(bound->resource)});
    }
    return {std::move(bounds)};
}

}  // namespace

std::vector<QuantityIndex> find_listed(const Model& model) {
    const QuantityMarks used = find_used(model);
    std::vector<QuantityIndex> result;
    for (const QuantityIndex i : model.quantities.indices()) {
        const Definition* definition = model[i].definition;
        if (used[i] != 0 && (definition == nullptr || !definition->internal)) result.push_back(i);
    }
    return result;
}

std::vector<QuantityIndex> find_assumed(const Model& model) {
    const QuantityMarks used = find_used(model);
    std::vector<QuantityIndex> result;
    for (const QuantityIndex i : model.quantities.indices()) {
        const ModelQuantity& quantity = model[i];
        if (used[i] != 0 && quantity.origin == Origin::assumed && !quantity.neutral) result.push_back(i);
    }
    return result;
}

Table estimate_records(const Estimate& estimate) {
    const Model& model = estimate.model;
    Table records{{{"quantity"}, {"value", ColumnKind::number}, {"unit"}, {"text"}, {"origin"}}, {}};
    if (estimate.uncertainty) {
        for (const double each : estimate.uncertainty->percentiles)
            records.columns.push_back({percentile_name(each), ColumnKind::number});
    }
    const auto origin_of = [&](const ModelQuantity& quantity) {
        const bool waits = std::any_of(model.waiting.begin(), model.waiting.end(),
                                       [&](const WaitingInput& input) { return input.name == quantity.name; });
        return std::string(waits ? "waiting" : name_of(quantity.origin));
    };
    for (const QuantityIndex index : find_listed(model)) {
        const ModelQuantity& quantity = model[index];
        const double value = estimate.values.quantities[index];
        records.rows.push_back({std::string(quantity.name), cell_of(estimate, index),
                                base_unit(quantity.display.dimension),
                                format(value, quantity.display, model.conventions), origin_of(quantity)});
        const Spread* spread = spread_of(estimate, index);
        if (spread == nullptr) continue;
        for (const double each : spread->percentiles)
            records.rows.back().emplace_back(Quantity{each, quantity.display});
    }
    return records;
}

Datum estimate_data(const Estimate& estimate) {
    const Model& model = estimate.model;
    Datum::Object quantities;
    for (const QuantityIndex index : find_listed(model)) {
        Datum datum = datum_of(estimate, index);
        if (const Spread* spread = spread_of(estimate, index))
            std::get<Datum::Object>(datum.value).push_back({"percentiles", spread_datum(estimate, *spread)});
        quantities.push_back({std::string(model[index].name), std::move(datum)});
    }
    Datum::Array expectations;
    for (std::size_t i = 0; i < model.expectations.size(); ++i) expectations.push_back(expectation_datum(estimate, i));
    Datum::Array assumptions;
    for (const QuantityIndex index : find_assumed(model))
        assumptions.push_back(text_datum(std::string(model[index].name)));
    const Verdicts verdicts = compute_verdicts(estimate);
    Datum::Array notes;
    for (const auto& note : verdicts.notes) notes.push_back(text_datum(note));
    Datum data{Datum::Object{{"schema_version", number_datum(kSchemaVersion)},
                             {"workload", workload_datum(model)},
                             {"summary", summary_datum(estimate, verdicts)},
                             {"quantities", {std::move(quantities)}},
                             {"bounds", bounds_datum(estimate)},
                             {"decisions", decisions_datum(estimate, verdicts)},
                             {"expectations", {std::move(expectations)}},
                             {"notes", {std::move(notes)}},
                             {"contradictions", contradictions_datum(estimate)},
                             {"assumptions", {std::move(assumptions)}},
                             {"waiting", waiting_datum(model.waiting)}}};
    if (auto failure = failure_datum(estimate))
        std::get<Datum::Object>(data.value).push_back({"failure", std::move(*failure)});
    return data;
}

}  // namespace bote
