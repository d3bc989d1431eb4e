#include "bote/base/character.hpp"

#include <string>

#include "project/catch.hpp"

namespace bote::test::character_test {

TEST_CASE("controls, bidi controls and separators of lines are forbidden") {
    const char32_t codes[] = {0x00,   0x07,   0x0B,   0x1B,   0x7F,   0x80,   0x85,   0x9F,   0x061C,
                              0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202E, 0x2066, 0x2069, 0xFEFF};
    const std::string texts[] = {std::string(1, '\0'),
                                 "\x07",
                                 "\x0B",
                                 "\x1b",
                                 "\x7f",
                                 "\xC2\x80",
                                 "\xC2\x85",
                                 "\xC2\x9F",
                                 "\u061C",
                                 "\u200E",
                                 "\u200F",
                                 "\u2028",
                                 "\u2029",
                                 "\u202A",
                                 "\u202E",
                                 "\u2066",
                                 "\u2069",
                                 "\uFEFF"};
    for (std::size_t i = 0; i < std::size(codes); ++i) {
        CAPTURE(static_cast<unsigned>(codes[i]));
        const auto found = find_forbidden_character("né" + texts[i] + "\x1b");
        REQUIRE(found.has_value());
        CHECK(found->offset == 3);
        CHECK(found->length == texts[i].size());
        CHECK(found->code == codes[i]);
    }
}

TEST_CASE("ordinary text, tabs and line ends are allowed") {
    for (const char* text : {"", "a\tb\r\nc\n", "naïve 漢 👩‍👧", "\u00A0", "\u00AD", "\u200D", "\u2027",
                             "\u202F", "\u2065", "\u206A"}) {
        CAPTURE(text);
        CHECK_FALSE(find_forbidden_character(text).has_value());
    }
}

TEST_CASE("a character is called by its number and its name") {
    CHECK(name_of_character(0x202E) == "U+202E (right-to-left override)");
    CHECK(name_of_character(0x1B) == "U+001B (escape)");
    CHECK(name_of_character(0x85) == "U+0085 (control character)");
    CHECK(name_of_character(0x01) == "U+0001 (control character)");
    CHECK(name_of_character(0xFEFF) == "U+FEFF (byte order mark)");
    CHECK(name_of_character(U'Ж') == "U+0416");
    CHECK(name_of_character(0x1F44D) == "U+1F44D");
}

TEST_CASE("the letters from A to Z have a small one") {
    CHECK(lower_case("DAU_2 Zaz@[\u00c9") == "dau_2 zaz@[\u00c9");
    CHECK(lower_case("").empty());
}

TEST_CASE("any bytes can be shown without doing harm") {
    CHECK(escape_for_display("naïve 漢") == "naïve 漢");
    CHECK(escape_for_display("\x1b[31m\x7f") == "\\x1b[31m\\x7f");
    CHECK(escape_for_display("a\tb\nc") == "a\\x09b\\x0ac");
    CHECK(escape_for_display("\xC2\x9B") == "\\u{9b}");
    CHECK(escape_for_display("\u202E\uFEFF") == "\\u{202e}\\u{feff}");
    CHECK(escape_for_display("na\xEFve\xFF") == "na\\xefve\\xff");
    CHECK(escape_for_display(std::string("a\0b", 3)) == "a\\x00b");
}

TEST_CASE("in one line, line ends and tabs are blanks") { CHECK(show_in_line("a\tb\r\nc\x1b") == "a b  c\\x1b"); }

}  // namespace bote::test::character_test
