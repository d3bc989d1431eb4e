#include "bote/model/compound.hpp"

#include <cmath>

#include "formula/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::compound_test {
namespace {

double yearly(const std::string& growth, double named = 0) {
    Expression tree = tree_of(growth);
    compound(tree, {});
    return evaluate(tree, {&named, 1}, {});
}

}  // namespace

TEST_CASE("growth by the month is compounded to a year of twelve months") {
    CHECK(yearly("5%/month") == near(std::pow(1.05, 12) - 1));
    CHECK(yearly("1%/week") == near(std::pow(1.01, 365.0 / 7) - 1));
    CHECK(yearly("10% / 6 months") == near(1.1 * 1.1 - 1));
}

TEST_CASE("a share by the month may lack its percent sign, a number above one does") {
    CHECK(yearly("0.5/month") == near(std::pow(1.5, 12) - 1));
    Expression tree = tree_of("5/month");
    compound(tree, {});
    CHECK(is_lone_literal(tree));
    CHECK(evaluate(tree, {}, {}) == near(5));
}

TEST_CASE("growth by the year, or without a period, is what it is") {
    CHECK(yearly("20%/year") == near(0.2));
    CHECK(yearly("20%") == near(0.2));
    CHECK(yearly("30% / 2") == near(0.15));
}

TEST_CASE("a formula is compounded as a whole") {
    CHECK(yearly("(2% + 3%)/month") == near(std::pow(1.05, 12) - 1));
    CHECK(yearly("share/month", 0.05) == near(std::pow(1.05, 12) - 1));
    CHECK(yearly("share/month + 1", 0.05) == near(std::pow(1.05, 12)));
}

}  // namespace bote::test::compound_test
