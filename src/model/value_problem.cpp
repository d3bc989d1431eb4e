#include "bote/model/value_problem.hpp"

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
        return {fmt::format("{} is less than one of them", shown()),
                "a share is written with %, as in `300M * 50%`, a half as 0.5"};
    return {};
}

std::optional<Error> error_in_value(const ModelQuantity& quantity, const WrittenValue& given, double value,
                                    const Conventions& conventions) {
    auto [what, hint] = value_problem(quantity, value, conventions);
    if (const auto ends = range_ends(given.tree, conventions); ends && what.empty()) {
        std::tie(what, hint) = value_problem(quantity, ends->first, conventions);
        if (what.empty()) std::tie(what, hint) = value_problem(quantity, ends->second, conventions);
    }
    if (what.empty()) return std::nullopt;
    if (what.ends_with("is negative"))
        if (const auto range = as_range(given.text)) hint = fmt::format("a range is written `{}`", *range);
    return Error{given.where, fmt::format("{}: {}", quantity.name, what), std::move(hint)};
}

}  // namespace bote
