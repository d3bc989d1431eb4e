#include "serve/lsp/expectation_fix.hpp"

#include <string>

#include "model/sample.hpp"
#include "project/catch.hpp"
#include "serve/lsp/file.hpp"

namespace bote::test::expectation_fix_test {
namespace {

/// An expectation of a file after its fix; "none" where there is no fix.
std::string mended(const std::string& yaml, const std::string& line) {
    const Marked file(yaml + "expect:\n  - " + line + "\n");
    REQUIRE(file.analysis.estimate() != nullptr);
    const auto fix = fix_of_expectation(file.analysis, 0);
    if (!fix) return "none";
    std::string text = file.analysis.source->text;
    text.replace(fix->where.begin, fix->where.end - fix->where.begin, fix->text);
    const auto begin = text.rfind("  - ") + 4;
    return text.substr(begin, text.size() - 1 - begin);
}

/// A file whose `a` is just this.
std::string a_is(const std::string& value) { return "define:\n  a: " + value + "\n"; }

}  // namespace

TEST_CASE("a bound is rounded to three digits on the side that holds") {
    CHECK(mended(a_is("123456"), "a <= 5") == "a <= 124k");
    CHECK(mended(a_is("123456"), "a < 5") == "a < 124k");
    CHECK(mended(a_is("123456"), "a >= 5M") == "a >= 123k");
    CHECK(mended(a_is("123456"), "a > 5M") == "a > 123k");
    CHECK(mended(a_is("123456"), "5 >= a") == "124k >= a");
    CHECK(mended(a_is("123456"), "5M <= a") == "123k <= a");
}

TEST_CASE("a value that has three digits itself is its own bound, or one in the last digit beside it") {
    CHECK(mended(a_is("123000"), "a <= 5") == "a <= 123k");
    CHECK(mended(a_is("123000"), "a >= 5M") == "a >= 123k");
    CHECK(mended(a_is("123000"), "a < 5") == "a < 124k");
    CHECK(mended(a_is("123000"), "a > 5M") == "a > 122k");
    CHECK(mended(a_is("0 - 123000"), "a >= 5") == "a >= -123k");
    CHECK(mended(a_is("0 - 123456"), "a <= -5M") == "a <= -123k");
    CHECK(mended(a_is("0 - 123456"), "a >= 5") == "a >= -124k");
}

TEST_CASE("an equality gets as many digits as it needs") {
    CHECK(mended(a_is("123456"), "a == 5") == "a == 123.456k");
    CHECK(mended(a_is("123456"), "a ~ 5 within 1%") == "a ~ 123k within 1%");
    // `==` forgives 1e-9: 0.66666667 is off by 5e-9 of it, 0.666666667 by 5e-10.
    CHECK(mended(a_is("2 / 3"), "a == 5") == "a == 0.666666667");
}

TEST_CASE("the value is written in the unit in which it is printed, and replaces the whole side") {
    CHECK(mended(kShop, "data <= 1 TB + 2 * 3 TB") == "data <= 36.5 TB");
    CHECK(mended(kShop, "headroom == 20%") == "headroom == 30%");
}

TEST_CASE("nothing mends a comparison with a name on both sides, with zero, with a chance or in a folded text") {
    CHECK(mended(kShop, "data >= storage") == "none");
    CHECK(mended(a_is("0"), "a > 5") == "none");
    CHECK(mended("writes: 10/s to 20/s\n", "writes < 9/s at 90%") == "none");
    CHECK(mended(a_is("123456"), ">-\n    a <=\n    5") == "none");
}

}  // namespace bote::test::expectation_fix_test
