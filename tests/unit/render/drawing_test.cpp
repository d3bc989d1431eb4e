#include "render/drawing.hpp"

#include <limits>

#include "project/catch.hpp"

namespace bote::test::drawing_test {

namespace {

std::string blocks(const Drawing& drawing) { return draw(drawing, Charset::unicode); }
std::string ascii(const Drawing& drawing) { return draw(drawing, Charset::ascii); }

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

}  // namespace

TEST_CASE("a bar is twelve characters long, drawn to an eighth of one") {
    const std::string six = "██████";
    CHECK(blocks(Bar{1}) == six + six);
    CHECK(blocks(Bar{0.5}) == six);
    CHECK(blocks(Bar{41.0 / 96}) == "█████▏");  // 41 eighths
    CHECK(blocks(Bar{4.0 / 96}) == "▌");
    CHECK(blocks(Bar{1.0 / 96}) == "▏");
    CHECK(blocks(Bar{0}).empty());
}

TEST_CASE("a bar is as long in ASCII, to a whole character") {
    CHECK(ascii(Bar{1}) == "############");
    CHECK(ascii(Bar{0.5}) == "######");
    CHECK(ascii(Bar{0.43}) == "#####");  // 5.16
    CHECK(ascii(Bar{0.04}).empty());
}

TEST_CASE("an interval lies around its middle, eight characters to either side") {
    CHECK(blocks(Interval{-1, 1}) == "────────┼────────");
    CHECK(blocks(Interval{-0.5, 0.25}) == "    ────┼──");
    CHECK(blocks(Interval{0, 0}) == "        ┼");
    CHECK(ascii(Interval{-0.5, 0.25}) == "    ----+--");
}

TEST_CASE("a swing goes ten characters to either side of what the answer is now") {
    CHECK(blocks(SwingBar{-1, 1}) == "██████████│██████████");
    CHECK(blocks(SwingBar{-0.5, 0}) == "     █████│");
    CHECK(blocks(SwingBar{0.1, 0.3}) == "          │███");
    CHECK(ascii(SwingBar{-0.5, 1}) == "     #####|##########");
}

TEST_CASE("in less room a drawing is smaller") {
    CHECK(draw(Bar{1}, Charset::unicode, 6) == "██████");
    CHECK(draw(Bar{0.5}, Charset::unicode, 6) == "███");
    CHECK(draw(SwingBar{-1, 1}, Charset::ascii, 11) == "#####|#####");
    CHECK(draw(SwingBar{-1, 1}, Charset::ascii, 12) == "#####|#####");
    CHECK(draw(Interval{-1, 1}, Charset::ascii, 5) == "--+--");
    CHECK(draw(SwingBar{-1, 1}, Charset::ascii, 1) == "|");
}

TEST_CASE("a spark has a character for each value") {
    CHECK(blocks(Spark{{0, 0.5, 1}}) == "▁▅█");  // levels 0, 3.5 and 7 of 0 to 7
    CHECK(ascii(Spark{{0, 0.5, 1}}) == "_-#");
    CHECK(blocks(Spark{}).empty());
}

TEST_CASE("what is too long or no number at all stays within its room") {
    CHECK(blocks(Bar{7}) == blocks(Bar{1}));
    CHECK(blocks(Bar{-1}).empty());
    CHECK(blocks(Bar{kNan}).empty());
    CHECK(blocks(Interval{-9, 9}) == blocks(Interval{-1, 1}));
    CHECK(blocks(SwingBar{kNan, kNan}) == "          │");
    CHECK(blocks(Spark{{-1, 2, kNan}}) == "▁█▁");
}

}  // namespace bote::test::drawing_test
