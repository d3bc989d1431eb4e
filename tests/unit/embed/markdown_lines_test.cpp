#include "embed/markdown_lines.hpp"

#include "project/catch.hpp"

namespace bote::test::markdown_lines_test {

TEST_CASE("a line ends before its line end, whichever of the two it has") {
    const std::string_view text = "ab\r\n\ncd";
    const Line first = line_at(text, 0);
    CHECK(first.end == 2);
    CHECK(first.next == 4);
    const Line blank = line_at(text, first.next);
    CHECK(blank.end == 4);
    CHECK(blank.next == 5);
    const Line last = line_at(text, blank.next);
    CHECK(last.end == 7);
    CHECK(last.next == 7);
}

TEST_CASE("the text of a line stands behind quotation marks and the marks of lists") {
    CHECK(content_begin("text") == 0);
    CHECK(content_begin("> - text") == 4);
    CHECK(content_begin("12. text") == 4);
    CHECK(content_begin("-text") == 0);
    CHECK(content_begin("12 text") == 0);
    CHECK(is_prefix("> - "));
    CHECK(is_prefix(""));
    CHECK_FALSE(is_prefix("> -"));
}

TEST_CASE("code begins at three backticks or tildes and ends at as many of the same") {
    const auto fence = opening_fence("  ```bote shop");
    REQUIRE(fence);
    CHECK(fence->letter == '`');
    CHECK(fence->length == 3);
    CHECK(fence->language == "bote shop");
    CHECK(closes("```", *fence));
    CHECK(closes("> `````  ", *fence));
    CHECK_FALSE(closes("``", *fence));
    CHECK_FALSE(closes("~~~", *fence));
    CHECK_FALSE(closes("``` bote", *fence));
    CHECK_FALSE(opening_fence("``bote``"));
    CHECK_FALSE(opening_fence("```a` b"));  // code within a line
    CHECK(opening_fence("~~~~ a` b")->length == 4);
}

TEST_CASE("a heading has up to six number signs and a blank behind them") {
    CHECK(heading_level("# A") == 1);
    CHECK(heading_level("   ###### A") == 6);
    CHECK(heading_level("##") == 2);
    CHECK(heading_level("####### A") == 0);
    CHECK(heading_level("#A") == 0);
    CHECK(heading_level("    # A") == 0);
    CHECK(heading_level("A") == 0);
}

}  // namespace bote::test::markdown_lines_test
