#include "render/grid.hpp"

#include "project/catch.hpp"

namespace bote::test::grid_test {
namespace {

const Column kName{"", ColumnKind::text};
const Column kPeak{"Peak", ColumnKind::number};

Table peaks() {
    return {{kName, kPeak}, {{std::string("in"), std::string("1")}, {std::string("out"), std::string("20")}}};
}

Heading heading_of(std::size_t width) { return {std::string(width, 'x')}; }

}  // namespace

TEST_CASE("a heading fits over a first column of texts without a title, up to 24 columns and those of the canvas") {
    CHECK(fits_over(heading_of(24), peaks(), {}));
    CHECK_FALSE(fits_over(heading_of(25), peaks(), {}));
    CHECK(fits_over(heading_of(10), peaks(), {10}));
    CHECK_FALSE(fits_over(heading_of(10), peaks(), {9}));
    CHECK(fits_over({"漢漢漢漢漢漢漢漢漢漢漢漢"}, peaks(), {}));
    CHECK_FALSE(fits_over({"漢漢漢漢漢漢漢漢漢漢漢漢漢"}, peaks(), {}));  // 26 columns
    CHECK_FALSE(fits_over(heading_of(1), {{{"Way", ColumnKind::text}, kPeak}, {}}, {}));
    CHECK_FALSE(fits_over(heading_of(1), {{{"", ColumnKind::number}, kPeak}, {}}, {}));
    CHECK(fits_over(heading_of(1), {{{"", ColumnKind::formula}, kPeak}, {}}, {}));
}

TEST_CASE("a lead widens the first column, and stands on its own line where that has no room") {
    CHECK(write_grid(peaks(), {}, {"Servers needed", 2, {}}) ==
          "Servers needed  Peak\n"
          "  in               1\n"
          "  out             20\n");
    CHECK(write_grid(peaks(), {}, {"Servers", 2, {11}}) ==
          "Servers\n"
          "       Peak\n"
          "  in      1\n"
          "  out    20\n");
    CHECK(write_grid(peaks(), {}, {"In", 2, {}}) ==
          "In     Peak\n"
          "  in      1\n"
          "  out    20\n");
}

TEST_CASE("a grid has as many cells a row as columns, and no head without titles") {
    CHECK(write_grid({{kName, {"", ColumnKind::number}},
                      {{std::string("a")}, {std::string("b"), std::string("22"), std::string("too much")}}},
                     {}, {"", 1, {}}) ==
          " a\n"
          " b  22\n");
    CHECK(write_grid({{{"a\tb", ColumnKind::text}}, {{std::string("x\ny")}}}, {}, {}) == "a b\n───\nx y\n");
}

TEST_CASE("what stands below a row is told once where the columns are parted") {
    const Table table{{kName, {"aaaa", ColumnKind::number}, {"bbbb", ColumnKind::number}, {"", ColumnKind::detail}},
                      {{std::string("x"), std::string("1111"), std::string("2222"), std::string("1+1")}}};
    CHECK(write_grid(table, {}, {"", 0, {13}}) ==
          "   aaaa  bbbb\n"
          "─  ────  ────\n"
          "x  1111  2222\n"
          "  1+1\n");
    CHECK(write_grid(table, {}, {"", 0, {12}}) ==
          "   aaaa\n"
          "─  ────\n"
          "x  1111\n"
          "  1+1\n"
          "\n"
          "   bbbb\n"
          "─  ────\n"
          "x  2222\n");
}

TEST_CASE("a cell of several lines leaves blanks beside them, and its words are cut where one is too long") {
    const Table table{{{"n", ColumnKind::number}, {"text", ColumnKind::text}},
                      {{std::string("1"), std::string("one two abcdefgh")}, {std::string("2"), std::string("x")}}};
    CHECK(write_grid(table, {}, {"", 0, {8}}) ==
          "n  text\n"
          "─  ─────\n"
          "1  one\n"
          "   two\n"
          "   abcd…\n"
          "2  x\n");
}

TEST_CASE("remarks and formulas of a row stand dim below it, further in") {
    const Table table{{kName, {"", ColumnKind::remark}, {"", ColumnKind::detail}},
                      {{std::string("a"), std::string("one two"), std::string("1+1")}}};
    CHECK(write_grid(table, {}, {"", 2, {0, Ink::color}}) == "  a\n\x1b[2m    one two\x1b[0m\n\x1b[2m    1+1\x1b[0m\n");
    CHECK(write_grid(table, {}, {"", 2, {9}}) == "  a\n    one\n      two\n    1+1\n");
}

}  // namespace bote::test::grid_test
