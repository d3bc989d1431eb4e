#include "bote/units/decimal.hpp"

#include <cmath>
#include <string>

#include "project/catch.hpp"

namespace bote::test::decimal_test {

TEST_CASE("a plain number has its digits and no trailing zeros") {
    CHECK(format_number(1.157407, 3) == "1.16");
    CHECK(format_number(547.5, 5) == "547.5");
    CHECK(format_number(547.5, 3) == "548");
    CHECK(format_number(100, 3) == "100");
    CHECK(format_number(123'456, 3) == "123000");
    CHECK(format_number(1.2e18, 3) == "1.2e18");
    CHECK(format_number(1e-9, 3) == "1e-9");
    CHECK(format_number(-0.0, 3) == "0");
    CHECK(format_number(NAN, 3) == "out of range");
}

TEST_CASE("digits are counted from the first, on both sides of every power of ten") {
    struct Row {
        double value;
        int digits;
        const char* text;
    };
    const Row rows[] = {
        {1, 1, "1"},
        {9, 1, "9"},
        {10, 1, "10"},
        {99.4, 2, "99"},
        {99.6, 2, "100"},
        {999'999.6, 6, "1000000"},
        {1'000'000, 3, "1000000"},
        {1'234'567, 7, "1234567"},
        {1'234'567, 4, "1235000"},
        {0.5, 1, "0.5"},
        {0.05, 1, "0.05"},
        {0.0999, 3, "0.0999"},
        {0.09996, 3, "0.1"},
        {-1.5, 1, "-2"},
        {-0.25, 1, "-0.3"},
        {2.5, 1, "3"},
        {0.1 + 0.2, 15, "0.3"},
        {100.25, 15, "100.25"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.value, row.digits);
        CHECK(format_number(row.value, row.digits) == row.text);
    }
}

TEST_CASE("more digits than a number has show all that it has") {
    CHECK(format_number(0.5, 17) == "0.5");
    CHECK(format_number(-86'400.25, 17) == "-86400.25");
}

TEST_CASE("digits are counted the same at every power of ten, however large or small") {
    for (int power = 15; power <= 30; ++power) {
        const std::string exponent = std::to_string(power);
        CAPTURE(power);
        CHECK(format_number(1.26 * std::pow(10, power), 2) == "1.3e" + exponent);
        CHECK(format_number(1.3 / std::pow(10, power), 1) == "1e-" + exponent);
        CHECK(format_number(1.6 / std::pow(10, power), 1) == "2e-" + exponent);
    }
}

TEST_CASE("what is very large or very small is written with an exponent") {
    CHECK(format_number(999'999'999'999'999, 15) == "999999999999999");
    CHECK(format_number(1e15, 3) == "1e15");
    CHECK(format_number(9.99e14, 3) == "999000000000000");
    CHECK(format_number(1e-6, 3) == "0.000001");
    CHECK(format_number(9.9e-7, 2) == "9.9e-7");
    CHECK(format_number(-2.5e-8, 3) == "-2.5e-8");
    CHECK(format_number(1e300, 3) == "1e300");
    CHECK(format_number(-1.25e-300, 3) == "-1.25e-300");
    CHECK(format_number(1.234e24, 3) == "1.23e24");
    CHECK(format_number(1e20, 5) == "1e20");
    CHECK(format_number(INFINITY, 3) == "out of range");
}

}  // namespace bote::test::decimal_test
