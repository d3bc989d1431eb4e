// Axes end at round values and are written with them.

#include "bote/render/ruler.hpp"

#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::ruler_test {
using bote::test::near;

namespace {

std::vector<std::string> texts_of(const Ruler& ruler, std::size_t most) {
    std::vector<std::string> texts;
    for (const Tick& tick : ruler.ticks(most)) texts.push_back(tick.text);
    return texts;
}

Ruler bytes(const std::vector<double>& values, AxisScale scale, Base base) {
    return Ruler(values, {"storage", display_for(kByte), scale}, {}, base);
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("an axis of equal steps begins at zero and ends at a round value") {
    const Ruler ruler = bytes({4.2e12, 1e12}, AxisScale::linear, Base::zero);
    CHECK(texts_of(ruler, 6) == Texts{"0 B", "1 TB", "2 TB", "3 TB", "4 TB", "5 TB"});
    CHECK(ruler.place(2.5e12) == near(0.5));
    CHECK(ruler.place(9e12) == near(1.0));
    CHECK(ruler.place(-1) == near(0.0));
    CHECK(ruler.place(std::numeric_limits<double>::quiet_NaN()) == near(0.0));
    CHECK(texts_of(ruler, 3) == Texts{"0 B", "2 TB", "4 TB"});
}

TEST_CASE("an axis by ratio has the powers of ten, or 1, 2 and 5 where there is room") {
    CHECK(texts_of(bytes({1e6, 1e12}, AxisScale::logarithmic, Base::least), 7) ==
          Texts{"1 MB", "10 MB", "100 MB", "1 GB", "10 GB", "100 GB", "1 TB"});
    CHECK(texts_of(bytes({1e6, 1e12}, AxisScale::logarithmic, Base::least), 3) ==
          Texts{"1 MB", "100 MB", "10 GB", "1 TB"});
    CHECK(texts_of(bytes({3e6, 40e6}, AxisScale::logarithmic, Base::least), 7) ==
          Texts{"2 MB", "5 MB", "10 MB", "20 MB", "50 MB"});
    CHECK(bytes({1e6, 1e12}, AxisScale::logarithmic, Base::least).place(1e9) == near(0.5));
}

TEST_CASE("the shortest bar of an axis by ratio can be seen") {
    CHECK(bytes({1e6, 1e12}, AxisScale::logarithmic, Base::zero).place(1e6) == near(1 / 7.0));
}

TEST_CASE("an axis has a length whatever its values: none, one, equal ones, zero") {
    for (const auto& values : {std::vector<double>{}, {0.0}, {5.0}, {5.0, 5.0}, {0.0, 0.0}, {-3.0}}) {
        for (const auto scale : {AxisScale::linear, AxisScale::logarithmic}) {
            for (const auto base : {Base::zero, Base::least}) {
                const Ruler ruler = bytes(values, scale, base);
                const auto ticks = ruler.ticks(5);
                CAPTURE(values);
                CHECK(ticks.size() >= 2);
                CHECK(ticks.front().place >= 0);
                CHECK(ticks.back().place <= 1 + 1e-9);
                for (const double value : values) CHECK(std::isfinite(ruler.place(value)));
            }
        }
    }
}

TEST_CASE("an axis of one value goes on by half of it") {
    CHECK(texts_of(bytes({5e6}, AxisScale::linear, Base::least), 6) ==
          Texts{"5 MB", "5.5 MB", "6 MB", "6.5 MB", "7 MB", "7.5 MB"});
    CHECK(texts_of(bytes({0}, AxisScale::linear, Base::least), 6) ==
          Texts{"0 B", "0.2 B", "0.4 B", "0.6 B", "0.8 B", "1 B"});
}

TEST_CASE("years are counted in whole steps") {
    constexpr double kYear = 365 * 86'400.0;
    const Ruler ruler({0, 3 * kYear}, {"time", *parse_display("s"), AxisScale::linear}, {}, Base::zero);
    CHECK(texts_of(ruler, 6) == Texts{"0 s", "1 year", "2 years", "3 years"});
}

TEST_CASE("machines are counted in whole steps") {
    const Ruler ruler({1, 2}, {"machines", *parse_display("servers"), AxisScale::linear}, {}, Base::zero);
    CHECK(texts_of(ruler, 6) == Texts{"0", "1", "2"});
}

}  // namespace bote::test::ruler_test
