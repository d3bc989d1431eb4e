#include "formula/separators.hpp"

#include "formula/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::separators_test {
namespace {

struct Row {
    std::string formula;
    std::string part;
    std::string hint;
};

void check_refusals(std::initializer_list<Row> rows) {
    for (const Row& row : rows) {
        CAPTURE(row.formula);
        const Refusal found = refusal([&] { lex(formula_text(row.formula)); });
        CHECK(found.part == row.part);
        CHECK(found.hint == row.hint);
    }
}

}  // namespace

TEST_CASE("groups of three digits are refused with the number to write") {
    check_refusals({{"10 000", "10 000", "write 10000 or 10k"},
                    {"1'000'000/day", "1'000'000", "write 1000000 or 1M"},
                    {"1.234.567", "1.234.567", "write 1234567"},
                    {"2 * 1\u2019500", "1\u2019500", "write 1500"},
                    {"12\u00a0345", "12\u00a0345", "write 12345"}});
}

TEST_CASE("one point is a fraction, and a blank before other than three digits parts no thousands") {
    for (const auto* fine : {"1.125", "0.000", "1234.000", "1.000M", "1.000 million", "1.000e3", "99.000%", "1.0000"})
        CHECK_NOTHROW(check_groups(formula_text(fine), 0));
    for (const auto* open : {"1.000", "250.000/day", "500.000 KB", "10.000 users"})
        CHECK(contains(refusal([&] { check_groups(formula_text(open), 0); }).what, "could be"));
    CHECK_NOTHROW(check_groups(formula_text("10 00"), 0));
    CHECK_NOTHROW(check_groups(formula_text("10 0000"), 0));
    CHECK_NOTHROW(check_groups(formula_text("1_000"), 0));
}

TEST_CASE("a comma in a number is taken for thousands or for a fraction, whichever its digits say") {
    check_refusals({{"1,000", "1,000", "write 1000 or 1k"},
                    {"1,234.5", "1,234.5", "write 1234.5"},
                    {"2 * 1,234.5 KB", "1,234.5", "write 1234.5"},
                    {"2 * 1,5", "1,5", "write 1.5"},
                    {"2 * 1.234,5", "1.234,5", "write 1234.5"},
                    {"1,00,000", "1,00,000", "write 100000 or 100k"},
                    {"1,5", "1,5", "write 1.5"},
                    {"1.234,5", "1.234,5", "write 1234.5"},
                    {"1.5,5", "1.5,5", "write it without separators"},
                    {"123,4,5", "123,4,5", "write it without separators"}});
}

TEST_CASE("a comma beside no plain number parts arguments, and is refused outside of a call") {
    for (const std::string formula : {"a, b", "1M,2M", "5,", "5 , 5"}) {
        CAPTURE(formula);
        const Refusal found = refusal([&] { lex(formula_text(formula)); });
        CHECK(found.part == ",");
        CHECK(found.what == "a comma stands only between the arguments of a function");
    }
    CHECK_NOTHROW(lex(formula_text("max(1,200)")));
}

}  // namespace bote::test::separators_test
