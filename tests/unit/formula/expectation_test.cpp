// Expectations: two values, a comparison, a tolerance.

#include <cmath>
#include <string>

#include "formula/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::expectation_test {
namespace {

Expectation expectation_of(const std::string& text) { return parse_expectation(formula_text(text), {}); }

bool holds_for(const std::string& comparison, double left, double right) {
    return holds(expectation_of("a " + comparison).terms, left, right);
}

}  // namespace

TEST_CASE("an expectation compares two values") {
    struct Row {
        std::string text;
        Comparison comparison;
        double tolerance;
    };
    const Row rows[] = {
        {"storage < 5 PB", Comparison::less, 1e-9},          {"storage <= 5 PB", Comparison::less_equal, 1e-9},
        {"5 PB > storage", Comparison::greater, 1e-9},       {"qps >= dau * 2/day", Comparison::greater_equal, 1e-9},
        {"data == 219 TB", Comparison::equal, 1e-9},         {"qps ~ 100k/s", Comparison::about, 0.05},
        {"qps ~ 146k/s within 5%", Comparison::about, 0.05}, {"qps ~ 146k/s within 0.5%", Comparison::about, 0.005},
        {"storage/2<5PB", Comparison::less, 1e-9},           {"qps ~ (100 to 200/s) * 2", Comparison::about, 0.05},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        const auto found = expectation_of(row.text);
        CHECK(found.terms.comparison == row.comparison);
        CHECK(found.terms.tolerance == near(row.tolerance));
        CHECK_FALSE(found.left.nodes().empty());
        CHECK_FALSE(found.right.nodes().empty());
    }
}

TEST_CASE("an expectation says how surely it has to hold, or holds in the point estimate") {
    CHECK(expectation_of("storage <= 5 PB at 90%").terms.chance == near(0.9));
    CHECK(expectation_of("storage <= 5 PB").terms.chance == 0);
    for (const auto* none : {"0", "100", "101"}) {
        CAPTURE(none);
        const auto found = refusal([&] { expectation_of("storage <= 5 PB at " + std::string(none) + "%"); });
        CHECK(found.what == "a chance lies between 0% and 100%");
    }
}

TEST_CASE("what is no further apart than the tolerance is equal in every comparison") {
    struct Row {
        Comparison comparison;
        bool well_below;
        bool just_below;
        bool just_above;
        bool well_above;
    };
    const Row rows[] = {
        {Comparison::less, true, false, false, false},    {Comparison::less_equal, true, true, true, false},
        {Comparison::greater, false, false, false, true}, {Comparison::greater_equal, false, true, true, true},
        {Comparison::about, false, true, true, false},
    };
    for (const auto& row : rows) {
        CAPTURE(sign_of(row.comparison));
        CHECK(holds(row.comparison, 0.01, 98, 100) == row.well_below);
        CHECK(holds(row.comparison, 0.01, 99.5, 100) == row.just_below);
        CHECK(holds(row.comparison, 0.01, 100.5, 100) == row.just_above);
        CHECK(holds(row.comparison, 0.01, 102, 100) == row.well_above);
        CHECK(holds(row.comparison, 0.01, -98, -100) == row.well_above);
    }
}

TEST_CASE("a comparison holds as it reads") {
    struct Row {
        std::string comparison;
        bool below;
        bool at;
        bool above;
    };
    const Row rows[] = {
        {"< 100", true, false, false}, {"<= 100", true, true, false},  {"> 100", false, false, true},
        {">= 100", false, true, true}, {"== 100", false, true, false},
    };
    for (const auto& row : rows) {
        CAPTURE(row.comparison);
        CHECK(holds_for(row.comparison, 99, 100) == row.below);
        CHECK(holds_for(row.comparison, 100, 100) == row.at);
        CHECK(holds_for(row.comparison, 101, 100) == row.above);
        CHECK_FALSE(holds_for(row.comparison, NAN, 100));
    }
}

TEST_CASE("about means within a share of the right side, equal within a billionth") {
    struct Row {
        std::string comparison;
        double left;
        double right;
        bool holds;
    };
    const Row rows[] = {
        {"~ 1", 95.001, 100, true},
        {"~ 1", 94.9, 100, false},
        {"~ 1", 104.999, 100, true},
        {"~ 1", 105.1, 100, false},
        {"~ 1 within 1%", 100.9, 100, true},
        {"~ 1 within 1%", 101.1, 100, false},
        {"~ 1 within 0%", 100, 100, true},
        {"~ 1 within 0%", 100.1, 100, false},
        {"~ 1", -95.1, -100, true},
        {"~ 1", 0, 0, true},
        {"~ 1", 1e-9, 0, false},
        {"~ 1", NAN, 1, false},
        {"== 1", 1 + 1e-10, 1, true},
        {"== 1", 1 + 1e-8, 1, false},
        {"== 1", -1, 1, false},
    };
    for (const auto& row : rows) {
        CAPTURE(row.comparison, row.left, row.right);
        CHECK(holds_for(row.comparison, row.left, row.right) == row.holds);
    }
}

TEST_CASE("nothing holds for a number that is not finite, on whichever side") {
    using enum Comparison;
    for (const Comparison comparison : {less, less_equal, greater, greater_equal, equal, about}) {
        CAPTURE(sign_of(comparison));
        for (const double other : {NAN, INFINITY, -INFINITY}) {
            CHECK_FALSE(holds(comparison, 0.01, other, 1));
            CHECK_FALSE(holds(comparison, 0.01, 1, other));
            CHECK_FALSE(holds(comparison, 0.01, other, other));
        }
    }
}

TEST_CASE("what is no expectation is refused") {
    struct Row {
        std::string text;
        std::string what;
    };
    const Row rows[] = {
        {"storage", "compares two values"},
        {"< 5", "on the left"},
        {"storage <", "on the right"},
        {"a < b < c", "comparison"},
        {"storage = 5", "no meaning"},
        {"a == 5 within 5%", "goes with `~`"},
        {"a < 5 within 5%", "goes with `~`"},
        {"a ~ 5 within", "takes a percentage"},
        {"a ~ 5 within 5", "takes a percentage"},
        {"a ~ 5 within b%", "takes a percentage"},
        {"a ~ 5 within 5% or so", "not expected"},
        {"a != 5", "no meaning"},
        {"a <> 5", ""},
        {"a => 5", "no meaning"},
        {"a ~ 300 TB to 400 TB", "single values, not a range"},
        {"a < b < c", "makes one comparison"},
        {"a <> 5", "'<>' is no comparison"},
        {"a ~~ 5", "'~~' is no comparison"},
        {"a ~= 5", "'~=' is no comparison"},
        {"", ""},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        const auto found = refusal([&] { expectation_of(row.text); });
        CAPTURE(found.what);
        CHECK(found.column > 0);
        CHECK(contains(found.what, row.what));
    }
}

TEST_CASE("what rounding takes from a value fails no claim") {
    const double data = 3649999999999.9995;
    CHECK(holds_for(">= 3.65 TB", data, 3.65e12));
    CHECK(holds_for("<= 3.65 TB", 7.3e12 - data, 3.65e12));
    CHECK_FALSE(holds_for("< 3.65 TB", data, 3.65e12));
    CHECK_FALSE(holds_for("> 3.65 TB", 7.3e12 - data, 3.65e12));
}

}  // namespace bote::test::expectation_test
