// Diagrams as text: no title ends a label, whatever stands in it.

#include "bote/base/text.hpp"
#include "bote/render/box_text.hpp"
#include "bote/render/chart_picture.hpp"
#include "bote/render/render.hpp"
#include "project/catch.hpp"
#include "project/contains.hpp"

namespace bote::test::flowchart_test {

namespace {

Report report_of(BoxChart boxes) {
    Report report;
    report.blocks = {Heading{"x", 1}, Chart{"diagram", "At the peak", "", std::move(boxes)}};
    return report;
}

BoxChart boxes_of(const std::string& title) {
    const ChartNumber three{3, {}};
    return {{{"clients", "Clients"}, {"app", title, three, "requests"}}, {{0, 1, three, {}, {}}}};
}

std::string mermaid_of(const std::string& title) { return render_mermaid(report_of(boxes_of(title)), {}); }
std::string dot_of(const std::string& title) { return render_dot(report_of(boxes_of(title)), {}); }

/// A chain of so many boxes.
BoxChart chain_of(std::size_t count) {
    BoxChart chart;
    for (std::size_t i = 0; i < count; ++i)
        chart.boxes.push_back(
            {"box", "A box with a long title, number " + std::to_string(i), ChartNumber{1234, {}}, "disk operations"});
    for (std::size_t i = 0; i + 1 < count; ++i)
        chart.arrows.push_back({i, i + 1, ChartNumber{1e6, {}}, ChartNumber{1e9, {}}, ChartNumber{1e9, {}}});
    return chart;
}

}  // namespace

TEST_CASE("Mermaid gets what it would read as something else as entities") {
    CHECK(contains(mermaid_of("Blob store, v2"), "b1[\"Blob store, v2<br>3 machines, by requests\"]"));
    CHECK(contains(mermaid_of("a \"b\" [c] #d"), "[\"a #34;b#34; #91;c#93; #35;d<br>"));
    CHECK(contains(mermaid_of("1. *a* _b_ `c`"), "[\"1#46; #42;a#42; #95;b#95; #96;c#96;<br>"));
    CHECK(contains(mermaid_of("- www.x.org"), "[\"#45; www#46;x#46;org<br>"));
    CHECK(contains(mermaid_of("%%{init: x}%%"), "[\"#37;#37;#123;init#58;#8203; x#125;#37;#37;<br>"));
    CHECK(contains(mermaid_of("<b> & $x$ end"), "[\"#60;b#62; #38; #36;#8203;x#36;#8203; end<br>"));
    CHECK(contains(mermaid_of("$$x$$"), "[\"#36;#8203;#36;#8203;x#36;#8203;#36;#8203;<br>"));
    CHECK(contains(mermaid_of("fa:fa-x \\n"), "[\"fa#58;#8203;fa-x #92;#8203;n<br>"));
    CHECK(contains(mermaid_of("Größe"), "[\"Größe<br>"));
    CHECK(contains(mermaid_of(""), "[\"app<br>"));
    CHECK(contains(mermaid_of("one\ntwo"), "[\"one"));
    CHECK_FALSE(contains(mermaid_of("one\ntwo"), "one\ntwo"));
}

TEST_CASE("Graphviz gets quotes and backslashes escaped, and no entity") {
    CHECK(contains(dot_of("a \"b\" \\N &lt;"), "[label=\"a \\\"b\\\" \\\\N &amp;lt;\\n3 machines, by requests\"]"));
}

TEST_CASE("ways that part and meet again forty times are drawn at once") {
    constexpr std::size_t kTimes = 40;  // a trillion ways from the first box to the last one
    BoxChart chart{{{"clients", "Clients"}}, {}};
    for (std::size_t i = 0; i < kTimes; ++i) {
        const std::size_t from = chart.boxes.size() - 1;
        for (const char* name : {"left", "right", "both"}) chart.boxes.push_back({name, name});
        for (const std::size_t side : {from + 1, from + 2}) {
            chart.arrows.push_back({from, side});
            chart.arrows.push_back({side, from + 3});
        }
    }
    CHECK(levels_of(chart) == 2 * kTimes);
    CHECK(levels_of(chain_of(3)) == 2);
    CHECK(contains(render_svg(report_of(chart), {}), "both"));
    CHECK(contains(render_table(report_of(chart), {}), "both"));
}

TEST_CASE("a long title is whole where there is room for it") {
    const std::string title(200, 'x');
    CHECK(contains(mermaid_of(title), title));
    CHECK(contains(dot_of(title), title));
}

TEST_CASE("a tree fits the terminal, whatever its depth and its titles") {
    for (const std::size_t count : {2, 5, 12, 30}) {
        const std::string text = render_table(report_of(chain_of(count)), {80});
        CAPTURE(count, text);
        for (const auto line : split(text, '\n')) CHECK(display_width(line) <= 80);
        CHECK(contains(text, ": 1.23k machines, by disk operations"));
    }
}

TEST_CASE("the texts of a diagram keep apart and within the picture") {
    for (const double width : {300.0, 326.0, 672.0, 820.0}) {
        for (const std::size_t count : {1, 2, 5, 12, 30}) {
            CAPTURE(width, count);
            const Picture picture = chart_picture({"d", "d", "", chain_of(count)}, {}, width);
            const auto& texts = picture.texts();
            for (std::size_t i = 0; i < texts.size(); ++i) {
                CHECK(texts[i].left >= 0);
                CHECK(texts[i].right <= width + 0.5);
                CHECK(texts[i].bottom <= picture.height() + 0.5);
                for (std::size_t j = i + 1; j < texts.size(); ++j) CHECK(texts[i].bottom <= texts[j].top + 0.01);
            }
        }
    }
}

}  // namespace bote::test::flowchart_test
