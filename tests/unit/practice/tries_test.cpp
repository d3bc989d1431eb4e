#include "practice/tries.hpp"

#include "practice/hints.hpp"
#include "project/catch.hpp"

namespace bote::test::tries_test {
namespace {

Tries answered(const std::string& understood, int score) {
    Tries tries{Answered{}};
    tries.answer().understood = understood;
    tries.score(score);
    return tries;
}

}  // namespace

TEST_CASE("hints and further tries cost points, but no answer falls below its score or zero") {
    Tries tries = answered("350/s", 100);
    CHECK(tries.answer().points == 100);
    tries.answer().hints = 1;
    tries.score(100);
    CHECK(tries.answer().points == 100 - Hints::kCost);
    tries.answer().hints = 3;
    tries.take_back();
    tries.score(70);
    CHECK(tries.answer().points == 0);
}

TEST_CASE("a score below zero stays what it is") {
    Tries tries = answered("1 to 2", -50);
    CHECK(tries.answer().points == -50);
    tries.answer().hints = 2;
    tries.score(-50);
    CHECK(tries.answer().points == -50);
}

TEST_CASE("a worse try does not take the place of a better one before it") {
    Tries tries = answered("350/s", 70);
    tries.take_back();
    tries.answer().understood = "3k/s";
    tries.answer().seconds = 12;
    tries.score(20);
    CHECK(tries.answer().points == 70 - Hints::kCost);
    CHECK(tries.restore_best());
    CHECK(tries.answer().understood == "350/s");
    CHECK(tries.answer().score == 70);
    CHECK(tries.answer().points == 70 - Hints::kCost);
    CHECK(tries.answer().seconds == 12);
}

TEST_CASE("a better try counts, and of several that were taken back the best is kept") {
    Tries tries = answered("3k/s", 20);
    tries.take_back();
    tries.answer().understood = "350/s";
    tries.score(100);
    CHECK(tries.answer().points == 100 - Hints::kCost);
    CHECK_FALSE(tries.restore_best());
    tries.take_back();
    tries.answer().understood = "5/s";
    tries.score(0);
    CHECK(tries.restore_best());
    CHECK(tries.answer().understood == "350/s");
    CHECK(tries.answer().points == 100 - 2 * Hints::kCost);
}

}  // namespace bote::test::tries_test
