#include "bote/report/report.hpp"

#include <limits>

#include "project/catch.hpp"

using namespace bote;

namespace {

using Texts = std::vector<std::vector<std::string>>;

Quantity quantity(double value, const char* display) { return {value, parse_display(display).value()}; }

Texts column_of(ColumnKind kind, std::vector<Cell> cells) {
    Table table{{{"c", kind}}, {}};
    for (Cell& cell : cells) table.rows.push_back({std::move(cell)});
    return cell_texts(table, Conventions{});
}

}  // namespace

TEST_CASE("each cell of a column has the unit that fits it, whatever its neighbours have") {
    CHECK(column_of(ColumnKind::number, {quantity(500e9, "B"), quantity(2e12, "B")}) == Texts{{"500 GB"}, {"2 TB"}});
    CHECK(column_of(ColumnKind::number, {quantity(193, "/s"), quantity(19.5e3, "/s")}) ==
          Texts{{"193/s"}, {"19.5k/s"}});
    CHECK(column_of(ColumnKind::number, {quantity(9.65e6, "B/s"), quantity(1e3, "B/s")}) ==
          Texts{{"9.65 MB/s"}, {"1 KB/s"}});
    CHECK(column_of(ColumnKind::number, {quantity(1563, "servers"), quantity(12, "servers")}) ==
          Texts{{"1563"}, {"12"}});
    CHECK(column_of(ColumnKind::number, {quantity(0.9999, "%"), quantity(0.5, "%")}) == Texts{{"99.99%"}, {"50%"}});
}

TEST_CASE("text and empty cells stay as they are") {
    CHECK(column_of(ColumnKind::number, {std::string("n/a"), Cell{}, quantity(2e12, "B")}) ==
          Texts{{"n/a"}, {""}, {"2 TB"}});
}

TEST_CASE("an impossible number says so") {
    const double infinite = std::numeric_limits<double>::infinity();
    CHECK(column_of(ColumnKind::number, {quantity(infinite, "B"), quantity(2e12, "B")}) ==
          Texts{{"out of range"}, {"2 TB"}});
}

TEST_CASE("a bar is as long as its value, of twelve characters in eighths") {
    const double infinite = std::numeric_limits<double>::infinity();
    const std::string six = "██████";
    CHECK(column_of(ColumnKind::bar, {quantity(96, "B"), quantity(48, "B"), quantity(4, "B"), quantity(1, "B")}) ==
          Texts{{six + six}, {six}, {"▌"}, {"▏"}});
    CHECK(column_of(ColumnKind::bar, {quantity(96e9, "B"), quantity(41e9, "B")}) == Texts{{six + six}, {"█████▏"}});
    CHECK(column_of(ColumnKind::bar, {quantity(2, "B"), quantity(0, "B"), quantity(-1, "B"), quantity(infinite, "B"),
                                      Cell{}, std::string("text")}) ==
          Texts{{six + six}, {""}, {""}, {""}, {""}, {"text"}});
    CHECK(column_of(ColumnKind::bar, {quantity(0, "B")}) == Texts{{""}});
}

TEST_CASE("rows are as long as there are columns") {
    const Table table{{{"a", ColumnKind::text}, {"b", ColumnKind::text}},
                      {{std::string("1")}, {std::string("1"), std::string("2"), std::string("3")}, {}}};
    CHECK(cell_texts(table, Conventions{}) == Texts{{"1", ""}, {"1", "2"}, {"", ""}});
}
