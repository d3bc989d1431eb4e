#include "render/records.hpp"

#include "project/catch.hpp"

namespace bote::test::records_test {
namespace {

/// A line that shows which texts went through its writer.
const SheetLine kLine{';', [](std::string_view text) { return "<" + std::string(text) + ">"; }};

Table table_of(const std::string& title) { return {{{title, ColumnKind::text}, {"b", ColumnKind::text}}, {}}; }

}  // namespace

TEST_CASE("titles and texts of records are written as the format has them, numbers and empty cells are not") {
    Report report;
    report.records = {{{"a", ColumnKind::text}, {"b", ColumnKind::drawing}, {"c", ColumnKind::number}}, {}};
    report.records.add_row(std::string("x"), Bar{1}, Quantity{1.5e12, as_asked(*parse_display("TB"))});
    report.records.add_row(std::monostate{}, Bar{1}, Quantity{1.5e12, *parse_display("TB")});
    report.records.add_row(Drawing{Bar{1}}, std::string("left out"), std::string("y"), std::string("surplus"));
    CHECK(write_records(report, kLine) == "<a>;<c>\n<x>;1.5\n;1500000000000\n;<y>\n");
}

TEST_CASE("records come before tables, and the first table that has columns before the others") {
    Report report;
    CHECK(write_records(report, kLine).empty());
    report.blocks = {Note{"x"}, Table{}};
    CHECK(write_records(report, kLine).empty());
    report.blocks.emplace_back(table_of("first"));
    report.blocks.emplace_back(table_of("second"));
    CHECK(write_records(report, kLine) == "<first>;<b>\n");
    report.records = table_of("records");
    CHECK(write_records(report, kLine) == "<records>;<b>\n");
}

TEST_CASE("a text is defused by its beginning alone") {
    for (const std::string start : {"=", "+", "-", "@", "＝", "＋", "－", "＠"}) {
        CAPTURE(start);
        CHECK(defuse(start) == "'" + start);
        CHECK(defuse("1" + start + "2") == "1" + start + "2");
    }
    CHECK(defuse("").empty());
    CHECK(defuse("\ta") == "' a");
    CHECK(defuse("\ra") == "' a");
    CHECK(defuse("a\r\nb\x7f") == "a  b\\x7f");
}

}  // namespace bote::test::records_test
