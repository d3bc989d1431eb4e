#include "bote/report/chart.hpp"

#include <cmath>
#include <string>
#include <vector>

#include "bote/report/report.hpp"
#include "project/catch.hpp"
#include "report/texts.hpp"

namespace bote::test::chart_test {
namespace {

Display display(const std::string& unit) { return *parse_display(unit); }

/// The heading and the rows of a table, as every format has them.
std::vector<Texts> told(const Table& table) {
    std::vector<Texts> rows(1);
    for (const Column& column : table.columns) rows.front().push_back(column.title);
    for (const auto& row : table.rows) rows.push_back(texts_of(row));
    return rows;
}

template <class Drawing>
std::vector<Texts> told(const Drawing& drawing) {
    return told(chart_table(Chart{"name", "Title", "", drawing}));
}

using Rows = std::vector<Texts>;

}  // namespace

TEST_CASE("an axis is logarithmic from a thousand times the smallest value on, where all are above zero") {
    CHECK(axis_scale_for({1, 1000}) == AxisScale::logarithmic);
    CHECK(axis_scale_for({1000, 5, 1}) == AxisScale::logarithmic);
    CHECK(axis_scale_for({1, 999}) == AxisScale::linear);
    CHECK(axis_scale_for({0, 1, 5000}) == AxisScale::linear);
    CHECK(axis_scale_for({-1, 1, 5000}) == AxisScale::linear);
    CHECK(axis_scale_for({1, NAN, INFINITY}) == AxisScale::linear);
    CHECK(axis_scale_for({1, NAN, 5000}) == AxisScale::logarithmic);
    CHECK(axis_scale_for({5}) == AxisScale::linear);
    CHECK(axis_scale_for({}) == AxisScale::linear);
}

TEST_CASE("bars are a row each, with ranges and remarks where some bar has one") {
    BarChart chart{{"storage", display("B")}, {{"tweet", 3e12}, {"image", 4e12}}};
    CHECK(told(chart) == Rows{{"", "storage"}, {"tweet", "3 TB"}, {"image", "4 TB"}});
    CHECK(values_of(chart) == std::vector<double>{3e12, 4e12});
    chart.bars[0].range = ValueRange{2e12, 5e12};
    chart.bars[1].remark = "bound by disk";
    CHECK(told(chart) == Rows{{"", "Low", "storage", "High", "Remark"},
                              {"tweet", "2 TB", "3 TB", "5 TB", ""},
                              {"image", "", "4 TB", "", "bound by disk"}});
    CHECK(values_of(chart) == std::vector<double>{3e12, 2e12, 5e12, 4e12});
}

TEST_CASE("swings are a row each: the input from and to, and the answer at both") {
    const SwingChart chart{{"storage", display("B")}, 3e12, {{"dau", "8M", "12M", 2e12, 4e12}}};
    CHECK(told(chart) == Rows{{"", "From", "To", "At from", "At to"}, {"dau", "8M", "12M", "2 TB", "4 TB"}});
}

TEST_CASE("lines are columns, and a mark stands in the first row that is not before it") {
    LineChart chart{{"time", display("s")},
                    {"storage", display("B")},
                    {1, 2, 3},
                    {{"data", {1e9, 2e9, 3e9}}, {"all", {5e9, 6e9, 7e9}}},
                    {}};
    CHECK(told(chart) ==
          Rows{{"time", "data", "all"}, {"1 s", "1 GB", "5 GB"}, {"2 s", "2 GB", "6 GB"}, {"3 s", "3 GB", "7 GB"}});
    chart.marks = {{0.5, "first"}, {1, "with it"}, {1.5, "between"}, {9, "behind all"}};
    const auto rows = told(chart);
    CHECK(rows[0] == Texts{"time", "data", "all", "changes"});
    CHECK(rows[1].back() == "first; with it");
    CHECK(rows[2].back() == "between");
    CHECK(rows[3].back().empty());
}

TEST_CASE("a map is a row for each cell, the values of its rows first") {
    const MapChart chart{
        {"dau", display("")}, {"size", display("B")}, {1e6, 2e6}, {1e3, 2e3}, {{"a", "b"}, {"c", "d"}}, {}, "servers"};
    CHECK(told(chart) == Rows{{"size", "dau", "servers"},
                              {"1 KB", "1M", "a"},
                              {"1 KB", "2M", "b"},
                              {"2 KB", "1M", "c"},
                              {"2 KB", "2M", "d"}});
}

TEST_CASE("a dot stands in the middle of its share of all dots") {
    // Four dots of 25% each, in the middle of each.
    const DotChart chart{{"storage", display("B")}, {1e9, 2e9, 3e9, 4e9}};
    CHECK(told(chart) == Rows{{"Chance to be below", "storage"},
                              {"12.5%", "1 GB"},
                              {"37.5%", "2 GB"},
                              {"62.5%", "3 GB"},
                              {"87.5%", "4 GB"}});
}

TEST_CASE("arrows are a row each, with what is known of the box that they lead to") {
    const ChartNumber requests{100, display("/s")};
    BoxChart chart{{{"clients", "Clients"},
                    {"app", "Application", ChartNumber{3, display("servers")}, "requests"},
                    {"disk", "Disks"}},
                   {{0, 1, requests, ChartNumber{1e3, display("B/s")}, ChartNumber{2e3, display("B/s")}}, {1, 2}}};
    CHECK(told(chart) == Rows{{"From", "To", "Machines", "Bound by", "Requests", "In", "Out"},
                              {"Clients", "Application", "3", "requests", "100/s", "1 KB/s", "2 KB/s"},
                              {"Application", "Disks", "", "", "", "", ""}});
    chart.arrows[1].is_part = true;
    const auto rows = told(chart);
    CHECK(rows[0].size() == 8);
    CHECK(rows[1].back().empty());
    CHECK(rows[2].back() == "a part of it");
}

}  // namespace bote::test::chart_test
