#include "bote/engine/histogram.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::histogram_test {
namespace {

constexpr std::size_t kPilot = 128;
using Kind = Histogram::Kind;

Histogram histogram_of(const std::vector<double>& values, Kind kind = Kind::smooth) {
    Histogram histogram({values.data(), std::min(values.size(), kPilot)}, kind);
    histogram.count(values.data(), values.size());
    return histogram;
}

double exactly(std::vector<double> values, double p) {
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(std::round(p * static_cast<double>(values.size() - 1)))];
}

}  // namespace

TEST_CASE("percentiles of many smooth values of either sign are right to three digits and more") {
    std::mt19937_64 random(1);
    std::normal_distribution<double> normal;
    for (const double spread : {1e-5, 0.003, 0.1, 1.0, 5.0, -1e-5, -0.1}) {  // negative: of negative values
        std::vector<double> values(200'000);
        for (double& value : values) value = std::copysign(1e6, spread) * std::exp(spread * normal(random));
        const Histogram histogram = histogram_of(values);
        CHECK(histogram.numbers() == values.size());
        std::sort(values.begin(), values.end());
        double error = 0;
        int count = 0;
        for (double p = 0.01; p < 0.995; p += 0.01, ++count) {
            CAPTURE(spread, p);
            const double found = histogram.percentile(p);
            const double exact =
                values[static_cast<std::size_t>(std::round(p * static_cast<double>(values.size() - 1)))];
            CHECK(found == near(exact, 0.004));
            error += std::abs(found / exact - 1);
        }
        CHECK(error / count < 0.0005);
    }
}

TEST_CASE("values of both signs, zero and infinite ones are ranked as they should be") {
    std::vector<double> values;
    for (int i = -500; i <= 500; ++i) values.push_back(i * 0.37);
    values.insert(values.end(), {INFINITY, -INFINITY, 1e-310, -1e-310, NAN, NAN});
    const Histogram histogram = histogram_of(values);
    CHECK(histogram.numbers() == 1005);
    CHECK(histogram.percentile(0) == -INFINITY);
    CHECK(histogram.percentile(1) == INFINITY);
    CHECK(histogram.percentile(0.5) == 0);
    CHECK(histogram.percentile(0.25) == near(-250 * 0.37, 0.01));
    CHECK(histogram.percentile(0.75) == near(250 * 0.37, 0.01));
}

TEST_CASE("of no numbers there is no percentile") {
    CHECK(std::isnan(histogram_of({}).percentile(0.5)));
    CHECK(std::isnan(histogram_of({NAN, NAN}).percentile(0.5)));
}

TEST_CASE("stepped values come out as they went in") {
    std::vector<double> servers;
    for (int i = 0; i < 1000; ++i) servers.push_back(1 + i % 40);
    const Histogram histogram = histogram_of(servers, Kind::stepped);
    for (const double p : {0.05, 0.5, 0.95}) CHECK(histogram.percentile(p) == exactly(servers, p));
    std::vector<double> many;
    for (int i = 0; i < 1000; ++i) many.push_back(-100'000 - i);
    const double found = histogram_of(many, Kind::stepped).percentile(0.5);
    CHECK(found == std::round(found));
    CHECK(found == near(-100'500, 0.001));
}

TEST_CASE("parts add up to the whole, in any order") {
    std::mt19937_64 random(2);
    std::lognormal_distribution<double> lognormal(0, 3);
    std::vector<double> values(4096);
    for (double& value : values) value = lognormal(random) - 1;
    for (const Kind kind : {Kind::smooth, Kind::stepped}) {
        const Histogram whole = histogram_of(values, kind);
        Histogram first({values.data(), kPilot}, kind);
        Histogram second = first;
        first.count(values.data(), 1000);
        second.count(values.data() + 1000, values.size() - 1000);
        Histogram sum = second;
        sum.add(first);
        first.add(second);
        for (const double p : {0.0, 0.05, 0.3, 0.5, 0.95, 1.0}) {
            CHECK(sum.percentile(p) == whole.percentile(p));
            CHECK(first.percentile(p) == whole.percentile(p));
        }
    }
}

TEST_CASE("one that forgets what it has counted begins anew") {
    for (const Kind kind : {Kind::smooth, Kind::stepped}) {
        const std::vector<double> before{-3, 0, 5, 1e6, INFINITY, NAN};
        const std::vector<double> after{1, 2, 3};
        Histogram histogram = histogram_of(before, kind);
        histogram.clear();
        CHECK(histogram.numbers() == 0);
        CHECK(std::isnan(histogram.percentile(0.5)));
        histogram.count(after.data(), after.size());
        CHECK(histogram.numbers() == 3);
        CHECK(histogram.percentile(0.5) == near(2, 0.004));
    }
    Histogram shared = histogram_of({5.2, 5.21}, Kind::stepped);  // of one bucket
    shared.clear();
    const double alone = 5.21;
    shared.count(&alone, 1);
    CHECK(shared.percentile(0.5) == alone);
}

TEST_CASE("what lies far from the pilot is counted as finely") {
    for (const double step : {1e-3, 1e-9}) {  // fills the pilot: all are close
        std::vector<double> values(200, 1000.0);
        for (int i = 0; i < 200; ++i) values[static_cast<std::size_t>(i)] += i * step;
        for (int i = 0; i < 1000; ++i) values.push_back(1 + i);
        for (const double p : {0.1, 0.3, 0.6}) {
            CAPTURE(step, p);
            CHECK(histogram_of(values).percentile(p) == near(exactly(values, p), 0.002));
        }
    }
}

}  // namespace bote::test::histogram_test
