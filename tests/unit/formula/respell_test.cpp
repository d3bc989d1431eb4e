#include "formula/respell.hpp"

#include <string>

#include "formula/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::respell_test {
namespace {

/// What a formula is to be written as, where everything reads.
Hint respelled(const std::string& formula) {
    return hint_for_spelling(formula_text(formula), [](const Text&) {});
}

Rewritten parted(const std::string& formula) { return in_parentheses(formula_text(formula), tree_of(formula)); }

/// What is said of the sum that a formula ends with.
Hint of_share(const std::string& formula) {
    const Expression tree = tree_of(formula);
    return hint_for_share(formula_text(formula), tree, tree.nodes().back());
}

}  // namespace

TEST_CASE("signs of other keyboards become those of the language") {
    struct Row {
        std::string written;
        std::string instead;
    };
    const Row rows[] = {
        {"300M \u00d7 50%", "300M * 50%"},
        {"300M \u00b7 50%", "300M * 50%"},
        {"6 \u00f7 2", "6 / 2"},
        {"6 \u2212 2", "6 - 2"},
        {"6 \u2014 x", "6 - x"},
        {"2 ** 3", "2 ^ 3"},
        {"10\u2075 s", "10^5 s"},
        {"10\u00b9\u00b2 + 2\u00b3", "10^12 + 2^3"},
        {"5 \u00b5s", "5 us"},
        {"3x4", "3 * 4"},
        {"3 X 4", "3 * 4"},
        {"3\u00d7", "3x"},
        {"3 x", "3x"},
        {"3 \u00d7 users", "3 * users"},
        {"2 \u00d7 (a + b)", "2 * (a + b)"},
        {"1h30m", "1 h + 30 min"},
        {"2 hours 5 minutes", "2 h + 5 min"},
        {"2 years and 6 months", "2 years + 6 months"},
        {"20% of 100 PB", "20% * 100 PB"},
        {"20% of the users", "20% * users"},
        {"1.5 million daily active users", "1.5 million users"},
        {"one million", "1 million"},
        {"a year", "1 year"},
        {"doubles yearly", "100%"},
        {"64-bit", "64 bit"},
        {"RF=3", "3"},
        {"RS(10, 4)", "10+4"},
        {"= 5", "5"},
        {"5M.", "5M"},
        {"5M;", "5M"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.written);
        const Hint hint = respelled(row.written);
        CHECK(hint.text == "write `" + row.instead + "`");
        CHECK(hint.written == row.written);
        CHECK(hint.instead == row.instead);
    }
    for (const auto* fine : {"300M * 50%", "5M", "max(1, 2)", "hour + min", "1 to 2"}) {
        CAPTURE(fine);
        CHECK(respelled(fine).empty());
    }
}

TEST_CASE("a word for about, at most or more is left out, and what a range would be is said") {
    CHECK(respelled("~ 5M").text == "write `5M`, or a range such as `5M \u00b1 20%`");
    CHECK(respelled("about 5M users").text == "write `5M users`, or a range such as `5M users \u00b1 20%`");
    CHECK(respelled("up to 5M").text == "write `5M`, or a range such as `1M to 2M`");
    CHECK(respelled(">= 5M").text == "write `5M`, or a range such as `1M to 2M`");
    CHECK(respelled("5M+").text == "write `5M`, or a range such as `1M to 2M`");
    CHECK(respelled("\u20ac 5").text == "write `$5`; any one currency will do");
    CHECK(respelled("5 EUR").text == "write `$5`; any one currency will do");
    CHECK(respelled("about_5M").empty());   // a name
    CHECK(respelled("about dau").empty());  // no number behind it
}

TEST_CASE("a spelling is only told where it reads, and of short formulas alone") {
    std::string asked;
    const Hint hint = hint_for_spelling(formula_text("dau \u00d7 2"), [&](const Text& other) {
        asked = other.text;
        throw InputError(Error{});
    });
    CHECK(asked == "dau * 2");
    CHECK(hint.empty());
    const std::string longest = "2 ** " + std::string(195, '1');  // 200 bytes
    CHECK_FALSE(respelled(longest).empty());
    CHECK(respelled(longest + "1").empty());
}

TEST_CASE("two ends are a range in the words that people use, unless it is written as one") {
    CHECK(respelled("between 1M and 2M").text == "write `1M to 2M`");
    CHECK(respelled("from 1M to 2M").text == "write `1M to 2M`");
    CHECK(respelled("1M ~ 2M").text == "write `1M to 2M`");
    CHECK(respelled("1M \u2026 2M").text == "write `1M to 2M`");
    CHECK(respelled("1-2M").text == "write `1M to 2M`");
    CHECK(respelled("2M to 1M").empty());
    CHECK(respelled("1 s - 2 KB").text == "");  // no number lies between them
    CHECK(as_range("$1-$2k") == "$1k to $2k");
}

TEST_CASE("a character without a meaning says what to write") {
    CHECK(hint_for_character("\u00d7 3").text == "write `*`");
    CHECK(hint_for_character("\u2264 3").text == "write `<=`");
    CHECK(hint_for_character("[3]").text == "write `(`");
    CHECK(hint_for_character("..3").text == "a range is written `1M to 2M`");
    CHECK(hint_for_character("= 3").text == "compare with `==`");
    CHECK(hint_for_character("= 3").instead == "==");
    CHECK(hint_for_character("=> 3").text == "write `>=`");
    CHECK(hint_for_character("=< 3").text == "write `<=`");
    CHECK(hint_for_character("\u00d7").instead.empty());
    CHECK(hint_for_character("3 \u00d7").empty());  // it does not begin with it
    CHECK(hint_for_character("").empty());
}

TEST_CASE("each rate behind a slash gets parentheses, and the change is its unit twice") {
    CHECK(parted("qps / 10k/s").text == "qps / (10k/s)");
    CHECK(parted("qps / 10k/s").change == kSecond * kSecond);  // 1/s/s/s becomes 1/s * s
    CHECK(parted("cost / $5/GB").text == "cost / ($5/GB)");
    CHECK(parted("cost / $5/GB").change == kByte * kByte);
    CHECK(parted("a / 1/s + b / 2/day").text == "a / (1/s) + b / (2/day)");
    CHECK(parted("a / 1/s + b / 2/day").change == kSecond * kSecond * kSecond * kSecond);
    for (const auto* fine : {"qps / (10k/s)", "qps / 10k", "10k/s", "10k / s / day", "qps / peak / s", "2 * 10k/s"}) {
        CAPTURE(fine);
        CHECK(parted(fine).text.empty());
        CHECK(parted(fine).change == kCount);
        CHECK(parted(fine).hint(formula_text(fine)).empty());
    }
    const Text written = formula_text("qps / 10k/s");
    CHECK(parted(written.text).hint(written).text == "write `qps / (10k/s)`");
}

TEST_CASE("a value and a share of it are written as a product") {
    CHECK(of_share("100k + 20%").text == "write `100k * (1 + 20%)`");
    CHECK(of_share("100k - 20%").text == "write `100k * (1 - 20%)`");
    CHECK(of_share("20% + a * 2").text == "write `a * 2 * (1 + 20%)`");
    CHECK(of_share("a - b + 20%").text == "write `(a - b) * (1 + 20%)`");
    CHECK(of_share("(a - b) + 20%").text == "write `(a - b) * (1 + 20%)`");
    CHECK(of_share("20% - 100k").empty());  // what is left of a share is no product
    CHECK(of_share("a + b").empty());
    CHECK(of_share("a * 20%").empty());
    CHECK(of_share("20% + (a + b)").text == "write `(a + b) * (1 + 20%)`");
}

}  // namespace bote::test::respell_test
