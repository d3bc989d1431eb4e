#include "summary.hpp"

#include "bote/views/common.hpp"
#include "bote/views/expectation_text.hpp"
#include "bote/views/rich_page.hpp"
#include "contradictions.hpp"

namespace bote {
namespace {

Datum figure_datum(const Estimate& estimate, const Figure& figure) {
    const QuantityIndex index{figure.value.of};
    const ModelQuantity& quantity = estimate.model[index];
    const Conventions& conventions = estimate.model.conventions;
    Datum::Object object{{"label", text_datum(figure.label)},
                         {"quantity", text_datum(std::string(quantity.name))},
                         {"value", value_datum(estimate, index, figure.value.value)},
                         {"unit", text_datum(plain_unit(quantity.display))},
                         {"text", text_datum(format(figure.value.value, quantity.display, conventions))}};
    if (figure.range) {
        object.push_back({"low", value_datum(estimate, index, figure.range->low)});
        object.push_back({"high", value_datum(estimate, index, figure.range->high)});
    }
    return {std::move(object)};
}

Datum decision_datum(const Verdict& verdict) {
    return text_datum(verdict.object.empty() ? verdict.text : verdict.object + ": " + verdict.text);
}

}  // namespace

Datum summary_datum(const Estimate& estimate, const Verdicts& verdicts) {
    const KeyFigures headline = key_figures_of(estimate);
    Datum::Array figures;
    for (const auto& figure : headline.figures) figures.push_back(figure_datum(estimate, figure));
    Datum::Array decisions;
    for (const auto& verdict : verdicts.decisions) {
        if (verdict.holds && !verdict.text.empty()) decisions.push_back(decision_datum(verdict));
    }
    Datum::Array failing;
    for (std::size_t i = 0; i < estimate.model.expectations.size(); ++i) {
        if (!expectation_holds(estimate, i)) failing.push_back(text_datum(estimate.model.expectations[i].text));
    }
    Datum::Array waiting;
    for (const auto& input : estimate.model.waiting) waiting.push_back(text_datum(describe(input)));
    Datum::Array contradictions;
    for (auto& line : contradiction_lines(estimate)) contradictions.push_back(text_datum(std::move(line)));
    return {Datum::Object{{"verdict", text_datum(headline.sentence)},
                          {"figures", {std::move(figures)}},
                          {"decisions", {std::move(decisions)}},
                          {"failing", {std::move(failing)}},
                          {"waiting", {std::move(waiting)}},
                          {"contradictions", {std::move(contradictions)}}}};
}

}  // namespace bote
