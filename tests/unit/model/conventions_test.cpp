#include "model/reader.hpp"

#include <optional>
#include <string>

#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::conventions_test {
namespace {

constexpr double kUsualDay = 86'400;

struct Read {
    Conventions conventions;
    Errors errors;
};

Read read(const std::string& conventions, const std::optional<Setting>& day = std::nullopt) {
    Read result;
    result.conventions = read_conventions(workload_of("conventions: {" + conventions + "}\n"), day, result.errors);
    return result;
}

std::string refused(const std::string& conventions) {
    const Read found = read(conventions);
    REQUIRE(found.errors.size() == 1);
    return one_line(found.errors.front());
}

}  // namespace

TEST_CASE("a month of 30 and a year of 365 days go with the day, unless they are given") {
    const Conventions longer = read("day: 100000 s").conventions;
    CHECK(longer.day == 1e5);
    CHECK(longer.month == 30e5);
    CHECK(longer.year == 365e5);
    CHECK(longer.kilo == 1000);
    const Conventions month = read("month: 28 days").conventions;
    CHECK(month.day == kUsualDay);
    CHECK(month.month == 28 * kUsualDay);
    CHECK(month.year == 365 * kUsualDay);
    CHECK(read("kilo: 1024").conventions.kilo == 1024);
    CHECK(read("kilo: 1000").errors.empty());
}

TEST_CASE("each is made of those before it, in whatever order they stand") {
    const Conventions all = read("year: 13 months, month: 4 weeks, day: 25 h").conventions;
    CHECK(all.day == 90'000);
    CHECK(all.month == 4 * 7 * 90'000);
    CHECK(all.year == near(13.0 * 4 * 7 * 90'000));
    const std::string before = ": a convention uses only those before it: day, month, year, kilo";
    CHECK(refused("day: 1 day") == "1:20: day" + before + "; write it in seconds");
    CHECK(refused("day: 1 year / 365") == "1:20: day" + before + "; write it in seconds");
    CHECK(refused("month: 1 month") == "1:22: month" + before + "; write it in seconds");
    CHECK(refused("month: 1 year / 12") == "1:22: month" + before + "; write it in seconds");
    CHECK(refused("year: 1 year") == "1:21: year" + before + "; write it in seconds");
    CHECK(refused("kilo: 1 KB / 1 B").starts_with("1:21: kilo" + before));
}

TEST_CASE("what is wrong leaves the others as they are, and each is told") {
    const Read found = read("day: 0 s, month: -1 s, kilo: 1001, year: 360 days, moon: 5");
    CHECK(found.errors.size() == 4);
    CHECK(found.conventions.day == kUsualDay);
    CHECK(found.conventions.month == 30 * kUsualDay);
    CHECK(found.conventions.kilo == 1000);
    CHECK(found.conventions.year == 360 * kUsualDay);
    CHECK(refused("day: 5").starts_with("1:20: day: expected a duration, found a count"));
    CHECK(refused("yaer: 5 s") == "1:15: there is no convention 'yaer'; did you mean 'year'?");
}

TEST_CASE("the day of the command line counts in place of the file's, before month and year") {
    const Setting day = read_option("day=50000 s", "--day");
    const Read found = read("day: 100000 s, year: 10 days", day);
    CHECK(found.errors.empty());
    CHECK(found.conventions.day == 50'000);
    CHECK(found.conventions.month == 30 * 50'000);
    CHECK(found.conventions.year == 500'000);
}

TEST_CASE("another length of the day is a day for everything that follows it, and tells no error again") {
    const Conventions made =
        conventions_with_day(workload_of("conventions: {day: 1 s, year: 12 months, kilo: 5}\n"), 100);
    CHECK(made.day == 100);
    CHECK(made.month == 3000);
    CHECK(made.year == 36'000);
    CHECK(made.kilo == 1000);
}

}  // namespace bote::test::conventions_test
