#include "bote/base/text.hpp"

#include <string>
#include <vector>

#include "project/catch.hpp"

namespace bote::test::text_test {

namespace {

using Lines = std::vector<std::string>;

constexpr std::size_t kLong = 250'000;

}  // namespace

TEST_CASE("the width of a text is the sum of its clusters") {
    CHECK(display_width("") == 0);
    CHECK(display_width("naïve") == 5);
    CHECK(display_width("e\u0301") == 1);
    CHECK(display_width("漢字ab") == 6);
    CHECK(display_width("🇩🇪🇫🇷") == 4);
    CHECK(display_width("…≈█│─") == 5);
    CHECK(display_width(std::string(kLong, 'x')) == kLong);
}

TEST_CASE("a text is cut to columns, and the ellipsis takes one of them") {
    struct Row {
        std::string text;
        std::size_t columns;
        std::string cut;
    };
    const Row rows[] = {
        {"TinyURL", 7, "TinyURL"},
        {"TinyURL", 6, "TinyU…"},
        {"TinyURL", 1, "…"},
        {"TinyURL", 0, ""},
        {"", 3, ""},
        {"漢字字", 6, "漢字字"},
        {"漢字字", 5, "漢字…"},
        {"漢字字", 4, "漢…"},
        {"e\u0301e\u0301e\u0301", 2, "e\u0301…"},
        {"👍🏽👍🏽", 3, "👍🏽…"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text, row.columns);
        CHECK(cut_to_width(row.text, row.columns) == row.cut);
        CHECK(display_width(cut_to_width(row.text, row.columns)) <= row.columns);
    }
}

TEST_CASE("a text is chopped into full pieces, none of them without a character") {
    CHECK(chop("abcdefg", 3) == Lines{"abc", "def", "g"});
    CHECK(chop("abc", 3) == Lines{"abc"});
    CHECK(chop("漢字字", 3) == Lines{"漢", "字", "字"});
    CHECK(chop("漢字", 1) == Lines{"漢", "字"});
    CHECK(chop("ab", 0) == Lines{"a", "b"});
    CHECK(chop("", 3).empty());
}

TEST_CASE("padding counts columns, not bytes, and never cuts") {
    CHECK(pad_right("né", 4) == "né  ");
    CHECK(pad_left("né", 4) == "  né");
    CHECK(pad_left("漢", 3) == " 漢");
    CHECK(pad_right("long", 2) == "long");
}

TEST_CASE("words are wrapped into lines") {
    CHECK(wrap("the quick brown fox", 10) == Lines{"the quick", "brown fox"});
    CHECK(wrap("  the \t quick\n", 80) == Lines{"the quick"});
    CHECK(wrap("a incomprehensible b", 5) == Lines{"a", "incomprehensible", "b"});
    CHECK(wrap("a b", 0) == Lines{"a b"});
    CHECK(wrap("漢字 漢", 6) == Lines{"漢字", "漢"});
    CHECK(wrap("", 10).empty());
    CHECK(wrap(" \n", 10).empty());
}

TEST_CASE("trim, split and join") {
    CHECK(trim(" \t a b\r\n") == "a b");
    CHECK(trim(" \n").empty());
    CHECK(split("a,b,,", ',') == std::vector<std::string_view>{"a", "b", "", ""});
    CHECK(split("", ',') == std::vector<std::string_view>{""});
    CHECK(join({"a", "b", "c"}, ", ") == "a, b, c");
    CHECK(join({}, ", ").empty());
}

}  // namespace bote::test::text_test
