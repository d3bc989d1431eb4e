#include "formula/characters.hpp"

#include "project/catch.hpp"

namespace bote::test::characters_test {

TEST_CASE("a number ends behind its fraction and its power of ten") {
    struct Row {
        std::string_view text;
        std::size_t end;
    };
    const Row rows[] = {{"", 0},     {"KB", 0},       {"5", 1},      {"5 KB", 1},     {"1_000", 5}, {"1_", 1},
                        {"1__0", 1}, {"1.5e3 KB", 5}, {"1.5e-3", 6}, {"1.5e+3/s", 6}, {"2e", 1},    {"2e-", 1},
                        {"5.", 1},   {"5.x", 1},      {"1.2.3", 3},  {"1e1_0", 5}};
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(end_of_number(row.text, 0) == row.end);
    }
}

TEST_CASE("a word ends before the first character that no name has") {
    CHECK(end_of_word("100M/day", 3) == 4);
    CHECK(end_of_word("rps_per_core", 0) == 12);
    CHECK(end_of_word("tweet.writes", 0) == 5);
    CHECK(end_of_word("day", 3) == 3);
}

TEST_CASE("digits and fractions begin where they are looked for") {
    CHECK(end_of_digits("a12b", 1) == 3);
    CHECK(end_of_digits("a12b", 0) == 0);
    CHECK(end_of_digits("1_2_", 0) == 3);
    CHECK(end_of_fraction("1.25x", 1) == 4);
    CHECK(end_of_fraction("1.x", 1) == 1);
    CHECK(end_of_fraction("1", 1) == 1);
}

TEST_CASE("blanks are those of a keyboard and those that a page is set with") {
    CHECK(blank_length("") == 0);
    CHECK(blank_length("x ") == 0);
    for (const std::string_view narrow : {" ", "\t", "\n", "\r"}) CHECK(blank_length(narrow) == 1);
    CHECK(blank_length("\u00a05") == 2);  // no-break
    CHECK(blank_length("\u20095") == 3);  // thin
    CHECK(blank_length("\u202f5") == 3);  // narrow no-break
    CHECK(blank_length("\u20075") == 3);  // figure
}

}  // namespace bote::test::characters_test
