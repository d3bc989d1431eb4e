#include "render/terminal_lines.hpp"

#include "project/catch.hpp"

namespace bote::test::terminal_lines_test {
namespace {

std::string paragraph(std::string_view text, std::size_t width) {
    return write_paragraph(text, {2, 4}, Style::plain, {width});
}

}  // namespace

TEST_CASE("a line ends without blanks, within the canvas, and its colour with it") {
    CHECK(finish(" a  ", Style::plain, {}) == " a\n");
    CHECK(finish("   ", Style::bold, {0, Ink::color}) == "\n");
    CHECK(finish("abcde  ", Style::plain, {5}) == "abcde\n");
    CHECK(finish("abcdef", Style::plain, {5}) == "abcd…\n");
    CHECK(finish("abcdef ", Style::red, {5, Ink::color}) == "\x1b[31mabcd…\x1b[0m\n");
    CHECK(write_lines({"abc", "", "d "}, Style::plain, {2}) == "a…\n\nd\n");
    CHECK(write_lines({}, Style::plain, {2}).empty());
}

TEST_CASE("the following lines of a paragraph have their own indentation") {
    CHECK(paragraph("one two three", 12) == "  one two\n    three\n");
    CHECK(paragraph("one two three", 11) == "  one two\n    three\n");
    CHECK(paragraph("one two three", 10) == "  one\n    two\n    three\n");
    CHECK(paragraph(" one\n two  three ", 0) == "  one two three\n");
    CHECK(paragraph(" \n", 12).empty());
    CHECK(write_paragraph("aaaa bbbb", {0, 1}, Style::dim, {6, Ink::color}) ==
          "\x1b[2maaaa\x1b[0m\n\x1b[2m bbbb\x1b[0m\n");
}

TEST_CASE("a word of a paragraph without room is chopped, to pieces of four where there is room for less") {
    CHECK(paragraph("abcdefghijkl", 12) == "  abcdefgh\n    ijkl\n");
    CHECK(paragraph("a abcdefghi", 12) == "  a\n    abcdefgh\n    i\n");
    CHECK(paragraph("abcdefgh", 8) == "  abcd\n    efgh\n");
    CHECK(paragraph("abcdefgh", 7) == "  abcd\n    ef…\n");
    CHECK(paragraph(std::string(100, 'x'), 0) == "  " + std::string(100, 'x') + "\n");
}

}  // namespace bote::test::terminal_lines_test
