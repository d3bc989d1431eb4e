#include "bote/formula/elementary.hpp"

#include <cmath>
#include <random>

#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::elementary_test {

TEST_CASE("exponential, logarithm and power are those of the C library but for the last bits") {
    std::mt19937_64 random(1);
    std::uniform_real_distribution<double> exponents(-700, 700);
    std::uniform_real_distribution<double> powers(-5, 5);
    for (int i = 0; i < 20'000; ++i) {
        const double x = exponents(random);
        CAPTURE(x);
        CHECK(exponential(x) == near(std::exp(x), 4e-16));
        CHECK(logarithm(std::exp(x)) == near(std::log(std::exp(x)), 4e-16));
        const double small = x * 1e-9;
        CHECK(exponential_less_one(small) == near(std::expm1(small), 5e-16));
        CHECK(logarithm_of_one_more(small) == near(std::log1p(small), 5e-16));
        const double y = powers(random);
        CHECK(power(std::exp(x / 70), y) == near(std::pow(std::exp(x / 70), y), 2e-14));
    }
}

TEST_CASE("what is not an ordinary number comes out as from the C library") {
    CHECK(exponential(1000) == INFINITY);
    CHECK(exponential(-1000) == 0);
    CHECK(std::isnan(exponential(NAN)));
    CHECK(exponential_less_one(-INFINITY) == -1);
    CHECK(logarithm(0) == -INFINITY);
    CHECK(logarithm(INFINITY) == INFINITY);
    CHECK(std::isnan(logarithm(-1)));
    CHECK(std::isnan(logarithm(NAN)));
    CHECK(logarithm_of_one_more(-1) == -INFINITY);
    CHECK(power(0, 2) == 0);
    CHECK(power(0, -1) == INFINITY);
    CHECK(power(0, 0) == 1);
    CHECK(power(-2, 3) == near(-8));
    CHECK(power(-2, 2) == near(4));
    CHECK(std::isnan(power(-2, 0.5)));
    CHECK(std::isnan(power(NAN, 0)));
}

TEST_CASE("the normal quantile and share are each other's inverse") {
    CHECK(normal_quantile(0.5) == 0);
    CHECK(normal_quantile(0.95) == near(1.6448536269514722, 3e-7));
    CHECK(normal_quantile(0.0001) == near(-3.7190164854556804, 3e-7));
    CHECK(normal_quantile(1e-10) == near(-6.361340902404056, 3e-7));
    for (double z = -6; z < 6; z += 0.01) {
        CAPTURE(z);
        CHECK(normal_share(z) == near(std::erfc(-z / std::sqrt(2.0)) / 2, 3e-9));
        if (z < 5) CHECK(std::abs(normal_quantile(normal_share(z)) - z) < 2e-6);
    }
}

TEST_CASE("the bits are the same in every build") {
    CHECK(exponential(1) == 0x1.5bf0a8b14576ap+1);
    CHECK(logarithm(10) == 0x1.26bb1bbb55516p+1);
    CHECK(normal_quantile(0.95) == 1.6448533273840558);
}

}  // namespace bote::test::elementary_test
