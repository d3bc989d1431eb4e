// A diagram as a picture: where boxes and arrows stand.

#include "bote/render/chart_picture.hpp"

#include "project/catch.hpp"
#include "render/svg/drawn.hpp"

namespace bote::test::boxes_test {
namespace {

const Conventions kConventions;

std::string boxes(const BoxChart& chart, double width = 400) { return drawn(draw_boxes(chart, {kConventions, width})); }

BoxChart pair_of(const std::string& title) {
    return {{{"clients", "Clients"}, {"app", title, ChartNumber{3, {}}, "requests"}},
            {{0, 1, ChartNumber{10e3, *parse_display("/s")}}}};
}

}  // namespace

TEST_CASE("a box stands below the one that hands on to it, further in, with what flows above it") {
    // The lower box is 2 x 12 and the 12.8 sizes of 12 pixels wide that its second line takes.
    CHECK(boxes(pair_of("Application")) ==
          R"(<svg class="bote-chart" role="img" viewBox="0 0 400 119" width="400" height="119">
<title></title>
<rect x="1" y="1" width="120" height="30" class="c-kind1"/>
<text x="13" y="21" class="c-ink" font-weight="600">Clients</text>
<text x="41" y="53" class="c-muted" font-size="12">10k/s</text>
<rect x="41" y="60" width="177.6" height="48" class="c-kind1"/>
<text x="53" y="80" class="c-ink" font-weight="600">Application</text>
<text x="53" y="98" class="c-ink" font-size="12">3 machines, by requests</text>
<line x1="13" y1="84" x2="40" y2="84" class="c-axis"/>
<path d="M34 81L40 84L34 87" class="c-head"/>
<line x1="13" y1="31" x2="13" y2="84" class="c-axis"/>
</svg>
)");
}

TEST_CASE("a box that is drawn already is an outline without its size and what is below it") {
    const ChartNumber nine{9, {}};
    const std::string text = boxes(
        {{{"a", "A"}, {"b", "B"}, {"c", "C"}, {"d", "D", nine}, {"e", "E"}}, {{0, 1}, {0, 2}, {1, 3}, {2, 3}, {3, 4}}});
    CHECK(count_of(text, "class=\"c-kind1\"") == 5);
    CHECK(count_of(text, "class=\"c-outline\"") == 1);
    CHECK(count_of(text, ">D</text>") == 2);
    CHECK(count_of(text, "font-weight=\"600\">D</text>") == 1);
    CHECK(count_of(text, ">9 machines</text>") == 1);
    CHECK(count_of(text, ">E</text>") == 1);
    CHECK(count_of(text, "<path ") == 5);
}

TEST_CASE("a box is no wider than the picture, and steps are short where there are many") {
    const std::string text = boxes(pair_of(std::string(100, 'x')));
    CHECK(contains(text, "<rect x=\"41\" y=\"60\" width=\"358\" "));
    CHECK(contains(text, "xxx…</text>"));
    // Seven levels, the first one included: 35% of 300 pixels are 15 for each, and less than 40.
    BoxChart chain{std::vector<ChartBox>(7, ChartBox{"x", ""}), {}};
    for (std::size_t i = 0; i < 6; ++i) chain.arrows.push_back({i, i + 1});
    const std::string deep = boxes(chain, 300);
    CHECK(contains(deep, "<rect x=\"16\" y=\"41\" "));
    CHECK(contains(deep, "<rect x=\"91\" y=\"241\" "));
}

TEST_CASE("a box alone has no lines") {
    const std::string text = boxes({{{"a", "A"}}, {}});
    CHECK(contains(text, "height=\"42\">"));
    CHECK(count_of(text, "<rect ") == 1);
    CHECK_FALSE(contains(text, "<line "));
}

}  // namespace bote::test::boxes_test
