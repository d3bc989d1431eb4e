#include "bote/formula/expression.hpp"

#include "bote/formula/expectation.hpp"
#include "formula/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::expression_test {
namespace {

constexpr Node kTwo{Op::literal, Written::plain, 0, 0, 2};
constexpr Node kConstants[] = {kTwo};
constexpr Parsed kParsed{kConstants, kConstants, {Comparison::greater}};

}  // namespace

TEST_CASE("a formula of constants is changed in a copy of its own") {
    Expression formula{Tree(kConstants)};
    CHECK(formula.nodes().data() == kConstants);
    formula.change().front().number = 3;
    CHECK(formula.nodes().front().number == 3);
    CHECK(kConstants[0].number == 2);
}

TEST_CASE("a copy of a formula keeps what it has when the other one is changed") {
    Expression first = tree_of("1 + 2");
    const Expression second = first;
    first.change().front().number = 5;
    CHECK(second.nodes().front().number == 1);
}

TEST_CASE("a text whose parsed form is known is not parsed again") {
    Text text = formula_text("this is no formula");
    text.parsed = &kParsed;
    CHECK(parse_formula(text, {}).nodes().data() == kConstants);
    const Expectation expectation = parse_expectation(text, {});
    CHECK(expectation.right.nodes().data() == kConstants);
    CHECK(expectation.terms.comparison == Comparison::greater);
}

TEST_CASE("a range is uncertain, wherever it stands, and so is a distribution") {
    for (const auto* formula : {"1 to 2", "5 * (1 to 2)", "uniform(1, 2)", "normal(1, 2)", "triangular(1, 2, 3)"})
        CHECK(is_uncertain(tree_of(formula)));
    for (const auto* formula : {"1", "max(1, 2)", "2 ^ 3"}) CHECK_FALSE(is_uncertain(tree_of(formula)));
}

TEST_CASE("a part of a value that goes on in further lines is found where it stands, as far as it is in one") {
    const std::string file = "x: ab\n   cd ef\ny: 1\n";
    const SourcePtr source = make_source("a.yaml", file);
    const Text text{.text = "ab cd ef", .span = {source, 3, 14}, .subject = ""};
    const auto stands = [&](std::size_t begin, std::size_t end) {
        const Span span = text.part(begin, end);
        return file.substr(span.begin, span.end - span.begin);
    };
    CHECK(stands(0, 2) == "ab");
    CHECK(stands(1, 2) == "b");
    CHECK(stands(3, 5) == "cd");
    CHECK(stands(3, 8) == "cd ef");
    const std::string whole = "ab\n   cd ef";
    CHECK(stands(0, 5) == whole);  // of two lines
    CHECK(stands(3, 9) == whole);  // beyond the end
    const Text other{.text = "ab xd", .span = {source, 3, 14}, .subject = ""};
    CHECK(other.part(4, 5).begin == 3);  // written otherwise
}

TEST_CASE("the parts of a tree are its arguments in their order") {
    const Expression formula = tree_of("(2 + 3) * sum(2, 3, 7)");
    const auto arguments = arguments_of(formula);
    REQUIRE(arguments.size() == 2);
    CHECK(arguments[0].back().op == Op::add);
    CHECK(arguments_of(arguments[1]).size() == 3);
    CHECK(part_ending_at(formula, 1).size() == 1);
    CHECK(part_ending_at(formula, formula.nodes().size() - 1).size() == formula.nodes().size());
}

}  // namespace bote::test::expression_test
