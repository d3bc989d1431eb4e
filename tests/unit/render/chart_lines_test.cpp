// Charts on a terminal, kind by kind.

#include "render/chart_lines.hpp"

#include <cmath>

#include "bote/base/text.hpp"
#include "project/catch.hpp"

namespace bote::test::chart_lines_test {
namespace {

Lines ascii(decltype(Chart::drawing) drawing, std::size_t width = 0) {
    return chart_lines({"chart", "Chart", "", std::move(drawing)}, {}, {width, Ink::plain, Charset::ascii});
}

ChartAxis bytes(AxisScale scaling = AxisScale::linear) { return {"storage", display_for(kByte), scaling}; }

LineChart line_from_0_to_100() { return {{"dau", {}}, {"qps", {}}, {0, 1}, {{"qps", {0, 100}}}, {{0.5, "a cache"}}}; }

/// One row of so many different names.
MapChart map_of(int count) {
    MapChart map{{"dau", {}}, {"writes", {}}, {}, {1}, {{}}, {}, "bound"};
    for (int i = 0; i < count; ++i) {
        map.across_values.push_back(i);
        map.texts[0].push_back("n" + std::to_string(i));
    }
    return map;
}

}  // namespace

TEST_CASE("bars of a terminal stand between their values and their remarks, under the name of the axis") {
    const BarChart chart{bytes(), {{"tweet", 1e12}, {"image", 2e12, {}, "bound by disk"}}};
    CHECK(ascii(chart) == Lines{"storage", "tweet  1 TB  ######", "image  2 TB  ############  bound by disk"});
    CHECK(ascii(chart, 22) == Lines{"storage", "tweet  1 TB  ######", "image  2 TB  ######…"});  // 20 columns
    CHECK(ascii(BarChart{bytes(AxisScale::logarithmic), {{"tweet", 1e12}}}).front() == "storage, log scale");
    const std::string longest(24, 'x');
    CHECK(ascii(BarChart{bytes(), {{longest, 1e12}}}).at(1) == longest + "  1 TB  ############");
    CHECK(ascii(BarChart{bytes(), {{longest + "x", 1e12}}}).at(1) == std::string(23, 'x') + "…  1 TB  ############");
}

TEST_CASE("a range of a terminal goes from its low to its high end, with a cross at its value") {
    const std::string half(15, '-');  // of 30 columns from 1 TB to 3 TB
    CHECK(ascii(BarChart{bytes(), {{"a", 2e12, ValueRange{1e12, 3e12}}, {"b", 3e12, ValueRange{2e12, 3e12}}}}) ==
          Lines{"storage", "a  2 TB  " + half + "+" + half, "b  3 TB  " + std::string(15, ' ') + half + "+"});
}

TEST_CASE("swings of a terminal are as long as the widest one lets them") {
    const ChartAxis qps{"qps", {}};
    const SwingChart chart{qps, 10, {{"dau", "1M", "4M", 5, 20}, {"share", "8%", "9%", 12, 8}, {"x", "", "", 15, 12}}};
    CHECK(ascii(chart) == Lines{
                              "qps, now 10",
                              "dau     5 to 20       #####|##########",
                              "share   12 to 8          ##|##",
                              "x      15 to 12            |#####",
                          });
    CHECK(ascii(SwingChart{qps, 10, {{"dau", "1M", "4M", 10, 10}}}) ==
          Lines{"qps, now 10", "dau  10 to 10            |"});
}

TEST_CASE("a curve of a terminal stands between its axes, and what happens on the way below it") {
    const Lines lines = ascii(line_from_0_to_100(), 34);  // 32 columns, of which "100 |" and a margin take 6
    REQUIRE(lines.size() == 12);
    CHECK(lines[0] == "qps");
    CHECK(lines[1].starts_with("100 | "));
    CHECK(lines[1].ends_with("*"));
    CHECK(lines[2].starts_with("    | "));
    CHECK(lines[8].starts_with("  0 |*"));
    for (std::size_t i = 1; i <= 9; ++i) CHECK(display_width(lines[i]) == 5 + 26);
    CHECK(lines[9] == "     0" + std::string(24, ' ') + "1");
    CHECK(lines[10] == "dau");
    CHECK(lines[11] == "0.5: a cache");
    CHECK(ascii(line_from_0_to_100(), 200)[9].size() == 5 + 60);
    CHECK(ascii(line_from_0_to_100(), 10)[9].size() == 5 + 20);
}

TEST_CASE("each curve of a terminal has a plot of its own, of the values that are numbers") {
    LineChart chart = line_from_0_to_100();
    chart.up.scaling = AxisScale::logarithmic;
    chart.lines = {{"reads", {1, 1000}}, {"writes", {NAN, INFINITY}}};
    chart.marks.clear();
    const Lines lines = ascii(chart);
    REQUIRE(lines.size() == 22);
    CHECK(lines[0] == "reads, log scale");
    CHECK(lines[10].empty());
    CHECK(lines[11] == "writes, log scale");
    for (std::size_t i = 12; i <= 19; ++i) CHECK(lines[i].find('*') == std::string::npos);
}

TEST_CASE("a map of a terminal has a letter for each name, as long as there are letters") {
    const MapChart map{{"dau", {}}, {"writes", {}}, {10, 20}, {1, 200}, {{"cache", "disk"}, {"disk", "disk"}}, {}, "b"};
    CHECK(ascii(map) ==
          Lines{"writes down, dau across", "  1  a b", "200  b b", "dau from 10 to 20", "a  cache", "b  disk"});
    const Lines most = ascii(map_of(52));
    REQUIRE(most.size() == 3 + 52);
    CHECK(most.back() == "Z  n51");
    const Lines more = ascii(map_of(53));
    REQUIRE(more.size() == 2);
    CHECK(more.back().starts_with("1  n0 n1 n2 "));
}

TEST_CASE("dots of a terminal stand on each other, as wide as the page") {
    const DotChart dots{{"qps", {}}, {1, 1, 2}};
    CHECK(ascii(dots, 12) == Lines{"o         ", "o        o", "1        2", "qps; each dot is a chance of 1 in 3"});
    CHECK(chart_lines({"", "", "", dots}, {}, {12}).at(1) == "●        ●");
    CHECK(ascii(dots, 200).at(1).size() == 60);
}

TEST_CASE("a diagram of a terminal has all columns but two") {
    const BoxChart boxes{{{"a", std::string(90, 'x')}}, {}};
    CHECK(ascii(boxes).front() == std::string(77, 'x') + "…");
    CHECK(ascii(boxes, 40).front() == std::string(37, 'x') + "…");
}

}  // namespace bote::test::chart_lines_test
