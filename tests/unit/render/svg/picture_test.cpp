#include "bote/render/picture.hpp"

#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::picture_test {
namespace {

using Texts = std::vector<std::string>;

/// What is drawn, without the frame around it.
std::string body_of(const Picture& picture) {
    const std::string text = picture.write("t", "", SvgUse::within_page);
    const std::string title = "<title>t</title>\n";
    const auto begin = text.find(title) + title.size();
    return text.substr(begin, text.size() - begin - std::string("</svg>\n").size());
}

void check_box(const Box& box, const Box& wanted) {
    CHECK(box.left == near(wanted.left));
    CHECK(box.top == near(wanted.top));
    CHECK(box.right == near(wanted.right));
    CHECK(box.bottom == near(wanted.bottom));
}

}  // namespace

TEST_CASE("a text is as wide as its letters, of which some are narrow and some wide") {
    CHECK(text_width("", 10) == 0);
    CHECK(text_width("a", 10) == near(6.2));
    CHECK(text_width("AZ", 10) == near(14.4));
    CHECK(text_width("mW", 20) == near(39.2));
    CHECK(text_width("i I", 10) == near(10.8));
    CHECK(text_width("é", 10) == near(7.2));  // a letter, though of two bytes
    CHECK(text_width("漢", 10) == near(10.5));
}

TEST_CASE("a text is cut to whole letters and an ellipsis") {
    CHECK(cut_to("aaaa", 24.9, 10) == "aaaa");  // 24.8
    CHECK(cut_to("aaaa", 24.7, 10) == "aa…");   // 7.2 of the ellipsis leave 17.5
    CHECK(cut_to("aaaa", 196, 100) == "aa…");   // 124 and 72, which is just the room
    CHECK(cut_to("ééé", 20, 10) == "é…");
    CHECK(cut_to("a bbb", 20, 10) == "a…");
    CHECK(cut_to("aa", 0, 10) == "…");
    CHECK(cut_to("", 0, 10).empty());
}

TEST_CASE("words stand in lines that are as wide as can be, and no wider") {
    CHECK(wrap_to("aa bb cc", 28.5, 10) == Texts{"aa bb", "cc"});  // 4 x 6.2 + 3.6
    CHECK(wrap_to("aa bb cc", 28.3, 10) == Texts{"aa", "bb", "cc"});
    CHECK(wrap_to("aaaa b aaaa", 24, 10) == Texts{"aa…", "b", "aa…"});
}

TEST_CASE("texts of XML are one line without markup") {
    CHECK(escape_xml("<a & \"b\">'\n\x1b") == "&lt;a &amp; &quot;b&quot;&gt;' \\x1b");
}

TEST_CASE("shapes are written to a tenth of a pixel") {
    Picture picture(100, 50);
    picture.line({1, 2.04}, {3.06, 4}, "c-grid");
    picture.box({10, 20, 15, 18}, "c-fill");
    picture.dot({1.25, 2}, 3, "c-dot1");
    picture.path({{1, 2}, {3, 4}, {5, 6}}, "c-line");
    picture.text({1, 2}, "a<b", {});
    picture.text({1, 2}, "", {});
    picture.text({3, 4}, "c", {.anchor = Anchor::middle, .shade = "c-muted", .size = 12.5, .bold = true});
    picture.text({5, 6}, "d", {.anchor = Anchor::end});
    CHECK(body_of(picture) ==
          R"(<line x1="1" y1="2" x2="3.1" y2="4" class="c-grid"/>
<rect x="10" y="20" width="5" height="0" class="c-fill"/>
<circle cx="1.3" cy="2" r="3" class="c-dot1"/>
<path d="M1 2L3 4L5 6" class="c-line"/>
<text x="1" y="2" class="c-ink">a&lt;b</text>
<text x="3" y="4" class="c-muted" text-anchor="middle" font-size="12.5" font-weight="600">c</text>
<text x="5" y="6" class="c-ink" text-anchor="end">d</text>
)");
}

TEST_CASE("a picture knows where its texts are, and those of pictures put into it") {
    Picture inner(50);
    inner.text({10, 20}, "aa", {.size = 10});
    inner.text({10, 20}, "aa", {.anchor = Anchor::middle, .size = 10});
    inner.text({10, 20}, "aa", {.anchor = Anchor::end, .size = 10, .bold = true});
    REQUIRE(inner.texts().size() == 3);
    check_box(inner.texts()[0], {10, 12.2, 22.4, 22.2});
    check_box(inner.texts()[1], {3.8, 12.2, 16.2, 22.2});
    check_box(inner.texts()[2], {10 - 12.4 * 1.08, 12.2, 10, 22.2});
    Picture outer(100);
    outer.text({0, 0}, "x", {});
    outer.put(inner, {100, 1000});
    REQUIRE(outer.texts().size() == 4);
    check_box(outer.texts()[1], {110, 1012.2, 122.4, 1022.2});
    CHECK(body_of(outer).find("<g transform=\"translate(100 1000)\">\n" + body_of(inner) + "</g>\n") !=
          std::string::npos);
}

TEST_CASE("a picture alone has its style and its paper, within a page neither") {
    Picture picture(300.04);
    picture.set_height(20);
    const std::string alone = picture.write("a<b", "c", SvgUse::alone);
    CHECK(
        alone.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"bote-chart\" role=\"img\" "
                          "viewBox=\"0 0 300 20\" width=\"300\" height=\"20\">\n<title>a&lt;b</title>\n"
                          "<desc>c</desc>\n<style>\n"));
    CHECK(alone.ends_with("</style>\n<rect width=\"100%\" height=\"100%\" class=\"c-paper\"/>\n</svg>\n"));
    CHECK(picture.write("a", "", SvgUse::within_page) ==
          "<svg class=\"bote-chart\" role=\"img\" viewBox=\"0 0 300 20\" width=\"300\" height=\"20\">\n"
          "<title>a</title>\n</svg>\n");
}

}  // namespace bote::test::picture_test
