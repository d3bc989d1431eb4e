// Grids of made-up sections.

#include "views/section_tables.hpp"

#include <string>
#include <vector>

#include "model/sample.hpp"
#include "project/catch.hpp"
#include "report/texts.hpp"

namespace bote::test::section_grid_test {
namespace {

PageCell cell(std::string_view row, std::string_view column, std::string_view name, ShownAs as = ShownAs::itself) {
    return {row, column, built_in_catalog().find(name).value(), as};
}

const std::vector<PageCell> kTraffic{
    cell("Writes", "Mean", "write_qps"),    cell("Writes", "Peak", "peak_write_qps"),
    cell("Reads", "Peak", "peak_read_qps"), cell("Reads", "Mean", "read_qps"),
    cell("Total", "Mean", "qps"),
};

/// The lines of a grid, the titles of its columns first.
std::vector<Texts> grid(const std::string& yaml, const std::vector<PageCell>& cells = kTraffic) {
    PageSection section;
    section.cells = cells;
    const Table table = grid_table(estimate_of(yaml), section);
    std::vector<Texts> lines(1);
    for (const Column& column : table.columns) lines.front().push_back(column.title);
    for (const auto& row : table.rows) lines.push_back(texts_of(row));
    return lines;
}

}  // namespace

TEST_CASE("a grid has its rows and columns in the order of the cells, and gaps where there is none") {
    CHECK(grid("writes: 1/s\nreads: 2/s\npeak_factor: 5\n") ==
          std::vector<Texts>{
              {"", "Mean", "Peak"}, {"Writes", "1/s", "5/s"}, {"Reads", "2/s", "10/s"}, {"Total", "3/s", ""}});
}

TEST_CASE("a total of one row that says the same as that is left out, and one that says more is not") {
    CHECK(grid("writes: 1/s\npeak_factor: 5\n") == std::vector<Texts>{{"", "Mean", "Peak"}, {"Writes", "1/s", "5/s"}});
    std::vector<PageCell> cells = kTraffic;
    cells.back() = cell("Total", "Mean", "peak_qps");
    CHECK(grid("writes: 1/s\npeak_factor: 5\n", cells).back() == Texts{"Total", "5/s", ""});
    // Nothing in the row above to be compared with.
    cells.back() = cell("Total", "Sum", "qps");
    CHECK(grid("writes: 1/s\npeak_factor: 5\n", cells).back() == Texts{"Total", "", "", "1/s"});
    // Of two rows a total is no news of the first alone.
    cells.back() = cell("Total", "Mean", "write_qps");
    CHECK(grid("writes: 1/s\nreads: 2/s\npeak_factor: 5\n", cells).back() == Texts{"Total", "1/s", ""});
    // By any other name it is a row like others.
    cells.back() = cell("All", "Mean", "qps");
    CHECK(grid("writes: 1/s\npeak_factor: 5\n", cells).back() == Texts{"All", "1/s", ""});
}

TEST_CASE("a grid of which nothing is known has no rows") {
    CHECK(grid("mau: 5M\n") == std::vector<Texts>{{""}});
    CHECK(grid("writes: 1/s\nobject_size: 1 KB\n", {cell("In", "Bits", "ingress", ShownAs::bits)}).back() ==
          Texts{"In", "8 kbps"});
}

}  // namespace bote::test::section_grid_test
