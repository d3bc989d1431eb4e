#include "bote/render/number.hpp"

#include <cmath>
#include <cstdlib>
#include <limits>

#include "project/catch.hpp"

using namespace bote;

TEST_CASE("numbers for machines are whole or as short as they can be") {
    struct Row {
        double value;
        const char* text;
    };
    const Row rows[] = {
        {0, "0"},
        {-0.0, "0"},
        {86'400, "86400"},
        {1e15, "1000000000000000"},
        {-3, "-3"},
        {0.1, "0.1"},
        {1.0 / 3.0, "0.3333333333333333"},
        {547.5e12, "547500000000000"},
        {9007199254740991.0, "9007199254740991"},
        {9007199254740992.0, "9007199254740992"},
        {1e300, "1e+300"},
        {1e-9, "1e-09"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(write_number(row.value) == row.text);
        CHECK(std::strtod(write_number(row.value).c_str(), nullptr) == row.value);
    }
}

TEST_CASE("a number that is not finite is not written") {
    CHECK(write_number(std::numeric_limits<double>::infinity()).empty());
    CHECK(write_number(std::nan("")).empty());
}

TEST_CASE("whole numbers end where doubles skip some") {
    CHECK(as_whole(9007199254740991.0) == 9007199254740991);
    CHECK_FALSE(as_whole(9007199254740992.0).has_value());
    CHECK_FALSE(as_whole(0.5).has_value());
    CHECK_FALSE(as_whole(std::nan("")).has_value());
}
