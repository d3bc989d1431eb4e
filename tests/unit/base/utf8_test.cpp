#include "bote/base/utf8.hpp"

#include <string>

#include "project/catch.hpp"

namespace bote::test::utf8_test {

TEST_CASE("a text is walked character by character, whatever bytes it holds") {
    struct Row {
        std::string bytes;
        char32_t code;
        std::size_t length;
        bool valid;
    };
    const Row rows[] = {
        {"a", U'a', 1, true},
        {"é", 0xE9, 2, true},
        {"…x", 0x2026, 3, true},
        {"👍", 0x1F44D, 4, true},
        {std::string(1, '\0'), 0, 1, true},
        {"\x80", 0x80, 1, false},              // a continuation alone
        {"\xC3", 0xC3, 1, false},              // cut
        {"\xE2\x80", 0xE2, 1, false},          // cut
        {"\xC0\xAF", 0xC0, 1, false},          // overlong
        {"\xED\xA0\x80", 0xED, 1, false},      // surrogate
        {"\xF4\x90\x80\x80", 0xF4, 1, false},  // over 10FFFF
    };
    for (const Row& row : rows) {
        CAPTURE(row.bytes);
        const Character character = character_at(row.bytes, 0);
        CHECK(character.code == row.code);
        CHECK(character.length == row.length);
        CHECK(character.valid == row.valid);
    }
}

TEST_CASE("a cluster is as wide as a terminal shows it") {
    struct Row {
        std::string text;
        std::size_t length;
        std::size_t width;
    };
    const Row rows[] = {
        {"ab", 1, 1},
        {"\x1b[", 1, 0},
        {"\r\n", 2, 0},
        {"e\u0301x", 3, 1},  // combining accent
        {"漢字", 3, 2},
        {"\u2764\uFE0F", 6, 2},  // heart, asked to be an emoji
        {"\u2764", 3, 1},
        {"👩‍👩‍👧‍👦!", 25, 2},  // a family of four joined code points
        {"👍🏽", 8, 2},                     // with a skin tone
        {"🇩🇪🇫🇷", 8, 2},                         // two flags, of which the first
        {"\u1112\u1161\u11ab", 9, 2},           // Hangul jamo
        {"\uFE0F", 3, 0},
        {"\xFFz", 1, 1},
        {"e\xFF", 1, 1},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const Cluster cluster = cluster_at(row.text, 0);
        CHECK(cluster.length == row.length);
        CHECK(cluster.width == row.width);
    }
}

TEST_CASE("the first invalid byte is found") {
    CHECK_FALSE(find_invalid_utf8("").has_value());
    CHECK_FALSE(find_invalid_utf8("naïve 漢 👍").has_value());
    CHECK(find_invalid_utf8("\xFF") == 0U);
    CHECK(find_invalid_utf8("na\xEFve") == 2U);
    CHECK(find_invalid_utf8("é\x80") == 2U);
    CHECK(find_invalid_utf8("abc\xE2\x82") == 3U);
}

TEST_CASE("characters are code points") {
    CHECK(count_characters("") == 0);
    CHECK(count_characters("naïve") == 5);
    CHECK(count_characters("漢👍") == 2);
    CHECK(count_characters("a\xFF\xFF") == 3);
}

}  // namespace bote::test::utf8_test
