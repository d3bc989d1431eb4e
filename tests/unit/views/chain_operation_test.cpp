#include "views/chain_operation.hpp"

#include <string>

#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::chain_operation_test {
namespace {

/// What a formula does to the value of `a`, which is 12.
std::string operation(const std::string& formula) {
    const Estimate estimate = estimate_of("dau: 1M\ndefine:\n  a: 12\n  b: " + formula + "\n");
    const Working working = make_working(estimate);
    return operation_between(working, estimate.model.find("a").value(), estimate.model.find("b").value(),
                             {Arithmetic::exact});
}

}  // namespace

TEST_CASE("each function and operator on the way to the carried value says what it does") {
    CHECK(operation("a * 3") == "x 3");
    CHECK(operation("3 * a") == "x 3");
    CHECK(operation("a / 4") == "/ 4");
    CHECK(operation("a - 4") == "- 4");
    CHECK(operation("a / (4 + 1)") == "/ (4 + 1)");
    CHECK(operation("ceil(a / 5)") == "/ 5 rounded up");
    CHECK(operation("floor(a / 5)") == "/ 5 rounded down");
    CHECK(operation("ceil(a / 4)") == "/ 4");  // 3 already
    CHECK(operation("max(a * 2, 3)") == "x 2");
    CHECK(operation("a * min(2, 3)") == "x 2");
    CHECK(operation("a * max(0, 3 - 1)") == "x (3 - 1)");
    CHECK(operation("a * (1 to 4)") == "x (1 to 4)");
    CHECK(operation("a * (225 \u00b1 5 s)") == "x (225 \u00b1 5 s)");
    CHECK(operation("a * normal(225 s, 5 s)") == "x normal(225 s, 5 s)");
    CHECK(operation("a * 2% / day") == "x 2% a day");
    CHECK(operation("a * (1 + 1e-12)").empty());
}

TEST_CASE("what is done to a sum is told from what is done to its last part") {
    CHECK(operation("(a + 5) / 2") == "+ 5, / 2");
    CHECK(operation("(a - 5) * 2") == "- 5, x 2");
    CHECK(operation("a * (1 - 30%) * 2") == "x (1 - 30%) x 2");
}

TEST_CASE("where a value is not carried through but divided by, the whole formula is printed") {
    CHECK(operation("60 / a") == "-> 60 / 12");
    CHECK(operation("sqrt(a * 3)") == "-> sqrt(12 x 3)");
}

TEST_CASE("of a sum of many only what all others come to is said") {
    CHECK(operation("sum(a, 1, 2)") == "+ 1 + 2");
    CHECK(operation("sum(a, 1, 2, 3)") == "+ 6 of 3 others");
}

TEST_CASE("a formula has a value in the exact working and in that of a whiteboard") {
    const Estimate estimate = estimate_of("dau: 1M\ndefine: {a: dau * 1/day, b: a * 2}\n");
    const Working working = make_working(estimate);
    const QuantityIndex b = estimate.model.find("b").value();
    const Tree tree = working.reduction.formulas[b].nodes;
    CHECK(value_of(working, tree, Arithmetic::exact) == near(2e6 / 86400));
    CHECK(value_of(working, tree, Arithmetic::whiteboard) == near(20));
}

}  // namespace bote::test::chain_operation_test
