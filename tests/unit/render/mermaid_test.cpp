#include "render/mermaid.hpp"

#include <cmath>

#include "project/catch.hpp"
#include "project/contains.hpp"

namespace bote::test::mermaid_test {
namespace {

std::string mermaid_of(decltype(Chart::drawing) drawing, const std::string& title = "Storage") {
    return mermaid({"storage", title, "", std::move(drawing)}, {});
}

BarChart bars_of(const std::vector<double>& values) {
    BarChart chart{{"storage", display_for(kByte)}, {}};
    for (std::size_t i = 0; i < values.size(); ++i) chart.bars.push_back({"b" + std::to_string(i), values[i]});
    return chart;
}

LineChart line_of(const std::vector<double>& values) {
    LineChart chart{{"dau", {}}, {"peak", *parse_display("/s")}, {}, {{"peak", values}}, {}};
    for (std::size_t i = 0; i < values.size(); ++i) chart.across_values.push_back(static_cast<double>(i));
    return chart;
}

}  // namespace

TEST_CASE("Mermaid draws bars in the unit of the largest, which the axis names") {
    CHECK(mermaid_of(BarChart{{"storage", display_for(kByte)}, {{"tweet", 1e12}, {"image", 2.5e12}}}) ==
          "xychart-beta\n"
          "    title \"Storage\"\n"
          "    x-axis [\"tweet\", \"image\"]\n"
          "    y-axis \"storage, TB\"\n"
          "    bar [1, 2.5]\n");
    CHECK(contains(mermaid_of(bars_of({1e12, 1e9, 0.99e9, 0, 123.456e9})), "bar [1, 0.001, 0, 0, 0.1235]\n"));
}

TEST_CASE("Mermaid gets no exponent, and no unit where there is none") {
    const ChartAxis machines{"machines", *parse_display("servers")};
    const std::string text = mermaid_of(BarChart{machines, {{"app", 12346}, {"cache", 99994}, {"disk", 9999}}});
    CHECK(contains(text, "    y-axis \"machines\"\n    bar [12350, 99990, 9999]\n"));
}

TEST_CASE("quotes end no text of Mermaid's charts") {
    const BarChart bars{{"a\"b", {}}, {{"c`d", 1}}};
    CHECK(mermaid_of(bars, "x \"y\"\nz") ==
          "xychart-beta\n    title \"x 'y' z\"\n    x-axis [\"c'd\"]\n    y-axis \"a'b\"\n    bar [1]\n");
}

TEST_CASE("Mermaid draws one curve with the values below it") {
    CHECK(mermaid_of(line_of({500, 2500})) ==
          "xychart-beta\n"
          "    title \"Storage\"\n"
          "    x-axis \"dau\" [\"0\", \"1\"]\n"
          "    y-axis \"peak, k/s\"\n"
          "    line [0.5, 2.5]\n");
    LineChart two = line_of({500, 2500});
    two.lines.push_back(two.lines.front());
    CHECK(mermaid_of(two).empty());
}

TEST_CASE("Mermaid draws nothing where the table says more") {
    CHECK(contains(mermaid_of(bars_of(std::vector<double>(16, 1))), "\"b15\"]"));
    CHECK(mermaid_of(bars_of(std::vector<double>(17, 1))).empty());
    CHECK(mermaid_of(bars_of({})).empty());
    CHECK(mermaid_of(bars_of({1, INFINITY})).empty());
    BarChart bars = bars_of({1, 2});
    bars.bars[1].range = ValueRange{1, 3};
    CHECK(mermaid_of(bars).empty());
    bars = bars_of({1, 2});
    bars.axis.scaling = AxisScale::logarithmic;
    CHECK(mermaid_of(bars).empty());
    CHECK(contains(mermaid_of(line_of(std::vector<double>(16, 1))), "\"15\"]"));
    CHECK(mermaid_of(line_of(std::vector<double>(17, 1))).empty());
    CHECK(mermaid_of(line_of({1, NAN})).empty());
    LineChart line = line_of({1, 2});
    line.up.scaling = AxisScale::logarithmic;
    CHECK(mermaid_of(line).empty());
    CHECK(mermaid_of(DotChart{{"qps", {}}, {1, 2}}).empty());
    CHECK(mermaid_of(SwingChart{{"qps", {}}, 1, {}}).empty());
    CHECK(mermaid_of(BoxChart{{{"a", "A"}}, {}}) == "flowchart LR\n    b0[\"A\"]\n");
}

}  // namespace bote::test::mermaid_test
