#include "formula/special.hpp"

#include <cmath>

#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::special_test {

TEST_CASE("what a growing flow leaves behind in a window is its integral") {
    const double ln2 = std::log(2.0);
    struct Row {
        double growth;
        double horizon;
        double window;
        double years;
    };
    const Row rows[] = {
        {0, 5, 3, 3},
        {0, 5, 5, 5},
        {1, 2, 2, 3 / ln2},  // 2^t from 0 to 2: (4 - 1) / ln 2
        {1, 2, 1, 2 / ln2},  // from 1 to 2: (4 - 2) / ln 2
        {1, 5, 0, 0},
        {-0.5, 1, 1, 0.5 / ln2},             // 0.5^t from 0 to 1
        {0.5, 3, 3, 2.375 / std::log(1.5)},  // (3.375 - 1) / ln 1.5
    };
    for (const auto& row : rows) {
        CAPTURE(row.growth, row.horizon, row.window);
        CHECK(grown_time(row.growth, row.horizon, row.window) == near(row.years, 1e-14));
    }
}

TEST_CASE("a small growth runs into no growth without a jump") {
    for (const double growth : {1e-15, 1e-13, 1e-12, 2e-12, 1e-11, 1e-9, 1e-7, -1e-9, -1e-12}) {
        CAPTURE(growth);
        const double middle = 5 - 3.0 / 2;  // (1 + g)^t is 1 + g t to the first order
        CHECK(grown_time(growth, 5, 3) == near(3 * (1 + growth * middle), 1e-11));
    }
}

TEST_CASE("filling up is the other way round from what a flow leaves behind") {
    for (const double growth : {0.0, 0.1, 1.0, 9.0, -0.2}) {
        for (const double years : {0.0, 0.5, 1.0, 4.0}) {
            CAPTURE(growth, years);
            CHECK(fill_time(growth, grown_time(growth, years, years)) == near(years, 1e-12));
        }
    }
    CHECK(fill_time(-0.5, 10) == INFINITY);  // half a year's flow each year: never more than 1 / ln 2 years' worth
}

TEST_CASE("the hottest share of Zipf's law is a ratio of harmonic numbers") {
    // H(2) = 3/2, H(4) = 25/12, H(100) = 5.187377517639621, H(10^6) = 14.392726722865724 (exponent 1).
    CHECK(zipf_share(1, 2, 1) == near(2.0 / 3));
    CHECK(zipf_share(2, 4, 1) == near(18.0 / 25));
    CHECK(zipf_share(1, 100, 1) == near(1 / 5.187377517639621, 1e-9));
    CHECK(zipf_share(100, 1e6, 1) == near(5.187377517639621 / 14.392726722865724, 1e-9));
    CHECK(zipf_share(1, 1e6, 1) == near(1 / 14.392726722865724, 1e-11));
    // Exponent 2 without end: pi^2 / 6.
    CHECK(zipf_share(1, 1e12, 2) == near(6 / (M_PI * M_PI), 1e-9));
    CHECK(zipf_share(20, 100, 0) == near(0.2));
    CHECK(zipf_share(100, 100, 0.8) == 1);
    CHECK(zipf_share(200, 100, 0.8) == 1);
    CHECK(zipf_share(0.5, 2, 1) == near(1.0 / 3));
    CHECK(zipf_share(0, 2, 1) == 0);
    CHECK(zipf_share(1.5, 2, 1) == near(5.0 / 6));  // (1 + 1/2 * 1/2) / (3/2)
    CHECK(zipf_share(2.5, 4, 0) == near(2.5 / 4));
}

TEST_CASE("more of the hottest objects never get less of the requests") {
    for (const double exponent : {0.3, 1.0, 2.5}) {
        double before = 0;
        for (double hottest = 0; hottest < 60; hottest += 0.125) {
            CAPTURE(exponent, hottest);
            const double share = zipf_share(hottest, 60, exponent);
            CHECK(share >= before);
            before = share;
        }
    }
}

TEST_CASE("the terms that are summed by formula agree with those that are added up") {
    for (const double exponent : {0.5, 0.8, 1.0, 1.2, 2.0}) {
        double all = 0;
        double hot = 0;
        for (int i = 1; i <= 5000; ++i) {
            all += std::pow(i, -exponent);
            if (i <= 700) hot += std::pow(i, -exponent);
        }
        CAPTURE(exponent);
        CHECK(zipf_share(700, 5000, exponent) == near(hot / all, 1e-7));
    }
}

TEST_CASE("Erlang's C gives the textbook's chances of waiting") {
    CHECK(erlang_c(1, 0.7) == near(0.7));      // one worker: its utilization
    CHECK(erlang_c(2, 0.5) == near(1.0 / 3));  // 2 rho^2 / (1 + rho)
    CHECK(erlang_c(2, 0.8) == near(2 * 0.64 / 1.8));
    CHECK(erlang_c(3, 2.0 / 3) == near(4.0 / 9));  // load 2 on 3: (8/6 * 3) / (1 + 2 + 2 + 4)
    CHECK(erlang_c(32, 1) == 1);
    CHECK(erlang_c(32, 2) == 1);
    CHECK(erlang_c(32, 0) == 0);
}

TEST_CASE("many workers wait as their limit says") {
    CHECK(erlang_c(100'000, 0.999) == near(erlang_c(100'001, 0.999), 5e-3));
    CHECK(erlang_c(1e9, 0.9) == near(0));
}

TEST_CASE("enough machines are up with the chance of the binomial distribution") {
    CHECK(at_least(1, 1, 0.9) == near(0.9));
    CHECK(at_least(1, 2, 0.9) == near(0.99));
    CHECK(at_least(2, 3, 0.9) == near(0.972));  // 0.9^3 + 3 * 0.9^2 * 0.1
    CHECK(at_least(3, 3, 0.9) == near(0.729));
    CHECK(at_least(0, 3, 0.9) == 1);
    CHECK(at_least(4, 3, 0.9) == 0);
    CHECK(at_least(2, 2, 1) == 1);
    CHECK(at_least(2, 2, 0) == 0);
    CHECK(at_least(100'000, 100'002, 0.5) < 1e-9);
    CHECK(1 - at_least(16, 18, 0.999) == near(8.068712228e-7, 1e-8));  // C(18,3) q^3 + C(18,4) q^4 + ...
}

TEST_CASE("the median of a range is the geometric mean where both ends are positive") {
    CHECK(median_of_range(1, 4) == near(2));
    CHECK(median_of_range(1e-300, 1e300) == near(1));
    CHECK(median_of_range(1e300, 1e304) == near(1e302));
    CHECK(median_of_range(0, 10) == 5);
    CHECK(median_of_range(-5, 10) == 2.5);
}

TEST_CASE("Erlang's C of very many workers is that of the recursion, term by term") {
    for (const double workers : {500.0, 9000.0, 100e3}) {
        for (const double utilization : {0.9, 0.97, 0.99, 0.999}) {
            CAPTURE(workers, utilization);
            double inverse = 1;
            for (double i = 1; i <= workers; ++i) inverse = 1 + inverse * i / (workers * utilization);
            const double expected = 1 / (utilization + (1 - utilization) * inverse);
            CHECK(std::abs(erlang_c(workers, utilization) - expected) <= expected * 1e-9 + 1e-12);
        }
    }
}

}  // namespace bote::test::special_test
