#include "render/markdown_text.hpp"

#include "project/catch.hpp"

namespace bote::test::markdown_text_test {

TEST_CASE("an underscore is escaped unless it stands inside a word") {
    CHECK(escape_markdown("a_b c_1 2_C") == "a_b c_1 2_C");
    CHECK(escape_markdown("_a") == "\\_a");
    CHECK(escape_markdown("a_") == "a\\_");
    CHECK(escape_markdown("a__b") == "a\\_\\_b");
    CHECK(escape_markdown("a _b") == "a \\_b");
    CHECK(escape_markdown("a_ b") == "a\\_ b");
}

TEST_CASE("what Markdown would link is parted") {
    CHECK(escape_markdown("#7 #a # #") == "#&#8203;7 \\#a \\# \\#");
    CHECK(escape_markdown("a@b @") == "a@&#8203;b @");
    CHECK(escape_markdown("a:b ftp://c") == "a:b ftp\\://c");
    CHECK(escape_markdown("www.www.a") == "www\\.www\\.a");
    CHECK(escape_markdown("www a.b") == "www a.b");
    CHECK(escape_markdown("é\t*\x1b") == "é \\*\\\\x1b");
}

TEST_CASE("a text that is said to show itself is one that stays as it is, whatever its characters") {
    for (int code = 1; code < 256; ++code) {
        for (const char* side : {"a", " ", "/"}) {
            const std::string text = side + std::string(1, static_cast<char>(code)) + side;
            CAPTURE(code, text);
            if (text_shows_itself(text)) CHECK(escape_markdown(text) == text);
            if (code_shows_itself(text)) CHECK(markdown_code(text) == "`" + text + "`");
        }
    }
}

TEST_CASE("most texts show themselves, in code also what would be markup outside of it") {
    CHECK(text_shows_itself(""));
    CHECK(text_shows_itself("1.5 GB/day - (x) + {y} = 'z' \"w\"; 50%?"));
    for (const char* text : {"a*b", "a_b", "a|b", "a`b", "a\\b", "www.a", "a@b", "a:b", "a\tb", "é"}) {
        CAPTURE(text);
        CHECK_FALSE(text_shows_itself(text));
    }
    CHECK(code_shows_itself("a*b_c[0] <= #1 & www.x@y"));
    for (const char* text : {"", " a", "a ", "a|b", "a`b", "a\\b", "a\tb", "é"}) {
        CAPTURE(text);
        CHECK_FALSE(code_shows_itself(text));
    }
}

TEST_CASE("what stands between backticks is code in a cell, unless the cell has a pipe") {
    CHECK(escape_markdown_cell("*a* `b*c` d") == "\\*a\\* `b*c` d");
    CHECK(escape_markdown_cell("`a*b` | c") == "\\`a\\*b\\` \\| c");
    CHECK(escape_markdown_paragraph("`a*b` | c") == "`a*b` \\| c");
    CHECK(escape_markdown_cell("`a` `b") == "`a` \\`b");
    // Code has no blank at its edge, and nothing that needs a look.
    CHECK(escape_markdown_cell("` a` `é`") == "\\` a\\` \\`é\\`");
    CHECK(escape_markdown_cell("- a") == "- a");
}

TEST_CASE("a paragraph begins no list where it only looks like one") {
    CHECK(escape_markdown_paragraph("1.x") == "1.x");
    CHECK(escape_markdown_paragraph("1) ") == "1\\)");
    CHECK(escape_markdown_paragraph(".5") == ".5");
    CHECK(escape_markdown_paragraph("-") == "\\-");
    CHECK(escape_markdown_paragraph("a - b") == "a - b");
}

TEST_CASE("code has a longer fence than any run in it") {
    CHECK(longest_run("``a```b`", '`') == 3);
    CHECK(longest_run("a~~", '~') == 2);
    CHECK(longest_run("``", '~') == 0);
    CHECK(longest_run("", '`') == 0);
    CHECK(markdown_code("a```b") == "````a```b````");
    CHECK(markdown_code("`") == "`` ` ``");
    CHECK(markdown_code("a`") == "`` a` ``");
    CHECK(markdown_code("a*b|c") == "`a*b\\|c`");
    CHECK(markdown_code("a*\\") == "a\\*\\\\");
}

}  // namespace bote::test::markdown_text_test
