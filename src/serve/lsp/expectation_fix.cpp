#include "expectation_fix.hpp"

#include <algorithm>
#include <cmath>

#include "bote/base/precise.hpp"
#include "bote/formula/check.hpp"
#include "bote/formula/expectation.hpp"
#include "bote/views/expectation_text.hpp"

namespace bote {
namespace {

constexpr int kMostDigits = 12;

/// Below and above: to the next step even from a value that is one.
enum class Rounding { below, down, nearest, up, above };

Rounding rounding_for(Comparison comparison) {
    switch (comparison) {
        case Comparison::less: return Rounding::above;
        case Comparison::less_equal: return Rounding::up;
        case Comparison::greater: return Rounding::below;
        case Comparison::greater_equal: return Rounding::down;
        case Comparison::equal:
        case Comparison::about: break;
    }
    return Rounding::nearest;
}

/// To so many digits, in the unit in which it is printed.
double rounded(double value, const Display& display, const Conventions& conventions, int digits, Rounding rounding) {
    constexpr double kTen = 10;
    const double divisor = scale_for(value, display, conventions).divisor;
    const double number = value / divisor;
    const double step = precise::pow(kTen, std::floor(precise::log10(std::abs(number))) + 1 - digits);
    switch (rounding) {
        case Rounding::below: return (std::ceil(number / step) - 1) * step * divisor;
        case Rounding::down: return std::floor(number / step) * step * divisor;
        case Rounding::up: return std::ceil(number / step) * step * divisor;
        case Rounding::above: return (std::floor(number / step) + 1) * step * divisor;
        case Rounding::nearest: break;
    }
    return value;
}

/// The bytes of a formula in the text that it was read from.
Span span_of(Tree tree, const BoundExpectation& expectation) {
    std::size_t begin = expectation.text.size();
    std::size_t end = 0;
    for (const Node& node : tree) {
        begin = std::min<std::size_t>(begin, node.begin);
        end = std::max<std::size_t>(end, node.end);
    }
    return {expectation.where.source, expectation.where.begin + begin, expectation.where.begin + end};
}

/// What a text means as a value of the workload, so that it is not trusted to read back.
std::optional<double> value_of(const std::string& written, Dimension dimension, const Conventions& conventions) {
    try {
        const Text text{written, {}, false, ""};
        Expression tree = parse_formula(text, {});
        if (has_names(tree)) return std::nullopt;
        resolve_units(text, tree, {}, dimension);
        return evaluate(tree, {}, conventions);
    } catch (const InputError&) {
        return std::nullopt;
    }
}

}  // namespace

std::optional<Fix> fix_of_expectation(const Analysis& analysis, std::size_t index) {
    const Estimate& estimate = *analysis.estimate();
    const BoundExpectation& expectation = estimate.model.expectations[index];
    const Conventions& conventions = estimate.model.conventions;
    const Sides sides = sides_of(expectation);
    const double value = sides.are_turned ? estimate.values.right[index] : estimate.values.left[index];
    const bool exact = text_of(expectation.where) == expectation.text;
    const bool has_number = expectation.terms.chance <= 0 && !sides.both_name;  // that can be replaced
    if (!has_number || !std::isfinite(value) || value == 0 || !exact) return std::nullopt;
    const Display display = display_of_actual(estimate, expectation, value);
    const Rounding rounding = rounding_for(sides.terms.comparison);
    for (int digits = kShownDigits; digits <= kMostDigits; ++digits) {
        const std::string text =
            format(rounded(value, display, conventions, digits, rounding), display, conventions, digits);
        const auto read = value_of(text, expectation.dimension, conventions);
        if (read && holds(sides.terms, value, *read)) return Fix{span_of(sides.bound, expectation), text};
    }
    return std::nullopt;
}

}  // namespace bote
