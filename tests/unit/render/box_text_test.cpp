#include "bote/render/box_text.hpp"

#include "project/catch.hpp"

namespace bote::test::box_text_test {
namespace {

ChartNumber per_second(double value) { return {value, *parse_display("/s")}; }
ChartNumber bytes_per_second(double value) { return {value, *parse_display("B/s")}; }

ChartArrow full_arrow() { return {0, 1, per_second(499e3), bytes_per_second(4.43e9), bytes_per_second(73.9e9)}; }

}  // namespace

TEST_CASE("a box is called by its title on one line, or by its name") {
    CHECK(title_text({"app", " Application\nserver "}) == "Application server");
    CHECK(title_text({"app", " \n"}) == "app");
    CHECK(title_text({"app", "\x1b[1m"}) == "\\x1b[1m");
}

TEST_CASE("the size of a box is a number of machines and what it follows from") {
    CHECK(size_text({"app", "", ChartNumber{97, {}}, "requests"}, {}) == "97 machines, by requests");
    CHECK(size_text({"app", "", ChartNumber{97, {}}}, {}) == "97 machines");
    CHECK(size_text({"app", "", ChartNumber{1, {}}, "disk"}, {}) == "1 machine, by disk");
    CHECK(size_text({"app", "", ChartNumber{0, {}}}, {}) == "0 machines");
    CHECK(size_text({"clients", "Clients", {}, "requests"}, {}).empty());
}

TEST_CASE("what flows is told as far as it is known") {
    ChartArrow arrow = full_arrow();
    CHECK(flow_text(arrow, {}) == "499k/s, 4.43 GB/s in, 73.9 GB/s out");
    CHECK(flow_text(arrow, {}, "<br>") == "499k/s<br>4.43 GB/s in<br>73.9 GB/s out");
    arrow.is_part = true;
    CHECK(flow_text(arrow, {}) == "part of 499k/s, 4.43 GB/s in, 73.9 GB/s out");
    arrow.requests.reset();
    CHECK(flow_text(arrow, {}) == "part of 4.43 GB/s in, 73.9 GB/s out");
    arrow.bytes_in.reset();
    arrow.is_part = false;
    CHECK(flow_text(arrow, {}) == "73.9 GB/s out");
    CHECK(flow_text({.from = 0, .to = 1, .is_part = true}, {}).empty());
}

TEST_CASE("the arrows of a box are those that leave it, in their order") {
    const BoxChart chart{{{"a", ""}, {"b", ""}, {"c", ""}}, {{0, 2}, {1, 2}, {0, 1}}};
    const auto arrows = arrows_from(chart, 0);
    REQUIRE(arrows.size() == 2);
    CHECK(arrows[0] == &chart.arrows[0]);
    CHECK(arrows[1] == &chart.arrows[2]);
    CHECK(arrows_from(chart, 2).empty());
}

TEST_CASE("the levels of a diagram are those of the longest way from its first box") {
    const std::vector<ChartBox> boxes(6, ChartBox{"x", ""});
    CHECK(levels_of({}) == 0);
    CHECK(levels_of({boxes, {}}) == 0);
    CHECK(levels_of({boxes, {{0, 3}, {0, 1}, {1, 2}, {2, 3}}}) == 3);
    CHECK(levels_of({boxes, {{0, 1}, {1, 2}, {2, 3}, {0, 3}}}) == 3);
    CHECK(levels_of({boxes, {{0, 1}, {2, 3}, {3, 4}, {4, 5}}}) == 1);  // nothing leads to the longer way
}

}  // namespace bote::test::box_text_test
