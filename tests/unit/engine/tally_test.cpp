#include "engine/tally.hpp"

#include <cmath>
#include <vector>

#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::tally_test {
namespace {

std::vector<double> block_of(double first, double step) {
    std::vector<double> block;
    for (std::size_t r = 0; r < kBlockRows; ++r) block.push_back(first + step * static_cast<double>(r));
    return block;
}

}  // namespace

TEST_CASE("what a limit cuts off is not spread over its bucket") {
    std::vector<double> block(kBlockRows);
    for (std::size_t r = 0; r < block.size(); ++r)
        block[r] = std::clamp(99.5 + 0.01 * static_cast<double>(r), 100.0, 100.5);
    Tally tally(block, Histogram::Kind::smooth, 100);
    Tally other = tally.emptied();
    constexpr std::size_t kFew = 60;  // a part of a block is looked at one by one
    for (int i = 0; i < 10; ++i) {
        tally.take(block.data(), kBlockRows);
        other.take(block.data(), kFew);
    }
    for (const double p : {0.0, 0.1, 0.3, 0.39}) CHECK(tally.percentile(p) == 100);
    for (const double p : {0.79, 0.9, 1.0}) CHECK(tally.percentile(p) == 100.5);
    CHECK(tally.percentile(0.6) == near(100.26, 1e-4));
    tally.add(other);
    for (const double p : {0.0, 0.3, 0.5, 0.53}) CHECK(tally.percentile(p) == 100);
}

TEST_CASE("mean, variance and extremes of whole and broken blocks") {
    const auto block = block_of(1e9, 1);
    for (const std::size_t rows : {std::size_t{2}, std::size_t{3}, std::size_t{127}, kBlockRows}) {
        Tally tally(block, Histogram::Kind::smooth, 1e9);
        tally.take(block.data(), rows);
        const Sums sums = tally.end_chunk();
        const auto n = static_cast<double>(rows);
        CAPTURE(rows);
        CHECK(tally.mean(sums) == near(1e9 + (n - 1) / 2));
        CHECK(tally.variance(sums) == near(n * (n + 1) / 12, 1e-9));
        CHECK(tally.least() == 1e9);
        CHECK(tally.most() == 1e9 + n - 1);
        CHECK(tally.not_finite() == 0);
    }
}

TEST_CASE("whole numbers that a limit cuts off are not spread over theirs either") {
    for (const double limit : {3.0, 255.0, 256.0, 1000.0, 70'000.0}) {
        std::vector<double> block(kBlockRows);
        for (std::size_t r = 0; r < block.size(); ++r) block[r] = std::min(limit - 40 + static_cast<double>(r), limit);
        Tally tally(block, Histogram::Kind::whole, limit);
        for (int i = 0; i < 10; ++i) tally.take(block.data(), kBlockRows);
        CAPTURE(limit);
        for (const double p : {0.33, 0.5, 0.95}) CHECK(tally.percentile(p) == limit);
        CHECK(tally.percentile(0) == limit - 40);
    }
}

TEST_CASE("what is not finite is counted and left out of the mean") {
    auto block = block_of(1, 0);
    block[3] = NAN;
    block[77] = INFINITY;
    block[100] = -INFINITY;
    Tally tally(block, Histogram::Kind::smooth, 1);
    tally.take(block.data(), kBlockRows);
    const Sums sums = tally.end_chunk();
    CHECK(tally.not_finite() == 3);
    CHECK(sums.count == kBlockRows - 3);
    CHECK(tally.mean(sums) == 1);
    CHECK(tally.variance(sums) == 0);
    CHECK(tally.percentile(0.5) == 1);
    CHECK(tally.percentile(0) == -INFINITY);
    CHECK(tally.percentile(1) == INFINITY);
}

TEST_CASE("a value that is not finite is noticed in every row of a block") {
    for (const std::size_t row : {std::size_t{0}, std::size_t{3}, std::size_t{4}, std::size_t{7}, kBlockRows - 1}) {
        auto block = block_of(1, 0);
        block[row] = INFINITY;
        Tally tally(block, Histogram::Kind::smooth, 1);
        tally.take(block.data(), kBlockRows);
        CAPTURE(row);
        CHECK(tally.not_finite() == 1);
        CHECK(tally.mean(tally.end_chunk()) == 1);
        CHECK(tally.most() == 1);
    }
}

TEST_CASE("a column that never changes has exactly its value at every percentile") {
    const auto block = block_of(123.456, 0);
    Tally tally(block, Histogram::Kind::smooth, 5);
    tally.take(block.data(), kBlockRows);
    for (const double p : {0.0, 0.05, 0.5, 1.0}) CHECK(tally.percentile(p) == 123.456);
    CHECK(tally.mean(tally.end_chunk()) == near(123.456));
}

TEST_CASE("chunks add up") {
    Tally one(block_of(0, 1), Histogram::Kind::smooth, 0);
    Tally two = one;
    one.take(block_of(0, 1).data(), kBlockRows);
    two.take(block_of(128, 1).data(), kBlockRows);
    Sums sums = one.end_chunk();
    sums.add(two.end_chunk());
    one.add(two);
    CHECK(one.mean(sums) == near(127.5));
    CHECK(one.most() == 255);
    CHECK(one.percentile(1) == near(255, 0.01));
    CHECK(one.end_chunk().count == 0);
}

}  // namespace bote::test::tally_test
