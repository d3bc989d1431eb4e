// A formula or an expectation: what is accepted is printed, and what is printed reads back as the same value.

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "../demand.hpp"
#include "../targets.hpp"
#include "bote/base/error.hpp"
#include "bote/formula/check.hpp"
#include "bote/formula/parser.hpp"
#include "bote/formula/print.hpp"
#include "bote/units/display.hpp"

namespace bote::fuzz {
namespace {

constexpr double kForgiven = 1e-9;
constexpr double kOfNames = 3;  // the value of each name
constexpr std::size_t kLongestFormula = 300;

Text text_of(std::string_view formula) {
    const std::string text(formula);
    return {text, {make_source("fuzz", text, SourceKind::option), 0, text.size()}, true, ""};
}

struct Known {
    Expression tree;
    Dimension dimension;
    double value = 0;
};

Known read(std::string_view formula, std::optional<Dimension> wanted) {
    const Text text = text_of(formula);
    Known known{parse_formula(text, {}), {}, 0};
    const std::size_t names = count_names(known.tree);
    known.dimension = resolve_units(text, known.tree, std::vector<Dimension>(names, kCount), wanted);
    const std::vector<double> values(names, kOfNames);
    check_ranges(text, known.tree, {}, values);
    known.value = evaluate(known.tree, values, {});
    return known;
}

bool is_near(double left, double right) {
    return left == right || (std::isfinite(left - right) &&
                             std::abs(left - right) <= kForgiven * std::max(std::abs(left), std::abs(right)));
}

/// How many parentheses stand within each other. A chain of powers has none where it is read, one for each where it is
/// printed, and beyond 50 no formula is read.
int depth_of(std::string_view printed) {
    int depth = 0;
    int deepest = 0;
    for (const char c : printed) {
        if (c == '(') deepest = std::max(deepest, ++depth);
        if (c == ')') --depth;
    }
    return deepest;
}

/// Reads back what was printed.
void demand_same(std::string_view printed, const Known& known, double wanted, std::string_view formula) {
    constexpr int kDeepest = 20;
    if (depth_of(printed) > kDeepest) return;
    const std::string both = std::string(formula) + "\n" + std::string(printed);
    try {
        demand(is_near(read(printed, known.dimension).value, wanted), "reads back as another value", both);
    } catch (const InputError&) {
        demand(false, "does not read back", both);
    }
}

void demand_positions(const InputError& problem, std::size_t size) {
    for (const auto& error : problem.errors())
        demand(error.where.begin <= size && error.where.end <= size + 1, "an error outside of the text", error.what);
    demand_clean(describe(problem.errors(), Ink::plain));
}

}  // namespace

void formula(std::string_view bytes) {
    if (bytes.size() > kLongestFormula || find_invalid_utf8(bytes) || find_forbidden_character(bytes)) return;
    try {
        (void)parse_expectation(text_of(bytes), {});
    } catch (const InputError& problem) {
        demand_positions(problem, bytes.size());
    }
    Known known;
    try {
        known = read(bytes, std::nullopt);
    } catch (const InputError& problem) {
        demand_positions(problem, bytes.size());
        return;
    }
    if (!std::isfinite(known.value) || !is_usual(known.dimension)) return;
    const auto as_number = [](std::uint32_t) { return ShownValue{"3", std::nullopt}; };
    demand_same(print_with_values(known.tree, bytes, as_number), known, known.value, bytes);
    const Display display = display_for(known.dimension);
    for (const int digits : {kShownDigits, kWorkingDigits})
        demand_same(format(known.value, display, {}, digits), known, shown_value(known.value, display, {}, digits),
                    bytes);
}

}  // namespace bote::fuzz
