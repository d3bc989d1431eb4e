#include "generate/model_entries.hpp"

#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::shorthands_test {
namespace {

std::string out(const std::string& formula, Shorthands shorthands) {
    return bote::written_out(formula_text(formula), shorthands).text;
}

}  // namespace

TEST_CASE("a name ends at the first sign that no name has, and parentheses where the first of them closes") {
    CHECK(length_of_name("app.by_load2 + 1") == 12);
    CHECK(length_of_name("+a") == 0);
    CHECK(length_of_name("") == 0);
    CHECK(length_of_name("all") == 3);
    CHECK(length_of_parentheses("(a * (b + c)) + (d)") == 13);
    CHECK(length_of_parentheses("()") == 2);
    CHECK(length_of_parentheses("a (b)") == 0);
    CHECK(length_of_parentheses("(a") == 0);
    CHECK(length_of_parentheses(")") == 0);
    CHECK(length_of_parentheses("") == 0);
}

TEST_CASE("a formula gets parentheses only where its neighbours would tear it apart") {
    struct Row {
        std::string formula;
        std::string before;
        std::string after;
        bool in_parentheses;
    };
    const Row rows[] = {
        {"a + b", "c + ", "", false},      {"a + b", "c - ", "", true},          {"a - b", "c * ", "", true},
        {"a + b", "", " + c", false},      {"a + b", "", " - c", false},         {"a + b", "", " * c", true},
        {"a + b", "", " / c", true},       {"a + b", "c ^ ", "", true},          {"a + b", "max(", ", c)", false},
        {"a * b", "c - ", "", false},      {"a * b", "c * ", "", false},         {"a * b", "c / ", "", true},
        {"a / b", "", " / c", false},      {"a * b", "", " ^ c", true},          {"a * b", "c ^ ", "", true},
        {"a ^ b", "c * ", " / d", false},  {"a ^ b", "c ^ ", "", true},          {"a ^ b", "", " ^ c", true},
        {"(a + b)", "c / ", "^ d", false}, {"max(a - b, c)", "d ^ ", "", false}, {"(a + b) * c", "d / ", "", true},
        {"a ^ b * c", "d / ", "", true},   {"a * b + c", "d * ", "", true},      {"a", "b ^ ", " ^ c", false},
        {"a * b ^ c", "d / ", "", true},   {"(a)+b", "c * ", "", true},
    };
    for (const auto& row : rows) {
        CAPTURE(row.formula, row.before, row.after);
        CHECK(fitted(row.formula, row.before, row.after) ==
              (row.in_parentheses ? "(" + row.formula + ")" : row.formula));
    }
}

TEST_CASE("only a whole name is a shorthand, and a text without one keeps its places") {
    const auto all = read_shorthands("10-x", "peak := factor * busy\n");
    CHECK(out("peaks + speak + peak.x + a.peak", all) == "peaks + speak + peak.x + a.peak");
    CHECK(out("peak", all) == "factor * busy");
    CHECK(bote::written_out(formula_text("peaks"), all).exact);
    CHECK_FALSE(bote::written_out(formula_text("peak"), all).exact);
    CHECK(out("2 * peak", {}) == "2 * peak");
}

TEST_CASE("in the formula of a shorthand only those before it are written out") {
    const auto all = read_shorthands("10-x", "first := second + first\nsecond := third\nlast := first * second\n");
    CHECK(out("first", all) == "second + first");
    CHECK(out("last", all) == "(second + first) * third");
}

TEST_CASE("a shorthand that takes an argument is refused without one") {
    const auto all = read_shorthands("10-x", "twice(x) := 2 * x\n");
    CHECK(out("twice(a + b)", all) == "2 * (a + b)");
    CHECK(refusal([&] { out("1 + twice", all); }).what == "expected '(...)' behind 'twice'");
    CHECK(refusal([&] { out("twice (a)", all); }).what == "expected '(...)' behind 'twice'");
}

TEST_CASE("a shorthand is a name, perhaps with a parameter, and a formula without fields") {
    const auto what = [](const std::string& text) { return refusal([&] { read_shorthands("10-x", text); }).what; };
    const std::string expected = "expected `name := formula` or `name(x) := formula`";
    CHECK(what("+a := b\n") == expected);
    CHECK(what("a b := c\n") == expected);
    CHECK(what("a(x) y := c\n") == expected);
    CHECK(what("a := b\n    source a book\n") == expected);
    CHECK_FALSE(what("a := b *\n").empty());
    const auto all = read_shorthands("10-x", "a := b\nrow [] workload : no shorthand\nc(y) := a * y\n");
    REQUIRE(all.size() == 2);
    CHECK(all[0].parameter.empty());
    CHECK(all[1].name == "c");
    CHECK(all[1].parameter == "y");
    CHECK(all[1].formula == "a * y");
}

}  // namespace bote::test::shorthands_test
