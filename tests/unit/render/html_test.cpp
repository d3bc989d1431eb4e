// A page holds all it needs, asks for nothing, and shows texts as themselves.

#include <set>

#include "bote/render/render.hpp"
#include "project/catch.hpp"
#include "project/contains.hpp"

namespace bote::test::html_test {

namespace {

Report sample() {
    Report report;
    report.names = {"", "tweet.storage", "tweet.data"};
    Table shown{{{"", ColumnKind::text}, {"Value", ColumnKind::number}, {"", ColumnKind::drawing}}, {}};
    shown.add_row(std::string("storage"), Quantity{3e12, display_for(kByte), kShownDigits, 1}, Drawing{Bar{0.5}});
    Table working{{{"Quantity", ColumnKind::text}, {"Value", ColumnKind::number}, {"Formula", ColumnKind::formula}},
                  {}};
    working.add_row(std::string("tweet.storage"), Quantity{3e12, display_for(kByte), kShownDigits, 1},
                    std::string("data * 3"));
    working.add_row(std::string("tweet.data"), Quantity{1e12, display_for(kByte), kShownDigits, 2},
                    std::string("given"));
    working.anchors = {"tweet.storage", "tweet.data"};
    report.blocks = {Heading{"<Twitter>", 1},
                     KeyFigures{"All is well.", Tone::good, {{"storage", {3e12, display_for(kByte), kShownDigits, 1}}}},
                     Heading{"Storage", 2},
                     shown,
                     Note{"holds `a < b`", Tone::plain},
                     Chart{"machines", "Machines", "Few.", BarChart{{"machines", {}, {}}, {{"app", 3}, {"cache", 2}}}},
                     Heading{"Working", 2, Fold::folded},
                     working,
                     Listing{"a.yaml", "dau: 1\n\tx: <y>\n"}};
    return report;
}

}  // namespace

TEST_CASE("a page has no script, and a policy that forbids every request") {
    const std::string page = render_html(sample(), {});
    CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
    CHECK(contains(page, "default-src 'none'; style-src 'unsafe-inline'"));
    CHECK_FALSE(contains(page, "<script"));
    CHECK_FALSE(contains(page, "http://"));
    CHECK_FALSE(contains(page, "https://"));
    CHECK_FALSE(contains(page, "url("));
    CHECK_FALSE(contains(page, "@import"));
    CHECK(contains(page, "<title>&lt;Twitter&gt;</title>"));
    CHECK(page.ends_with("</html>\n"));
}

TEST_CASE("a number links to the row with its working, and a name in a formula to its own") {
    const std::string page = render_html(sample(), {});
    CHECK(contains(page, "<th scope=\"row\">storage</th><td class=\"n\"><a href=\"#q-tweet.storage\">3 TB</a></td>"));
    CHECK(contains(page, "<dd class=\"value\"><a href=\"#q-tweet.storage\">3 TB</a></dd>"));
    CHECK(contains(page, "<tr id=\"q-tweet.storage\"><th scope=\"row\">tweet.storage</th><td class=\"n\">3 TB</td>"));
    CHECK(contains(page, "<code><a href=\"#q-tweet.data\">data</a> * 3</code>"));
}

TEST_CASE("a figure tells its range below its value, the low end first") {
    Report report;
    report.blocks = {KeyFigures{
        "", Tone::plain, {{"storage", {3e12, display_for(kByte), kShownDigits}, ValueRange{2e12, 5e12}, {}}}}};
    CHECK(contains(render_html(report, {}),
                   "<div><dt>storage</dt><dd class=\"value\">3 TB</dd><dd>2 TB to 5 TB</dd></div>"));
}

TEST_CASE("texts show as themselves, and what stands between backticks as code") {
    const std::string page = render_html(sample(), {});
    CHECK(contains(page, "<h1>&lt;Twitter&gt;</h1>"));
    CHECK(contains(page, "<p class=\"note\">holds <code>a &lt; b</code></p>"));
    CHECK(contains(page, "<pre tabindex=\"0\"><code>dau: 1\n    x: &lt;y&gt;\n</code></pre>"));
}

TEST_CASE("a listing ends its lines in one way, whatever the file does") {
    Report report;
    report.blocks = {Listing{"a.yaml", "dau: 15\r\n\r\nmau: 25\r\n\r\n"}};
    CHECK(contains(render_html(report, {}), "<code>dau: 15\n\nmau: 25\n</code>"));
}

TEST_CASE("a section is labelled by its heading, and a folded one can be opened") {
    const std::string page = render_html(sample(), {});
    CHECK(contains(page, "<section aria-labelledby=\"s-Storage\"><h2 id=\"s-Storage\">Storage</h2>"));
    CHECK(contains(page, "<details class=\"section\" id=\"s-Working\"><summary><h2>Working</h2></summary>"));
}

TEST_CASE("a chart is drawn for wide and narrow screens, with its numbers as a table") {
    const std::string page = render_html(sample(), {});
    CHECK(contains(page, "<figure id=\"c-machines\"><figcaption><strong>Machines</strong><span>Few.</span>"));
    CHECK(contains(page, "<div class=\"wide\"><svg class=\"bote-chart\" role=\"img\""));
    CHECK(contains(page, "<div class=\"narrow\"><svg class=\"bote-chart\" role=\"img\""));
    CHECK(contains(page, "<th scope=\"row\">app</th><td class=\"n\">3</td>"));
}

TEST_CASE("no two elements of a page have the same id") {
    Report report = sample();
    report.blocks.emplace_back(Heading{"Storage", 2});
    report.blocks.emplace_back(Heading{"Storage", 2});
    const std::string page = render_html(report, {});
    std::set<std::string> ids;
    for (auto at = page.find(" id=\""); at != std::string::npos; at = page.find(" id=\"", at + 1)) {
        const std::string id = page.substr(at + 5, page.find('"', at + 5) - at - 5);
        CAPTURE(id);
        CHECK(ids.insert(id).second);
    }
    CHECK(ids.size() == 7);
}

TEST_CASE("a fragment has neither head nor body, and styles under a class of its own") {
    Canvas canvas;
    canvas.form = PageForm::fragment;
    const std::string piece = render_html(sample(), canvas);
    CHECK(piece.starts_with("<div class=\"bote\">\n<style>"));
    CHECK(piece.ends_with("</div>\n"));
    CHECK_FALSE(contains(piece, "<body"));
    CHECK_FALSE(contains(piece, "body{"));
}

}  // namespace bote::test::html_test
