#include "formula/reading.hpp"

#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::reading_test {
namespace {

const Vocabulary kNoWords;

std::vector<std::string> tokens_of(const std::string& formula) {
    const Text text = formula_text(formula);
    std::vector<std::string> parts;
    for (const Token& token : Reading(text, kNoWords).tokens)
        parts.push_back(text.text.substr(token.begin, token.end - token.begin));
    return parts;
}

/// What is said of the token at a place of a formula when nothing can be made of it.
Refusal refused_at(const std::string& formula, std::size_t token) {
    const Text text = formula_text(formula);
    return refusal([&] {
        Reading reading(text, kNoWords);
        reading.at = token;
        reading.refuse(reading.peek());
    });
}

}  // namespace

TEST_CASE("a rate word attached to a number or its magnitude is a token of its own") {
    CHECK(tokens_of("5krps") == std::vector<std::string>{"5k", "rps", ""});
    CHECK(tokens_of("600rpm") == std::vector<std::string>{"600", "rpm", ""});
    CHECK(tokens_of("2Mqps + 1") == std::vector<std::string>{"2M", "qps", "+", "1", ""});
    CHECK(tokens_of("5k rps") == std::vector<std::string>{"5k", "rps", ""});
    CHECK(tokens_of("5xrps") == std::vector<std::string>{"5xrps", ""});  // x is no magnitude
    CHECK(tokens_of("5KB") == std::vector<std::string>{"5KB", ""});
    const Text text = formula_text("5krps");
    const Reading reading(text, kNoWords);
    CHECK(reading.tokens[0].text == "k");
    CHECK(reading.tokens[1].kind == TokenKind::name);
    CHECK(reading.tokens[1].text == "rps");
}

TEST_CASE("looking ahead never goes beyond the end") {
    const Text text = formula_text("a + 1");
    Reading reading(text, kNoWords);
    CHECK(reading.at_name("a"));
    CHECK_FALSE(reading.at_name("b"));
    CHECK_FALSE(reading.at_symbol('a'));
    CHECK(reading.peek(2).value == 1);
    CHECK(reading.peek(3).kind == TokenKind::end);
    CHECK(reading.peek(99).kind == TokenKind::end);
    CHECK(reading.take().text == "a");
    CHECK(reading.at_symbol('+'));
    CHECK_FALSE(reading.at_name("+"));
    const Text plus_minus = formula_text("+- 1");
    CHECK_FALSE(Reading(plus_minus, kNoWords).at_symbol('+'));  // a symbol of its own
}

TEST_CASE("each name has one index, anew in each expression that is taken") {
    const Text text = formula_text("a + b");
    Reading reading(text, kNoWords);
    CHECK(reading.name_index("a") == 0);
    CHECK(reading.name_index("b") == 1);
    CHECK(reading.name_index("a") == 0);
    reading.add({});
    CHECK(reading.take_expression().nodes().size() == 1);
    CHECK(reading.name_index("b") == 0);
    reading.add({});
    reading.add({});
    CHECK(reading.take_expression().nodes().size() == 2);
}

TEST_CASE("an operator reaches from where its first argument begins to the last token that was taken") {
    const Text text = formula_text("  ab - cd ");
    Reading reading(text, kNoWords);
    for (int i = 0; i < 3; ++i) reading.take();
    reading.add_operator(Op::subtract, 2, 2);
    CHECK(reading.nodes.back().op == Op::subtract);
    CHECK(reading.nodes.back().arguments == 2);
    CHECK(reading.nodes.back().begin == 2);
    CHECK(reading.nodes.back().end == 9);
}

TEST_CASE("a token that nothing can be made of is refused with what was meant") {
    const auto says = [](const Refusal& found, const std::string& part, const std::string& what,
                         const std::string& hint) {
        CHECK(found.part == part);
        CHECK(found.what == what);
        CHECK(found.hint == hint);
    };
    says(refused_at("2 + ", 2), "+", "the formula stops in the middle", "");  // the last character that is there
    says(refused_at("2)", 1), ")", "')' closes nothing", "");
    says(refused_at("1 TO 2", 1), "TO", "'TO' is not known", "write `to`");
    says(refused_at("2 per", 1), "per", "'per' needs a unit behind it", "write `per day`");
    says(refused_at("per day", 0), "per", "'per' stands behind a number", "write `5M per day`");
    says(refused_at("a ~ 2", 1), "~", "a comparison is only for `expect`", "");
    says(refused_at("a <= 2", 1), "<=", "a comparison is only for `expect`", "");
    says(refused_at("a >= 2", 1), ">=", "a comparison is only for `expect`", "");
    says(refused_at("a == 2", 1), "==", "a comparison is only for `expect`", "");
    says(refused_at("a %", 1), "%", "'%' is not expected here", "a percent sign stands behind a number");
    says(refused_at("between 5k", 1), "5k", "'5k' is not expected here", "a range is written `1M to 2M`");
    says(refused_at("from 5k", 1), "5k", "'5k' is not expected here", "a range is written `1M to 2M`");
    says(refused_at("about 5k", 1), "5k", "'5k' is not expected here", "");
    CHECK(contains(refused_at("2 * 1 to 3", 3).what, "a range is two plain values with `to` between them"));
}

TEST_CASE("a formula of nothing lacks a value, and one with more behind it is refused there") {
    const auto found = [](const std::string& formula) {
        const Text text = formula_text(formula);
        return refusal([&] { read_formula(text, {}); });
    };
    CHECK(found("").what == "a value is missing");
    CHECK(found("a b").part == "b");
    CHECK(found("2 (3)").part == "(");
    CHECK(found("a, b").part == ",");
}

}  // namespace bote::test::reading_test
