#include "bote/engine/bounds.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include <fmt/format.h>

#include "bote/formula/check.hpp"

namespace bote {
namespace {

constexpr double kForgiven = 1e-9;  // 60% + 40% is not quite 1

std::string hint_for(const ModelQuantity& quantity, std::string_view relation, double bound,
                     const Conventions& conventions) {
    return fmt::format("{} is {} {}", quantity.tier >= 0 ? quantity.name : quantity.definition->name, relation,
                       format(bound, quantity.display, conventions));
}

}  // namespace

std::pair<std::string, std::string> value_problem(const ModelQuantity& quantity, double value,
                                                  const Conventions& conventions) {
    if (!std::isfinite(value)) return {"the value is out of range", "is something divided by zero, or too large?"};
    if (quantity.definition == nullptr) return {};
    const Bounds& bounds = quantity.definition->bounds;
    const auto shown = [&] { return format(value, quantity.display, conventions); };
    if (!bounds.low.empty()) {
        const double low = evaluate(bounds.low, {}, conventions);
        const double slack = kForgiven * std::abs(low);
        if (value < low - slack && low == 0) return {fmt::format("{} is negative", shown()), ""};
        if (bounds.low_allowed ? value < low - slack : value <= low) {
            return {fmt::format("{} is too small", shown()),
                    hint_for(quantity, bounds.low_allowed ? "at least" : "above", low, conventions)};
        }
    }
    if (!bounds.high.empty()) {
        const double high = evaluate(bounds.high, {}, conventions);
        const double slack = kForgiven * std::abs(high);
        if (bounds.high_allowed ? value > high + slack : value >= high) {
            return {fmt::format("{} is too much", shown()),
                    hint_for(quantity, bounds.high_allowed ? "at most" : "below", high, conventions)};
        }
    }
    if (bounds.whole && value != std::round(value)) return {fmt::format("{} is not a whole number", shown()), ""};
    const bool people = quantity.definition->unit == "users";
    if (people && value > 0 && value < 1)
        return {fmt::format("{} is less than one of them", shown()), "a share is written with %, as in `300M * 50%`"};
    return {};
}

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

void check_bounds(const Model& model, const Values& values) {
    Errors errors;
    for (const QuantityIndex index : model.quantities.indices()) {
        const ModelQuantity& quantity = model[index];
        const bool own = quantity.definition == nullptr;
        if (quantity.place < 0 || quantity.inherited || own) continue;
        auto [what, hint] = value_problem(quantity, values.quantities[index], model.conventions);
        if (const auto ends = range_ends(quantity.formula->tree, model.conventions); ends && what.empty()) {
            std::tie(what, hint) = value_problem(quantity, ends->first, model.conventions);
            if (what.empty()) std::tie(what, hint) = value_problem(quantity, ends->second, model.conventions);
        }
        if (what.ends_with("is negative"))
            if (const auto range = as_range(quantity.formula->text))
                hint = fmt::format("a range is written `{}`", *range);
        if (!what.empty())
            errors.push_back(
                {model.places[at(quantity.place)], std::string(quantity.name) + ": " + what, std::move(hint)});
    }
    if (!errors.empty()) throw InputError(std::move(errors));
}

}  // namespace bote
