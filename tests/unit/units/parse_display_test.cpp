#include "bote/units/display.hpp"

#include <string>

#include "project/catch.hpp"

namespace bote::test::parse_display_test {
namespace {

std::string symbol_of(UnitIndex unit) { return unit == kNoUnit ? "" : std::string(unit_at(unit).symbol); }

/// "KB/h" of `[KB per user per h]`: the unit before the slash and those behind it.
std::string units_of(std::string_view text) {
    const Display display = parse_display(text).value();
    std::string units = symbol_of(display.unit);
    for (const UnitIndex per : display.per) units += per == kNoUnit ? "" : "/" + symbol_of(per);
    return units;
}

}  // namespace

TEST_CASE("a magnitude that is asked for is the one of its row, with money too") {
    const auto magnitude = [](std::string_view text) { return int{parse_display(text).value().magnitude}; };
    CHECK(magnitude("k") == 1);
    CHECK(magnitude("thousand") == 2);
    CHECK(magnitude("M/day") == 3);
    CHECK(magnitude("million") == 4);
    CHECK(magnitude("billion/s") == 5);
    CHECK(magnitude("bn") == 6);
    CHECK(magnitude("trillion") == 7);
    CHECK(magnitude("") == 0);
    CHECK(magnitude("lakh") == 8);
    CHECK(magnitude("crore") == 9);
    CHECK(magnitude("K users") == 1);
    CHECK(magnitude("million users/day") == 4);
    CHECK(magnitude("millions of users") == 4);
    CHECK(magnitude("thousands") == 2);
    CHECK(magnitude("trillions") == 7);
    CHECK(magnitude("mn") == 3);
    CHECK(magnitude("users") == 0);  // the magnitude that fits
    CHECK_FALSE(parse_display("of users"));
    const Display money = parse_display("$k/month").value();
    CHECK(money.numerator == Numerator::money);
    CHECK(money.magnitude == 1);
    CHECK(money.dimension == kMoney / kSecond);
    CHECK(parse_display("million")->numerator == Numerator::count);
    CHECK(parse_display("million")->dimension == kCount);
}

TEST_CASE("units behind slashes stay as they are written, things that are counted do not count") {
    CHECK(units_of("GB/day") == "GB/day");
    CHECK(units_of("KB per user per h") == "KB/h");
    CHECK(units_of(" B / s ") == "B/s");
    CHECK(units_of("B/s/day") == "B/s/day");
    CHECK(units_of("/user/day") == "/day");
    CHECK(units_of("requests/user") == "");
    CHECK(units_of("rpm") == "/min");
    CHECK(units_of("daily") == "/day");
    CHECK(parse_display("rpm")->dimension == kCount / kSecond);
    CHECK(parse_display("B/s/day")->dimension == kByte / kSecond / kSecond);
    CHECK_FALSE(parse_display("B/s/day/month"));  // two at most
    CHECK_FALSE(parse_display("B/dayy"));
    CHECK_FALSE(parse_display("5 users"));
    CHECK_FALSE(parse_display("users days"));
}

TEST_CASE("the first unit says how a number is scaled") {
    const auto numerator = [](std::string_view text) { return parse_display(text).value().numerator; };
    CHECK(numerator("k+m") == Numerator::times);
    CHECK(numerator("1") == Numerator::count);
    CHECK(numerator("machines") == Numerator::whole);
    CHECK(numerator("shards") == Numerator::whole);
    CHECK(numerator("bit") == Numerator::bits);
    CHECK(numerator("bps") == Numerator::bits);
    CHECK(numerator("Mbps") == Numerator::fixed);
    CHECK(numerator("s") == Numerator::seconds);
    CHECK(numerator("ms") == Numerator::fixed);
    CHECK(parse_display("ms")->dimension == kSecond);
}

TEST_CASE("a month is a twelfth of a year beside money alone, and back") {
    const Conventions conventions;
    const auto month_of = [&](const Display& display, std::size_t place) {
        return factor(unit_at(display.per[place]), conventions);
    };
    CHECK(month_of(*parse_display("$/month"), 0) == conventions.year / 12);
    CHECK(month_of(*parse_display("$/GB/month"), 1) == conventions.year / 12);
    CHECK(month_of(*parse_display("B/month"), 0) == conventions.month);
    CHECK(month_of(with_billing_months(*parse_display("B/month")), 0) == conventions.year / 12);
    CHECK(with_billing_months(*parse_display("B/day")) == *parse_display("B/day"));
}

TEST_CASE("a dimension without a unit is shown in that of which people speak") {
    CHECK(display_for(kCount) == *parse_display(""));
    CHECK(display_for(kByte / kSecond) == *parse_display("B/s"));
    CHECK(display_for(kMoney / kSecond) == *parse_display("$/month"));
    CHECK(display_for(kMoney / kByte / kSecond) == *parse_display("$/GB/month"));
    CHECK(display_for(kMoney / kByte) == *parse_display("$/GB"));
    const Display unusual = display_for(kByte * kByte);
    CHECK(unusual.numerator == Numerator::times);
    CHECK(unusual.dimension == kByte * kByte);
}

}  // namespace bote::test::parse_display_test
