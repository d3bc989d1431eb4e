#include "bote/practice/spot.hpp"

#include <set>

#include "bote/practice/numbers.hpp"
#include "practice/score.hpp"
#include "project/catch.hpp"

namespace bote::test::spot_test {
namespace {

struct Talked {
    std::string text;
    SessionResult result;
};

DialogueEnds ends_for(std::vector<std::string>& lines, std::string& text) {
    DialogueEnds ends;
    ends.write = [&text](std::string_view piece) { text += piece; };
    ends.read = [&lines]() -> std::optional<std::string> {
        if (lines.empty()) return std::nullopt;
        std::string line = lines.front();
        lines.erase(lines.begin());
        return line;
    };
    return ends;
}

Talked talk(const Spot& spot, std::vector<std::string> lines) {
    Talked talked;
    const DialogueEnds ends = ends_for(lines, talked.text);
    Dialogue dialogue(ends);
    talked.result = run_spot(spot, {}, dialogue);
    return talked;
}

std::string right_value(const Spot& spot) {
    return format(spot.target.exact, spot.measure.display, spot.measure.conventions);
}

/// In one line, as it was before it was broken to the width.
std::string unwrapped(const std::string& text) {
    std::string line;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\n';
        if (!blank) line += c;
        else if (!line.empty() && line.back() != ' ') line += ' ';
    }
    return line;
}

}  // namespace

TEST_CASE("a worked estimate has one wrong line, whose value is clearly off") {
    std::set<SlipKind> kinds;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        const Spot spot = make_spot(seed, Topic::any);
        CHECK(spot.lines.size() >= 3);
        CHECK(spot.lines.size() <= 6);
        REQUIRE(spot.wrong < spot.lines.size());
        CHECK(spot.lines[spot.wrong].result != right_value(spot));
        CHECK_FALSE(spot.what.empty());
        kinds.insert(spot.slip);
        CHECK(make_spot(seed, Topic::any).lines[spot.wrong].result == spot.lines[spot.wrong].result);
    }
    CHECK(kinds.size() >= 10);
}

TEST_CASE("finding the line and its value gives all the points, a second try fewer") {
    const Spot spot = make_spot(2, Topic::any);
    const std::string line = std::to_string(spot.wrong + 1);
    const std::string other = spot.wrong == 0 ? "2" : "1";
    const Talked right = talk(spot, {"x", line, right_value(spot)});
    REQUIRE(right.result.answers.size() == 1);
    CHECK(right.result.answers.front().points == 100);
    CHECK(unwrapped(right.text).find(spot.what) != std::string::npos);
    CHECK(talk(spot, {other, line, right_value(spot)}).result.answers.front().points == 75);
    CHECK(talk(spot, {other, other, right_value(spot)}).result.answers.front().points == 50);
    CHECK(talk(spot, {other, other, "!"}).result.answers.front().points == 0);
    CHECK(talk(spot, {"quit"}).result.answers.empty());
    CHECK(talk(spot, {line}).result.answers.empty());
}

TEST_CASE("a line is said to follow from the wrong one only where it does, and then it carries the wrong value on") {
    int following = 0;
    int right = 0;
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        CAPTURE(seed);
        const Spot spot = make_spot(seed, Topic::any);
        for (std::size_t i = 0; i < spot.lines.size(); ++i) {
            if (i == spot.wrong) continue;
            const Talked talked = talk(spot, {std::to_string(i + 1), "quit"});
            const bool follows = talked.text.find("follows from") != std::string::npos;
            CHECK(follows == spot.lines[i].follows);
            CHECK(follows != (talked.text.find("That one is right.") != std::string::npos));
            if (i < spot.wrong) CHECK_FALSE(follows);
            (follows ? following : right) += i > spot.wrong ? 1 : 0;
        }
    }
    CHECK(following > 20);
    CHECK(right > 20);
    // The writes of a published service do not follow from its cache, its data in ten years from its data a day does.
    const Spot cache = make_spot(6, Topic::any);
    CHECK_FALSE(cache.lines[5].follows);
    CHECK(make_spot(3, Topic::any).lines[5].follows);
}

TEST_CASE("a line may be named in words, hinted at, shown and skipped") {
    const Spot spot = make_spot(2, Topic::any);
    const std::string line = std::to_string(spot.wrong + 1);
    for (const auto& typed : {"line " + line, "#" + line, "Line " + line, " " + line}) {
        CAPTURE(typed);
        CHECK(talk(spot, {typed, right_value(spot)}).result.answers.front().points == 100);
    }
    const Talked hinted = talk(spot, {"?", line, right_value(spot)});
    CHECK(unwrapped(hinted.text).find("The wrong line is " + factor_text(spot.mistaken / spot.target.exact)) !=
          std::string::npos);
    CHECK(hinted.result.answers.front().points == 75);
    CHECK(talk(spot, {"?", "?", line, right_value(spot)}).result.answers.front().points == 50);
    const Talked shown = talk(spot, {"!"});
    REQUIRE(shown.result.answers.size() == 1);
    CHECK(shown.result.answers.front().ending == Ending::shown);
    CHECK(unwrapped(shown.text).find("Line " + line + ": " + spot.what) != std::string::npos);
    CHECK(talk(spot, {"."}).result.answers.front().ending == Ending::skipped);
    CHECK(unwrapped(talk(spot, {"x"}).text).find("Type the number of a line.") != std::string::npos);
}

TEST_CASE("published slips are among them, with the value that the model computes") {
    // 100M * 30% * 30% * 3; 30 GB * 1%; 6 billion / 86,400 s; 62^6
    const double right[] = {27e6 / 86'400, 0.3e9, 6e9 / 86'400, 56'800'235'584.0};
    for (std::uint64_t i = 0; i < 4; ++i) {
        const Spot spot = make_spot(3 * (i + 1), Topic::any);
        CAPTURE(spot.title);
        CHECK(spot.title.find("published") != std::string::npos);
        CHECK(spot.target.exact == right[i]);
    }
}

TEST_CASE("numbers to have by heart are asked ten at a time, without one twice") {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        CAPTURE(seed);
        std::set<std::string> texts;
        for (const auto& question : make_numbers(seed)) {
            texts.insert(question.text);
            CHECK(question.value > 0);
            CHECK(question.text.find('{') == std::string::npos);
        }
        CHECK(texts.size() == 10);
    }
}

TEST_CASE("a conversion is worked out as by hand") {
    const auto find = [](std::string_view text) {
        for (std::uint64_t seed = 1; seed < 500; ++seed) {
            for (const auto& question : make_numbers(seed)) {
                if (question.text == text) return question.value;
            }
        }
        return 0.0;
    };
    CHECK(find("1M a day: how many a second?") == Approx(11.574074));
    CHECK(find("100M a month: how many a second?") == Approx(38.580247));
    CHECK(find("10 Gbps: how many bytes a second?") == Approx(1.25e9));
    CHECK(find("10 MB/s: how many bits a second?") == Approx(1e7));  // bytes a second, shown as 80 Mbps
    CHECK(find("5 PB in 3 years: how much a day?") == Approx(5e15 / (3 * 365 * 86'400.0)));
    CHECK(find("2 to the power of 32: about how many?") == Approx(4294967296.0));
    CHECK(find("62 to the power of 7: about how many?") == Approx(3521614606208.0));
    CHECK(find("20 GB a day: how much in a year?") == Approx(7.3e12));
}

TEST_CASE("a number is judged, shown where it is asked for, and left out where the input ends") {
    std::vector<std::string> lines{"?", "abc", "1 s", "!"};
    std::string text;
    const DialogueEnds ends = ends_for(lines, text);
    Dialogue dialogue(ends);
    const auto questions = make_numbers(4);
    const SessionResult result = run_numbers(questions, {}, dialogue);
    CHECK(result.answers.size() >= 2);
    CHECK(result.answers.front().ending == Ending::shown);
    CHECK_FALSE(result.is_whole);
}

}  // namespace bote::test::spot_test
