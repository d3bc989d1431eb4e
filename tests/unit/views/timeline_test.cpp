#include "bote/views/timeline.hpp"

#include <cmath>
#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::timeline_test {
namespace {

constexpr double kDay = 86'400;
constexpr double kYear = 365 * kDay;

// A gigabyte a day at launch, doubling each year.
const std::string kDoubling = "writes: 1000/day\nobject_size: 1 MB\ngrowth: 100%\nheadroom: 50%\nreplication: 2\n";

Timeline timeline_of(const std::string& yaml, const TimelineOptions& options = {}) {
    return compute_timeline(estimate_of(yaml), options);
}

std::vector<double> times_of(const Timeline& timeline) {
    std::vector<double> times;
    for (const auto& moment : timeline.moments) times.push_back(moment.time);
    return times;
}

/// All crossings with the text, in order.
std::vector<double> crossings_of(const Timeline& timeline, const std::string& text) {
    std::vector<double> times;
    for (const auto& moment : timeline.moments) {
        for (const auto& each : moment.crossings) {
            if (contains(each.text, text)) times.push_back(each.at);
        }
    }
    return times;
}

}  // namespace

TEST_CASE("what grows doubles from year to year, what is kept is its integral") {
    const auto timeline =
        timeline_of(kDoubling + "retention: 9 years\nhorizon: 4 years\n", {0, {"qps", "data", "storage"}});
    REQUIRE(timeline.moments.size() == 5);
    for (std::size_t year = 0; year < timeline.moments.size(); ++year) {
        CAPTURE(year);
        const double grown = std::pow(2.0, static_cast<double>(year));
        const double data = 365e9 * (grown - 1) / std::log(2.0);
        CHECK(timeline.moments[year].time == near(static_cast<double>(year) * kYear));
        CHECK(timeline.moments[year].values[0] == near(1000 / kDay * grown));
        CHECK(timeline.moments[year].values[1] == near(data));
        CHECK(timeline.moments[year].values[2] == near(data * 4));  // half of it free, two copies
    }
}

TEST_CASE("a peak that is given for the horizon is reached there, from the same launch in each row") {
    const auto timeline = timeline_of(
        "peak_qps: 8000/s\npeak_factor: 4\nread_write_ratio: 9:1\nobject_size: 1 KB\ngrowth: 100%\nhorizon: 3 years\n",
        {0, {"peak_qps", "write_qps", "writes"}});
    REQUIRE(timeline.moments.size() == 4);
    const double launch = 8000.0 / 8 / 4 / 10;  // three doublings, a peak of 4, a tenth of it writes
    for (std::size_t year = 0; year < timeline.moments.size(); ++year) {
        CAPTURE(year);
        const double grown = std::pow(2.0, static_cast<double>(year));
        CHECK(timeline.moments[year].values[0] == near(launch * grown * 40));
        CHECK(timeline.moments[year].values[1] == near(launch * grown));
        CHECK(timeline.moments[year].values[2] == near(launch));
    }
}

TEST_CASE("of a rolling window only the last years are there") {
    const auto timeline = timeline_of(kDoubling + "retention: 1 year\nhorizon: 3 years\n", {0, {"data"}});
    REQUIRE(timeline.moments.size() == 4);
    const double unit = 365e9 / std::log(2.0);
    CHECK(timeline.moments[0].values[0] == 0);
    CHECK(timeline.moments[1].values[0] == near(unit));      // 2 - 1
    CHECK(timeline.moments[2].values[0] == near(unit * 2));  // 4 - 2
    CHECK(timeline.moments[3].values[0] == near(unit * 4));  // 8 - 4
}

TEST_CASE("the last row is that of the estimate itself") {
    const std::string yaml = kDoubling + "retention: 2 years\nhorizon: 30 months\nexisting: 5M\n";
    const auto estimate = estimate_of(yaml);
    const auto timeline = compute_timeline(estimate, {});
    REQUIRE_FALSE(timeline.quantities.empty());
    for (std::size_t i = 0; i < timeline.quantities.size(); ++i) {
        const QuantityIndex index = timeline.quantities[i];
        CAPTURE(estimate.model[index].name);
        CHECK(timeline.moments.back().values[i] == near(estimate.values.quantities[index]));
    }
}

TEST_CASE("a limit is crossed at the time at which the integral reaches it") {
    const auto timeline = timeline_of(kDoubling + "retention: 9 years\nhorizon: 5 years\nexpect: [data <= 1 TB]\n");
    // 365 GB * (2^t - 1) / ln 2 = 1 TB
    const auto fails = crossings_of(timeline, "`data <= 1 TB` fails");
    REQUIRE(fails.size() == 1);
    CHECK(fails[0] == near(std::log2(1 + std::log(2.0) / 0.365) * kYear, 1e-9));
    // Half of a disk of 4 TB: 2 TB of data in one part.
    const auto parts = crossings_of(timeline, "partition the data: 2 shards");
    REQUIRE(parts.size() == 1);
    CHECK(parts[0] == near(std::log2(1 + 2 * std::log(2.0) / 0.365) * kYear, 1e-9));
}

TEST_CASE("a crossing stands in the row of its year, in order of time") {
    const auto timeline =
        timeline_of(kDoubling + "retention: 9 years\nhorizon: 3 years\nexpect: [qps > 3000/day, qps < 2500/day]\n");
    REQUIRE(timeline.moments.size() == 4);
    CHECK(timeline.moments[0].crossings.empty());
    for (const auto& moment : timeline.moments) {
        for (std::size_t i = 1; i < moment.crossings.size(); ++i)
            CHECK(moment.crossings[i].at >= moment.crossings[i - 1].at);
    }
    std::vector<Change> expected;
    for (const auto& each : timeline.moments[2].crossings) {
        if (each.text.starts_with('`')) expected.push_back(each);
    }
    REQUIRE(expected.size() == 2);
    CHECK(expected[0].at == near(std::log2(2.5) * kYear, 1e-8));  // a billionth below the limit
    CHECK(expected[0].text == "`qps < 2500/day` fails");
    CHECK(expected[1].at == near(std::log2(3.0) * kYear, 1e-9));
    CHECK(expected[1].text == "`qps > 3000/day` holds");
}

TEST_CASE("rows are months up to two years, then years, and the end is always one") {
    const double month = 30 * kDay;
    CHECK(times_of(timeline_of("writes: 1/s\ngrowth: 1%\nhorizon: 3 months\n")) ==
          std::vector<double>{0, month, 2 * month, 3 * month});
    CHECK(times_of(timeline_of("writes: 1/s\ngrowth: 1%\nhorizon: 730 days\n")).size() ==
          26);  // 24 months are 720 days
    CHECK(times_of(timeline_of("writes: 1/s\ngrowth: 1%\nhorizon: 2.5 years\n")) ==
          std::vector<double>{0, kYear, 2 * kYear, 2.5 * kYear});
    CHECK(times_of(timeline_of("writes: 1/s\ngrowth: 1%\nhorizon: 4 years\n", {2 * kYear, {}})) ==
          std::vector<double>{0, 2 * kYear, 4 * kYear});
    CHECK(times_of(timeline_of("writes: 1/s\ngrowth: 1%\nhorizon: 1 day\n", {kYear, {}})) ==
          std::vector<double>{0, kDay});
}

TEST_CASE("the times of a timeline are in one unit, and no two rows read alike") {
    const auto after = [](double step, const std::string& horizon) {
        const Estimate estimate = estimate_of(kDoubling + "horizon: " + horizon + "\n");
        const Report report = describe_timeline(estimate, compute_timeline(estimate, {step, {"storage"}}));
        std::vector<std::string> times;
        for (const Block& block : report.blocks) {
            const auto* table = std::get_if<Table>(&block);
            if (table == nullptr || table->columns.front().title != "After") continue;
            for (const auto& row : table->rows) {
                const auto& time = std::get<Quantity>(row.front());
                times.push_back(format(time.value, time.display, {}, time.digits));
            }
        }
        return times;
    };
    const auto weeks = after(7 * kDay, "1800 days");
    CHECK(weeks[53] == "371 days");
    CHECK(weeks[weeks.size() - 2] == "1799 days");
    CHECK(weeks.back() == "1800 days");
    CHECK(after(617 * kDay, "1234 days") == std::vector<std::string>{"0 days", "617 days", "1234 days"});
    const auto months = after(30 * kDay, "24 months");
    CHECK(months[1] == "1 month");
    CHECK(months.back() == "24 months");
    CHECK(after(kYear, "2 years") == std::vector<std::string>{"0 s", "1 year", "2 years"});
}

TEST_CASE("what stays at launch beside what grows is told of") {
    const auto notes = [](const std::string& yaml, const std::vector<std::string>& quantities) {
        const Estimate estimate = estimate_of(yaml);
        std::string text;
        for (const Block& block : describe_timeline(estimate, compute_timeline(estimate, {kYear, quantities})).blocks) {
            if (const auto* note = std::get_if<Note>(&block)) text += note->text + "\n";
        }
        return text;
    };
    const std::string users = "dau: 1M\nwrites: 2M/day\nobject_size: 1 KB\nhorizon: 3 years\n";
    CHECK(contains(notes(users + "growth: 100%\n", {"writes", "write_qps", "dau"}),
                   "At launch in every row, as daily counts and users are: writes, dau.\n"));
    CHECK_FALSE(contains(notes(users + "growth: 100%\n", {"write_qps", "storage"}), "At launch"));
    CHECK_FALSE(contains(notes(users, {"writes", "storage"}), "At launch"));
}

TEST_CASE("a timeline without end, without growth or of something else is refused") {
    const auto estimate = estimate_of("writes: 1/s\ngrowth: 1%\nhorizon: 5 years\n");
    CHECK(contains(refusal([&] { compute_timeline(estimate, {60, {}}); }).what, "at most 1000 rows"));
    CHECK(contains(refusal([&] { compute_timeline(estimate, {0, {"dua"}}); }).what, "no quantity 'dua'"));
    CHECK(contains(refusal([&] { compute_timeline(estimate, {0, {"storage"}}); }).what, "cannot be computed"));
}

TEST_CASE("a timeline is described by its quantities, a bar and what is crossed") {
    const auto estimate = estimate_of(kDoubling + "retention: 9 years\nhorizon: 4 years\nexpect: [data <= 1 TB]\n");
    const auto report = describe_timeline(estimate, compute_timeline(estimate, {0, {"qps", "storage"}}));
    const Table* table = nullptr;
    for (const auto& block : report.blocks) {
        if (const auto* found = std::get_if<Table>(&block)) table = found;
    }
    REQUIRE(table != nullptr);
    REQUIRE(table->columns.size() == 5);
    CHECK(table->columns[1].title == "qps");
    CHECK(table->columns[2].title == "storage");
    CHECK(table->columns[3].kind == ColumnKind::drawing);
    CHECK(table->columns[3].title == "storage");
    CHECK(table->columns[4].kind == ColumnKind::remark);
    REQUIRE(table->rows.size() == 5);
    CHECK(std::get<std::string>(table->rows[2][4]).starts_with("1.54 years: `data <= 1 TB` fails"));
    CHECK(report.records.rows.size() == 5);
    CHECK(report.records.columns.size() == 4);  // no bar
}

TEST_CASE("a chance near certainty crosses where the percentile of a lognormal does") {
    // 2/day at the median, 4/day at the 95th percentile; the 99.9th is 2 * 2^(3.0902 / 1.6449) = 7.355/day.
    const auto timeline = timeline_of(
        "dau: 1M\nwrites_per_user: 1 to 4 per day\nobject_size: 1 KB\nretention: 9 years\nhorizon: 4 years\n"
        "headroom: 0%\nreplication: 1\nexpect: [storage <= 7.355 TB at 99.9%]\n");
    const Change* found = nullptr;
    for (const auto& moment : timeline.moments) {
        for (const auto& each : moment.crossings) {
            if (each.text.starts_with('`')) found = &each;
        }
    }
    REQUIRE(found != nullptr);
    CHECK(found->at == near(1000 * kDay, 0.03));
}

}  // namespace bote::test::timeline_test
