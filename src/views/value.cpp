#include "bote/views/value.hpp"

#include <algorithm>

#include "bote/views/common.hpp"

namespace bote {
namespace {

const ModelQuantity& quantity_at(const Estimate& estimate, int index) {
    return estimate.model.quantities[static_cast<std::size_t>(index)];
}

std::string text_of(const Estimate& estimate, int index) {
    return format(estimate.values.quantities[static_cast<std::size_t>(index)], quantity_at(estimate, index).display,
                  estimate.model.conventions);
}

}  // namespace

Answers compute_answers(const Estimate& estimate, const std::vector<std::string>& asked) {
    Answers answers;
    for (const auto& name : asked) answers.quantities.push_back(find_asked(estimate.model, name));
    return answers;
}

std::string value_lines(const Estimate& estimate, const Answers& answers) {
    std::string lines;
    for (const int index : answers.quantities) lines += text_of(estimate, index) + "\n";
    return lines;
}

Report describe_answers(const Estimate& estimate, const Answers& answers) {
    Report report;
    report.conventions = estimate.model.conventions;
    report.records.columns = {{"quantity"}, {"value", ColumnKind::number}, {"unit"}, {"text"}};
    Datum::Object quantities;
    for (const int index : answers.quantities) {
        const ModelQuantity& quantity = quantity_at(estimate, index);
        report.records.rows.push_back({std::string(quantity.name), cell_of(estimate, index),
                                       plain_unit(quantity.display), text_of(estimate, index)});
        const bool seen = std::any_of(quantities.begin(), quantities.end(),
                                      [&](const Datum::Entry& each) { return each.key == quantity.name; });
        if (!seen) quantities.push_back({std::string(quantity.name), datum_of(estimate, index)});
    }
    report.data = {Datum::Object{{"schema_version", number_datum(kSchemaVersion)},
                                 {"workload", workload_datum(estimate.model)},
                                 {"quantities", {std::move(quantities)}}}};
    return report;
}

}  // namespace bote
