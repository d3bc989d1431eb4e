#include "bote/render/number_block.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "project/catch.hpp"

namespace bote::test::number_block_test {

namespace {

using Values = std::array<double, NumberBlock::kRows>;

std::string text_of(const NumberBlock& block, std::size_t row) {
    std::array<char, kLongestNumber> text{};
    return {text.data(), block.put(text.data(), row)};
}

void check_each(const Values& values) {
    NumberBlock block;
    block.read(values);
    for (std::size_t row = 0; row < values.size(); ++row) {
        if (text_of(block, row) != write_number(values[row]))
            FAIL(text_of(block, row) << " instead of " << write_number(values[row]));
    }
}

/// The same number in all rows but one.
Values all_but_one(double value, double other, std::size_t row) {
    Values values{};
    values.fill(value);
    values[row] = other;
    return values;
}

}  // namespace

TEST_CASE("numbers of one size are written side by side, each as short as it can be") {
    struct Row {
        double value;
        const char* text;
    };
    const std::vector<std::vector<Row>> blocks{
        {{1, "1"},
         {1.5, "1.5"},
         {1.1, "1.1"},
         {4.0 / 3.0, "1.3333333333333333"},
         {1.0000000000000002, "1.0000000000000002"},
         {1.9999999999999998, "1.9999999999999998"},
         {1.00000000001, "1.00000000001"}},
        // From 8 to 16, where the number of digits changes.
        {{9.5, "9.5"}, {9.999999999999998, "9.999999999999998"}, {8.1, "8.1"}},
        {{10, "10"}, {10.000000000000002, "10.000000000000002"}, {15.7, "15.7"}},
        {{9.5, "9.5"}, {10.5, "10.5"}},
        {{86'400, "86400"}, {86'400.5, "86400.5"}, {100'000, "100000"}, {99'999.999, "99999.999"}},
        // In the middle between 2 and 3 at the end: the even one. Another digit would read as another number.
        {{1125899906842624.25, "1125899906842624.2"}, {1125899906842624.75, "1125899906842624.8"}},
        {{2251799813685248.5, "2251799813685248.5"}, {4503599627370495.5, "4503599627370495.5"}},
        {{4503599627370497, "4503599627370497"}, {9007199254740991, "9007199254740991"}},
        {{-1.5, "-1.5"}, {-1.25, "-1.25"}},
        {{0.3, "0.3"}, {0.25, "0.25"}, {0.3333333333333333, "0.3333333333333333"}},
        {{0.02, "0.02"}, {0.016666666666666666, "0.016666666666666666"}},
        {{0.005, "0.005"}, {0.0075, "0.0075"}, {0.004166666666666667, "0.004166666666666667"}},
        {{0.003, "0.003"}, {0.0025, "0.0025"}},
        {{0, "0"}, {0, "0"}},
    };
    for (const auto& rows : blocks) {
        Values values{};
        for (std::size_t i = 0; i < values.size(); ++i) values[i] = rows[i % rows.size()].value;
        NumberBlock block;
        block.read(values);
        for (std::size_t i = 0; i < values.size(); ++i) CHECK(text_of(block, i) == rows[i % rows.size()].text);
    }
}

TEST_CASE("a block of numbers has the texts of the single numbers") {
    std::mt19937_64 random(1);  // the same numbers every time
    constexpr int kBlocks = 10'000;
    for (int i = 0; i < kBlocks; ++i) {
        Values values{};
        const int exponent = i % 68 - 12;  // both ends of what is taken together, and beyond
        const auto ending = random() % 54;
        const double step = std::pow(10.0, static_cast<double>(random() % 16));
        for (double& value : values) {
            // Bits of which some or none are 0 at the end; then a few decimal digits.
            const std::uint64_t bits = random() >> 12 >> ending << ending;
            value = std::ldexp(1 + std::ldexp(static_cast<double>(bits), -52), exponent);
            if (i % 2 == 1) value = std::floor(value * step) / step;
        }
        check_each(values);
    }
}

TEST_CASE("a number of another size, a negative one or none does not change the others") {
    constexpr double kInfinite = std::numeric_limits<double>::infinity();
    for (const double other : {2.0, 0.0, 0.3, -1.7, 1e300, 1e-300, 5e-324, kInfinite, -kInfinite, std::nan("")})
        for (std::size_t row = 0; row < NumberBlock::kRows; ++row) check_each(all_but_one(1.7, other, row));
    check_each(all_but_one(kInfinite, std::nan(""), 3));
}

TEST_CASE("a number next to a power of two or of ten is told from it") {
    for (int power = 0; power < 54; ++power) {
        for (const double edge : {std::ldexp(1, power), std::pow(10.0, power % 16)}) {
            Values values{};
            double below = edge;
            for (std::size_t row = 0; row < values.size(); row += 2) {
                values[row] = below;
                values[row + 1] = edge + (edge - below);
                below = std::nextafter(below, 0);
            }
            check_each(values);
            std::sort(values.begin(), values.end());
            check_each(values);
            for (double& value : values) value = std::max(value, edge);
            check_each(values);
        }
    }
}

TEST_CASE("a block may have fewer numbers, and be read again") {
    NumberBlock block;
    block.read(all_but_one(1.5, 1.25, 0));
    CHECK(text_of(block, 0) == "1.25");
    const Values values = all_but_one(2.5, 2.75, 1);
    block.read(std::span(values).first(2));
    CHECK(text_of(block, 0) == "2.5");
    CHECK(text_of(block, 1) == "2.75");
}

}  // namespace bote::test::number_block_test
