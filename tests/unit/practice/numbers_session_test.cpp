// The dialogue of the numbers to have by heart.

#include "bote/practice/numbers.hpp"
#include "practice/scripted.hpp"
#include "practice/talk.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::numbers_session_test {
namespace {

/// 11.6/s, and no other number.
NumberQuestion daily() {
    constexpr double kValue = 1e6 / 86'400;
    return {"1M a day, in a second?", kValue, {*parse_display("/s"), {}, {}}, "a day is about 10^5 s", kValue, kValue};
}

/// Anything from 32 to 64 is typical.
NumberQuestion cores() { return {"Cores of a server?", 32, {*parse_display(""), {}, {}}, "", 32, 64}; }

struct Asked {
    Asked(const std::vector<NumberQuestion>& questions, std::vector<std::string> lines) : script(std::move(lines)) {
        script.ends.clock = [this] { return clock += 3; };
        setting.keep = [this](const Answered& answer) { kept.push_back(answer); };
        setting.now = [] { return 1.7e9; };
        Dialogue dialogue(script.ends);
        result = run_numbers(questions, setting, dialogue);
    }

    Scripted script;
    SessionSetting setting;
    double clock = 0;  // three seconds between two looks at it
    std::vector<Answered> kept;
    SessionResult result;
};

}  // namespace

TEST_CASE("numbers by heart are asked one after the other, each for 100 points, and kept as they are answered") {
    const Asked asked({daily(), cores()}, {"11.6/s", "100"});
    CHECK(contains(asked.script.text, "1/2 1M a day, in a second?"));
    CHECK(contains(asked.script.text, "2/2 Cores of a server?"));
    CHECK(asked.result.questions == 2);
    CHECK(asked.result.most == 200);
    CHECK(asked.result.is_whole);
    REQUIRE(asked.kept.size() == 2);
    const Answered& first = asked.kept[0];
    CHECK(first.problem == "numbers");
    CHECK(first.quantity == "numbers");
    CHECK(first.answer == "11.6/s");
    CHECK(first.understood == "11.6/s");
    CHECK(first.points == 100);
    CHECK(first.factor == near(11.6 * 86'400 / 1e6));
    CHECK(first.seconds == near(3));
    CHECK(first.time == near(1.7e9));
    CHECK(contains(asked.script.text, "1.0x: right. 11.6/s (a day is about 10^5 s)"));
    // 100 cores are 1.6 times more than the most that is typical.
    CHECK(asked.kept[1].factor == near(100 / 64.0));
    CHECK(asked.kept[1].points == 70);
    CHECK(contains(asked.script.text, "1.6x high: good. 32"));
}

TEST_CASE("a number within what is typical is right as such, below it the lower end counts") {
    const auto told = [](const std::string& typed) { return Asked({cores()}, {typed}).script.text; };
    for (const auto* typed : {"32", "48", "64"}) {
        CAPTURE(typed);
        CHECK(contains(told(typed), "Right, that is typical. 32"));
    }
    CHECK(contains(told("8"), "4.0x low: rough. 32"));
    CHECK(contains(told("40 to 50"), "1.0x: inside. 32"));
}

TEST_CASE("a range by heart is scored as a range") {
    const Asked asked({daily()}, {"1 to 100/s"});
    REQUIRE(asked.result.answers.size() == 1);
    CHECK(asked.result.answers.front().points == 0);  // two powers of ten wide
    CHECK(asked.result.answers.front().range->second == near(100));
    CHECK(contains(asked.script.text, "1.2x low: inside."));  // the middle is 10
}

TEST_CASE("a number by heart that is asked for is shown with its reason, for no points") {
    for (const auto* typed : {"?", "!", "."}) {
        CAPTURE(typed);
        const Asked asked({daily()}, {typed});
        REQUIRE(asked.result.answers.size() == 1);
        CHECK(asked.result.answers.front().ending == Ending::shown);
        CHECK(asked.result.answers.front().points == 0);
        CHECK(contains(asked.script.text, "11.6/s (a day is about 10^5 s)"));
        CHECK(asked.result.is_whole);
    }
}

TEST_CASE("what is no number, or is in another unit, is asked again without a score") {
    const Asked asked({daily()}, {"why", "12 GB", "500k a day", "1M a day", "12/s"});
    CHECK(contains(asked.script.text, "Type the number with its unit"));
    CHECK(contains(asked.script.text, "That is a size (bytes)"));
    CHECK(contains(asked.script.text, "Another unit: say how many it is a second."));
    CHECK(contains(asked.script.text, "That is the question again: say how many it is a second."));
    REQUIRE(asked.result.answers.size() == 1);
    CHECK(asked.result.answers.front().answer == "12/s");
}

TEST_CASE("quitting the numbers, or the end of the input, keeps those before and leaves the rest out") {
    for (const auto& lines : {std::vector<std::string>{"12/s", "quit", "32"}, std::vector<std::string>{"12/s"}}) {
        const Asked asked({daily(), cores()}, lines);
        CHECK(asked.result.answers.size() == 1);
        CHECK(asked.kept.size() == 1);
        CHECK_FALSE(asked.result.is_whole);
        CHECK(asked.result.most == 200);
    }
}

}  // namespace bote::test::numbers_session_test
