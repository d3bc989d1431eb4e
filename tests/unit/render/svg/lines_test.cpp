// Curves: where they run, how they are told apart, and where marks stand.

#include "bote/render/chart_picture.hpp"

#include <cmath>

#include "project/catch.hpp"
#include "render/svg/drawn.hpp"

namespace bote::test::lines_test {
namespace {

const Conventions kConventions;

/// Curves over 0 to 1, with an axis from 0 to 100 whose longest text is "100".
LineChart lines_of(const std::vector<std::vector<double>>& curves, const std::vector<double>& marks = {}) {
    LineChart chart{{"dau", {}}, {"peak", {}}, {0, 1}, {}, {}};
    for (const auto& values : curves) chart.lines.push_back({"aa", values});
    for (const double at : marks) chart.marks.push_back({at, "a cache"});
    return chart;
}

/// The plot begins behind the texts of its axis, at 3 x 0.62 x 13 + 8 = 32.2.
std::string lines(const LineChart& chart) { return drawn(draw_lines(chart, {kConventions, 400})); }

/// Of a curve with so many points.
std::size_t dots_of(std::size_t count) {
    LineChart chart = lines_of({{}});
    chart.across_values.clear();
    for (std::size_t i = 0; i < count; ++i) {
        chart.across_values.push_back(static_cast<double>(i));
        chart.lines[0].values.push_back(1);
    }
    return count_of(lines(chart), "<circle ");
}

}  // namespace

TEST_CASE("a curve goes through its points, below the name of its axis") {
    const std::string text = lines(lines_of({{0, 100}}));
    CHECK(contains(text,
                   "<path d=\"M32.2 220L380 30\" class=\"c-line c-line1\"/>\n"
                   "<circle cx=\"32.2\" cy=\"220\" r=\"2.5\" class=\"c-dot1\"/>\n"
                   "<circle cx=\"380\" cy=\"30\" r=\"2.5\" class=\"c-dot1\"/>\n"));
    CHECK(contains(text, "<text x=\"1\" y=\"14\" class=\"c-muted\">peak</text>\n"));
    CHECK(contains(text, "<text x=\"26.2\" y=\"34.5\" class=\"c-muted\" text-anchor=\"end\">100</text>\n"));
    CHECK(contains(text, " height=\"264\">"));
    CHECK_FALSE(contains(text, ">aa</text>"));
    LineChart ratio = lines_of({{1, 100}});
    ratio.up.scaling = AxisScale::logarithmic;
    CHECK(contains(lines(ratio), ">peak (log scale)</text>"));
}

TEST_CASE("points of a curve that are no numbers are left out, and beyond thirty there are no dots") {
    LineChart chart = lines_of({{0, NAN, 100}, {NAN, INFINITY, NAN}});
    chart.across_values = {0, 0.5, 1};
    const std::string text = lines(chart);
    CHECK(count_of(text, "<path ") == 1);
    CHECK(contains(text, "<path d=\"M32.2 220L"));
    CHECK(count_of(text, "<circle ") == 2);
    CHECK(dots_of(30) == 30);
    CHECK(dots_of(31) == 0);
}

TEST_CASE("each of several curves has its name at its end, a line apart where they end together") {
    // The name takes 2 x 0.62 x 13 + 10 = 26.1 of the 400 pixels.
    const std::string above = lines(lines_of({{0, 100}, {50, 100}}));
    CHECK(contains(above, "<text x=\"381.9\" y=\"34.5\" class=\"c-name1\">aa</text>\n"));
    CHECK(contains(above, "<text x=\"381.9\" y=\"53.5\" class=\"c-name2\">aa</text>\n"));
    CHECK(contains(above, "L373.9 30\" class=\"c-line c-line2\"/>"));
    const std::string below = lines(lines_of({{100, 50}, {50, 0}}));
    CHECK(contains(below, "y=\"129.5\" class=\"c-name1\""));
    CHECK(contains(below, "y=\"224.5\" class=\"c-name2\""));
    const std::string together = lines(lines_of({{100, 0}, {50, 1}}));
    CHECK(contains(together, "y=\"224.5\" class=\"c-name1\""));
    CHECK(contains(together, "y=\"205.5\" class=\"c-name2\""));
}

TEST_CASE("after six curves the shades begin again, and the plot has room for all their names") {
    std::vector<std::vector<double>> curves(12, {0, 100});
    const std::string text = lines(lines_of(curves));
    CHECK(count_of(text, "class=\"c-line c-line1\"") == 2);
    CHECK(count_of(text, "class=\"c-line c-line6\"") == 2);
    CHECK(count_of(text, "class=\"c-dot1\"") == 4);
    CHECK(count_of(text, "class=\"c-name6\"") == 2);
    CHECK(contains(text, " height=\"302\">"));  // 12 names of 19 instead of 190 pixels
}

TEST_CASE("marks are numbered above the plot and told below it") {
    const std::string text = lines(lines_of({{0, 100}}, {0, 1}));
    CHECK(contains(text,
                   "<line x1=\"32.2\" y1=\"31\" x2=\"32.2\" y2=\"238\" class=\"c-mark\"/>\n"
                   "<circle cx=\"32.2\" cy=\"31\" r=\"8.5\" class=\"c-badge\"/>\n"
                   "<text x=\"32.2\" y=\"35\" class=\"c-on-badge\" text-anchor=\"middle\" font-size=\"11\">1</text>"));
    CHECK(contains(text, "<circle cx=\"380\" cy=\"31\" r=\"8.5\" class=\"c-badge\"/>"));
    // The plot ends at 238 and its axis at 282.
    CHECK(contains(text,
                   "<text x=\"20\" y=\"296\" class=\"c-muted\" text-anchor=\"end\">1</text>\n"
                   "<text x=\"30\" y=\"296\" class=\"c-ink\">0: a cache</text>\n"
                   "<text x=\"20\" y=\"315\" class=\"c-muted\" text-anchor=\"end\">2</text>\n"
                   "<text x=\"30\" y=\"315\" class=\"c-ink\">1: a cache</text>\n"));
    CHECK(contains(text, " height=\"325\">"));
}

TEST_CASE("marks that would meet stand in rows") {
    const std::string text = lines(lines_of({{0, 100}}, {0.5, 0.52, 1}));  // 7 pixels apart, then 167
    CHECK(contains(text, "cy=\"49\" r=\"8.5\""));
    CHECK(contains(text, "cy=\"31\" r=\"8.5\""));
    CHECK(contains(text, "<circle cx=\"380\" cy=\"49\" r=\"8.5\""));
    CHECK(contains(text, "L380 66\" class=\"c-line c-line1\""));
}

}  // namespace bote::test::lines_test
