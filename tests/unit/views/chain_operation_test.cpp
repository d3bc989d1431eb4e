#include "views/chain_operation.hpp"

#include <string>

#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test {
namespace {

/// What the formula of `to` does to the value of `from`, in a workload of own quantities.
std::string operation(const std::string& define, std::string_view from, std::string_view to) {
    const Estimate estimate = estimate_of("dau: 1M\ndefine: {" + define + "}\n");
    const Working working = make_working(estimate);
    return operation_between(working, estimate.model.find(from).value(), estimate.model.find(to).value(),
                             {Arithmetic::exact});
}

}  // namespace

TEST_CASE("each function and operator on the way to the carried value says what it does") {
    CHECK(operation("a: 12, b: a * 3", "a", "b") == "x 3");
    CHECK(operation("a: 12, b: 3 * a", "a", "b") == "x 3");
    CHECK(operation("a: 12, b: a / 4", "a", "b") == "/ 4");
    CHECK(operation("a: 12, b: a - 4", "a", "b") == "- 4");
    CHECK(operation("a: 12, b: a / (4 + 1)", "a", "b") == "/ (4 + 1)");
    CHECK(operation("a: 12, b: ceil(a / 5)", "a", "b") == "/ 5 rounded up");
    CHECK(operation("a: 12, b: max(a * 2, 3)", "a", "b") == "x 2");
}

TEST_CASE("what is done to a sum is told from what is done to its last part") {
    CHECK(operation("a: 12, b: (a + 5) / 2", "a", "b") == "+ 5, / 2");
}

TEST_CASE("where a value is not carried through but divided by, the whole formula is printed") {
    CHECK(operation("a: 12, b: 60 / a", "a", "b") == "-> 60 / 12");
}

TEST_CASE("of a sum of many only what all others come to is said") {
    CHECK(operation("a: 12, b: a + 1 + 2", "a", "b") == "+ 1 + 2");
    CHECK(operation("a: 12, b: sum(a, 1, 2, 3)", "a", "b") == "+ 6 of 3 others");
}

TEST_CASE("a formula has a value in the exact working and in that of a whiteboard") {
    const Estimate estimate = estimate_of("dau: 1M\ndefine: {a: dau * 1/day, b: a * 2}\n");
    const Working working = make_working(estimate);
    const auto b = static_cast<std::size_t>(estimate.model.find("b").value());
    const Tree tree = working.reduction.formulas[b].nodes;
    CHECK(value_of(working, tree, Arithmetic::exact) == near(2e6 / 86400));
    CHECK(value_of(working, tree, Arithmetic::whiteboard) == near(20));
}

}  // namespace bote::test
