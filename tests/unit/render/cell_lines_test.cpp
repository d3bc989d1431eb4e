#include "render/cell_lines.hpp"

#include "project/catch.hpp"

namespace bote::test::cell_lines_test {

TEST_CASE("a cell that fits is one line, else its words are on several") {
    CHECK(cell_lines("partition the data", 18) == Lines{"partition the data"});
    CHECK(cell_lines("partition the data", 13) == Lines{"partition the", "data"});
}

TEST_CASE("a number and its unit are never parted") {
    CHECK(cell_lines("data: 46.3 TB in all", 10) == Lines{"data:", "46.3 TB in", "all"});
    CHECK(cell_lines("for 8 years", 8) == Lines{"for", "8 years"});
    CHECK(cell_lines("1.6 billion/day", 9).size() == 1);
    CHECK(cell_lines("at 5 of 8", 5) == Lines{"at 5", "of 8"});
    CHECK(longest_word("46.3 TB") == 7);
    CHECK(longest_word("1.6 billion/day") == 15);
    CHECK(longest_word("> 4 TB, 8 zones") == 5);
}

TEST_CASE("a name that is too long is broken at its parts, and nothing of it is lost") {
    CHECK(cell_lines("moderation.utilization_less_server", 24) == Lines{"moderation.utilization_", "less_server"});
    CHECK(cell_lines("moderation.utilization_less_server", 18) == Lines{"moderation.", "utilization_less_", "server"});
    CHECK(cell_lines("normal(reads_per_write, 1) of it", 18) == Lines{"normal(reads_per_", "write, 1) of it"});
    CHECK(cell_lines("abcdefghij", 5) == Lines{"abcd…"});
}

}  // namespace bote::test::cell_lines_test
