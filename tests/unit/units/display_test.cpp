#include "bote/units/display.hpp"

#include <rapidcheck.h>

#include <cmath>
#include <limits>
#include <string>

#include "formula/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::display_test {
using bote::test::near;
using bote::test::value_of;

namespace {

constexpr double kDay = 86'400;
constexpr double kYear = 365 * kDay;

std::string shown(double value, std::string_view unit, int digits = kShownDigits, const Conventions& agreed = {}) {
    const auto display = parse_display(unit);
    REQUIRE(display);
    return format(value, *display, agreed, digits);
}

}  // namespace

TEST_CASE("a value of any dimension reads back as it is shown") {
    for (int powers = 0; powers < 27; ++powers) {
        const Dimension dimension{powers % 3 - 1, powers / 3 % 3 - 1, powers / 9 - 1};
        for (const double value : {1.5, 0.0, -2.0}) {
            const std::string text = format(value, display_for(dimension), {});
            CAPTURE(text);
            CHECK(value_of(text, dimension) == near(shown_value(value, display_for(dimension), {}, kShownDigits)));
        }
    }
    CHECK(format(15, display_for(kMoney * kByte), {}) == "$15 * B");
    CHECK(format(-15, display_for(kMoney * kSecond / kByte), {}) == "-$15 * s/B");
}

TEST_CASE("a value is shown with three digits and the unit that fits") {
    struct Row {
        double value;
        std::string unit;
        std::string text;
    };
    const Row rows[] = {
        {579'000, "B/s", "579 KB/s"},
        {50e9, "B", "50 GB"},
        {391.07e12, "B", "391 TB"},
        {999, "B", "999 B"},
        {999.5e3, "B", "1 MB"},
        {5e9 / kDay, "B/day", "5 GB/day"},
        {182.5e9, "", "183 billion"},
        {100e6, "users", "100M"},
        {1234, "", "1.23k"},
        {3.52e12, "", "3.52 trillion"},
        {12, "", "12"},
        {1157.4074, "/s", "1.16k/s"},
        {100e6 / kDay, "/day", "100M/day"},
        {5 * kYear, "s", "5 years"},
        {kYear, "s", "1 year"},
        {kYear, "years", "1 year"},
        {3600, "hours", "1 hour"},
        {7200, "hours", "2 hours"},
        {kDay, "s", "1 day"},
        {30 * kDay, "s", "30 days"},
        {3600, "s", "1 h"},
        {90, "s", "1.5 min"},
        {0.0001, "s", "100 us"},
        {0.25, "s", "250 ms"},
        {1110, "$", "$1110"},
        {9999, "$", "$10k"},
        {20'000, "$", "$20k"},
        {121'000, "$", "$121k"},
        {0.023, "$", "$0.023"},
        {0.3, "%", "30%"},
        {0.005, "%", "0.5%"},
        {1.5, "%", "150%"},
        {100, ":1", "100:1"},
        {1.6, "x", "1.6"},
        {578'703.7, "bps", "4.63 Mbps"},
        {1.25e9, "bps", "10 Gbps"},
        {1563, "servers", "1563"},
        {10'000, "machines", "10000"},
        {33, "shards", "33"},
        {20, "MB", "0.00002 MB"},
        {500e3, "KB", "500 KB"},
        {5e6 / kDay, "k/day", "5000k/day"},
        {5e6 / kDay, "million/day", "5 million/day"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.value, row.unit);
        CHECK(shown(row.value, row.unit) == row.text);
    }
}

TEST_CASE("a share near 100% shows what it lacks or exceeds") {
    struct Row {
        double value;
        std::string text;
    };
    const Row rows[] = {
        {1, "100%"},
        {0.99, "99%"},
        {0.985, "98.5%"},
        {0.995, "99.5%"},
        {0.999, "99.9%"},
        {0.9995, "99.95%"},
        {0.9999, "99.99%"},
        {0.99999, "99.999%"},
        {0.999912, "99.9912%"},
        {0.999999999, "99.9999999%"},
        {1 - 1e-15, "100%"},
        {1.001, "100.1%"},
        {1.00042, "100.042%"},
        {1.004, "100.4%"},
        {1.023, "102%"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.value);
        CHECK(shown(row.value, "%") == row.text);
    }
}

TEST_CASE("no time at all is in seconds") {
    CHECK(shown(0, "s") == "0 s");
    CHECK(shown(0, "s", kWorkingDigits) == "0 s");
    CHECK(shown(1e-9, "s") == "1 ns");
}

TEST_CASE("a slow rate is shown by the day, a very slow one by the year") {
    CHECK(shown(0.2, "/s") == "0.2/s");
    CHECK(shown(0.05, "/s") == "4.32k/day");
    CHECK(shown(1 / kDay, "/s") == "1/day");
    CHECK(shown(10 / kYear, "/s") == "10/year");
    CHECK(shown(0.05, "/s", kShownDigits, {100'000}) == "5k/day");
    CHECK(shown(0, "/s") == "0/s");
}

TEST_CASE("a tie is rounded away from zero, as people do") {
    CHECK(shown(187.5e9 / kDay, "B/day") == "188 GB/day");
    CHECK(shown(182.5e9, "") == "183 billion");
    CHECK(shown(-182.5e9, "") == "-183 billion");
    CHECK(shown(0.125, "%", 2) == "13%");
    CHECK(shown(12.25, "x") == "12.3");
    const double noisy = 219e12 / (1 - 0.2) * 2 * (1 - 1e-16);  // 547.5 TB but for the last bit
    CHECK(shown(std::nextafter(noisy, 0), "B") == "548 TB");
}

TEST_CASE("the next unit begins where rounding would show a thousand") {
    CHECK(shown(999.4, "") == "999");
    CHECK(shown(999.6, "") == "1k");
    CHECK(shown(999'600, "B/s") == "1 MB/s");
    CHECK(shown(59.99, "s") == "1 min");
}

TEST_CASE("zero, negative and impossible values have a text too") {
    CHECK(shown(0, "B") == "0 B");
    CHECK(shown(-0.0, "") == "0");
    CHECK(shown(0, "%") == "0%");
    CHECK(shown(-579'000, "B/s") == "-579 KB/s");
    CHECK(shown(-1200, "$") == "-$1200");
    for (const auto* unit : {"", "B", "/s", "%", "servers", "$", "bps", ":1", "x"}) {
        CAPTURE(unit);
        CHECK(shown(NAN, unit) == "out of range");
        CHECK(shown(INFINITY, unit) == "out of range");
        CHECK(shown(-INFINITY, unit) == "out of range");
    }
    CHECK(shown(0x1p63, "") == "9.22e18");
    CHECK(shown(9e15, "") == "9000 trillion");
    CHECK(shown(1e300, "") == "1e300");
}

TEST_CASE("a length of time and a size follow the conventions") {
    const Conventions agreed{100'000, 30e5, 36.5e6, 1024};
    CHECK(shown(1e5, "s", kShownDigits, agreed) == "1 day");
    CHECK(shown(73e6, "s", kShownDigits, agreed) == "2 years");
    CHECK(shown(5e9, "B/day", kShownDigits, {100'000}) == "500 TB/day");
    CHECK(shown(0x1p30, "B", kShownDigits, agreed) == "1 GB");
    CHECK(shown(2.5 * 1024, "B", kShownDigits, agreed) == "2.5 KB");
}

TEST_CASE("bits of a rate are bps, or bits with the time that was asked for") {
    CHECK(format(1e6, *parse_display("bps"), {}) == "8 Mbps");
    CHECK(format(1e6, *parse_display("bit/s"), {}) == "8 Mbit/s");
    CHECK(format(1e6, *parse_display("bit/day"), {}) == "691 Gbit/day");  // 8 Mbit/s * 86,400 s
}

TEST_CASE("a display is read from the brackets of a definition") {
    struct Row {
        std::string unit;
        Numerator numerator;
        Dimension dimension;
    };
    const Row rows[] = {
        {"", Numerator::count, kCount},
        {"users", Numerator::count, kCount},
        {"/s", Numerator::count, kCount / kSecond},
        {"/day", Numerator::count, kCount / kSecond},
        {"servers", Numerator::whole, kCount},
        {"%", Numerator::share, kCount},
        {":1", Numerator::ratio, kCount},
        {"x", Numerator::times, kCount},
        {"B", Numerator::bytes, kByte},
        {"B/day", Numerator::bytes, kByte / kSecond},
        {"bps", Numerator::bits, kByte / kSecond},
        {"s", Numerator::seconds, kSecond},
        {"$", Numerator::money, kMoney},
        {"$/GB/month", Numerator::money, kMoney / kByte / kSecond},
        {"TB", Numerator::fixed, kByte},
        {"1/s", Numerator::count, kCount / kSecond},
        {"rps", Numerator::count, kCount / kSecond},
        {"million/day", Numerator::count, kCount / kSecond},
        {"requests per second", Numerator::count, kCount / kSecond},
        {"/user/day", Numerator::count, kCount / kSecond},
        {"M users", Numerator::count, kCount},
        {"USD/month", Numerator::money, kMoney / kSecond},
        {"GB per day", Numerator::fixed, kByte / kSecond},
    };
    for (const Row& row : rows) {
        CAPTURE(row.unit);
        const auto display = parse_display(row.unit);
        REQUIRE(display);
        CHECK(display->numerator == row.numerator);
        CHECK(display->dimension == row.dimension);
    }
    for (const auto* wrong : {"foo", "gb", "/foo", "B/", "B/day/day/day", "/", "//s"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_display(wrong));
    }
}

TEST_CASE("a month beside money is shown as a twelfth of a year") {
    const double bill = 12 / kYear;
    CHECK(shown(100 * bill, "$/month") == "$100/month");
    CHECK(shown(0.023e-9 * bill, "$/GB/month") == "$0.023/GB/month");
    CHECK(shown(300e6 / 30 / kDay, "/month") == "300M/month");
}

TEST_CASE("every dimension has a display of its own dimension") {
    for (const auto dimension : {kCount, kByte, kSecond, kMoney, kByte / kSecond, kCount / kSecond, kMoney / kSecond,
                                 kMoney / kByte / kSecond, kByte * kByte, kCount / kByte}) {
        CAPTURE(describe(dimension));
        CHECK(display_for(dimension).dimension == dimension);
    }
}

TEST_CASE("what is printed reads back as the value, to the digits shown") {
    for (const auto* unit :
         {"",    "users", "/s", "/day", "%",       ":1",         "x",       "B",  "B/s", "B/day",
          "bps", "bit",   "s",  "$",    "$/month", "$/GB/month", "servers", "KB", "GB",  "B/s/day"}) {
        const Display display = *parse_display(unit);
        INFO(unit);
        CHECK(rc::check([&](bool negative, bool working) {
            const int digits = working ? kWorkingDigits : kShownDigits;
            const double mantissa = *rc::gen::inRange(1'000'000, 10'000'000) / 1e6;
            const double size = mantissa * std::pow(10, *rc::gen::inRange(-12, 25));
            const double value = negative ? -size : size;
            const std::string text = format(value, display, {}, digits);
            const double share = 0.5000001 * std::pow(10, 1 - digits);
            RC_ASSERT(value_of(text, display.dimension) == near(value, share));
        }));
    }
}

TEST_CASE("a value reads well from 1 to 9999 of its unit") {
    const Display terabytes = *parse_display("TB");
    CHECK(reads_well(391e12, terabytes, {}));
    CHECK(reads_well(0, terabytes, {}));
    CHECK_FALSE(reads_well(391e9, terabytes, {}));
    CHECK_FALSE(reads_well(2e16, terabytes, {}));
}

TEST_CASE("a value is the one that its text says") {
    const Display bytes = *parse_display("B");
    CHECK(shown_value(391.0714e12, bytes, {}, 3) == near(391e12));
    CHECK(shown_value(391.0714e12, bytes, {}, 4) == near(391.1e12));
    CHECK(shown_value(5e9 / kDay, *parse_display("B/day"), {}, 3) == near(5e9 / kDay));
    CHECK(shown_value(1563, *parse_display("servers"), {}, 3) == 1563);
}

TEST_CASE("a value that is restated reads the same under other conventions") {
    const Conventions other{100'000, 30 * 100'000.0, 360 * 100'000.0, 1024};
    struct Row {
        std::string text;
        std::string unit;
    };
    const Row rows[] = {{"1 GB/day", "B/day"},     {"999 PB", "B"},
                        {"5 years", "s"},          {"3 days", "s"},
                        {"90 min", "s"},           {"4k/day", "/s"},
                        {"7/year", "/s"},          {"12/s", "/s"},
                        {"$20k/month", "$/month"}, {"4.63 Mbps", "bps"},
                        {"512 KB", "KB"},          {"33", "servers"},
                        {"3 days/year", "s/year"}, {"2 years/month", "s/month"},
                        {"90 min/day", "s/day"},   {"512 KB/day", "KB/day"}};
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const Display display = *parse_display(row.unit);
        const double usual = value_of(row.text, display.dimension);
        CHECK(restated(usual, display, {}, other) == near(value_of(row.text, display.dimension, other)));
    }
}

TEST_CASE("what a dollar buys is printed as it is read") {
    const auto per_dollar = display_for(kCount / kMoney);
    CHECK(format(5.0 / 3, per_dollar, {}) == "1.67/$");
    CHECK(value_of("1.67/$") == 1.67);
    CHECK(value_of("1.2238e-7/$/s") == near(1.2238e-7));
    CHECK(value_of("12 / $ * 3") == 36);
    CHECK(value_of("12 / $3") == 4);
}

}  // namespace bote::test::display_test
