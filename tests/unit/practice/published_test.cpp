#include "practice/published.hpp"

#include <set>

#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::published_test {
namespace {

constexpr double kDay = 86'400;
constexpr double kThreeDigits = 0.005;

double read(std::string_view text, const Measure& measure) {
    CAPTURE(text);
    const auto answer = read_answer(text, measure);
    REQUIRE(std::holds_alternative<Guess>(answer));
    return std::get<Guess>(answer).value;
}

}  // namespace

TEST_CASE("the wrong line of a published estimate shows the mistaken value, in the unit that is asked for") {
    for (const Spot& spot : published_slips()) {
        CAPTURE(spot.title);
        REQUIRE(spot.wrong < spot.lines.size());
        CHECK(read(spot.lines[spot.wrong].result, spot.measure) == near(spot.mistaken, kThreeDigits));
        CHECK_FALSE(spot.mistaken == near(spot.target.exact, 0.1));
        CHECK(spot.target.whiteboard == spot.target.exact);
        CHECK_FALSE(row_of(spot.slip).tip.empty());
    }
}

TEST_CASE("every other line of a published estimate is what its own working comes to") {
    struct Row {
        std::size_t spot;
        std::size_t line;
        std::string_view unit;
        double value;
    };
    constexpr Row kRows[] = {
        {0, 0, "", 100e6 * 0.3},
        {0, 2, "/s", 90e6 / 100e3},
        {0, 3, "/s", 900.0 * 100},
        {0, 4, "B/day", 90e6 * 500 / kDay},
        {0, 5, "B", 45e9 * 3650},
        {1, 0, "/day", 300e6 * 20 / kDay},
        {1, 1, "/day", 300e6 * 0.1 * 5 / kDay},
        {1, 2, "B/day", 150e6 * 200 / kDay},
        {1, 3, "B", 30e9 * 3650},
        {1, 5, "/s", 150e6 / kDay},
        {2, 0, "/day", 300e6 * 20 / kDay},
        {2, 1, "/day", 300e6 * 0.1 * 5 / kDay},
        {2, 2, "/s", 150e6 / kDay},
        {2, 3, "B/s", 150e6 / kDay * 200},
        {2, 5, "B/s", 6.44e3 * 200},
        {3, 0, "/day", 100e3 * 0.15 * 10 / kDay},
        {3, 1, "/s", 150e3 / 100e3},
        {3, 2, "", 150e3 * 180},
        {3, 3, "B", 27e6 * 512},
    };
    const std::vector<Spot> spots = published_slips();
    REQUIRE(spots.size() == 4);
    std::size_t lines = 0;
    for (const Spot& spot : spots) lines += spot.lines.size();
    CHECK(lines == std::size(kRows) + spots.size());
    for (const Row& row : kRows) {
        const Spot& spot = spots[row.spot];
        const SpotLine& line = spot.lines.at(row.line);
        CAPTURE(spot.title, line.label);
        CHECK(row.line != spot.wrong);
        CHECK(read(line.result, {*parse_display(row.unit), {}, {}}) == near(row.value, kThreeDigits));
    }
}

TEST_CASE("only lines below the wrong one follow from it, and each published estimate has a title of its own") {
    std::set<std::string> titles;
    for (const Spot& spot : published_slips()) {
        CAPTURE(spot.title);
        CHECK(titles.insert(spot.title).second);
        for (std::size_t i = 0; i <= spot.wrong; ++i) CHECK_FALSE(spot.lines[i].follows);
    }
}

}  // namespace bote::test::published_test
