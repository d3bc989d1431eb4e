#include "bote/base/number_text.hpp"

#include <array>
#include <limits>
#include <string>

#include "project/catch.hpp"

namespace bote::test::number_text_test {
namespace {

std::string shortest(double value) {
    std::array<char, kLongestShortest> text{};
    return {text.data(), write_shortest(text.data(), value)};
}

std::string fixed(double value) {
    std::array<char, 400> text{};
    return {text.data(), write_fixed(text.data(), text.data() + text.size(), value)};
}

std::string scientific(double value, int decimals) {
    std::array<char, 64> text{};
    return {text.data(), write_scientific(text.data(), text.data() + text.size(), value, decimals)};
}

}  // namespace

TEST_CASE("a number at the beginning of a text is read as far as it goes") {
    double value = 7;
    CHECK(read_double("2.5e3 users", value).length == 5);
    CHECK(value == 2500);
    CHECK(read_double("-.5e", value).length == 3);
    CHECK(value == -0.5);
    CHECK(read_double("12e+", value).length == 2);
    CHECK(value == 12);
    for (const std::string_view text : {"", "-", ".", "e5", " 1", "+1", "users"}) {
        CAPTURE(text);
        CHECK(read_double(text, value).problem == std::errc::invalid_argument);
    }
    CHECK(value == 12);
}

TEST_CASE("a number beyond what a double holds is out of range, and zero is not") {
    double value = 7;
    CHECK(read_double("1e309", value).problem == std::errc::result_out_of_range);
    CHECK(read_double("1e-400", value).problem == std::errc::result_out_of_range);
    CHECK(value == 7);
    CHECK(read_double("0e999", value).problem == std::errc{});
    CHECK(value == 0);
}

TEST_CASE("only a whole text is a whole number") {
    double value = 0;
    CHECK(read_whole_double("95.5", value));
    CHECK(value == 95.5);
    CHECK_FALSE(read_whole_double("95%", value));
    CHECK_FALSE(read_whole_double("", value));
    CHECK(value == 95.5);
}

TEST_CASE("the shortest text reads back as the same number") {
    CHECK(shortest(0.1) == "0.1");
    CHECK(shortest(1.0 / 3) == "0.3333333333333333");
    CHECK(shortest(1e23) == "1e+23");
    CHECK(shortest(10000) == "10000");
    CHECK(shortest(100000) == "1e+05");
    CHECK(shortest(-2.5e-7) == "-2.5e-07");
    CHECK(shortest(std::numeric_limits<double>::max()) == "1.7976931348623157e+308");
    CHECK(shortest(5e-324) == "5e-324");
    CHECK(shortest(0) == "0");
}

TEST_CASE("without an exponent no digit is lost, and none is made up") {
    CHECK(fixed(1.5) == "1.5");
    CHECK(fixed(1e-6) == "0.000001");
    CHECK(fixed(123456789012345.6) == "123456789012345.6");
    CHECK(fixed(0) == "0");
}

TEST_CASE("with an exponent it has as many digits behind the point as asked for") {
    CHECK(scientific(1.25e9, 2) == "1.25e+09");
    CHECK(scientific(9.996e300, 2) == "1.00e+301");
    CHECK(scientific(-3, 0) == "-3e+00");
}

}  // namespace bote::test::number_text_test
