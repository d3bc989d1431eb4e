#include "engine/compiler.hpp"

#include <cmath>
#include <string>
#include <vector>

#include "bote/engine/draw.hpp"
#include "bote/engine/flip.hpp"
#include "bote/engine/program.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::compile_draws_test {
namespace {

struct Compiled {
    explicit Compiled(const std::string& yaml) : model(model_of(yaml)), program(compile(model, model.conventions)) {}

    [[nodiscard]] Slot slot(std::string_view name) const { return slot_of(model.find(name).value()); }

    /// The only draw of a quantity's formula.
    [[nodiscard]] Draw draw_of(std::string_view name) const {
        std::vector<Draw> draws;
        for (const Draw& each : program.draws)
            if (each.owner == slot(name)) draws.push_back(each);
        REQUIRE(draws.size() == 1);
        return draws.front();
    }

    Model model;
    Program program;
};

}  // namespace

TEST_CASE("a range is one draw, in the place of its quantity where it is nothing else") {
    const Compiled made("define:\n  a: 1 to 4\n  b: 3 * (1 to 4)\n  c: a + a\n  e: a\n");
    CHECK(made.program.draws.size() == 2);
    CHECK(made.draw_of("a").slot == made.slot("a"));
    CHECK(made.program.initial[made.slot("a")] == near(2));  // its median
    CHECK(made.draw_of("b").slot >= made.program.quantities);
    CHECK(made.draw_of("b").node == 3);  // 3, 1, 4, the range
    CHECK(made.program.initial[made.draw_of("b").slot] == near(2));
    CHECK_FALSE(made.draw_of("a").scaled);
}

TEST_CASE("the ends of a range may be worked out from numbers") {
    const Compiled made("define:\n  a: -3 to 5\n  b: 2/day to 4/day\n  c: normal(10, 2)\n  e: triangular(1, 2, 5)\n");
    CHECK(quantile_of(made.draw_of("a"), 0.05) == near(-3, 1e-6));
    CHECK(quantile_of(made.draw_of("a"), 0.95) == near(5, 1e-6));
    CHECK(quantile_of(made.draw_of("b"), 0.05) == near(2 / 86'400.0, 1e-6));
    CHECK(made.draw_of("c").shape == Shape::normal);
    CHECK(made.draw_of("c").middle == 10);
    CHECK(made.draw_of("c").spread == 2);
    CHECK(made.draw_of("e").shape == Shape::triangular);
    CHECK(made.draw_of("e").low == 1);
    CHECK(made.draw_of("e").middle == 2);
    CHECK(made.draw_of("e").high == 5);
    for (const auto* name : {"a", "b", "c", "e"}) CHECK_FALSE(made.draw_of(name).scaled);
}

TEST_CASE("parameters of a distribution are numbers as far as signs, products and quotients go") {
    const Compiled made("define:\n  a: normal(2 * 5, 6 / 3)\n  b: uniform(-2, 2 * 2)\n  c: normal(10 + 3, 2)\n");
    CHECK(made.draw_of("a").middle == 10);
    CHECK(made.draw_of("a").spread == 2);
    CHECK(made.draw_of("b").low == -2);
    CHECK(made.draw_of("b").high == 4);
    CHECK(made.draw_of("c").scaled);  // a sum is left to the formula
    CHECK(evaluate_point(made.program).slots[made.slot("c")] == near(13));
}

TEST_CASE("on the whiteboard a quantity keeps its own draw, whatever stands in the same place of another") {
    const Compiled made("define:\n  n: 2\n  b: n * (3 to 9)\n  c: n * (1 to 4)\n  e: whiteboard(c)\n");
    CHECK(made.program.draws.size() == 2);
    Columns columns = make_columns(made.program, 1);
    columns.cells[made.draw_of("b").slot] = 5;
    columns.cells[made.draw_of("c").slot] = 3;
    evaluate(made.program, columns);
    CHECK(columns.cells[made.slot("e")] == near(6));
}

TEST_CASE("a distribution of other quantities is a standard variate that the formula scales") {
    const Compiled made("define:\n  m: 10\n  a: normal(m, 2)\n  b: uniform(m, 14)\n  c: triangular(m, 11, 20)\n");
    for (const auto* name : {"a", "b", "c"}) {
        CAPTURE(name);
        CHECK(made.draw_of(name).scaled);
        CHECK(made.draw_of(name).slot != made.slot(name));
    }
    CHECK(made.draw_of("a").middle == 0);
    CHECK(made.draw_of("a").spread == 1);
    CHECK(made.draw_of("b").low == -0.5);
    CHECK(made.draw_of("b").high == 0.5);
    CHECK(made.draw_of("c").shape == Shape::uniform);
    // The formulas with given variates: 10 + 2 * 1.5, 12 + 4 * 0.25, and the quantile of the triangle.
    Columns columns = make_columns(made.program, 1);
    columns.cells[made.draw_of("a").slot] = 1.5;
    columns.cells[made.draw_of("b").slot] = 0.25;
    columns.cells[made.draw_of("c").slot] = 0.025;  // below the mode, at 1 / 10: 10 + sqrt(0.025 * 10 * 1) = 10.5
    evaluate(made.program, columns);
    CHECK(columns.cells[made.slot("a")] == near(13));
    CHECK(columns.cells[made.slot("b")] == near(13));
    CHECK(columns.cells[made.slot("c")] == near(10.5));
    columns.cells[made.slot("m")] = 12;  // above the mode
    const Program pinned_at_twelve = pinned(made.program, made.slot("m"));
    evaluate(pinned_at_twelve, columns);
    CHECK(std::isnan(columns.cells[made.slot("c")]));
}

TEST_CASE("random numbers go by the names of the quantities") {
    const Compiled one("define:\n  b: 1 to 4\n  a: 2 to 3\n  c: 5 to 6\n");
    const Compiled other("define:\n  c: 5 to 6\n  a: 2 to 3\n  b: 1 to 4\n");
    CHECK(one.draw_of("a").stream == 0);
    CHECK(one.draw_of("b").stream == 1);
    CHECK(one.draw_of("c").stream == 2);
    for (const auto* name : {"a", "b", "c"}) CHECK(other.draw_of(name).stream == one.draw_of(name).stream);
    const Compiled twice("define:\n  b: (1 to 4) * (2 to 3)\n  a: 1 to 2\n");  // two of one name in their order
    REQUIRE(twice.program.draws.size() == 3);
    for (const Draw& each : twice.program.draws) {
        if (each.owner == twice.slot("a")) CHECK(each.stream == 0);
        else CHECK(each.stream == (each.node < 3 ? 1 : 2));
    }
}

TEST_CASE("random numbers in an expectation go by its text") {
    const auto stream_of_wide = [](const std::string& expect) {
        const Compiled made("define: {a: 5}\nexpect:\n" + expect);
        REQUIRE(made.program.draws.size() == 2);
        return made.program.draws[quantile_of(made.program.draws[0], 0.99) > 3.5 ? 0 : 1].stream;
    };
    CHECK(stream_of_wide("  - a > 2 * (1 to 4)\n  - a > 2 * (2 to 3)\n") == 0);
    CHECK(stream_of_wide("  - a > 2 * (2 to 3)\n  - a > 2 * (1 to 4)\n") == 0);
}

TEST_CASE("a range of a quantity of the model stays within its bounds, one of an own quantity goes where it will") {
    const Compiled made("writes: 1/s\nobject_size: 1 KB\nheadroom: 80% to 95%\ndefine:\n  a: 80% to 95%\n");
    const Draw& bounded = made.draw_of("headroom");
    CHECK(bounded.slot == made.slot("headroom"));
    CHECK(quantile_of(bounded, 1 - 1e-9) <= 1);
    CHECK(bounded.to < 1);
    CHECK(made.draw_of("a").from == 0);
    CHECK(made.draw_of("a").to == 1);
}

TEST_CASE("a range of whole things is drawn in whole numbers, those at its bounds included") {
    const Compiled made("writes: 1/s\nobject_size: 1 KB\nzones: 2 to 6\nspares: 0 to 3\n");
    const Draw zones = made.draw_of("zones");
    CHECK(zones.whole);
    CHECK(made.program.initial[made.slot("zones")] == 3);  // the median is 3.46
    // More than one zone: what rounds to 2 belongs to it, the rest below 1.5 is cut off.
    CHECK(quantile_of(zones, 1e-6) == 2);
    CHECK(zones.from > 0);
    Draw uncut = zones;
    uncut.whole = false;
    CHECK(quantile_of(uncut, 1e-9) == near(1.5, 1e-4));
    const Draw spares = made.draw_of("spares");
    CHECK(spares.whole);
    CHECK(quantile_of(spares, 1e-6) == 0);
    CHECK(made.program.initial[made.slot("spares")] == 2);  // the median 1.5, away from zero
}

}  // namespace bote::test::compile_draws_test
