#include "bote/views/expectation_text.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "bote/base/index.hpp"
#include "bote/views/uncertainty.hpp"

namespace bote {
namespace {

/// The unit in which somebody wrote a plain value such as `12 Gbps` or `50 billion/month`.
std::optional<Display> written_display(Tree tree) {
    if (tree.empty() || tree[0].op != Op::literal || tree[0].written == Written::ratio) return std::nullopt;
    Display display;
    if (tree[0].unit != kNoUnit) {
        display.numerator = unit_at(tree[0].unit).dimension == kMoney ? Numerator::money : Numerator::fixed;
        display.unit = tree[0].unit;
        display.dimension = unit_at(tree[0].unit).dimension;
    } else if (tree[0].written == Written::percent) {
        display.numerator = Numerator::share;
    }
    for (std::size_t i = 1; i < tree.size(); i += 2) {
        const bool per = i + 1 < tree.size() && tree[i].op == Op::literal && tree[i].unit != kNoUnit &&
                         tree[i].number == 1 && tree[i + 1].op == Op::divide;
        if (!per || i / 2 >= display.per.size()) return std::nullopt;
        display.per[i / 2] = tree[i].unit;
        display.dimension = display.dimension / unit_at(tree[i].unit).dimension;
    }
    return tree.size() == 1 && tree[0].unit == kNoUnit && tree[0].written != Written::percent ? std::nullopt
                                                                                              : std::optional(display);
}

/// `Gbps`, `Mbit/s`: what somebody counts in bits stays in bits, whatever its size.
std::optional<Display> in_bits(const std::optional<Display>& written) {
    const bool is_fixed = written && written->numerator == Numerator::fixed && written->unit != kNoUnit;
    const std::string_view symbol = is_fixed ? unit_at(written->unit).symbol : "";
    if (symbol.ends_with("bps")) return parse_display("bps");
    if (!symbol.ends_with("bit")) return std::nullopt;
    Display display = *written;
    display.numerator = Numerator::bits;
    display.unit = kNoUnit;
    return display;
}

/// 1563 asks for an answer of four digits.
int digits_of(double number) {
    constexpr int kMostDigits = 9;
    for (int digits = kShownDigits; digits < kMostDigits; ++digits) {
        if (format_number(number, digits) == format_number(number, kMostDigits)) return digits;
    }
    return kMostDigits;
}

}  // namespace

Sides sides_of(const BoundExpectation& expectation) {
    const auto names_any = [](std::span<const Binding> names) {
        return std::any_of(names.begin(), names.end(), [](const Binding& each) { return !each.is_word; });
    };
    const bool left = names_any(expectation.left_names);
    const bool right = names_any(expectation.right_names);
    if (left || !right)
        return {expectation.left, expectation.left_names, expectation.right, expectation.terms, false, left && right};
    Terms terms = expectation.terms;
    terms.comparison = turned(terms.comparison);
    return {expectation.right, expectation.right_names, expectation.left, terms, true, false};
}

Display display_of_actual(const Estimate& estimate, const BoundExpectation& expectation, double value) {
    const Sides sides = sides_of(expectation);
    const auto written = written_display(sides.bound);
    const Conventions& conventions = estimate.model.conventions;
    if (written && reads_well(value, *written, conventions)) return *written;
    if (const auto bits = in_bits(written)) return *bits;
    const auto names = sides.names;
    const bool lone = sides.actual.size() == 1 && !names.empty() && names.front().quantity != QuantityIndex::none;
    return lone ? estimate.model[names.front().quantity].display : display_for(expectation.dimension);
}

int telling_digits(int usual, const Terms& terms, double left, double right, const ShownAt& shown) {
    constexpr int kMostDigits = 15;
    constexpr double kSame = 1e-12;
    const bool truth = holds(terms, left, right);
    for (int digits = usual; digits < kMostDigits; ++digits) {
        auto [a, b] = shown(digits);
        if (std::abs(a - b) <= kSame * std::abs(b)) a = b;
        if (holds(terms, a, b) == truth) return digits;
    }
    return kMostDigits;
}

std::string actual_text(const Estimate& estimate, const BoundExpectation& expectation, double left, double right) {
    const Conventions& conventions = estimate.model.conventions;
    const Sides sides = sides_of(expectation);
    const Tree written = sides.bound;
    const int usual = written.empty() || written[0].op != Op::literal ? kShownDigits : digits_of(written[0].number);
    const double actual = sides.are_turned ? right : left;
    const double bound = sides.are_turned ? left : right;
    const Display display = display_of_actual(estimate, expectation, actual);
    const int digits = telling_digits(usual, sides.terms, actual, bound, [&](int each) {
        return std::pair(shown_value(actual, display, conventions, each), bound);
    });
    return format(actual, display, conventions, digits);
}

bool expectation_holds(const Estimate& estimate, std::size_t index) {
    const double wanted = estimate.model.expectations[index].terms.chance;
    if (wanted > 0 && estimate.uncertainty) return estimate.uncertainty->samples.chances[index] >= wanted;
    return holds(estimate.model.expectations[index].terms, estimate.values.left[index], estimate.values.right[index]);
}

std::string found_text(const Estimate& estimate, std::size_t index) {
    const BoundExpectation& expectation = estimate.model.expectations[index];
    const double wanted = expectation.terms.chance;
    const auto chance = chance_of(estimate, index);
    if (chance && wanted > 0) return "chance " + chance_text(*chance, wanted);
    return actual_text(estimate, expectation, estimate.values.left[index], estimate.values.right[index]);
}

}  // namespace bote
