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
    };
    for (const Row& row : rows) {
        CAPTURE(row.word);
        CHECK(near_unit(row.word, row.wanted, fits_behind_number).value_or("") == row.nearest);
    }
}

TEST_CASE("behind a slash only a time makes a rate") {
    CHECK(near_unit("mnth", kCount / kSecond, fits_behind_slash) == "month");
    CHECK_FALSE(near_unit("Gbyte", kCount / kSecond, fits_behind_slash).has_value());
    CHECK(near_unit("Gbyt", kMoney, fits_behind_slash) == "Gbyte");
}

}  // namespace bote::test::near_unit_test
