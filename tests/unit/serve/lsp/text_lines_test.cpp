#include "serve/lsp/text_lines.hpp"

#include "project/catch.hpp"

namespace bote::test::text_lines_test {
namespace {

constexpr std::string_view kText = "a\xC3\xA9\xF0\x9F\x98\x80z\r\n\nx\ry";  // "aé😀z", "", "x", "y"

}  // namespace

TEST_CASE("a place counts UTF-16 units, of which some characters have two") {
    const TextLines lines(kText, Encoding::utf16);
    CHECK(lines.count() == 4);
    CHECK(lines.offset_of({0, 1}) == 1);
    CHECK(lines.offset_of({0, 2}) == 3);
    CHECK(lines.offset_of({0, 4}) == 7);
    CHECK(lines.offset_of({0, 5}) == 8);
    CHECK(lines.position_of(7).character == 4);
    CHECK(lines.position_of(8).character == 5);
    CHECK(lines.offset_of({2, 0}) == 11);
    CHECK(lines.offset_of({3, 0}) == 13);
    CHECK(lines.position_of(13).line == 3);
}

TEST_CASE("or bytes, where the client prefers them") {
    const TextLines lines(kText, Encoding::utf8);
    CHECK(lines.offset_of({0, 3}) == 3);
    CHECK(lines.offset_of({0, 7}) == 7);
    CHECK(lines.position_of(7).character == 7);
}

TEST_CASE("a place that is none becomes the nearest before it") {
    const TextLines lines(kText, Encoding::utf16);
    CHECK(lines.offset_of({0, 3}) == 3);   // in the middle of the pair
    CHECK(lines.offset_of({0, 99}) == 8);  // before the line's end
    CHECK(lines.offset_of({1, 5}) == 10);
    CHECK(lines.offset_of({99, 0}) == kText.size());
    CHECK(lines.position_of(5).character == 2);
    CHECK(lines.position_of(9).character == 5);  // between carriage return and line feed
    CHECK(lines.position_of(1000).line == 3);
    CHECK(TextLines("", Encoding::utf16).offset_of({0, 5}) == 0);
}

TEST_CASE("every place leads back to itself") {
    for (const Encoding encoding : {Encoding::utf16, Encoding::utf8}) {
        const TextLines lines(kText, encoding);
        for (const std::size_t offset : {0, 1, 3, 7, 8, 10, 11, 12, 13, 14}) {
            const TextPosition position = lines.position_of(offset);
            CAPTURE(offset, position.line, position.character);
            CHECK(lines.offset_of(position) == offset);
        }
    }
}

}  // namespace bote::test::text_lines_test
