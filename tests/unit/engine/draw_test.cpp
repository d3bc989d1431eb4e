#include "bote/engine/draw.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "bote/engine/points.hpp"
#include "bote/formula/parser.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::draw_test {
namespace {

std::vector<double> values_of(const Draw& draw, std::uint64_t count, Randomness randomness = {}) {
    std::vector<double> values;
    for (std::uint64_t first = 0; first < count; first += kBlockRows) {
        double column[kBlockRows];
        fill_shares(randomness, draw.stream, first, column);
        values_from_shares(draw, column);
        values.insert(values.end(), column, column + kBlockRows);
    }
    std::sort(values.begin(), values.end());
    return values;
}

double at(const std::vector<double>& sorted, double p) {
    return sorted[static_cast<std::size_t>(p * static_cast<double>(sorted.size() - 1))];
}

constexpr std::uint64_t kMany = 1U << 16;

}  // namespace

TEST_CASE("a range has its ends at the percentiles of its level") {
    for (const double level : {0.5, 0.8, 0.9, 0.98}) {
        for (const auto& [low, high] : {std::pair(1e6, 4e6), {-3.0, 5.0}, {0.0, 10.0}, {1e-9, 1e9}}) {
            CAPTURE(level, low, high);
            const Draw draw = range_draw(low, high, level);
            CHECK(draw.shape == (low > 0 ? Shape::lognormal : Shape::normal));
            CHECK(std::abs(quantile_of(draw, (1 - level) / 2) - low) < 1e-9 * (high - low));
            CHECK(quantile_of(draw, (1 + level) / 2) == near(high, 1e-9));
            CHECK(median_of(draw) == near(low > 0 ? std::sqrt(low * high) : (low + high) / 2));
        }
    }
}

TEST_CASE("drawn values have the percentiles of their distribution") {
    const Draw draws[] = {
        range_draw(1, 100, kRangeLevel), range_draw(-1, 3, kRangeLevel), normal_draw(10, 2),      uniform_draw(2, 5),
        triangular_draw(1, 2, 7),        triangular_draw(1, 1, 3),       triangular_draw(0, 4, 4)};
    for (const Draw& draw : draws) {
        const auto values = values_of(draw, kMany);
        for (const double p : {0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999}) {
            CAPTURE(static_cast<int>(draw.shape), p);
            CHECK(at(values, p) == near(quantile_of(draw, p), 0.02));
        }
    }
    CHECK(quantile_of(uniform_draw(2, 5), 0.25) == near(2.75));
    CHECK(quantile_of(triangular_draw(1, 3, 5), 0.5) == near(3));
    CHECK(quantile_of(triangular_draw(0, 4, 4), 0.25) == near(2));
}

TEST_CASE("a cut draw stays within its bounds and keeps its form between them") {
    Draw draw = range_draw(0.8, 0.99, kRangeLevel);
    cut(draw, 0, 1);
    const auto values = values_of(draw, kMany);
    CHECK(values.back() < 1);
    CHECK(values.front() > 0);
    CHECK(at(values, 0.5) < median_of(draw));
    Draw whole = range_draw(0.01, 0.02, kRangeLevel);
    cut(whole, 0, 1);
    CHECK(whole.from == 0);
    CHECK(whole.to == 1);
    Draw positive = normal_draw(1, 1);
    cut(positive, 0, INFINITY);
    CHECK(values_of(positive, kMany).front() >= 0);
    Draw impossible = uniform_draw(2, 3);
    cut(impossible, 5, 6);
    CHECK(quantile_of(impossible, 0.5) == 2.5);
    cut(impossible, 0, 1);
    CHECK(quantile_of(impossible, 0.5) == 2.5);
}

TEST_CASE("a cut takes the share of a distribution that lies beyond each bound") {
    const auto left_of = [](Draw draw, double least, double most) {
        cut(draw, least, most);
        return std::pair(draw.from, draw.to);
    };
    CHECK(left_of(uniform_draw(2, 6), 3, 5) == std::pair(0.25, 0.75));
    // Of the triangle from 1 over 2 to 7, 0.5 * 0.5 / (6 * 1) lie below 1.5, and 3 * 3 / (6 * 5) above 4.
    const auto [from, to] = left_of(triangular_draw(1, 2, 7), 1.5, 4);
    CHECK(from == near(1 / 24.0));
    CHECK(to == near(0.7));
    CHECK(left_of(triangular_draw(1, 2, 7), 0, 8) == std::pair(0.0, 1.0));
    CHECK(left_of(triangular_draw(0, 4, 4), 2, 4) == std::pair(0.25, 1.0));
    CHECK(left_of(triangular_draw(0, 0, 4), 0, 2) == std::pair(0.0, 0.75));
    CHECK(left_of(normal_draw(3, 1), 3, INFINITY).first == near(0.5));
    CHECK(left_of(range_draw(1, 100, kRangeLevel), 0, 10).second == near(0.5));  // the median is the root of 100
}

TEST_CASE("normal variates give the same values as shares") {
    for (Draw draw : {range_draw(1, 100, kRangeLevel), uniform_draw(2, 5), triangular_draw(1, 2, 7)}) {
        double direct[kBlockRows];
        double around[kBlockRows];
        fill_shares({}, 3, 0, direct);
        fill_shares({}, 3, 0, around);
        values_from_shares(draw, direct);
        normals_from_shares(around);
        values_from_normals(draw, around);
        for (std::size_t r = 0; r < kBlockRows; ++r) CHECK(around[r] == near(direct[r], 1e-6));
    }
}

TEST_CASE("counts are drawn as whole numbers, the nearest to what would be drawn otherwise") {
    Draw draw = range_draw(0, 4, 0.9);
    Draw whole = draw;
    whole.whole = true;
    double column[kBlockRows];
    double rounded[kBlockRows];
    for (std::size_t r = 0; r < kBlockRows; ++r) {
        column[r] = rounded[r] = (static_cast<double>(r) + 0.5) / kBlockRows;
    }
    values_from_shares(draw, column);
    values_from_shares(whole, rounded);
    for (std::size_t r = 0; r < kBlockRows; ++r) CHECK(rounded[r] == std::floor(column[r] + 0.5));
    for (std::size_t r = 0; r < kBlockRows; ++r) column[r] = rounded[r] = (static_cast<double>(r) - 64) / 32;
    values_from_normals(draw, column);
    values_from_normals(whole, rounded);
    for (std::size_t r = 0; r < kBlockRows; ++r) CHECK(rounded[r] == std::floor(column[r] + 0.5));
    CHECK(median_of(whole) == 2);
    CHECK(quantile_of(whole, 0.95) == 4);
}

}  // namespace bote::test::draw_test
