#include "bote/formula/check.hpp"

#include <string>

#include "formula/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::share_test {
namespace {

/// What is wrong with the shares of a formula whose names say what they are.
Refusal refused(const std::string& formula) {
    const Text text = formula_text(formula);
    const Expression tree = tree_of(formula);
    const auto names = names_of(text.text, tree);
    return refusal([&] {
        check_shares(text, tree, [&](std::uint32_t name) {
            return names[name] == "number" ? Amount::number : names[name] == "share" ? Amount::share : Amount::either;
        });
    });
}

std::string hint_of(const std::string& formula, Dimension found) {
    return hint_for_unusual(formula_text(formula), tree_of(formula), found).text;
}

}  // namespace

TEST_CASE("a percentage beside a number is refused where they meet, not where they begin") {
    const auto sum = refused("2 * (number + 20%)");
    CHECK(sum.part == "number + 20%");
    CHECK(sum.what == "`number + 20%` adds a share and a count");
    CHECK(refused("number - 20%").what == "`number - 20%` takes a share from a count");
    CHECK(refused("20% - number").what == "`20% - number` takes a share from a count");
    CHECK(refused("20% + 3").part == "20% + 3");
    CHECK(refused("number * 2 + 20%").column == 1);
    CHECK(refused("max(1, number + 5%)").column == 8);
}

TEST_CASE("a factor is the value of factors and ratios alone") {
    const auto what = [](const std::string& formula, std::string_view unit) {
        return refusal([&] { check_factor(formula_text(formula), tree_of(formula), *parse_display(unit)); }).what;
    };
    CHECK(what("2x", "") == "expected a count, found the factor '2x'");
    CHECK(what("2x to 3x", "servers") == "expected a count, found the factor '2x to 3x'");
    CHECK(what("0.3x", "%") == "expected a percentage, found the factor '0.3x'");
    for (const auto* unit : {"x", ":1"}) CHECK(what("2x", unit).empty());
    CHECK(what("2x * 5M", "").empty());
    CHECK(what("2", "").empty());
}

TEST_CASE("numbers of a share without percent signs are written with them") {
    const auto hint = [](const std::string& formula, std::string_view unit) {
        return refusal([&] { check_percent_signs(formula_text(formula), tree_of(formula), *parse_display(unit)); })
            .hint;
    };
    CHECK(hint("30 to 40", "%") == "write `30% to 40%`");
    CHECK(hint("uniform(0.5, 20)", "%") == "write `uniform(0.5%, 20%)`");
    CHECK(hint("30", "%") == "write `30%`");
    for (const auto* fine : {"0.3 to 0.4", "30% to 40%", "n * 30", "1 - 0.2"}) CHECK(hint(fine, "%").empty());
    CHECK(hint("30 to 40", "").empty());
}

TEST_CASE("what is not above one may be a share, and only a percentage is none of the numbers") {
    for (const auto* fine : {"1 + 20%", "1 - 20%", "0.5 + 20%", "share + 20%", "other + 20%", "number + share",
                             "number + 0.2", "20% + 1", "5% + 5% + 1", "max(number, 2) + 20%", "number / 2 + 20%"}) {
        CAPTURE(fine);
        CHECK(refused(fine).what.empty());
    }
    CHECK_FALSE(refused("1.01 + 20%").what.empty());
    CHECK_FALSE(refused("1 KB + 20%").what.empty());  // a size is none, however small
    CHECK_FALSE(refused("1M + 20%").what.empty());
}

TEST_CASE("a sum, a range and a product are numbers where a part of them makes them one") {
    CHECK_FALSE(refused("number + 1 + 20%").what.empty());
    CHECK_FALSE(refused("1 + number + 20%").what.empty());
    CHECK_FALSE(refused("-number + 20%").what.empty());
    CHECK_FALSE(refused("(5 to 10) + 20%").what.empty());
    CHECK_FALSE(refused("other * number + 20%").what.empty());
    for (const auto* fine : {"share * number + 20%", "number * share + 20%", "20% * 2 + 20%", "(0 to 1) + 20%",
                             "-share + 20%", "1 + share + 20%", "(10% to 20%) + 20%"}) {
        CAPTURE(fine);
        CHECK(refused(fine).what.empty());
    }
}

TEST_CASE("a dimension is usual up to the first power of each unit") {
    CHECK(is_usual(kCount));
    CHECK(is_usual({1, 1, 1}));
    CHECK(is_usual({-1, -1, -1}));
    CHECK_FALSE(is_usual({2, 0, 0}));
    CHECK_FALSE(is_usual({0, 2, 0}));
    CHECK_FALSE(is_usual({0, 0, 2}));
    CHECK_FALSE(is_usual({0, 0, -2}));
}

TEST_CASE("an unusual dimension is mended with parentheses where these make it usual") {
    const std::string in_general = "a rate behind a slash goes in parentheses: `qps / (10k/s)`";
    CHECK(hint_of("qps / 10k/s", {0, -3, 0}) == "write `qps / (10k/s)`");  // 1/s^3 times s^2 is a rate
    CHECK(hint_of("x / 10k/s", {0, -4, 0}) == in_general);                 // 1/s^2 would still be unusual
    CHECK(hint_of("qps * qps", {0, -2, 0}) == in_general);
}

TEST_CASE("a percentage is made of percentages alone") {
    const auto gives = [](const std::string& formula) {
        const Expression tree = tree_of(formula);
        const auto names = names_of(formula, tree);
        return gives_percentage(tree, [&](std::uint32_t name) { return names[name] == "share"; });
    };
    for (const auto* formula :
         {"99.9%", "share", "share * 99%", "1 - share", "1 * share", "10% + 5%", "share ^ 3", "max(share, 5%)",
          "in_parallel(share, 99%)", "in_series(99%, 98%)", "(1 - 20%) * share", "10% to 20%"}) {
        CAPTURE(formula);
        CHECK(gives(formula));
    }
    for (const auto* formula : {"1", "0.5", "n", "2 * share", "share * n", "1 + share", "share / 2", "share / share",
                                "-share", "1 * 1", "n ^ 2", "ceil(share)", "max(share, n)", "share - 1", "2 - share"}) {
        CAPTURE(formula);
        CHECK_FALSE(gives(formula));
    }
}

}  // namespace bote::test::share_test
