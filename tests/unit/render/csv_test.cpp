#include "bote/render/render.hpp"

#include <limits>

#include "project/catch.hpp"

namespace bote::test::csv_test {

namespace {

std::string csv(Table records) {
    Report report;
    report.records = std::move(records);
    return render_csv(report, Canvas{});
}

std::string csv_of_text(std::string text) { return csv({{{"text", ColumnKind::text}}, {{std::move(text)}}}).substr(5); }

Quantity bytes(double value) { return {value, display_for(kByte)}; }

}  // namespace

TEST_CASE("records have a heading line and full precision in base units") {
    CHECK(csv({{{"name", ColumnKind::text}, {"value", ColumnKind::number}, {"formula", ColumnKind::detail}},
               {{std::string("storage"), bytes(547.5e12), std::string("data * 3")},
                {std::string("third"), bytes(-1.0 / 3.0), Cell{}}}}) ==
          "name,value,formula\n"
          "storage,547500000000000,data * 3\n"
          "third,-0.3333333333333333,\n");
}

TEST_CASE("a text is quoted where it has to be, and never run by a spreadsheet") {
    struct Row {
        const char* text;
        const char* field;
    };
    const Row rows[] = {
        {"plain", "plain"},
        {"a,b", "\"a,b\""},
        {"say \"hi\"", "\"say \"\"hi\"\"\""},
        {"two\nlines", "two lines"},
        {" edge", "\" edge\""},
        {"edge ", "\"edge \""},
        {"=1+1", "'=1+1"},
        {"+1", "'+1"},
        {"-1", "'-1"},
        {"@SUM(A1,B1)", "\"'@SUM(A1,B1)\""},
        {"\t=1", "' =1"},
        {"\r=1", "' =1"},
        {"＝1", "'＝1"},
        {"＋1", "'＋1"},
        {"－1", "'－1"},
        {"＠x", "'＠x"},
        {"a=1", "a=1"},
        {"\x1b[31m", "\\x1b[31m"},
        {"", "\"\""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(csv_of_text(row.text) == std::string(row.field) + "\n");
    }
}

TEST_CASE("without records the first table is written") {
    Report report;
    report.blocks.emplace_back(Heading{"Storage"});
    report.blocks.emplace_back(
        Table{{{"a", ColumnKind::text}, {"b", ColumnKind::number}}, {{std::string("x"), bytes(1500)}}});
    report.blocks.emplace_back(Table{{{"c", ColumnKind::text}}, {}});
    CHECK(render_csv(report, Canvas{}) == "a,b\nx,1500\n");
}

TEST_CASE("every line has as many fields as there are columns, and an impossible number is an empty one") {
    CHECK(csv({{{"a", ColumnKind::text}, {"b", ColumnKind::number}},
               {{std::string("x")},
                {std::string("y"), bytes(std::numeric_limits<double>::infinity()), std::string("z")}}}) ==
          "a,b\nx,\ny,\n");
}

TEST_CASE("a column of drawings is left out of a sheet") {
    CHECK(csv({{{"a", ColumnKind::text}, {"b", ColumnKind::drawing}, {"c", ColumnKind::number}},
               {{std::string("x"), Bar{1}, bytes(1500)}, {std::string("y"), Interval{-1, 1}}}}) == "a,c\nx,1500\ny,\n");
}

}  // namespace bote::test::csv_test
