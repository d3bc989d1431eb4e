#include "bote/units/decimal.hpp"

#include <cmath>

#include "project/catch.hpp"

using namespace bote;

TEST_CASE("a plain number has its digits and no trailing zeros") {
    CHECK(format_number(1.157407, 3) == "1.16");
    CHECK(format_number(547.5, 5) == "547.5");
    CHECK(format_number(547.5, 3) == "548");
    CHECK(format_number(100, 3) == "100");
    CHECK(format_number(123'456, 3) == "123000");
    CHECK(format_number(1.2e18, 3) == "1.2e18");
    CHECK(format_number(1e-9, 3) == "1e-9");
    CHECK(format_number(-0.0, 3) == "0");
    CHECK(format_number(NAN, 3) == "out of range");
}
