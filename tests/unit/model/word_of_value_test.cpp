#include "model/word_of_value.hpp"

#include "project/catch.hpp"

namespace bote::test::word_of_value_test {

TEST_CASE("so many times is a number, and by the year what is added") {
    const auto number = [](std::string_view word) { return hint_for_word_of_value(word, false).instead; };
    const auto growth = [](std::string_view word) { return hint_for_word_of_value(word, true).instead; };
    CHECK(number("single") == "1");
    for (const auto* word : {"double", "doubles", "doubled", "doubling"}) {
        CAPTURE(word);
        CHECK(number(word) == "2");
        CHECK(growth(word) == "100%");
    }
    CHECK(number("triple") == "3");
    CHECK(growth("quadruples") == "300%");
    for (const auto* word : {"doubler", "doubl", "trip", "triplet", "", "two"}) {
        CAPTURE(word);
        CHECK(hint_for_word_of_value(word, false).empty());
    }
}

TEST_CASE("what has no end is asked for within the time that is looked at") {
    for (const auto* word : {"forever", "always", "infinite", "unlimited"})
        CHECK(hint_for_word_of_value(word, false).text ==
              "write how much it is within the time looked at, such as `10 years`");
}

TEST_CASE("a length of time that is no unit is one in parentheses behind a slash") {
    CHECK(hint_for_period("quarter").instead == "(3 months)");
    CHECK(hint_for_period("decade").instead == "(10 years)");
    CHECK(hint_for_period("year").empty());
}

}  // namespace bote::test::word_of_value_test
