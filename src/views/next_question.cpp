#include "bote/views/next_question.hpp"

#include <algorithm>

#include "bote/base/index.hpp"
#include "bote/views/expectation_text.hpp"

namespace bote {
namespace {

/// What most questions are about, the most telling first.
std::optional<std::string> main_quantity(const Model& model) {
    for (const std::string_view name : {"storage", "machines", "peak_qps", "qps"}) {
        if (model.find(name)) return std::string(name);
    }
    return std::nullopt;
}

/// The first quantity on the left of the first expectation that does not hold.
std::optional<std::string> failing_quantity(const Estimate& estimate) {
    const Model& model = estimate.model;
    for (std::size_t i = 0; i < model.expectations.size(); ++i) {
        if (expectation_holds(estimate, i)) continue;
        for (const Binding& name : model.expectations[i].left_names) {
            if (name.quantity != QuantityIndex::none) return std::string(model[name.quantity].name);
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<NextQuestion> next_question_after(const Estimate& estimate) {
    if (auto failing = failing_quantity(estimate)) return NextQuestion{"explain", std::move(*failing)};
    auto quantity = main_quantity(estimate.model);
    if (!quantity) return std::nullopt;
    if (estimate.uncertainty) return NextQuestion{"drivers", std::move(*quantity)};
    if (!estimate.model.tiers.empty()) return NextQuestion{"diagram", ""};
    return NextQuestion{"explain", std::move(*quantity)};
}

}  // namespace bote
