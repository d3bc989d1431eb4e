#include "embed/outline.hpp"

#include <string>

#include "project/catch.hpp"

namespace bote::test::outline_test {
namespace {

/// "heading 2, comment end": each item with its level, its language or what it says.
std::string items_of(std::string_view markdown) {
    std::string all;
    for (const OutlineItem& item : outline_of(markdown)) {
        if (!all.empty()) all += ", ";
        switch (item.kind) {
            case OutlineKind::heading: all += "heading " + std::to_string(item.level); break;
            case OutlineKind::code: all += "code " + std::string(item.language) + (item.closed ? "" : " (open)"); break;
            case OutlineKind::comment:
                all += "comment " + std::string(item.inside) + (item.closed ? "" : " (open)");
                break;
        }
    }
    return all;
}

}  // namespace

TEST_CASE("headings, code and comments are found in their order") {
    CHECK(items_of("# A\n\n```yaml\ndau: 5M\n```\n<!-- bote shop -->\n## B\n") ==
          "heading 1, code yaml, comment bote shop, heading 2");
    CHECK(items_of("plain text\n").empty());
}

TEST_CASE("whatever begins first holds the other") {
    CHECK(items_of("```\n<!-- bote -->\n# A\n```\n") == "code ");
    CHECK(items_of("<!-- a\n```\n# A\n-->\n# B\n") == "comment a\n```\n# A, heading 1");
}

TEST_CASE("code that never ends says so") {
    CHECK(items_of("```bote\na\n") == "code bote (open)");
    CHECK(items_of("```bote\na\n```") == "code bote");
    CHECK(outline_of("```bote\na\nb").front().inside == "a\nb");
    CHECK(outline_of("```bote\na\nb\n```\n").front().inside == "a\nb\n");
    CHECK(outline_of("```bote").front().inside.empty());
}

TEST_CASE("a comment that never ends says so") { CHECK(items_of("<!-- bote shop\n") == "comment bote shop (open)"); }

TEST_CASE("hundreds of thousands of comments that never end are looked through once, not once for each") {
    std::string text;
    for (int i = 0; i < 400'000; ++i) text += "<!--";
    text += std::string(400'000, ' ');
    const auto items = outline_of(text);
    REQUIRE(items.size() == 400'000);
    CHECK_FALSE(items.back().closed);
    CHECK(items.back().inside.empty());
    CHECK(items.front().inside.starts_with("<!--"));
}

TEST_CASE("a paragraph ends at the next blank line") {
    CHECK(end_of_paragraph("ab\ncd\n\nef\n", 0) == 6);
    CHECK(end_of_paragraph("ab\ncd", 0) == 5);
}

TEST_CASE("a byte order mark has three bytes") {
    CHECK(mark_size("\xEF\xBB\xBF# A") == 3);
    CHECK(mark_size("# A") == 0);
}

}  // namespace bote::test::outline_test
