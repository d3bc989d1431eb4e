#include <vector>

#include "bote/engine/histogram.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::percentile_test {
namespace {

Histogram counted(const std::vector<double>& values, Histogram::Kind kind) {
    Histogram histogram(values, kind);
    histogram.count(values.data(), values.size());
    return histogram;
}

}  // namespace

TEST_CASE("without numbers there is no percentile") {
    CHECK(std::isnan(counted({NAN, NAN}, Histogram::Kind::smooth).percentile(0.5)));
}

TEST_CASE("whole numbers have percentiles that are whole") {
    const Histogram histogram = counted({1, 2, 3, 4, 5}, Histogram::Kind::whole);
    CHECK(histogram.percentile(0) == 1);
    CHECK(histogram.percentile(0.5) == 3);
    CHECK(histogram.percentile(1) == 5);
    // From 2^12 on 32 share a bucket.
    std::vector<double> many{1, 1e6};
    for (int i = 4096; i < 4128; ++i) many.push_back(i);
    const Histogram shared = counted(many, Histogram::Kind::whole);
    CHECK(shared.percentile(1 / 33.0) == 4096);
    CHECK(shared.percentile(32 / 33.0) == 4127);
    CHECK(histogram.is_alone(255));
    CHECK_FALSE(histogram.is_alone(256));
}

TEST_CASE("of stepped values that have a bucket to themselves a percentile is that very value") {
    const Histogram histogram = counted({-1001, -5.3, 5.3, 1001, 70'001}, Histogram::Kind::stepped);
    CHECK(histogram.percentile(0) == -1001);
    CHECK(histogram.percentile(0.25) == -5.3);
    CHECK(histogram.percentile(0.5) == 5.3);
    CHECK(histogram.percentile(0.75) == 1001);
    CHECK(histogram.percentile(1) == 70'001);
}

TEST_CASE("infinite values lie at the ends, below and above all others") {
    const Histogram histogram = counted({-INFINITY, -5, 0, 5, INFINITY}, Histogram::Kind::stepped);
    CHECK(histogram.percentile(0) == -INFINITY);
    CHECK(histogram.percentile(0.25) == -5);
    CHECK(histogram.percentile(0.5) == 0);
    CHECK(histogram.percentile(0.75) == 5);
    CHECK(histogram.percentile(1) == INFINITY);
}

TEST_CASE("a smooth percentile is near, and one at a known end is that end") {
    std::vector<double> values;
    for (int i = 0; i < 2001; ++i) values.push_back(1000 + i);
    const Histogram histogram = counted(values, Histogram::Kind::smooth);
    CHECK(histogram.percentile(0.5) == near(2000, 1e-3));
    CHECK(histogram.percentile(0.95) == near(2900, 1e-3));
    CHECK(histogram.percentile(0, {1000, 3000, 1, 1}) == 1000);
    CHECK(histogram.percentile(1, {1000, 3000, 1, 1}) == 3000);
}

TEST_CASE("a percentile of values in another scale is that percentile in it, below and above one") {
    const auto near_the_end = [](double scale) {
        std::vector<double> values;
        for (int i = 1000; i <= 2992; ++i) values.push_back(scale * i);  // the last one begins a bucket
        const Ends ends{scale * 1000, scale * 2992, 1, 1};
        return counted(values, Histogram::Kind::smooth).percentile(1991.0 / 1992, ends) / scale;
    };
    CHECK(near_the_end(1) < 2992);
    CHECK(near_the_end(1) == near(2991, 1e-3));
    for (const double scale : {0x1p-12, 0x1p-40, 0x1p12}) {
        CAPTURE(scale);
        CHECK(near_the_end(scale) == near_the_end(1));
    }
}

TEST_CASE("ends of several parts are the outermost, counted where they agree") {
    Ends ends{2, 9, 3, 1};
    ends.take({2, 8, 4, 7});
    CHECK(ends.least == 2);
    CHECK(ends.at_least == 7);
    CHECK(ends.most == 9);
    CHECK(ends.at_most == 1);
    ends.take({1, 10, 2, 5});
    CHECK(ends.least == 1);
    CHECK(ends.at_least == 2);
    CHECK(ends.most == 10);
    CHECK(ends.at_most == 5);
}

}  // namespace bote::test::percentile_test
