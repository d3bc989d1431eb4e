#include "base/excerpt.hpp"

#include <string>
#include <string_view>

#include "bote/base/text.hpp"
#include "project/catch.hpp"

namespace bote::test::excerpt_test {

namespace {

Excerpt excerpt(std::string text, std::size_t begin, std::size_t end, std::size_t columns) {
    return excerpt_of({make_source("w.yaml", std::move(text)), begin, end}, columns);
}

}  // namespace

TEST_CASE("an excerpt shows the line and where the caret goes") {
    struct Row {
        std::string text;
        std::size_t begin;
        std::size_t end;
        std::string line;
        std::size_t column;
        std::size_t width;
    };
    const Row rows[] = {
        {"a: 1\nheadroom: 30\nb: 2", 15, 17, "headroom: 30", 10, 2},
        {"a:\tx", 3, 4, "a: x", 3, 1},
        {"漢: x", 5, 6, "漢: x", 4, 1},
        {"漢字: x", 3, 6, "漢字: x", 2, 2},
        {"a\x1b"
         "b",
         2, 3, "a\\x1bb", 5, 1},
        {"a\xFF"
         "b",
         1, 2, "a\\xffb", 1, 4},
        {"a \u202E b", 2, 5, "a \\u{202e} b", 2, 8},
        {"ab\ncd", 1, 5, "ab", 1, 1},  // goes on in the next line
        {"ab", 2, 2, "ab", 2, 1},      // behind the line
        {"abc", 1, 1, "abc", 1, 1},    // empty
        {"", 0, 0, "", 0, 1},
        {"e\u0301x", 1, 3, "e\u0301x", 0, 1},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const Excerpt found = excerpt(row.text, row.begin, row.end, 120);
        CHECK(found.line == row.line);
        CHECK(found.caret_column == row.column);
        CHECK(found.caret_width == row.width);
    }
}

TEST_CASE("a long line is cut around the caret") {
    const std::string digits = "0123456789012345678901234567890123456789";
    CHECK(excerpt(digits, 0, 1, 40).line == digits);
    CHECK(excerpt(digits, 0, 1, 20).line == "012345678901234567…");
    CHECK(excerpt(digits, 39, 40, 20).line == "…234567890123456789");
    const Excerpt middle = excerpt(digits, 20, 21, 20);
    CHECK(middle.line == "…890123456789012345…");
    CHECK(middle.caret_column == 13);
}

TEST_CASE("an excerpt of a huge line is as short as any other") {
    const std::string_view fillers[] = {"a", "é", "漢", "\xFF", "\x1b", "\u0301", "👍", "\u202E"};
    for (const std::string_view filler : fillers) {
        std::string text;
        while (text.size() < 250'000) text += filler;
        const std::size_t middle = text.size() / filler.size() / 2 * filler.size();
        for (const std::size_t begin : {std::size_t{0}, middle, text.size()}) {
            CAPTURE(filler, begin);
            const Excerpt found = excerpt(text, begin, text.size(), 120);
            CHECK(display_width(found.line) <= 120);
            CHECK(found.caret_column + found.caret_width <= 120);
            CHECK(found.line.size() <= 1100);
            CHECK_FALSE(find_invalid_utf8(found.line).has_value());
        }
    }
}

}  // namespace bote::test::excerpt_test
