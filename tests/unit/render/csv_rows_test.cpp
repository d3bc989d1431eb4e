#include "bote/render/csv_rows.hpp"

#include <cmath>

#include "project/catch.hpp"

namespace bote::test::csv_rows_test {
namespace {

std::string row_name(std::size_t row) { return "row " + std::to_string(row); }

}  // namespace

TEST_CASE("rows begin with their titles, each a field") {
    CHECK(CsvRows({"dau", "storage [B]"}).text() == "dau,storage [B]\n");
    CHECK(CsvRows({"a,b", "=c"}).text() == "\"a,b\",'=c\n");
    CHECK(CsvRows({"a,b", "=c"}, kTsvLine).text() == "a,b\t'=c\n");
}

TEST_CASE("numbers are divided by their unit, and what is no number is an empty field") {
    CsvRows csv({"size", "part", "name"});
    csv.clear();
    const double sizes[] = {1500, 2e6, INFINITY};
    const double parts[] = {0.25, NAN, -1};
    const CsvColumn columns[] = {
        {sizes, 1000}, {parts}, {.text = [](std::size_t row) { return row == 0 ? "a\"b" : ""; }}};
    csv.add(3, columns);
    CHECK(csv.text() == "1.5,0.25,\"a\"\"b\"\n2000,,\n,-1,\n");
}

TEST_CASE("what is added after clear() stands alone") {
    CsvRows csv({"n"}, kTsvLine);
    const double numbers[] = {7, 8};
    const CsvColumn columns[] = {{numbers}};
    csv.add(2, columns);
    CHECK(csv.text() == "n\n7\n8\n");
    csv.clear();
    CHECK(csv.text().empty());
    csv.add(1, columns);
    CHECK(csv.text() == "7\n");
    csv.add(0, columns);
    CHECK(csv.text() == "7\n");
}

TEST_CASE("a thousand rows print as the records of a report do") {
    constexpr std::size_t kRows = 1001;  // many blocks of numbers, and a part of one
    Report report;
    report.records.columns = {{"a", ColumnKind::number}, {"name", ColumnKind::text}, {"b", ColumnKind::number}};
    std::vector<double> a;
    std::vector<double> b;
    std::vector<std::size_t> rows;
    std::vector<std::size_t> asked;
    for (std::size_t row = 0; row < kRows; ++row) {
        rows.push_back(row);
        a.push_back(static_cast<double>(row) / 3);
        b.push_back(std::pow(1.3, static_cast<double>(row % 100)) * 1e9);
        report.records.add_row(Quantity{a.back(), {}}, row_name(row), Quantity{b.back() / 1e9, {}});
    }
    const auto name = [&](std::size_t row) {
        asked.push_back(row);
        return row_name(row);
    };
    CsvRows csv({"a", "name", "b"});
    const CsvColumn columns[] = {{a.data()}, {.text = name}, {b.data(), 1e9}};
    csv.add(kRows, columns);
    CHECK(csv.text() == render_csv(report, {}));
    CHECK(asked == rows);
}

}  // namespace bote::test::csv_rows_test
