#include "practice/score.hpp"

#include <algorithm>
#include <cmath>

#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::score_test {

TEST_CASE("each band of factors has its own word and its own points") {
    const auto check = [](double factor, std::string_view words, int points) {
        for (const double answer : {347 * factor, 347 / factor}) {
            CAPTURE(answer);
            CHECK(score_value(answer, 347).words == words);
            CHECK(score_value(answer, 347).points == points);
        }
    };
    check(1, "right", 100);
    check(1.25, "right", 100);
    check(1.3, "good", 70);
    check(2, "good", 70);
    check(2.04, "good", 70);  // prints as 2.0x
    check(2.1, "usable", 50);
    check(3, "usable", 50);
    check(3.1, "rough", 20);
    check(10, "rough", 20);
    check(10.6, "off", 0);
    check(1000, "off", 0);
}

TEST_CASE("a range pays for its width, and twenty times as much for a miss") {
    CHECK(score_range(300, 500, 347).points == 90);      // width 0.222
    CHECK(score_range(100, 1000, 347).points == 50);     // width 1
    CHECK(score_range(10, 100'000, 347).points == -50);  // width 4: clamped
    CHECK(score_range(350, 500, 347).points == 90);      // width 0.155, miss 0.0037
    CHECK(score_range(400, 500, 347).points == 30);      // width 0.097, miss 0.0617
    CHECK(score_range(300, 500, 347).words == "inside");
    CHECK(score_range(400, 500, 347).words == "outside");
}

TEST_CASE("an honest range scores best: widening or narrowing an interval of 90% costs on average") {
    // Ten equally likely values over one power of ten: the range over nine of them is the honest one.
    const auto average = [](double low, double high) {
        double sum = 0;
        for (int i = 0; i < 10; ++i) {
            const double truth = std::pow(10.0, (i + 0.5) / 10);
            const double width = std::log10(high / low);
            const double miss = std::max({0.0, std::log10(low / truth), std::log10(truth / high)});
            sum += width + 20 * miss;
        }
        return sum / 10;
    };
    const double honest = average(std::pow(10.0, 0.05), std::pow(10.0, 0.95));
    CHECK(honest < average(1e-3, 1e3));
    CHECK(honest < average(std::pow(10.0, 0.4), std::pow(10.0, 0.6)));
    CHECK(honest < average(std::pow(10.0, 0.2), std::pow(10.0, 0.8)));
}

TEST_CASE("how far off an answer is reads as a factor") {
    CHECK(factor_text(1.01) == "1.0x");
    CHECK(factor_text(3) == "3.0x high");
    CHECK(factor_text(1 / 4.3) == "4.3x low");
    CHECK(factor_text(86'400) == "86,000x high");
    CHECK(factor_text(1e-9) == "over 10^6x low");
    CHECK(factor_text(1000) == "1,000x high");
    CHECK(factor_text(9.98) == "10x high");
    CHECK(factor_text(640) == "640x high");
}

TEST_CASE("how far off reads alike in a round and in the history") {
    CHECK(times_text(1) == "1.0x");
    CHECK(times_text(2300) == "2,300x");
    CHECK(times_text(1e7) == "over 10^6x");
}

TEST_CASE("the nearest of the exact, the whiteboard's and the rounded values counts") {
    CHECK(nearest({347, 300}, 310) == 300);
    CHECK(nearest({347, 300}, 340) == 347);
    CHECK(nearest({347, NAN}, 100) == 347);
    CHECK(nearest({347, NAN, {{"10^5 s a day", 300}}}, 310) == 300);
}

}  // namespace bote::test::score_test
