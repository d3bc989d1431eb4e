// Which picture a report has, and what it is called.

#include "bote/render/render.hpp"

#include "project/catch.hpp"
#include "project/contains.hpp"

namespace bote::test::svg_test {
namespace {

Chart bars_called(const std::string& title, std::size_t count = 1) {
    BarChart bars{{"storage", display_for(kByte)}, {}};
    for (std::size_t i = 0; i < count; ++i) bars.bars.push_back({"tweet", 1e12});
    return {"bars", title, "By object.", bars};
}

KeyFigures figures() { return {"All is well.", Tone::good, {{"storage", {3e12, display_for(kByte)}}}}; }

std::string svg(std::vector<Block> blocks, PageForm form = PageForm::whole) {
    Report report;
    report.blocks = std::move(blocks);
    Canvas canvas;
    canvas.form = form;
    return render_svg(report, canvas);
}

}  // namespace

TEST_CASE("the picture of a report is its first chart, under the title of both") {
    const std::string text =
        svg({Heading{"Twitter", 1}, figures(), Heading{"Storage"}, bars_called("First"), bars_called("Second")});
    CHECK(contains(text, "<title>Twitter: First</title>\n<desc>By object.</desc>"));
    CHECK(contains(text, ">Twitter: First</text>"));
    CHECK_FALSE(contains(text, "Second"));
    CHECK(contains(svg({bars_called("First")}), "<title>First</title>"));
}

TEST_CASE("a picture is as high as its chart with a title above and a margin below") {
    // A row of 26 and the 6 and 44 pixels around rows make 76 or 102; 56 above and 24 below.
    CHECK(contains(svg({bars_called("x")}), "viewBox=\"0 0 720 156\" width=\"720\" height=\"156\""));
    CHECK(contains(svg({bars_called("x", 2)}), "viewBox=\"0 0 720 182\" width=\"720\" height=\"182\""));
    CHECK(contains(svg({bars_called("x")}), "<g transform=\"translate(24 56)\">"));
}

TEST_CASE("a long title of a picture is cut where it is drawn and whole where it is told") {
    const std::string title(100, 'W');
    const std::string text = svg({bars_called(title)});
    CHECK(contains(text, "<title>" + title + "</title>"));
    CHECK_FALSE(contains(text, title + "</text>"));
    CHECK(contains(text, "WWW…</text>"));
}

TEST_CASE("a card has the title and the sentence of the report, and is asked for") {
    const std::string text = svg({Heading{"Twitter", 1}, bars_called("First"), figures()}, PageForm::card);
    CHECK(contains(text, "viewBox=\"0 0 1200 630\""));
    CHECK(contains(text, "<title>Twitter</title>\n<desc>All is well.</desc>"));
    CHECK_FALSE(contains(text, "First"));
}

TEST_CASE("a report without a chart has no picture, and without figures no card") {
    CHECK(svg({Heading{"Twitter", 1}, figures()}).empty());
    CHECK(svg({bars_called("First")}, PageForm::card).empty());
    CHECK(svg({bars_called("First"), KeyFigures{"All is well.", Tone::good, {}}}, PageForm::card).empty());
}

}  // namespace bote::test::svg_test
