// Dots in heaps: in which column, and how high.

#include "bote/render/chart_picture.hpp"

#include "project/catch.hpp"
#include "render/svg/drawn.hpp"

namespace bote::test::dots_test {
namespace {

const Conventions kConventions;

std::string dots(const std::vector<double>& values, double width) {
    return drawn(draw_dots({{"peak", {}}, values}, {kConventions, width}));
}

}  // namespace

TEST_CASE("equal values are dots on each other, above the axis") {
    // The plot is 480 wide, in columns of 20; two dots of 18 and room for one more end at 8 + 3 x 18.
    const std::string text = dots({1, 1, 2}, 528);
    CHECK(contains(text,
                   "<line x1=\"24\" y1=\"62\" x2=\"504\" y2=\"62\" class=\"c-axis\"/>\n"
                   "<circle cx=\"24\" cy=\"52\" r=\"8\" class=\"c-fill\"/>\n"
                   "<circle cx=\"24\" cy=\"34\" r=\"8\" class=\"c-fill\"/>\n"
                   "<circle cx=\"504\" cy=\"52\" r=\"8\" class=\"c-fill\"/>\n"));
    CHECK(contains(text, " height=\"106\">"));
}

TEST_CASE("values within a column are a heap, each in the nearest column") {
    // From 1 to 2 in 24 steps of 1/24: 1.02 is 0.48 of one, 1.03 is 0.72.
    const std::string text = dots({1, 1.02, 1.03, 1.5, 2}, 528);
    CHECK(count_of(text, "<circle cx=\"24\" ") == 2);
    CHECK(count_of(text, "<circle cx=\"44\" ") == 1);
    CHECK(count_of(text, "<circle cx=\"264\" ") == 1);
    CHECK(count_of(text, "<circle cx=\"504\" ") == 1);
}

TEST_CASE("columns of dots are as wide as a dot where there is little room") {
    const std::string text = dots({1, 1.5, 2}, 300);  // 252 pixels: 14 steps of 18
    CHECK(contains(text, "<circle cx=\"24\" cy=\"34\""));
    CHECK(contains(text, "<circle cx=\"150\" cy=\"34\""));
    CHECK(contains(text, "<circle cx=\"276\" cy=\"34\""));
    CHECK_FALSE(contains(dots({}, 300), "<circle"));
}

}  // namespace bote::test::dots_test
