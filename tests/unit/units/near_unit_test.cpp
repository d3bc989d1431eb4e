#include "bote/units/near_unit.hpp"

#include <string>

#include "project/catch.hpp"

namespace bote::test::near_unit_test {

TEST_CASE("a misspelt unit finds the nearest spelling of one that fits") {
    struct Row {
        std::string word;
        std::optional<Dimension> wanted;
        std::string nearest;
    };
    const Row rows[] = {
        {"megabites", kByte, "megabytes"},  // as near to megabits, an eighth of it
        {"kilobyt", kByte, "kilobyte"},
        {"terabyres", std::nullopt, "terabytes"},
        {"milisecond", kSecond, "millisecond"},
        {"gbytes", kByte, "GBytes"},
        {"mbits", kByte, "MBits"},
        {"fear", kByte, ""},  // a year is no size
        {"fear", kSecond, "year"},
        {"pie", kCount, ""},  // nor does a count have a unit
        {"hs", kByte, ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.word);
        CHECK(near_unit(row.word, row.wanted, fits_behind_number).value_or("") == row.nearest);
    }
}

TEST_CASE("a plural is that of a unit, and of one that fits") {
    CHECK(unit_in_plural("KBs", kByte, fits_behind_number) == "KB");
    CHECK(unit_in_plural("hs", std::nullopt, fits_behind_number) == "h");
    CHECK_FALSE(unit_in_plural("KBs", kMoney, fits_behind_number).has_value());
    CHECK_FALSE(unit_in_plural("KBs", kByte / kSecond, fits_behind_number).has_value());
    CHECK_FALSE(unit_in_plural("xs", kByte, fits_behind_number).has_value());
    CHECK_FALSE(unit_in_plural("KB", kByte, fits_behind_number).has_value());
}

TEST_CASE("behind a slash only a time makes a rate") {
    CHECK(near_unit("mnth", kCount / kSecond, fits_behind_slash) == "month");
    CHECK_FALSE(near_unit("Gbyte", kCount / kSecond, fits_behind_slash).has_value());
    CHECK(near_unit("Gbyt", kMoney, fits_behind_slash) == "Gbyte");
}

}  // namespace bote::test::near_unit_test
