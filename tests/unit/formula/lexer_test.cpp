#include "bote/formula/lexer.hpp"

#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::lexer_test {
namespace {

/// Tokens as texts: numbers with their letters behind a bar.
std::vector<std::string> tokens_of(const std::string& formula) {
    const Text text = formula_text(formula);
    std::vector<std::string> list;
    for (const Token& token : lex(text)) {
        if (token.kind == TokenKind::end) break;
        const std::string letters(token.text);
        if (token.kind == TokenKind::number)
            list.push_back(formula.substr(token.begin, token.end - token.begin - letters.size()) + "|" + letters);
        else list.push_back(letters);
    }
    return list;
}

double number_of(const std::string& formula) { return lex(formula_text(formula)).front().value; }

}  // namespace

TEST_CASE("a formula falls into numbers, names and symbols") {
    struct Row {
        std::string formula;
        std::vector<std::string> tokens;
    };
    const Row rows[] = {
        {"", {}},
        {" \t ", {}},
        {"100M users/day", {"100|M", "users", "/", "day"}},
        {"1e9", {"1e9|"}},
        {"2e", {"2|e"}},
        {"1.5e-3KB", {"1.5e-3|KB"}},
        {"100:1", {"100:1|"}},
        {"$0.023/GB", {"$", "0.023|", "/", "GB"}},
        {"tweet.writes * 10%", {"tweet.writes", "*", "10|", "%"}},
        {"a<=b", {"a", "<=", "b"}},
        {"a==b~c", {"a", "==", "b", "~", "c"}},
        {"min(a,b)^2", {"min", "(", "a", ",", "b", ")", "^", "2|"}},
        {"1-2", {"1|", "-", "2|"}},
        {"server.rps_per_core", {"server.rps_per_core"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.formula);
        CHECK(tokens_of(row.formula) == row.tokens);
    }
}

TEST_CASE("the last token is the end, behind everything") {
    const Text text = formula_text("a + 1 ");
    const auto tokens = lex(text);
    CHECK(tokens.back().kind == TokenKind::end);
    CHECK(tokens.back().begin == 6);
    CHECK(lex(formula_text("")).size() == 1);
}

TEST_CASE("a number is read in every form that is allowed") {
    struct Row {
        std::string text;
        double value;
    };
    const Row rows[] = {
        {"0", 0},           {"7", 7},
        {"1_000_000", 1e6}, {"0.5", 0.5},
        {"12.25", 12.25},   {"1e9", 1e9},
        {"1e+3", 1000},     {"1e-3", 1e-3},
        {"1.5e3", 1500},    {"100:1", 100},
        {"1:4", 0.25},      {"2.5:0.5", 5},
        {"0.1", 0.1},       {"9007199254740993", 9007199254740992.0},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(number_of(row.text) == near(row.value));
    }
}

TEST_CASE("a number in any other form is refused at its place") {
    struct Row {
        std::string formula;
        std::size_t column;
        std::string part;
        std::string what;
        std::string hint;
    };
    const std::string long_number(65, '1');
    const Row rows[] = {
        {"2 * 010", 5, "010", "no leading zero", "write 10"},
        {"00", 1, "00", "no leading zero", "write 0"},
        {"0123/45678", 1, "0123", "no leading zero", "write 123"},  // as long as a date
        {"2024-01-31", 1, "2024-01-31", "a date is no length of time", "such as `5 years`"},
        {"01/02/2027", 1, "01/02/2027", "a date is no length of time", "such as `5 years`"},
        {"a + .5", 5, ".5", "starts with a digit", "write 0 before the point"},
        {"5.", 1, "5.", "does not end with a point", "write 5"},
        {"1,000", 1, "1,000", "has no commas", "write 1000 or 1k"},
        {"1,234", 1, "1,234", "has no commas", "write 1234"},
        {"1,5", 1, "1,5", "has no commas", "write 1.5"},
        {"0x1F", 1, "0x1F", "decimal", "write 31"},
        {"0X10", 1, "0X10", "decimal", "write 16"},
        {"0b101", 1, "0b101", "decimal", "write 5"},
        {"2 * 0o17", 5, "0o17", "decimal", "write 15"},
        {"1_", 1, "1_", "only between digits", ""},
        {"1__0", 1, "1__0", "only between digits", ""},
        {"1e400", 1, "1e400", "out of range", ""},
        {long_number, 1, long_number, "at most 64 characters", ""},
        {"100:", 1, "100:", "a number on both sides", "100:1"},
        {"5:0", 1, "5:0", "divides by zero", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.formula);
        const auto found = refusal([&] { lex(formula_text(row.formula)); });
        CHECK(found.column == row.column);
        CHECK(found.part == row.part);
        CHECK(contains(found.what, row.what));
        CHECK(contains(found.hint, row.hint));
    }
    CHECK(number_of(std::string(64, '1')) == near(1.1111111111111111e63));
}

TEST_CASE("a character of another alphabet says what to write instead") {
    struct Row {
        std::string formula;
        std::string part;
        std::string hint;
    };
    const Row rows[] = {
        {"2 × 3", "×", "`*`"}, {"2 ÷ 3", "÷", "`/`"},       {"2 − 3", "−", "`-`"}, {"a ≤ 3", "≤", "`<=`"},
        {"5 µs", "µ", "`us`"}, {"€5", "€", "`$`"},          {"2²", "²", "`^2`"},   {"a = 3", "=", "`==`"},
        {"[3]", "[", "`(`"},   {"٣", "٣", "digits 0 to 9"}, {"#", "#", ""},        {"1M..2M", ".", "`1M to 2M`"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.formula);
        const auto found = refusal([&] { lex(formula_text(row.formula)); });
        CHECK(found.part == row.part);
        CHECK(contains(found.what, "no meaning here"));
        CHECK(contains(found.hint, row.hint));
    }
}

TEST_CASE("plus and minus together are one sign, with a blank between them two") {
    for (const auto* formula : {"1M ± 10%", "1M +- 10%", "1M+/-2.5 %"}) {
        CAPTURE(formula);
        const auto tokens = tokens_of(formula);
        REQUIRE(tokens.size() == 4);
        CHECK(tokens[1] == kPlusMinus);
    }
    CHECK(tokens_of("5 + -3").size() == 4);
}

TEST_CASE("blanks that come along from a page are blanks") {
    CHECK(tokens_of("5\u00a0KB\u2009+\u202f3 KB").size() == 5);
}

TEST_CASE("thousands that are parted in another way are said in full") {
    struct Row {
        std::string formula;
        std::string part;
        std::string hint;
    };
    const Row rows[] = {
        {"10 000", "10 000", "write 10000 or 10k"},
        {"1 234 567 users", "1 234 567", "write 1234567"},
        {"1.000.000", "1.000.000", "write 1000000 or 1M"},
        {"1'000'000", "1'000'000", "write 1000000 or 1M"},
        {"1\u2009000\u2009000", "1\u2009000\u2009000", "write 1000000 or 1M"},
        {"25\u00a0000 per day", "25\u00a0000", "write 25000 or 25k"},
        {"1,234.5", "1,234.5", "write 1234.5"},
        {"1.234,5", "1.234,5", "write 1234.5"},
        {"1,00,000", "1,00,000", "write 100000 or 100k"},
        {"12,5", "12,5", "write 12.5"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.formula);
        const auto found = refusal([&] { lex(formula_text(row.formula)); });
        CHECK(found.part == row.part);
        CHECK(found.hint == row.hint);
    }
    CHECK(refusal([] { lex(formula_text("250.000")); }).hint == "write 250000 or 250");
    CHECK(tokens_of("1.125").size() == 1);
}

TEST_CASE("a comma outside of a function stands between nothing") {
    for (const auto* formula : {"a, b", "2 * a, b", "(a) + (b), c", "min(a, b), c", "a), b"}) {
        CAPTURE(formula);
        CHECK(refusal([&] { lex(formula_text(formula)); }).part == ",");
    }
    CHECK(tokens_of("min(1,100, 2)").size() == 8);  // three arguments
    CHECK(contains(refusal([] { lex(formula_text("min(1,000, 2)")); }).what, "leading zero"));
}

TEST_CASE("an error of a formula begins with its subject and points at its part") {
    Text text = formula_text("300M * x");
    text.subject = "dau";
    const Error error = formula_error(text, 7, 8, "'x' is not known", "did you mean?");
    CHECK(error.what == "dau: 'x' is not known");
    CHECK(location_of(error.where).column == 8);
    CHECK(error.hint.text == "did you mean?");
}

}  // namespace bote::test::lexer_test
