#include "bote/render/render.hpp"

#include "project/catch.hpp"

namespace bote::test::markdown_test {

namespace {

std::string markdown(Block block) {
    Report report;
    report.blocks.push_back(std::move(block));
    return render_markdown(report, Canvas{});
}

/// The one cell of a table with one column and one row.
std::string cell(std::string text, ColumnKind kind) {
    const std::string table = markdown(Table{{{"", kind}}, {{std::move(text)}}});
    const std::size_t begin = table.rfind("\n|") + 3;
    const std::size_t end = table.rfind(" |");
    const std::string padded = table.substr(begin, end - begin);
    return padded.substr(0, padded.find_last_not_of(' ') + 1);
}

Quantity bytes(double value) { return {value, display_for(kByte)}; }

struct Row {
    const char* text;
    const char* written;
};

}  // namespace

TEST_CASE("a report is headings, paragraphs and pipe tables") {
    Report report;
    report.blocks = {
        Heading{"TinyURL", 1}, Note{"Short links."}, Note{"Many reads.", Tone::bad}, Heading{"Storage"},
        Table{{{"quantity", ColumnKind::text}, {"value", ColumnKind::number}, {"formula", ColumnKind::detail}},
              {{std::string("data"), bytes(219e12), std::string("a * b")},
               {std::string("naïve 漢"), bytes(5e9), Cell{}}}}};
    CHECK(render_markdown(report, Canvas{20, Ink::color}) ==
          "# TinyURL\n"
          "\n"
          "Short links.\n"
          "\n"
          "Many reads.\n"
          "\n"
          "## Storage\n"
          "\n"
          "| quantity |  value | formula |\n"
          "| -------- | -----: | ------- |\n"
          "| data     | 219 TB | `a * b` |\n"
          "| naïve 漢 |   5 GB |         |\n");
}

TEST_CASE("a table without titles still has its header row") {
    CHECK(markdown(Table{{{"", ColumnKind::text}, {"", ColumnKind::number}}, {{std::string("a"), std::string("b")}}}) ==
          "|     |     |\n"
          "| --- | --: |\n"
          "| a   |   b |\n");
    CHECK(markdown(Table{}).empty());
}

TEST_CASE("text in a cell shows as it is") {
    const Row rows[] = {
        {"write_qps", "write_qps"},
        {"a|b", "a\\|b"},
        {"a\\|b", "a\\\\\\|b"},
        {"*a* `b` ~c~ #d !e", "\\*a\\* `b` \\~c\\~ \\#d \\!e"},
        {"[x](javascript:y)", "\\[x\\](javascript:y)"},
        {"<script>", "\\<script>"},
        {"a & &lt;", "a &amp; &amp;lt;"},
        {"$1.2k", "\\$1.2k"},
        {"two\nlines\tand", "two lines and"},
        {"@name #12", "@&#8203;name #&#8203;12"},
        {"a@b.com 5 @ 3", "a@&#8203;b.com 5 @ 3"},
        {"https://a.b 100:1 w: x", "https\\://a.b 100:1 w: x"},
        {"www.a.b www.c", "www\\.a.b www\\.c"},
        {"\x1b", "\\\\x1b"},
        {"- 1. +", "- 1. +"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(cell(row.text, ColumnKind::text) == row.written);
    }
}

TEST_CASE("a detail is code, fenced by more back quotes than it holds") {
    const Row rows[] = {
        {"a * b_c", "`a * b_c`"},
        {"a | b", "`a \\| b`"},
        {"a `b` c", "``a `b` c``"},
        {"`a`", "`` `a` ``"},
        {"a``b`c", "```a``b`c```"},
        {"two\nlines ", "`two lines`"},
        {"a\\|b", "a\\\\\\|b"},
        {"", ""},
        {" ", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(cell(row.text, ColumnKind::detail) == row.written);
    }
}

TEST_CASE("a paragraph is never a list, an underline or a heading") {
    const Row rows[] = {
        {"- a", "\\- a\n"},   {"+ a", "\\+ a\n"},     {"=== a", "\\=== a\n"},
        {"1. a", "1\\. a\n"}, {"12) a", "12\\) a\n"}, {"12 a", "12 a\n"},
        {"# a", "\\# a\n"},   {"    a", "a\n"},       {"1.5 GB", "1.5 GB\n"},
        {"> a", "\\> a\n"},   {"1.", "1\\.\n"},       {"2024", "2024\n"},
        {" \n", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(markdown(Note{row.text}) == row.written);
    }
}

TEST_CASE("what stands between back quotes is code in a paragraph, unless it would not show as itself") {
    CHECK(markdown(Note{"Waiting: `growth` (for `a.object_size`)"}) == "Waiting: `growth` (for `a.object_size`)\n");
    CHECK(markdown(Note{"`a <= 5 | b` holds"}) == "`a <= 5 | b` holds\n");
    CHECK(markdown(Note{"a_b ` x` `a\\` `` ` c_"}) == "a_b \\` x\\` \\`a\\\\\\` \\`\\` \\` c\\_\n");
}

TEST_CASE("a listing stands between fences longer than any row of back quotes in it") {
    CHECK(markdown(Listing{"a.yaml", "dau: 1\n  mau: 2\n"}) == "```\ndau: 1\n  mau: 2\n```\n");
    CHECK(markdown(Listing{"a.yaml", "dau: 1"}) == "```\ndau: 1\n```\n");
    CHECK(markdown(Listing{"a.yaml", "a ``` b\n"}) == "````\na ``` b\n````\n");
}

TEST_CASE("a heading is one line of plain text") { CHECK(markdown(Heading{"a_b\n# c #", 1}) == "# a_b \\# c \\#\n"); }

TEST_CASE("columns are padded to their widest cell, as formatters do it") {
    const std::string text = markdown(Table{{{"", ColumnKind::text}}, {{std::string(200, 'x')}, {std::string("y")}}});
    CHECK(text.ends_with("\n| y" + std::string(199, ' ') + " |\n"));
}

TEST_CASE("a drawing is for the terminal: its column is left out") {
    const Table table{{{"year", ColumnKind::text}, {"data", ColumnKind::drawing}, {"data", ColumnKind::number}},
                      {{std::string("1"), Bar{1}, bytes(1e9)}, {std::string("2"), Bar{1}}}};
    CHECK(markdown(table) == "| year | data |\n| ---- | ---: |\n| 1    | 1 GB |\n| 2    |      |\n");
}

}  // namespace bote::test::markdown_test
