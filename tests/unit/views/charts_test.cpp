#include "views/charts.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "bote/views/uncertainty.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"
#include "report/texts.hpp"

namespace bote::test::charts_test {
namespace {

const Display kBytes = *parse_display("B");
const Display kMachines = *parse_display("servers");

const LineChart& lines_of(const Chart& chart) { return std::get<LineChart>(chart.drawing); }
const BarChart& bars_of(const Chart& chart) { return std::get<BarChart>(chart.drawing); }

Texts names_of(const LineChart& chart) {
    Texts names;
    for (const ChartLine& line : chart.lines) names.push_back(line.name);
    return names;
}

DriverRow row(const std::string& name, double at_low, double at_high, bool scaled = false) {
    DriverRow result;
    result.name = name;
    result.scaled = scaled;
    result.display = kBytes;
    result.low = 1e3;
    result.high = 2e6;
    result.at_low = at_low;
    result.at_high = at_high;
    return result;
}

}  // namespace

TEST_CASE("curves of one unit share a chart, which is named after what they have in common") {
    const Conventions conventions;
    Curves curves{{"dau", kBytes, {}}, {1e3, 2e3}, {}, {{1.5e3, "a flip"}}, conventions};
    curves.curves = {
        {"app.machines", kMachines, {1, 3}}, {"storage", kBytes, {5, 5e3}}, {"cache.machines", kMachines, {2, 2}}};
    const auto charts = line_charts(curves);
    REQUIRE(charts.size() == 2);
    CHECK(charts[0].name == "machines");
    CHECK(charts[0].title == "machines over dau");
    CHECK(charts[0].summary ==
          "app.machines goes from 1 to 3; cache.machines goes from 2 to 2 as dau goes from 1 KB to 2 KB.");
    CHECK(names_of(lines_of(charts[0])) == Texts{"app", "cache"});
    CHECK(lines_of(charts[0]).lines[1].values == std::vector<double>{2, 2});
    CHECK(lines_of(charts[0]).up.scaling == AxisScale::linear);
    REQUIRE(lines_of(charts[0]).marks.size() == 1);
    CHECK(lines_of(charts[0]).marks[0].at == 1.5e3);
    CHECK(charts[1].name == "storage");
    CHECK(names_of(lines_of(charts[1])) == Texts{"storage"});
    CHECK(lines_of(charts[1]).up.scaling == AxisScale::logarithmic);
}

TEST_CASE("names without a common end stay whole, and one value along makes no line") {
    const Conventions conventions;
    Curves curves{{"dau", kBytes, {}}, {1, 2}, {{"app.machines", kMachines, {1, 3}}}, {}, conventions};
    CHECK(line_charts(curves).front().name == "app.machines");  // of one alone nothing is common
    curves.curves.push_back({"app.servers", kMachines, {1, 3}});
    CHECK(line_charts(curves).front().name == "app.machines");
    CHECK(names_of(lines_of(line_charts(curves).front())) == Texts{"app.machines", "app.servers"});
    curves.across_values.pop_back();
    CHECK(line_charts(curves).empty());
}

TEST_CASE("a timeline becomes a line for each of its quantities, with all of its crossings") {
    const auto estimate = estimate_of("writes: 1/s\nobject_size: 1 KB\ngrowth: 50%\nhorizon: 2 years\n");
    const auto index = [&](const std::string& name) { return estimate.model.find(name).value(); };
    const Timeline timeline{
        {index("data"), index("write_qps")},
        {{0, {10, 1}, {}}, {5, {20, 2}, {{4, "first"}, {5, "second"}}}, {9, {30, 3}, {{8, "third"}}}}};
    const auto charts = timeline_charts(estimate, timeline);
    REQUIRE(charts.size() == 2);
    CHECK(lines_of(charts[0]).across.title == "time");
    CHECK(lines_of(charts[0]).across_values == std::vector<double>{0, 5, 9});
    CHECK(lines_of(charts[0]).lines.front().values == std::vector<double>{10, 20, 30});
    CHECK(lines_of(charts[1]).lines.front().values == std::vector<double>{1, 2, 3});
    REQUIRE(lines_of(charts[1]).marks.size() == 3);
    CHECK(lines_of(charts[1]).marks[2].text == "third");
}

TEST_CASE("what moves an answer is drawn as far as it is finite and as many as are wanted") {
    const auto estimate = estimate_of("writes: 1/s\nobject_size: 1 KB\n");
    Drivers drivers{estimate.model.find("storage").value(), 5e3, 0.2, {}};
    CHECK_FALSE(driver_chart(estimate, drivers, 8));
    drivers.rows = {row("wild", 1e3, INFINITY), row("a", 2e3, 1e4), row("b", 4e3, 6e3, true), row("c", 5e3, 6e3)};
    const auto chart = driver_chart(estimate, drivers, 2);
    REQUIRE(chart);
    CHECK(chart->title == "What drives storage");
    CHECK(chart->summary == "a moves storage most: from 2 KB to 10 KB.");
    const auto& swings = std::get<SwingChart>(chart->drawing);
    REQUIRE(swings.swings.size() == 2);
    CHECK(swings.now == 5e3);
    CHECK(swings.swings[0].from == "1 KB");
    CHECK(swings.swings[0].to == "2 MB");
    CHECK(swings.swings[1].from == "p5");
    CHECK(swings.swings[1].to == "p95");
    CHECK(swings.axis.scaling == AxisScale::linear);  // from 2 to 10 KB
    drivers.rows[1].at_low = 1e3;
    CHECK(std::get<SwingChart>(driver_chart(estimate, drivers, 2)->drawing).axis.scaling == AxisScale::logarithmic);
    drivers.rows[1].at_low = 0;
    CHECK(std::get<SwingChart>(driver_chart(estimate, drivers, 2)->drawing).axis.scaling == AxisScale::linear);
    drivers.value = NAN;
    CHECK_FALSE(driver_chart(estimate, drivers, 2));
}

TEST_CASE("of many objects the largest are drawn and the rest as one bar") {
    const auto objects = [](int count) {
        std::string yaml = "retention: 1 day\nreplication: 1\nheadroom: 0%\nobjects:\n";
        for (int i = 1; i <= count; ++i)
            yaml += "  kind_" + std::to_string(i) + ": {object_size: 1 KB, writes: " + std::to_string(i) + "/day}\n";
        return object_chart(estimate_of(yaml));
    };
    CHECK_FALSE(objects(1));
    const auto few = objects(24);
    REQUIRE(bars_of(*few).bars.size() == 24);
    CHECK(few->summary == "kind_24 takes most: 24 KB.");
    CHECK(bars_of(*few).bars.back().label == "kind_1");
    const auto many = objects(26);
    REQUIRE(bars_of(*many).bars.size() == 24);
    CHECK(bars_of(*many).bars[22].label == "kind_4");
    CHECK(bars_of(*many).bars[23].label == "3 others");
    CHECK(bars_of(*many).bars[23].value == near(6e3));  // 1, 2 and 3 KB
}

TEST_CASE("each tier with machines has a bar that says what binds it, and five are named in the summary") {
    CHECK_FALSE(tier_chart(estimate_of("dau: 5M\n")));
    // 10 requests a second for one machine that can do 5, filled to 100%.
    const auto tiers = [](int count) {
        std::string yaml = "peak_factor: 1\ntiers:\n";
        for (int i = 1; i <= count; ++i)
            yaml += "  t" + std::to_string(i) + ": {load: 10/s, rps: 5/s, target: 100%, spares: 1}\n";
        return tier_chart(estimate_of(yaml));
    };
    const auto two = tiers(2);
    REQUIRE(two);
    CHECK(two->summary == "t1 3, bound by requests; t2 3, bound by requests.");
    CHECK(bars_of(*two).bars[1].remark == "bound by requests");
    CHECK(tiers(5)->summary.starts_with("t1 3, bound by requests; "));
    CHECK(tiers(6)->summary == "6 tiers.");
}

TEST_CASE("the dots of a quantity are twenty equally likely values of it") {
    auto estimate = estimate_of("writes: 1/s to 4/s\nreads: 1/s to 10/s\n");
    const auto index = [&](const std::string& name) { return estimate.model.find(name).value(); };
    CHECK_FALSE(distribution_chart(estimate, index("write_qps")));
    sample(estimate, {});
    const auto chart = distribution_chart(estimate, index("write_qps"));
    REQUIRE(chart);
    CHECK(chart->title == "How sure write_qps is");
    const auto& dots = std::get<DotChart>(chart->drawing);
    REQUIRE(dots.values.size() == 20);
    CHECK(std::is_sorted(dots.values.begin(), dots.values.end()));
    // The ends of a range are its 5th and 95th percentile: one dot lies beyond each.
    CHECK(dots.values[0] < 1);
    CHECK(dots.values[1] > 1);
    CHECK(dots.values[18] < 4);
    CHECK(dots.values[19] > 4);
    CHECK(dots.axis.scaling == AxisScale::linear);
    // From the 2.5th to the 97.5th percentile 10 ^ (1.96 / 1.645) = 15.5 times as much, but 5.2 times of the writes.
    const auto wide = distribution_chart(estimate, index("read_qps"));
    CHECK(std::get<DotChart>(wide->drawing).axis.scaling == AxisScale::logarithmic);
}

}  // namespace bote::test::charts_test
