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

TEST_CASE("each cell of a number column has the unit that fits it") {
    CHECK(column_of(ColumnKind::number, {quantity(5e9, "B"), quantity(2e12, "B")}) == Texts{{"5 GB"}, {"2 TB"}});
}

TEST_CASE("the cells of a shared column have one unit") {
    CHECK(column_of(ColumnKind::shared, {quantity(500e9, "B"), quantity(2e12, "B")}) == Texts{{"0.5 TB"}, {"2 TB"}});
}

TEST_CASE("a shared column falls back to a unit for each cell where one does not fit all") {
    CHECK(column_of(ColumnKind::shared, {quantity(500, "B"), quantity(2e15, "B")}) == Texts{{"500 B"}, {"2 PB"}});
    CHECK(column_of(ColumnKind::shared, {quantity(5e9, "B"), quantity(0.3, "%")}) == Texts{{"5 GB"}, {"30%"}});
}

TEST_CASE("text and empty cells stay as they are, also in a shared column") {
    CHECK(column_of(ColumnKind::shared, {std::string("n/a"), Cell{}, quantity(2e12, "B")}) ==
          Texts{{"n/a"}, {""}, {"2 TB"}});
}

TEST_CASE("an impossible number says so and does not spoil the unit of the others") {
    const double infinite = std::numeric_limits<double>::infinity();
    CHECK(column_of(ColumnKind::shared, {quantity(infinite, "B"), quantity(2e12, "B")}) ==
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
