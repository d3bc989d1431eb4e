#include "formula/range.hpp"

#include <string>

#include "formula/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::range_test {
namespace {

bool looks_like_one(const std::string& formula) {
    const Text text = formula_text(formula);
    const Vocabulary vocabulary;
    return looks_like_range(Reading(text, vocabulary));
}

/// The ends of a range in base units, once the low end has what it takes from the high one.
std::pair<double, double> ends(const std::string& formula, std::optional<Dimension> wanted = std::nullopt) {
    const Text text = formula_text(formula);
    Expression tree = read_formula(text, {});
    resolve_units(text, tree, {}, wanted);
    return range_ends(tree, {}).value();
}

double level_of(const std::string& formula) {
    const Expression tree = tree_of(formula);
    return tree.nodes().back().number;
}

}  // namespace

TEST_CASE("numbers, units and slashes up to a `to` or a plus and minus look like a range") {
    for (const auto* range : {"1 to 2", "-1 to 2", "$1 to $2", "-$1 to $2", "1 KB/day to 2", "10% to 20%",
                              "5 users per day to 7", "1M ± 10%", "2 GB +- 1"}) {
        CAPTURE(range);
        CHECK(looks_like_one(range));
    }
    for (const auto* other : {"1", "1 / 2 to 3", "1 + 2 to 3", "dau to 2", "(1) to 2", "2 * 1 to 3", "to 2", "--1 to 2",
                              "1 KB/day", "$", ""}) {
        CAPTURE(other);
        CHECK_FALSE(looks_like_one(other));
    }
}

TEST_CASE("a low end takes the units of the high end, but neither its magnitude nor its sign") {
    CHECK(ends("5 to 20 KB") == std::pair(5e3, 20e3));
    CHECK(ends("-5 to 20 KB") == std::pair(-5e3, 20e3));
    CHECK(ends("500 to 1k") == std::pair(500.0, 1000.0));
    CHECK(ends("1k to 4k") == std::pair(1e3, 4e3));
    CHECK(ends("5 B to 20 KB") == std::pair(5.0, 20e3));
    CHECK(ends("5% to 20%") == std::pair(0.05, 0.2));  // divided by a hundred once
    CHECK(ends("5 to 20%") == std::pair(0.05, 0.2));
    CHECK(ends("0 to 2M") == std::pair(0.0, 2e6));  // of nothing there is no million
    CHECK(ends("3 to 6 / min") == std::pair(3 / 60.0, 6 / 60.0));
    CHECK(ends("3 to 6 KB/s/s") == std::pair(3e3, 6e3));
    CHECK(ends("3/min to 6/s") == std::pair(3 / 60.0, 6.0));
    CHECK(ends("100M to 2B", kCount) == std::pair(1e8, 2e9));  // a low end with a magnitude is no size
}

TEST_CASE("a level in parentheses stands behind the range, and lies between nothing and all") {
    CHECK(level_of("10 to 20") == kRangeLevel);
    CHECK(level_of("10 to 20 (50%)") == 0.5);
    CHECK(level_of("10 to 20 KB/day (99.5%)") == 0.995);
    for (const auto* wrong : {"10 to 20 (0%)", "10 to 20 (100%)", "10 to 20 (150%)"}) {
        CAPTURE(wrong);
        const auto found = refusal([&] { tree_of(wrong); });
        CHECK(found.what == "a level lies between 0% and 100%");
        CHECK(found.column == 11);
    }
    CHECK(refusal([] { tree_of("10 to 20 (50)"); }).part == "(");  // a number that is no percentage is no level
    CHECK(refusal([] { tree_of("10 to 20 (5 + 45%)"); }).part == "(");
    CHECK(refusal([] { tree_of("10 to 20 (50% + 1%)"); }).part == "(");
    CHECK(refusal([] { tree_of("10 to 20 (5k)"); }).part == "(");
    CHECK(value_of("max(10 to 20, -30)") == near(14.142135623730951));  // the middle of the range, the root of 200
}

TEST_CASE("either of two readings of a low end is written out in the hint") {
    const auto found = refusal([] { tree_of("1 to 2M"); });
    CHECK(found.what == "'1 to 2M' is either 1M or just 1");
    CHECK(found.hint == "write `1M to 2M`, or the high end without its magnitude");
    CHECK(found.part == "1 to 2M");
    CHECK(refusal([] { tree_of("-1 to 2 million"); }).hint ==
          "write `-1 million to 2 million`, or the high end without its magnitude");
    CHECK(refusal([] { tree_of("-5 to -2k"); }).hint == "write `-5k to -2k`, or the high end without its magnitude");
    CHECK(refusal([] { tree_of("-1 to -2k"); }).part.empty());  // -1k would not be the lower end either
    // With the magnitude the low end would not be the lower one: there is one reading alone.
    CHECK(ends("1999 to 2k") == std::pair(1999.0, 2000.0));
    CHECK(ends("2 to 2k") == std::pair(2.0, 2000.0));
    CHECK(refusal([] { tree_of("1.99 to 2k"); }).column == 1);
}

TEST_CASE("a deviation is a share of its value or an amount, and 90% lie within it") {
    // normal(value, deviation / 1.6448536...): the 95th percentile lies one deviation above.
    const auto deviation_of = [](const std::string& formula) {
        const Text text = formula_text(formula);
        Expression tree = read_formula(text, {});
        resolve_units(text, tree, {}, std::nullopt);
        const Tree nodes = tree.nodes();
        std::size_t first = nodes.size() - 2;  // of the second argument
        for (int wanted = 1; wanted > 0; --first) wanted += nodes[first].arguments - 1;
        return evaluate(nodes.subspan(first + 1, nodes.size() - first - 2), {}, {}) * 1.6448536269514722;
    };
    CHECK(deviation_of("1M ± 10%") == near(1e5));
    CHECK(deviation_of("1M ± 5k") == near(5e3));
    CHECK(deviation_of("10 KB/s ± 20%") == near(2e3));
    CHECK(deviation_of("10 ± 2 KB") == near(2e3));
    CHECK(deviation_of("50% ± 10%") == near(0.1));  // ten points, not a tenth of it
    for (const auto* written :
         {"50 ± 10% per day", "50 ± 10%/day", "50 ± 10% a day", "50/day ± 10%", "(50 ± 10%) per day"}) {
        CAPTURE(written);
        CHECK(value_of(written) == near(50 / 86400.0));
    }
    CHECK(deviation_of("50 ± 10% per day") == near(5 / 86400.0));
    CHECK(refusal([] { tree_of("50/day ± 10% per day"); }).what ==
          "a share is of the number, which has its unit already");
    CHECK(value_of("-10 ± 2 KB") == -10e3);
    CHECK(refusal([] { tree_of("10 ± 2M"); }).what == "the first number has no magnitude, the second has one");
    CHECK(refusal([] { tree_of("10 ± 10B"); }).what == "the first number is either billions or a plain number");
    CHECK(value_of("3k ± 2k") == 3e3);
}

}  // namespace bote::test::range_test
