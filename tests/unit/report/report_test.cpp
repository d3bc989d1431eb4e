#include "bote/report/report.hpp"

#include <limits>

#include "project/catch.hpp"
#include "report/texts.hpp"

namespace bote::test::report_test {

namespace {

Quantity quantity(double value, const char* display) { return {value, parse_display(display).value()}; }

}  // namespace

TEST_CASE("each cell of a column has the unit that fits it, whatever its neighbours have") {
    CHECK(texts_of({quantity(500e9, "B"), quantity(2e12, "B")}) == Texts{"500 GB", "2 TB"});
    CHECK(texts_of({quantity(193, "/s"), quantity(19.5e3, "/s")}) == Texts{"193/s", "19.5k/s"});
    CHECK(texts_of({quantity(9.65e6, "B/s"), quantity(1e3, "B/s")}) == Texts{"9.65 MB/s", "1 KB/s"});
    CHECK(texts_of({quantity(1563, "servers"), quantity(12, "servers")}) == Texts{"1563", "12"});
    CHECK(texts_of({quantity(0.9999, "%"), quantity(0.5, "%")}) == Texts{"99.99%", "50%"});
}

TEST_CASE("text and empty cells stay as they are") {
    CHECK(texts_of({std::string("n/a"), Cell{}, quantity(2e12, "B")}) == Texts{"n/a", "", "2 TB"});
}

TEST_CASE("an impossible number says so") {
    const double infinite = std::numeric_limits<double>::infinity();
    CHECK(texts_of({quantity(infinite, "B"), quantity(2e12, "B")}) == Texts{"out of range", "2 TB"});
}

TEST_CASE("a drawing has no text") {
    for (const Drawing& drawing :
         {Drawing{Bar{1}}, Drawing{Interval{-1, 1}}, Drawing{SwingBar{-1, 1}}, Drawing{Spark{{0, 1}}}})
        CHECK(texts_of({drawing, std::string("x")}) == Texts{"", "x"});
}

}  // namespace bote::test::report_test
