#include "bote/render/number.hpp"

#include <bit>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <random>
#include <string>

#include "project/catch.hpp"

namespace bote::test::number_test {

TEST_CASE("numbers for machines are whole or as short as they can be") {
    struct Row {
        double value;
        const char* text;
    };
    const Row rows[] = {
        {0, "0"},
        {-0.0, "0"},
        {86'400, "86400"},
        {1e15, "1000000000000000"},
        {-3, "-3"},
        {0.1, "0.1"},
        {1.0 / 3.0, "0.3333333333333333"},
        {547.5e12, "547500000000000"},
        {9007199254740991.0, "9007199254740991"},
        {9007199254740992.0, "9007199254740992"},
        {1e300, "1e+300"},
        {1e-9, "1e-09"},
        {0.001, "0.001"},
        {0.0001, "1e-04"},
        {0.000125, "0.000125"},
        {0.0000125, "1.25e-05"},
        {-12.5, "-12.5"},
        {-0.99999999999999989, "-0.9999999999999999"},
        {2251799813685248.5, "2251799813685248.5"},
        {1e16, "1e+16"},
        {12345678901234568.0, "12345678901234568"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(write_number(row.value) == row.text);
        CHECK(std::strtod(write_number(row.value).c_str(), nullptr) == row.value);
    }
}

TEST_CASE("a number is written as the standard library writes it, unless it is whole") {
    std::mt19937_64 random(1);  // the same numbers every time
    constexpr int kNumbers = 100'000;
    for (int i = 0; i < kNumbers; ++i) {
        // Any bits, then numbers of the sizes that there are, with many digits and with few.
        const auto power = static_cast<int>(random() % 120);
        double value = std::bit_cast<double>(random());
        if (i % 3 == 1) value = std::ldexp(static_cast<double>(random() >> 11), power - 90);
        if (i % 3 == 2) value = static_cast<double>(random() % 100'000) * std::pow(10.0, power % 40 - 20);
        if (!std::isfinite(value) || as_whole(value)) continue;
        char expected[kLongestNumber];
        const std::string text(expected, std::to_chars(expected, expected + kLongestNumber, value).ptr);
        if (write_number(value) != text) FAIL(write_number(value) << " instead of " << text);
    }
}

TEST_CASE("a number that is not finite is not written") {
    CHECK(write_number(std::numeric_limits<double>::infinity()).empty());
    CHECK(write_number(std::nan("")).empty());
}

TEST_CASE("whole numbers end where doubles skip some") {
    CHECK(as_whole(9007199254740991.0) == 9007199254740991);
    CHECK_FALSE(as_whole(9007199254740992.0).has_value());
    CHECK_FALSE(as_whole(0.5).has_value());
    CHECK_FALSE(as_whole(std::nan("")).has_value());
}

}  // namespace bote::test::number_test
