#include "bote/formula/rounding.hpp"

#include <limits>

#include "project/catch.hpp"

namespace bote::test::rounding_test {
namespace {

constexpr double kExact = 0x1p53;  // the last number below which every whole one has a place

/// x a few units of its last digit further up.
double further(double x, int units) {
    for (; units > 0; --units) x = std::nextafter(x, std::numeric_limits<double>::infinity());
    return x;
}

}  // namespace

TEST_CASE("the forgiving ceiling is the smallest whole number not below x") {
    for (int n = 1; n < 2000; ++n) {
        REQUIRE(forgiving_ceil(n) == n);
        REQUIRE(forgiving_ceil(further(n, 30)) == n);  // what only rounding has added
        REQUIRE(forgiving_ceil(n + 1e-9) == n + 1);
        REQUIRE(forgiving_ceil(n + 0.001) == n + 1);
        REQUIRE(forgiving_ceil(n - 0.001) == n);
        REQUIRE(forgiving_ceil(-n - 0.5) == -n);
    }
    CHECK(forgiving_ceil(1e-300) == 1);
    CHECK(forgiving_ceil(0) == 0);
    CHECK(std::isnan(forgiving_ceil(std::nan(""))));
    CHECK(std::isinf(forgiving_ceil(std::numeric_limits<double>::infinity())));
}

TEST_CASE("large counts are neither one too small nor changed") {
    for (const double n : {1e8, 1e9, 1e10, 1e12, 1e13, 1e15, 4e15, kExact - 1, kExact}) {
        CAPTURE(n);
        CHECK(forgiving_ceil(n) == n);
        CHECK(forgiving_round(n) == n);
        CHECK(forgiving_ceil(-n) == -n);
    }
    for (const double n : {1e8, 1e9, 1e10, 1e12, 1e13, 1e15}) {
        CAPTURE(n);
        CHECK(forgiving_ceil(n + 0.5) == n + 1);
        CHECK(forgiving_round(n + 0.5) == n + 1);
        CHECK(forgiving_round(n + 0.125) == n);
    }
    CHECK(forgiving_ceil(1e9 + 0.1) == 1e9 + 1);
    CHECK(forgiving_ceil(1e300) == 1e300);
}

TEST_CASE("what is half but for rounding is rounded away from zero") {
    CHECK(forgiving_round(2.5) == 3);
    CHECK(forgiving_round(2.5 * (1 - 1e-15)) == 3);
    CHECK(forgiving_round(2.4999999) == 2);
    CHECK(forgiving_round(-2.5) == -3);
    CHECK(forgiving_round(-2.4) == -2);
    CHECK(forgiving_round(0.49) == 0);
    CHECK(forgiving_round(0.1 + 0.2 + 0.2) == 1);
}

}  // namespace bote::test::rounding_test
