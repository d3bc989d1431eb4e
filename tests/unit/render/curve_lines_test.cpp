// Curves of Braille dots: which dot of which character.

#include "render/chart_lines.hpp"

#include "project/catch.hpp"

namespace bote::test::curve_lines_test {
namespace {

Lines dots(const std::vector<CurvePoint>& points, std::size_t columns, std::size_t rows) {
    return curve_lines(points, columns, rows, Charset::unicode);
}

}  // namespace

TEST_CASE("a single point is the one of eight dots that is nearest") {
    CHECK(dots({{0, 0}}, 1, 1) == Lines{"⡀"});  // lower left
    CHECK(dots({{0, 1}}, 1, 1) == Lines{"⠁"});  // upper left
    CHECK(dots({{1, 0}}, 1, 1) == Lines{"⢀"});
    CHECK(dots({{1, 1}}, 1, 1) == Lines{"⠈"});
    CHECK(dots({{0, 0.4}}, 1, 1) == Lines{"⠄"});  // 1.2 of 3 steps up: the second from below
    CHECK(dots({{0.6, 0.6}}, 1, 1) == Lines{"⠐"});
    CHECK(dots({{1, 0}}, 3, 2) == Lines{"   ", "  ⢀"});
}

TEST_CASE("a curve has no gap between its points") {
    CHECK(dots({{0, 0}, {0, 1}, {1, 1}, {1, 0}}, 1, 1) == Lines{"⣿"});
    CHECK(dots({{0, 1}, {1, 1}}, 3, 2) == Lines{"⠉⠉⠉", "   "});
    CHECK(dots({{1, 0}, {1, 1}}, 2, 3) == Lines{" ⢸", " ⢸", " ⢸"});
    CHECK(dots({{0, 0}, {1, 1}}, 1, 1) == Lines{"⡜"});  // two dots on the left, then two on the right
    CHECK(dots({{1, 1}, {0, 1}}, 3, 2) == dots({{0, 1}, {1, 1}}, 3, 2));
}

TEST_CASE("what lies beyond the room of a curve is at its edge, and a curve of nothing is blank") {
    CHECK(dots({{2, -1}}, 3, 2) == dots({{1, 0}}, 3, 2));
    CHECK(dots({{-0.1, 1.1}}, 3, 2) == dots({{0, 1}}, 3, 2));
    CHECK(dots({}, 4, 2) == Lines{"    ", "    "});
}

TEST_CASE("in ASCII a curve has a star for any dot of a character") {
    CHECK(curve_lines({{0, 0}, {1, 0}}, 3, 2, Charset::ascii) == Lines{"   ", "***"});
    CHECK(curve_lines({{0, 0}}, 2, 2, Charset::ascii) == Lines{"  ", "* "});
}

}  // namespace bote::test::curve_lines_test
