#include "bote/views/working.hpp"

#include <cmath>

#include "bote/base/index.hpp"
#include "bote/engine/whiteboard.hpp"
#include "bote/formula/print.hpp"
#include "bote/views/common.hpp"

namespace bote {
namespace {

const Model& model_of(const Working& working) { return working.estimate->model; }

/// `tweet.writes` in a formula of `tweet` is `writes`.
std::string name_within(const Model& model, const ModelQuantity& named, std::string_view owner) {
    std::string name(named.name);
    return !owner.empty() && owner_of(model, named) == owner ? name.substr(owner.size() + 1) : name;
}

std::string printed(const Working& working, QuantityIndex quantity, const ShowName& show) {
    const Reduced& formula = working.reduction.formulas[quantity];
    return print_with_values(formula.nodes, formula.text, show);
}

/// A plain value stands in the results already, unless it was written as a sum or in another unit.
bool is_plain(const Working& working, QuantityIndex quantity) {
    const ModelQuantity& each = quantity_of(working, quantity);
    if (each.origin == Origin::computed || !each.names.empty()) return false;
    return is_lone_literal(each.formula->tree) ||
           each.formula->text == value_text(working, quantity, {Arithmetic::exact, kWorkingDigits});
}

bool passes_on(const Working& working, QuantityIndex quantity) {
    return working.reduction.same_as[quantity] != quantity;
}

}  // namespace

Working make_working(const Estimate& estimate) {
    const QuantityValues& exact = estimate.values.quantities;
    auto whiteboard = evaluate_on_whiteboard(estimate.model, exact);
    auto reduction = reduce_formulas(estimate.model, exact, &whiteboard);
    return {&estimate, std::move(reduction), std::move(whiteboard)};
}

std::vector<QuantityIndex> steps_to(const Working& working, QuantityIndex quantity) {
    const Model& model = model_of(working);
    QuantityMarks wanted(model.quantities.size(), 0);
    if (quantity == QuantityIndex::none) wanted = find_used(model);
    else wanted[quantity] = 1;
    for (std::size_t i = wanted.size(); i-- > 0;) {
        const auto index = index_at<QuantityIndex>(i);
        if (wanted[index] == 0) continue;
        for (const QuantityIndex name : names_in(working.reduction.formulas[index])) wanted[name] = 1;
    }
    std::vector<QuantityIndex> steps;
    for (const QuantityIndex index : wanted.indices()) {
        const bool says_nothing = model[index].neutral || passes_on(working, index);
        if (wanted[index] != 0 && (index == quantity || !says_nothing)) steps.push_back(index);
    }
    return steps;
}

std::string formula_text(const Working& working, QuantityIndex quantity) {
    if (is_plain(working, quantity)) return "";
    const std::string_view owner = owner_of(model_of(working), quantity_of(working, quantity));
    return printed(working, quantity, [&](std::uint32_t name) {
        const ModelQuantity& named = quantity_of(working, index_at<QuantityIndex>(name));
        return ShownValue{name_within(model_of(working), named, owner), std::nullopt};
    });
}

std::string numbers_text(const Working& working, QuantityIndex quantity, Figures figures) {
    if (names_in(working.reduction.formulas[quantity]).empty()) return "";
    return printed(working, quantity, [&](std::uint32_t name) {
        return ShownValue{value_text(working, index_at<QuantityIndex>(name), figures), std::nullopt};
    });
}

double value_in(const Working& working, QuantityIndex quantity, Arithmetic arithmetic) {
    return arithmetic == Arithmetic::exact ? working.estimate->values.quantities[quantity]
                                           : working.whiteboard[quantity];
}

std::string value_text(const Working& working, QuantityIndex quantity, Figures figures) {
    const Model& model = model_of(working);
    const bool exact = figures.arithmetic == Arithmetic::exact;
    return format(value_in(working, quantity, figures.arithmetic), quantity_of(working, quantity).display,
                  exact ? model.conventions : model.whiteboard, figures.digits);
}

double drift_of(const Working& working, QuantityIndex quantity) {
    const Model& model = model_of(working);
    const double exact = value_in(working, quantity, Arithmetic::exact);
    const double rough = value_in(working, quantity, Arithmetic::whiteboard);
    if (exact == 0 || !std::isfinite(exact) || !std::isfinite(rough)) return 0;
    constexpr double kSame = 1e-12;  // what rounding leaves
    const double restated_exact =
        restated(exact, quantity_of(working, quantity).display, model.conventions, model.whiteboard);
    const double drift = rough / restated_exact - 1;
    return std::abs(drift) < kSame ? 0 : drift;
}

std::string origin_text(const ModelQuantity& quantity) {
    if (quantity.inherited) return "top level";
    if (quantity.origin == Origin::computed) return "";
    if (quantity.layer == Layer::option && quantity.origin == Origin::given) return "option";
    if (quantity.layer == Layer::profile) return "profile";
    return std::string(name_of(quantity.origin));
}

}  // namespace bote
