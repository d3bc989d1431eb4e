#include "bote/views/value.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/character.hpp"
#include "bote/views/common.hpp"

namespace bote {
namespace {

Error not_finite(const Estimate& estimate, QuantityIndex index) {
    const ModelQuantity& quantity = estimate.model[index];
    return {where_given(estimate.model, quantity), fmt::format("`{}` is no finite number", quantity.name),
            "it divides by zero, takes the root of a negative number, or is too large"};
}

}  // namespace

Answers compute_answers(const Estimate& estimate, const std::vector<std::string>& asked) {
    Answers answers;
    Errors errors;
    const auto in = std::find(asked.begin(), asked.end(), "in");  // no quantity may be called so
    if (in != asked.begin() && in != asked.end() && in + 1 != asked.end())
        throw InputError(Error{{},
                               "a quantity and its unit are one argument",
                               fmt::format("write `'{} in {}'`", show_in_line(*(in - 1)), show_in_line(*(in + 1)))});
    for (const auto& name : asked) {
        collect_errors(errors, [&] {
            const QuantityIndex index = find_asked(estimate.model, name);
            answers.quantities.push_back(index);
            if (!std::isfinite(estimate.values.quantities[index])) errors.push_back(not_finite(estimate, index));
        });
    }
    if (!errors.empty()) throw InputError(std::move(errors));
    return answers;
}

std::string value_lines(const Estimate& estimate, const Answers& answers) {
    std::string lines;
    for (const QuantityIndex index : answers.quantities) lines += value_text(estimate, index) + "\n";
    return lines;
}

Report describe_answers(const Estimate& estimate, const Answers& answers) {
    Report report;
    report.conventions = estimate.model.conventions;
    report.records.columns = {{"quantity"}, {"value", ColumnKind::number}, {"unit"}, {"text"}};
    Table table{{{"", ColumnKind::text}, {"Value", ColumnKind::number}}, {}};
    Datum::Object quantities;
    for (const QuantityIndex index : answers.quantities) {
        const ModelQuantity& quantity = estimate.model[index];
        report.records.rows.push_back({std::string(quantity.name), cell_of(estimate, index),
                                       plain_unit(quantity.display), value_text(estimate, index)});
        table.add_row(std::string(quantity.name), value_text(estimate, index));
        const bool seen = std::any_of(quantities.begin(), quantities.end(),
                                      [&](const Datum::Entry& each) { return each.key == quantity.name; });
        if (!seen) quantities.push_back({std::string(quantity.name), datum_of(estimate, index)});
    }
    report.blocks = {Heading{estimate.model.name, 1}, std::move(table)};
    report.data = {Datum::Object{{"schema_version", number_datum(kSchemaVersion)},
                                 {"workload", workload_datum(estimate.model)},
                                 {"quantities", {std::move(quantities)}}}};
    return report;
}

}  // namespace bote
