#include "bote/units/dimension.hpp"

#include <string>

#include "project/catch.hpp"

namespace bote::test::dimension_test {

TEST_CASE("a dimension has a name that people use and the base unit of its values") {
    struct Row {
        Dimension dimension;
        std::string name;
        std::string base;
    };
    const Row rows[] = {
        {kCount, "a count", ""},
        {kByte, "a size (bytes)", "B"},
        {kSecond, "a duration", "s"},
        {kMoney, "an amount of money", "$"},
        {kCount / kSecond, "a rate (per second)", "/s"},
        {kByte / kSecond, "a data rate (bytes per second)", "B/s"},
        {kMoney / kSecond, "a cost over time (money per second)", "$/s"},
        {kMoney / kByte / kSecond, "a price for bytes over time", "$/B/s"},
        {kMoney / kByte, "a price for bytes", "$/B"},
        {kCount / kByte, "a count for each byte", "/B"},
        {kCount / kMoney, "a count for the money", "/$"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        CHECK(describe(row.dimension) == row.name);
        CHECK(base_unit(row.dimension) == row.base);
    }
}

TEST_CASE("an unusual dimension is spelled by its powers") {
    CHECK(base_unit(kByte * kByte) == "B^2");
    CHECK(base_unit(kByte * kSecond) == "B*s");
    CHECK(base_unit(kByte / kSecond / kSecond) == "B/s^2");
    CHECK(base_unit(kCount / kSecond / kSecond) == "/s^2");
    CHECK(describe(kByte * kByte) == "a value in B^2");
    CHECK(base_unit(kMoney * kByte / kSecond) == "$*B/s");
    CHECK(base_unit(kCount / kMoney / kByte) == "/$/B");
    CHECK(base_unit(kMoney * kMoney * kMoney) == "$^3");
}

TEST_CASE("dimensions multiply and divide") {
    CHECK(kByte / kSecond * kSecond == kByte);
    CHECK(kByte / kByte == kCount);
    CHECK(kMoney / kByte / kSecond == Dimension{-1, -1, 1});
}

}  // namespace bote::test::dimension_test
