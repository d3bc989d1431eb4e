#include "bote/engine/points.hpp"

#include <cmath>
#include <set>
#include <vector>

#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::points_test {
namespace {

constexpr std::uint32_t kStreams = 70;  // more than the lattice has

std::vector<double> shares_of(const Randomness& randomness, std::uint32_t stream, std::uint64_t count) {
    std::vector<double> shares(count);
    for (std::uint64_t first = 0; first < count; first += kBlockRows)
        fill_shares(randomness, stream, first, shares.data() + first);
    return shares;
}

}  // namespace

TEST_CASE("shares are spread evenly over (0, 1), and two streams over the square") {
    constexpr std::uint64_t kCount = 1U << 14;
    std::vector<std::vector<double>> all;
    for (std::uint32_t stream = 0; stream < kStreams; ++stream) {
        all.push_back(shares_of({}, stream, kCount));
        double sum = 0;
        double square = 0;
        for (const double share : all.back()) {
            CHECK((share > 0 && share < 1));
            sum += share;
            square += share * share;
        }
        CAPTURE(stream);
        CHECK(sum / kCount == near(1.0 / 2, 0.015));
        CHECK(square / kCount == near(1.0 / 3, 0.025));
    }
    for (std::uint32_t a = 0; a < kStreams; ++a) {
        for (std::uint32_t b = 0; b < a; ++b) {
            double product = 0;
            for (std::size_t i = 0; i < kCount; ++i) product += (all[a][i] - 1.0 / 2) * (all[b][i] - 1.0 / 2);
            CAPTURE(a, b);
            CHECK(std::abs(product / kCount * 12) < 0.04);
        }
    }
}

TEST_CASE("each seed, stream and period of the lattice has its own shift") {
    std::set<double> seen;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        for (const std::uint32_t stream : {0U, 1U, 69U}) {
            for (const std::uint64_t first : {std::uint64_t{0}, std::uint64_t{1} << 20, std::uint64_t{1} << 40}) {
                double column[kBlockRows];
                fill_shares({seed}, stream, first, column);
                seen.insert(column[0]);
            }
        }
    }
    CHECK(seen.size() == 180);
}

TEST_CASE("a block of rows is the same alone as after those before it") {
    const auto all = shares_of({7}, 5, 1024);
    double column[kBlockRows];
    fill_shares({7}, 5, 640, column);
    for (std::size_t r = 0; r < kBlockRows; ++r) CHECK(column[r] == all[640 + r]);
}

TEST_CASE("the random numbers are these, in every build") {
    CHECK(shares_of({1}, 0, kBlockRows)[1] == 0x1.8c5017a36c6c8p-3);
    CHECK(shares_of({1, Points::independent}, 0, kBlockRows)[1] == 0x1.c72aef6714eb6p-1);
}

}  // namespace bote::test::points_test
