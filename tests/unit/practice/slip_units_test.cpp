// Slips of units, of the calendar and of zeroes.

#include "practice/collect.hpp"
#include "practice/collected.hpp"
#include "practice/planted.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::slip_units_test {

TEST_CASE("zeroes and thousands go wrong in every quantity, both ways") {
    const Collected codes(kCodes, "key.space", collect_units);
    CHECK(codes.ratio("a zero too many") == near(10));
    CHECK(codes.ratio("a zero lost") == near(0.1));
    CHECK(codes.ratio("two zeroes too many") == near(100));
    CHECK(codes.ratio("two zeroes lost") == near(0.01));
    CHECK(codes.ratio("a thousand too many") == near(1e3));
    CHECK(codes.ratio("a thousand lost") == near(1e-3));
    CHECK(codes.ratio("a million too many") == near(1e6));
    CHECK(codes.ratio("a billion lost") == near(1e-9));
    CHECK(codes.count(SlipKind::zero) == 4);
    CHECK(codes.count(SlipKind::thousand) == 6);
    CHECK(codes.collector.slips.size() == 10);  // a count has neither bytes nor a time
}

TEST_CASE("bits and powers of 1024 go wrong where there are bytes, up to five steps of them") {
    const Collected data(kRows, "new_data", collect_units);
    CHECK(data.ratio("bits taken for bytes") == near(8));
    CHECK(data.ratio("bytes taken for bits") == near(1 / 8.0));
    CHECK(data.ratio("1000 where 1024 was divided by") == near(1.024));  // the first of five
    CHECK(data.ratio("1024 taken for 1000") == near(1 / 1.024));
    CHECK(data.count(SlipKind::kilo) == 10);
    double most = 0;
    for (const Slip& slip : data.collector.slips) most = std::max(most, slip.kind == SlipKind::kilo ? slip.ratio : 0);
    CHECK(most == near(1.125899906842624));  // 1.024^5
}

TEST_CASE("the seconds of a day go wrong in a rate alone") {
    const Collected rate(kLinks, "write_qps", collect_units);
    CHECK(rate.ratio("a day's worth taken for a second's") == near(86'400));
    CHECK(rate.ratio("divided by the seconds of a day once too often") == near(1 / 86'400.0));
    CHECK(rate.ratio("divided by the seconds of a month, not of a day") == near(1 / 30.0));
    CHECK(rate.ratio("hours and days mixed up (24x)") == near(24));
    CHECK(rate.ratio("minutes mixed up with seconds or hours (60x)") == near(60));
    CHECK(rate.ratio("hours and seconds mixed up (3,600x)") == near(3600));
    const Collected size(kLinks, "data", collect_units);
    CHECK(size.count(SlipKind::day_for_second) == 0);
    CHECK(size.count(SlipKind::hour_and_day) == 0);
    CHECK(size.count(SlipKind::minute_and_second) == 0);
    // Nothing is written a day: nobody divides by a month in place of one.
    CHECK(Collected(kDevices, "write_qps", collect_units).find("divided by the seconds of a month, not of a day") ==
          nullptr);
}

TEST_CASE("where an input is given a month, it is left undivided, or divided by its days once too often") {
    const Collected rate(kMonthly, "write_qps", collect_units);
    CHECK(rate.ratio("a month's worth taken for a day's") == near(30));
    CHECK(rate.ratio("divided by the days of a month once too often") == near(1 / 30.0));
    CHECK(rate.ratio("a month's worth taken for a second's") == near(2'592'000));
    CHECK(rate.ratio("months and years mixed up (12x)") == near(12));
    CHECK(Collected(kDevices, "write_qps", collect_units).count(SlipKind::month_not_divided) == 0);
    CHECK(Collected(kMonthly, "data", collect_units).find("a month's worth taken for a second's") == nullptr);
    const Collected daily(kMonthly, "new_data", collect_units);  // asked for a day: seconds are not at issue
    CHECK(daily.find("a month's worth taken for a second's") == nullptr);
    CHECK(daily.find("a month's worth, not a day's") == nullptr);  // that is the month taken for a day's
    CHECK(daily.ratio("a month's worth taken for a day's") == near(30));
}

TEST_CASE("weeks, months and years go wrong where one of them is written, or a day is asked for") {
    const Collected week(kWeekly, "write_qps", collect_units);
    CHECK(week.ratio("days and weeks mixed up (7x)") == near(7));
    CHECK(week.ratio("a week's worth taken for a second's") == near(604'800));
    CHECK(week.find("months and years mixed up (12x)") == nullptr);
    const Collected kept(kLinks, "data", collect_units);  // for 5 years
    CHECK(kept.ratio("months and years mixed up (12x)") == near(12));
    CHECK(kept.ratio("took years for days") == near(1 / 365.0));
    const Collected daily("writes: 1M/s\nobject_size: 1 KB\n", "new_data", collect_units);
    CHECK(daily.ratio("a month's worth, not a day's") == near(30));
    CHECK(daily.ratio("a year's worth, not a day's") == near(365));
    const Collected yearly("writes: 365M/year\nobject_size: 1 KB\n", "write_qps", collect_units);
    CHECK(yearly.ratio("a year's worth taken for a second's") == near(31'536'000));
    CHECK(yearly.find("took years for days") == nullptr);  // nothing is kept
}

}  // namespace bote::test::slip_units_test
