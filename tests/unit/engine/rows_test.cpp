#include "bote/engine/rows.hpp"

#include <cmath>
#include <vector>

#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::rows_test {
namespace {

struct Example {
    Model model = model_of("define:\n  a: 3\n  b: 7\n  p: a * 10 + b\n  k: 5\n");
    Program program = compile(model, model.conventions);
    [[nodiscard]] std::uint32_t slot(const char* name) const { return slot_of(*model.find(name)); }
};

}  // namespace

TEST_CASE("steps begin and end exactly where they should") {
    const Steps even{.from = 0.1, .to = 0.7, .count = 7};
    CHECK(value_at(even, 0) == 0.1);
    CHECK(value_at(even, 3) == near(0.4));
    CHECK(value_at(even, 6) == 0.7);
    const Steps quarters{.from = 0, .to = 10, .count = 5};
    for (std::uint64_t i = 0; i < 5; ++i) CHECK(value_at(quarters, i) == static_cast<double>(i) * 2.5);
    const Steps factors{.from = 1e6, .to = 1e9, .count = 4, .spacing = Spacing::ratio};
    CHECK(value_at(factors, 1) == near(1e7));
    CHECK(value_at(factors, 2) == near(1e8));
    CHECK(value_at(factors, 3) == 1e9);
    const Steps whole{.from = 1, .to = 50, .count = 50, .whole = true};
    for (std::uint64_t i = 0; i < 50; ++i) CHECK(value_at(whole, i) == static_cast<double>(i + 1));
    const Steps listed{.spacing = Spacing::listed, .values = {5, 2}};
    CHECK(count_of(listed) == 2);
    CHECK(value_at(listed, 1) == 2);
}

TEST_CASE("steps by ratio are the powers they should be, and alone the same as in their row") {
    const Example example;
    const Steps steps{.from = 1e3, .to = 1e12, .count = 1001, .spacing = Spacing::ratio};
    std::uint64_t next = 0;
    sweep_rows(example.program, {{example.slot("a"), steps}}, {}, [&](const SweptRows& rows) {
        for (std::size_t r = 0; r < rows.rows; ++r, ++next) {
            const double expected = std::pow(10.0, 3 + 9.0 * static_cast<double>(next) / 1000);
            CHECK(std::abs(rows.axes[0][r] / expected - 1) < 1e-14);
            CHECK(rows.axes[0][r] == value_at(steps, next));
        }
        return Continue::yes;
    });
    CHECK(next == 1001);
    CHECK(value_at({.from = 1e6, .to = 1e9, .count = 4, .spacing = Spacing::ratio}, 1) == 1e7);
}

TEST_CASE("all rows come, in order, with the axes and the columns") {
    const Example example;
    const Axis a{example.slot("a"), {.from = 1, .to = 50, .count = 50}};
    const Axis b{example.slot("b"), {.from = 0, .to = 6, .count = 7}};
    std::uint64_t next = 0;
    sweep_rows(example.program, {a, b}, {example.slot("p"), example.slot("k"), example.slot("b")},
               [&](const SweptRows& rows) {
                   CHECK(rows.first == next);
                   for (std::size_t r = 0; r < rows.rows; ++r, ++next) {
                       const auto first = static_cast<double>(1 + next / 7);
                       const auto second = static_cast<double>(next % 7);
                       CHECK(rows.axes[0][r] == near(first));
                       CHECK(rows.axes[1][r] == near(second));
                       CHECK(rows.columns[0][r] == near(first * 10 + second));
                       CHECK(rows.columns[1][r] == 5);
                       CHECK(rows.columns[2][r] == rows.axes[1][r]);
                   }
                   return Continue::yes;
               });
    CHECK(next == 350);
}

TEST_CASE("a computed quantity can be swept too, and whoever has enough says stop") {
    const Example example;
    int blocks = 0;
    sweep_rows(example.program, {{example.slot("p"), {.from = 1, .to = 2, .count = 1'000'000}}}, {example.slot("p")},
               [&](const SweptRows& rows) {
                   CHECK(rows.columns[0][0] == rows.axes[0][0]);
                   return ++blocks < 3 ? Continue::yes : Continue::no;
               });
    CHECK(blocks == 3);
}

}  // namespace bote::test::rows_test
