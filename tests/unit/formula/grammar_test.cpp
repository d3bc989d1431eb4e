#include "formula/reading.hpp"

#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::grammar_test {
namespace {

/// The nodes in their order: numbers, units and names as they are, of an operation its name.
std::string postfix(const std::string& formula, const Vocabulary& vocabulary = {}) {
    const Text text = formula_text(formula);
    const Expression tree = read_formula(text, vocabulary);
    const auto names = names_of(text.text, tree);
    std::string written;
    for (const Node& node : tree.nodes()) {
        if (!written.empty()) written += ' ';
        if (node.op == Op::name) written += names[node.name];
        else if (node.op != Op::literal) written += row_of(node.op).name;
        else if (node.unit != kNoUnit && node.number == 1) written += unit_at(node.unit).symbol;
        else
            written += std::to_string(static_cast<int>(node.number)) +
                       (node.unit == kNoUnit ? "" : std::string(unit_at(node.unit).symbol));
    }
    return written;
}

}  // namespace

TEST_CASE("arguments stand before what uses them, and what binds tighter before the rest") {
    const auto same = [](const std::string& formula, const std::string& parted) {
        CAPTURE(formula, parted);
        CHECK(postfix(formula) == postfix(parted));
    };
    CHECK(postfix("dau") == "dau");
    CHECK(tree_of("a - b").nodes().back().op == Op::subtract);
    same("a + b * c", "a + (b * c)");
    same("a - b - c", "(a - b) - c");
    same("a / b * c", "(a / b) * c");
    same("a ^ b ^ c", "a ^ (b ^ c)");
    same("-a ^ b", "-(a ^ b)");
    same("-a * b", "(-a) * b");
    same("a * 2 per day", "(a * 2) / day");
    CHECK(postfix("a ^ b ^ c") != postfix("(a ^ b) ^ c"));
    CHECK(postfix("a - b - c") != postfix("a - (b - c)"));
}

TEST_CASE("plain numbers of a sum have the unit of its last one, but names and money lend none") {
    CHECK(value_of("1 + 2 + 3 KB") == 6000);
    CHECK(value_of("2 * (1 + 2 KB)") == 6000);
    const auto found = [](const std::string& formula) { return refusal([&] { value_of(formula); }).what; };
    CHECK(contains(found("1 KB + 2"), "adds a size (bytes) and a count"));      // the unit stands behind the last
    CHECK(contains(found("1 + $2"), "adds a count and an amount of money"));    // a sign is written before each
    CHECK(contains(found("n + 2 + 3 KB"), "adds a count and a size (bytes)"));  // a name has its own
    CHECK(value_of("1 + 2 KB + 3 KB") == 6000);
    CHECK(value_of("1 KB + 7 + 4 + 255 bytes") == 1266);
    CHECK(value_of("2 * 140 + 30 bytes") == 310);
    CHECK(value_of("8 + 2 * 4 + 4B", kCount) == 4e9 + 16);
    CHECK(contains(found("2 + 3 * 5 KB"), "adds a count and a size (bytes)"));    // `(2 + 3) * 5 KB`?
    CHECK(contains(found("5 - 3 KB"), "subtracts a size (bytes) from a count"));  // a difference is none of this
}

TEST_CASE("a unit behind an exponent or a closing parenthesis is that of the whole") {
    CHECK(value_of("10^5 s") == 1e5);
    CHECK(value_of("2 * 10^3 KB") == 2e6);
    CHECK(value_of("(1 + 2) * (3 + 4) KB") == 21'000);
    CHECK(value_of("(1 + 2) min / 2") == 90);
    CHECK(value_of("100 / (2 + 3) s", kCount / kSecond) == 20);  // not 20 s
    const auto word = refusal([] { tree_of("(1 + 2) users"); });
    CHECK(word.part == "users");
    const Text text = formula_text("10^5 s");
    const Expression power = read_formula(text, {});
    REQUIRE(power.nodes().size() == 5);  // 10 5 ^ s *
    CHECK(power.nodes()[1].unit == kNoUnit);
    CHECK(power.nodes()[3].unit == index_of(*find_unit("s")));
    CHECK(power.nodes()[4].op == Op::multiply);
    CHECK(power.nodes()[4].begin == 0);
    CHECK(power.nodes()[4].end == 6);
}

TEST_CASE("words of how often are numbers and rates, unless a quantity has that name") {
    CHECK(value_of("once") == 1);
    CHECK(value_of("twice") == 2);
    CHECK(value_of("thrice per day") == near(3 / 86'400.0));
    CHECK(value_of("each 5 s") == 0.2);
    CHECK(value_of("2 * daily") == near(2 / 86'400.0));
    Vocabulary vocabulary;
    vocabulary.is_quantity = [](std::string_view word) { return word == "twice" || word == "daily"; };
    CHECK(postfix("twice", vocabulary) == "twice");
    CHECK(postfix("daily", vocabulary) == "daily");
}

TEST_CASE("what a dollar buys has the sign alone behind the slash, and nowhere else") {
    CHECK(value_of("12 / $ * 3") == 36);
    CHECK(value_of("12 / $4") == 3);
    CHECK(refusal([] { tree_of("12 * $"); }).what == "'$' stands before a number");
    CHECK(refusal([] { tree_of("$ / 12"); }).what == "'$' stands before a number");
}

TEST_CASE("a function that takes other arguments says how many it takes") {
    const auto said = [](const std::string& formula) { return refusal([&] { tree_of(formula); }).what; };
    CHECK(said("fill_time(1)") == "fill_time takes 2 arguments, not 1");
    CHECK(said("log10(1, 2)") == "log10 takes 1 argument, not 2");
    CHECK(said("sum()") == "sum takes one or more arguments, not 0");
    CHECK(said("round(1, 2, 3)") == "round takes 1 or 2 arguments, not 3");
    CHECK(said("min(1, (2)") == "'(' is not closed");
    CHECK(said("min(1 2)") == "'2' is not expected here");
    CHECK(said("min(1,)") == "an argument is missing behind the comma");
    CHECK(said("min(1, 2))") == "')' closes nothing");
}

}  // namespace bote::test::grammar_test
