// Tornados: which side of a bar is which end of an input.

#include "bote/render/chart_picture.hpp"

#include "project/catch.hpp"
#include "render/svg/drawn.hpp"

namespace bote::test::swings_test {
namespace {

const Conventions kConventions;

std::string swings(const std::vector<ChartSwing>& all, double width = 700, double now = 10) {
    return drawn(draw_swings({{"peak", {}}, now, all}, {kConventions, width}));
}

const ChartSwing kRising{"dau", "1", "44", 0, 20};
const ChartSwing kFalling{"dau", "44", "1", 20, 0};

std::string bar(const std::string& x, const std::string& y, const std::string& width, const std::string& shade) {
    return "<rect x=\"" + x + "\" y=\"" + y + "\" width=\"" + width + "\" height=\"16\" class=\"" + shade + "\"/>\n";
}

}  // namespace

TEST_CASE("a swing has a bar to either side of what the answer is now, with what the input is at its ends") {
    // "dau" takes 24.2 + 8 pixels, "44" 16.1 + 6 at either end: the plot is from 54.3 to 675.9, 10 in its middle.
    const std::string text = swings({kRising});
    CHECK(contains(text, bar("54.3", "30", "310.8", "c-fill2") + bar("365.1", "30", "310.8", "c-fill")));
    CHECK(contains(text,
                   "<text x=\"48.3\" y=\"42.5\" class=\"c-muted\" text-anchor=\"end\">1</text>\n"
                   "<text x=\"681.9\" y=\"42.5\" class=\"c-muted\">44</text>\n"));
    CHECK(contains(text, "<text x=\"26.2\" y=\"42.5\" class=\"c-ink\" text-anchor=\"end\">dau</text>\n"));
    CHECK(contains(text, "<line x1=\"365.1\" y1=\"18\" x2=\"365.1\" y2=\"52\" class=\"c-axis\"/>\n"));
    CHECK(contains(text, "<text x=\"365.1\" y=\"13\" class=\"c-ink\" text-anchor=\"middle\">now 10</text>\n"));
    CHECK(contains(text, " height=\"96\">"));
}

TEST_CASE("the texts at the ends of the widest swing are whole at any width") {
    for (double width = 500; width <= 1000; ++width) {
        CAPTURE(width);
        const std::string text = swings({{"dau", "1M", "4M", 0, 20}}, width);
        CHECK(contains(text, ">1M</text>"));
        CHECK(contains(text, ">4M</text>"));
    }
}

TEST_CASE("what an input is at the lesser answer stands on the left, whichever end of it that is") {
    const std::string text = swings({kFalling});
    CHECK(contains(text, bar("365.1", "30", "310.8", "c-fill2") + bar("54.3", "30", "310.8", "c-fill")));
    CHECK(contains(text,
                   "<text x=\"48.3\" y=\"42.5\" class=\"c-muted\" text-anchor=\"end\">1</text>\n"
                   "<text x=\"681.9\" y=\"42.5\" class=\"c-muted\">44</text>\n"));
}

TEST_CASE("a swing to one side has both bars there, and its texts at the ends of the longer one") {
    const std::string text = swings({kRising, {"dau", "1", "44", 15, 20}});
    CHECK(contains(text, bar("365.1", "58", "155.4", "c-fill2") + bar("365.1", "58", "310.8", "c-fill")));
    CHECK(contains(text,
                   "<text x=\"359.1\" y=\"70.5\" class=\"c-muted\" text-anchor=\"end\">1</text>\n"
                   "<text x=\"681.9\" y=\"70.5\" class=\"c-muted\">44</text>\n"));
    CHECK(contains(text, " height=\"124\">"));
}

TEST_CASE("in a narrow picture the label of a swing stands above its bar, with an axis of its own") {
    const std::string text = swings({kRising}, 300);  // from 22.1 to 275.9
    CHECK(contains(text, bar("22.1", "45", "126.9", "c-fill2")));
    CHECK(contains(text, "<text x=\"1\" y=\"37\" class=\"c-ink\">dau</text>\n"));
    CHECK(contains(text, "<line x1=\"149\" y1=\"42\" x2=\"149\" y2=\"64\" class=\"c-axis\"/>\n"));
    CHECK(count_of(text, "class=\"c-axis\"") == 1);
    CHECK(contains(text, " height=\"114\">"));
    CHECK(contains(swings({kRising}, 500), "text-anchor=\"end\">dau</text>"));
    CHECK_FALSE(contains(swings({kRising}, 499), "text-anchor=\"end\">dau</text>"));
}

TEST_CASE("what the answer is now is told within the picture") {
    // 3.82 x 13 pixels are 49.7: half of it and a pixel from either edge.
    const ChartSwing swing{"", "", "", 10, 20};
    CHECK(
        contains(swings({swing}, 300, 10), "<text x=\"25.8\" y=\"13\" class=\"c-ink\" text-anchor=\"middle\">now 10<"));
    CHECK(contains(swings({swing}, 300, 20),
                   "<text x=\"274.2\" y=\"13\" class=\"c-ink\" text-anchor=\"middle\">now 20<"));
}

}  // namespace bote::test::swings_test
