// The tree of a diagram, line by line.

#include "render/chart_lines.hpp"

#include "project/catch.hpp"

namespace bote::test::box_lines_test {
namespace {

ChartNumber per_second(double value) { return {value, *parse_display("/s")}; }

/// The application asks the cache and the database, which stands behind the cache too.
BoxChart diamond() {
    return {{{"clients", "Clients"},
             {"app", "Application", ChartNumber{3, {}}, "requests"},
             {"cache", "Cache", ChartNumber{2, {}}, "memory"},
             {"database", "Database", ChartNumber{9, {}}, "disk"}},
            {{0, 1, per_second(10e3)}, {1, 2, per_second(8e3)}, {1, 3, per_second(2e3), {}, {}, true}, {2, 3}}};
}

BoxChart pair_of(const std::string& title) {
    return {{{"clients", "Clients"}, {"app", title, ChartNumber{3, {}}, "requests"}}, {{0, 1}}};
}

std::string second_line(const std::string& title, std::size_t width) {
    return box_lines(pair_of(title), {}, Charset::unicode, width).at(1);
}

}  // namespace

TEST_CASE("a box behind two others is drawn whole once, and what flows stands below each box") {
    CHECK(box_lines(diamond(), {}, Charset::unicode, 78) == Lines{
                                                                "Clients",
                                                                "└─ Application: 3 machines, by requests",
                                                                "   │  10k/s",
                                                                "   ├─ Cache: 2 machines, by memory",
                                                                "   │  │  8k/s",
                                                                "   │  └─ Database: 9 machines, by disk",
                                                                "   └─ Database",
                                                                "         part of 2k/s",
                                                            });
}

TEST_CASE("a tree of boxes has ASCII branches where that is all there is") {
    CHECK(box_lines(diamond(), {}, Charset::ascii, 78) == Lines{
                                                              "Clients",
                                                              "+- Application: 3 machines, by requests",
                                                              "   |  10k/s",
                                                              "   +- Cache: 2 machines, by memory",
                                                              "   |  |  8k/s",
                                                              "   |  +- Database: 9 machines, by disk",
                                                              "   +- Database",
                                                              "         part of 2k/s",
                                                          });
}

TEST_CASE("branches are narrow where they would take more than half of the width") {
    // Three levels of three columns each: 9 of 18 are a half.
    CHECK(box_lines(diamond(), {}, Charset::unicode, 18).at(6) == "   └─ Database");
    CHECK(box_lines(diamond(), {}, Charset::unicode, 17).at(6) == "  └ Database");
    CHECK(box_lines(diamond(), {}, Charset::unicode, 17).at(4) == "  │ │ 8k/s");
    CHECK(box_lines(diamond(), {}, Charset::ascii, 17).at(6) == "  + Database");
    CHECK(box_lines(diamond(), {}, Charset::ascii, 17).at(4) == "  | | 8k/s");
}

TEST_CASE("a long title of a box is cut so that its size has room, to no less than twelve columns") {
    const std::string size = ": 3 machines, by requests";  // 25 columns, and 3 of the branch
    CHECK(second_line(std::string(50, 'x'), 78) == "└─ " + std::string(50, 'x') + size);
    CHECK(second_line(std::string(51, 'x'), 78) == "└─ " + std::string(49, 'x') + "…" + size);
    CHECK(second_line(std::string(50, 'x'), 41) == "└─ " + std::string(12, 'x') + "…" + size);
    CHECK(second_line(std::string(50, 'x'), 40) == "└─ " + std::string(11, 'x') + "…" + size);
    CHECK(second_line(std::string(50, 'x'), 20) == "└─ " + std::string(11, 'x') + "…" + size);
}

}  // namespace bote::test::box_lines_test
