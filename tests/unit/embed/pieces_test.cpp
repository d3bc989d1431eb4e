#include "embed/pieces.hpp"

#include "project/catch.hpp"

namespace bote::test::pieces_test {
namespace {

bool same(std::string_view left, std::string_view right) { return say_the_same(pieces_of(left), pieces_of(right)); }

}  // namespace

TEST_CASE("Markdown is cut into headings, paragraphs, tables and code") {
    const auto pieces = pieces_of("# Title\ntext\nmore\n\n| a |\n|---|\n| 1 |\n\n```text\nx\n\ny\n```\nend");
    REQUIRE(pieces.size() == 5);
    CHECK(pieces[0].text == "# Title");
    CHECK(pieces[1].text == "text\nmore");
    CHECK(pieces[2].text == "| a |\n|---|\n| 1 |");
    CHECK(pieces[3].text == "```text\nx\n\ny\n```");
    CHECK(pieces[4].text == "end");
    CHECK(pieces_of("\n \n").empty());
}

TEST_CASE("a formatter changes nothing of what a text says") {
    CHECK(same("| a   |  b |\n| --- | -: |\n| x   |  1 |\n", "|a|b|\n|:-:|---|\n|x|1|"));
    CHECK(same("| a | b |\n|---|---|\n| x |   |\n", "a | b\n--|--\nx |"));
    CHECK(same("one two\nthree", "one\ntwo  three"));
    CHECK(same("\\~ 3 \\<= 4 @&#8203;x &amp; y", "~ 3 <= 4 @x & y"));
    CHECK(same("| a\\|b |\n|---|\n| `x \\| y` |\n", "|a\\|b|\n|-|\n|`x \\| y`|\n"));
}

TEST_CASE("another number, cell or level says something else") {
    CHECK_FALSE(same("| a |\n|---|\n| 1 |\n", "| a |\n|---|\n| 2 |\n"));
    CHECK_FALSE(same("| a | b |\n|---|---|\n| 1 | 2 |\n", "| a | b |\n|---|---|\n| 12 | |\n"));
    CHECK_FALSE(same("| a |\n|---|\n| 1 |\n", "| a |\n|---|\n| 1 |\n| 2 |\n"));
    CHECK_FALSE(same("## a", "### a"));
    CHECK_FALSE(same("a\n\nb", "a b"));
    CHECK_FALSE(same("```\na  b\n```", "```\na b\n```"));
}

TEST_CASE("the checksum is the beginning of a digest in Base64, of what the text says") {
    CHECK(checksum_of(pieces_of("a  b\n")) == checksum_of(pieces_of("a b")));
    CHECK(checksum_of(pieces_of("a b")) != checksum_of(pieces_of("a c")));
    CHECK(checksum_of({}) == "47DEQp");  // of nothing: e3 b0 c4 42 98
}

}  // namespace bote::test::pieces_test
