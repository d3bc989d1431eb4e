#include "bote/engine/bounds.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "bote/base/index.hpp"
#include "bote/formula/check.hpp"
#include "bote/formula/operation.hpp"
#include "bote/model/value_problem.hpp"

namespace bote {

std::optional<double> exceeded_bound(const ModelQuantity& quantity, double value, double scale,
                                     const Conventions& conventions) {
    constexpr double kRounding = 1e-6;
    const Bounds& bounds = quantity.definition->bounds;
    if (!std::isfinite(value)) return std::nullopt;
    const auto end = [&](Tree tree) { return evaluate(tree, {}, conventions); };
    if (!bounds.low.empty()) {
        const double low = end(bounds.low);
        if (value < low - kRounding * std::max(std::abs(low), low == 0 ? scale : 0)) return low;
    }
    if (!bounds.high.empty()) {
        const double high = end(bounds.high);
        if (value > high + kRounding * std::abs(high)) return high;
    }
    return std::nullopt;
}

namespace {

/// `uniform(low, high)`, where names give the ends: what is found of plain numbers before there are values.
void check_named_ranges(const Model& model, const ModelQuantity& quantity, const Values& values) {
    const Tree tree = quantity.formula->tree;
    const bool any = !quantity.names.empty() && std::any_of(tree.begin(), tree.end(), [](const Node& node) {
        return row_of(node.op).range != nullptr;
    });
    if (!any) return;
    std::vector<double> names;
    for (const Binding& name : quantity.names)
        names.push_back(name.quantity == QuantityIndex::none ? NAN : values.quantities[name.quantity]);
    const Text text{std::string(quantity.formula->text), model.places[at(quantity.place)], false,
                    std::string(quantity.name)};
    check_ranges(text, tree, model.conventions, names);
}

}  // namespace

void check_bounds(const Model& model, const Values& values) {
    Errors errors;
    for (const QuantityIndex index : model.quantities.indices()) {
        const ModelQuantity& quantity = model[index];
        const bool own = quantity.definition == nullptr;
        if (quantity.place < 0 || quantity.inherited) continue;
        if (!collect_errors(errors, [&] { check_named_ranges(model, quantity, values); }) || own) continue;
        const WrittenValue given{quantity.formula->tree, quantity.formula->text, model.places[at(quantity.place)]};
        if (auto error = error_in_value(quantity, given, values.quantities[index], model.conventions))
            errors.push_back(std::move(*error));
    }
    if (!errors.empty()) throw InputError(std::move(errors));
}

}  // namespace bote
