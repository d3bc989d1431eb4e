#include "bote/formula/parser.hpp"

#include <cmath>
#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::parser_test {
namespace {

std::string repeated(const std::string& text, std::size_t count) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += text;
    return all;
}

std::string nested(std::size_t depth) { return repeated("(", depth) + "1" + repeated(")", depth); }

struct Row {
    std::string formula;
    double value;
};

struct Wrong {
    std::string formula;
    std::size_t column;
    std::string part;
    std::string what;
    std::string hint;
};

void refused(const std::vector<Wrong>& rows, const Vocabulary& vocabulary = {}) {
    for (const auto& row : rows) {
        CAPTURE(row.formula);
        const auto found = refusal([&] { tree_of(row.formula, vocabulary); });
        CAPTURE(found.what, found.hint);
        CHECK(found.column == row.column);
        CHECK(found.part == row.part);
        CHECK(contains(found.what, row.what));
        CHECK(contains(found.hint, row.hint));
    }
}

}  // namespace

TEST_CASE("operators bind as in arithmetic, from left to right, the power from right to left") {
    const Row rows[] = {
        {"2 + 3 * 4", 14},         {"(2 + 3) * 4", 20}, {"8 - 3 - 2", 3},  {"8 / 4 / 2", 1}, {"8 / 4 * 2", 4},
        {"2 ^ 3 ^ 2", 512},        {"2 * 3 ^ 2", 18},   {"-2 ^ 2", -4},    {"2 ^ -1", 0.5},  {"3 - -2", 5},
        {"-(2 + 3)", -5},          {"2 * -3", -6},      {"9 + -3 ^ 2", 0}, {"(-2) ^ 2", 4},  {"2 * -3 ^ 2", -18},
        {"62 ^ 7", 3521614606208}, {"1 - 30%", 0.7},    {"((((7))))", 7},  {"1+2", 3},       {"10 - 2 + 3", 11},
    };
    for (const auto& row : rows) {
        CAPTURE(row.formula);
        CHECK(value_of(row.formula) == near(row.value));
    }
}

TEST_CASE("a unit binds tighter than an operator and is otherwise a constant") {
    const Row rows[] = {
        {"1 / 4 s", 0.25},
        {"6 / 2 min", 0.05},
        {"day / 2", 43'200},
        {"2 * day", 172'800},
        {"8 B + 32 B", 40},
        {"3 * 5 * 2 B", 30},
        {"6 per 3 s", 2},
        {"1 hour/min", 60},
        {"5 min", 300},
        {"min(5, 6)", 5},
        {"10 messages/day * 4 people", 40.0 / 86'400},
        {"1M drivers / 4 s", 250'000},
    };
    for (const auto& row : rows) {
        CAPTURE(row.formula);
        CHECK(value_of(row.formula) == near(row.value));
    }
}

TEST_CASE("a function takes as many arguments as its row says") {
    CHECK(value_of("sum(1, 2, 3, 4)") == 10);
    CHECK(value_of("sum(1)") == 1);
    CHECK(value_of("max(2, min(5, 9))") == 5);
    CHECK(value_of("ceil( 2.1 )") == 3);
    refused({
        {"ceil()", 1, "ceil()", "argument", "ceil(x)"},
        {"ceil(1, 2)", 1, "ceil(1, 2)", "argument", "ceil(x)"},
        {"grown_time(1, 2)", 1, "grown_time(1, 2)", "argument", "grown_time(growth, horizon, window)"},
        {"2 * uniform(1)", 5, "uniform(1)", "argument", "uniform(a, b)"},
        {"sum()", 1, "sum()", "argument", "sum(a, ...)"},
        {"ciel(2)", 1, "ciel", "function", "ceil"},
        {"dau(2)", 1, "dau", "function", ""},
    });
}

TEST_CASE("what is no formula is refused where it goes wrong") {
    refused({
        {"2 +", 3, "+", "stops in the middle", ""},
        {"(2", 1, "(", "not closed", ""},
        {"2)", 2, ")", "closes nothing", ""},
        {"()", 1, "()", "empty", ""},
        {"2 3", 3, "3", "not expected", ""},
        {"a b", 3, "b", "not expected", ""},
        {"* 2", 1, "*", "not expected", ""},
        {"2 ** 3", 4, "*", "not expected", ""},
        {"--2", 2, "-", "not expected", ""},
        {"2 %%", 4, "%", "not expected", "behind a number"},
        {"(a) 5", 5, "5", "not expected", ""},
        {"a < 5", 3, "<", "only for `expect`", ""},
        {"3 per", 5, "r", "stops in the middle", ""},
        {"1 to 2 per", 10, "r", "stops in the middle", ""},
        {"1 to 2/", 7, "/", "stops in the middle", ""},
        {"1 per to 2", 7, "to", "a range is two plain values", ""},
        {"per day", 1, "per", "stands behind a number", "5M per day"},
    });
    CHECK(refusal([] { tree_of(""); }).what == "a value is missing");
    CHECK(refusal([] { tree_of("  "); }).what == "a value is missing");
}

TEST_CASE("nesting ends at fifty, whatever the nest is made of") {
    CHECK(value_of(nested(24)) == 1);
    CHECK(value_of(nested(50)) == 1);
    CHECK(value_of(repeated("ceil(", 50) + "1" + repeated(")", 50)) == 1);
    for (const auto& deep : {nested(51), repeated("ceil(", 51) + "1" + repeated(")", 51), repeated("2^", 51) + "1",
                             nested(100'000), repeated("(", 100'000), repeated("2^", 100'000)}) {
        CHECK(contains(refusal([&] { tree_of(deep); }).what, "nested too deep"));
    }
}

TEST_CASE("a dash with a blank on either side is a minus, without one it may be a range") {
    for (const auto* minus : {"10 - 5", "10- 5", "10 -5", "10-5"}) {
        CAPTURE(minus);
        CHECK(refusal([&] { tree_of(minus); }).what.empty());
    }
    CHECK(value_of("5- 10") == -5);
    CHECK(value_of("5 -10") == -5);
    CHECK(refusal([] { tree_of("5-10"); }).what == "`5-10` could be a range or a difference");
}

TEST_CASE("a formula has at most 2000 parts") {
    CHECK(value_of("1" + repeated("+1", 999)) == 1000);
    const auto found = refusal([] { tree_of("1" + repeated("+1", 1000)); });
    CHECK(contains(found.what, "too long"));
    CHECK(contains(found.hint, "define"));
}

TEST_CASE("names are kept once each, in the order in which they come") {
    const std::string text = "tweet.writes * 2 + dau * tweet.writes";
    const auto tree = tree_of(text);
    CHECK(names_of(text, tree) == std::vector<std::string_view>{"tweet.writes", "dau"});
    CHECK(count_names(tree) == 2);
    CHECK(has_names(tree));
    CHECK_FALSE(has_names(tree_of("2 * 3 KB")));
}

TEST_CASE("a lone literal is known as such, also behind a sign") {
    for (const auto* lone : {"5", "-5", "20%", "100:1", "3 KB", "$5"}) CHECK(is_lone_literal(tree_of(lone)));
    for (const auto* more : {"5/day", "a", "2 * 3", "1 to 2", "(2 + 1)"}) CHECK_FALSE(is_lone_literal(tree_of(more)));
}

TEST_CASE("each node knows its stretch of the text") {
    const std::string text = "1 + 2 * (3 - 4)";
    const auto tree = tree_of(text);
    const auto part = [&](const Node& node) { return text.substr(node.begin, node.end - node.begin); };
    REQUIRE(tree.nodes().size() == 7);
    CHECK(part(tree.nodes()[0]) == "1");
    CHECK(part(tree.nodes()[4]) == "3 - 4");
    CHECK(part(tree.nodes()[5]) == "2 * (3 - 4)");
    CHECK(part(tree.nodes()[6]) == text);
}

}  // namespace bote::test::parser_test
