// Fields between tabs, which know no quotes.

#include "bote/render/render.hpp"

#include "project/catch.hpp"

namespace bote::test::tsv_test {

TEST_CASE("a TSV field stays as it is where CSV would quote it") {
    CHECK(write_tsv_text("say \"a, b\"") == "say \"a, b\"");
    CHECK(write_tsv_text(" edge ") == " edge ");
    CHECK(write_tsv_text("two\r\nlines\tand\x1b") == "two  lines and\\x1b");
    CHECK(write_tsv_text("@a") == "'@a");
}

TEST_CASE("TSV has a tab between two fields, also where they are empty") {
    Report report;
    report.records = {{{"a", ColumnKind::text}, {"b, c", ColumnKind::number}, {"d", ColumnKind::text}}, {}};
    report.records.add_row(std::string("x,y"), Quantity{0.1, {}}, std::string("z"));
    report.records.add_row();
    CHECK(render_tsv(report, {}) == "a\tb, c\td\nx,y\t0.1\tz\n\t\t\n");
    CHECK(kTsvLine.separator == '\t');
    CHECK(find_format("tsv")->line == &kTsvLine);
}

}  // namespace bote::test::tsv_test
