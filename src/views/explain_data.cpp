#include "explain_data.hpp"

#include <cmath>

#include "bote/views/common.hpp"

namespace bote {
namespace {

/// As this workload has it; of a plain value what was given.
std::string formula(const Working& working, QuantityIndex index) {
    const std::string text = formula_text(working, index);
    return text.empty() ? std::string(quantity_of(working, index).formula->text) : text;
}

std::string numbers(const Working& working, QuantityIndex index) {
    const std::string text = numbers_text(working, index, {Arithmetic::exact, kWorkingDigits});
    return text == formula(working, index) ? "" : text;
}

Datum step_data(const Working& working, const WorkingStep& step) {
    const QuantityIndex index = step.quantity;
    const ModelQuantity& quantity = quantity_of(working, index);
    const double exact = value_in(working, index, Arithmetic::exact);
    Datum::Object object{{"quantity", text_datum(std::string(quantity.name))},
                         {"origin", text_datum(std::string(name_of(quantity.origin)))},
                         {"formula", text_datum(formula(working, index))},
                         {"with_numbers", text_datum(numbers(working, index))}};
    if (std::isfinite(exact)) object.push_back({"value", value_datum(*working.estimate, index, exact)});
    object.push_back({"unit", text_datum(plain_unit(quantity.display))});
    object.push_back({"text", text_datum(value_text(working, index, {}))});
    if (has_drift(working, index) && std::isfinite(step.whiteboard)) {
        object.push_back({"whiteboard", text_datum(value_text(working, index, {Arithmetic::whiteboard}))});
        object.push_back({"drift", number_datum(step.drift)});
    }
    return {std::move(object)};
}

}  // namespace

Table explanation_records(const Explanation& explanation) {
    const Working& working = explanation.working;
    Table records{{{"quantity"},
                   {"from"},
                   {"formula"},
                   {"with_numbers"},
                   {"value", ColumnKind::number},
                   {"unit"},
                   {"text"},
                   {"whiteboard"},
                   {"drift", ColumnKind::number}},
                  {}};
    for (const WorkingStep& step : explanation.steps) {
        const QuantityIndex index = step.quantity;
        const ModelQuantity& quantity = quantity_of(working, index);
        const bool rough = has_drift(working, index);
        records.rows.push_back({std::string(quantity.name), origin_text(quantity), formula(working, index),
                                numbers(working, index),
                                Quantity{value_in(working, index, Arithmetic::exact), quantity.display},
                                plain_unit(quantity.display), value_text(working, index, {}),
                                rough ? Cell{value_text(working, index, {Arithmetic::whiteboard})} : Cell{},
                                rough ? Cell{Quantity{step.drift, *parse_display("x")}} : Cell{}});
    }
    return records;
}

Datum explanation_envelope(const Model& model, std::string key, Datum::Array list) {
    return {Datum::Object{{"schema_version", number_datum(kSchemaVersion)},
                          {"workload", workload_datum(model)},
                          {std::move(key), {std::move(list)}}}};
}

Datum explanation_data(const Explanation& explanation) {
    const Working& working = explanation.working;
    Datum::Array steps;
    for (const WorkingStep& step : explanation.steps) steps.push_back(step_data(working, step));
    Datum::Array headlines;
    for (const Headline& each : explanation.headlines) {
        headlines.push_back(
            {Datum::Object{{"quantity", text_datum(std::string(quantity_of(working, each.quantity).name))},
                           {"exact", text_datum(chain_text(each.exact))},
                           {"whiteboard", text_datum(chain_text(each.whiteboard))}}});
    }
    Datum all = explanation_envelope(working.estimate->model, "steps", std::move(steps));
    std::get<Datum::Object>(all.value).push_back({"headlines", {std::move(headlines)}});
    return all;
}

}  // namespace bote
