// The dialogue of a spot: find the line, give its right value.

#include "bote/practice/spot.hpp"
#include "practice/scripted.hpp"
#include "practice/talk.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::spot_session_test {
namespace {

/// Of four lines the second lacks the copies: 100 TB for 300 TB.
Spot copies() {
    return {"Photos",
            "seed 7",
            {"50 GB a day are kept for a while, in three copies."},
            {{"Data", "50 GB * 2,000", "100 TB"},
             {"Disk", "", "100 TB"},
             {"Servers", "100 TB / 4 TB", "25", true},
             {"Writes", "1M / 10^5 s", "10/s"}},
            1,
            "storage",
            SlipKind::replication_left_out,
            "left out the replication of 3",
            {300e12, 280e12},
            {*parse_display("B"), {}, {}},
            100e12};
}

struct Spotted {
    explicit Spotted(std::vector<std::string> lines) : script(std::move(lines)) {
        script.ends.clock = [this] { return clock += 5; };
        setting.keep = [this](const Answered& answer) { kept.push_back(answer); };
        Dialogue dialogue(script.ends);
        result = run_spot(copies(), setting, dialogue);
    }
    [[nodiscard]] bool says(std::string_view part) const { return contains(script.text, part); }
    [[nodiscard]] int points() const { return result.answers.at(0).points; }

    Scripted script;
    SessionSetting setting;
    double clock = 0;
    std::vector<Answered> kept;
    SessionResult result;
};

}  // namespace

TEST_CASE("a spot tells its problem and its lines, and in the end what was wrong with which") {
    const Spotted spotted({"2", "300 TB"});
    CHECK(spotted.says("Photos (seed 7): one line is wrong"));
    CHECK(spotted.says("50 GB a day are kept for a while, in three copies."));
    CHECK(spotted.says("1 Data: 50 GB * 2,000 = 100 TB"));
    CHECK(spotted.says("2 Disk: 100 TB"));  // a line without a working
    CHECK(spotted.says("Which line, 1 to 4? "));
    CHECK(spotted.says("Line 2: left out the replication of 3. The right value is 300 TB."));
    CHECK(spotted.says("Last step of storage: times the copies."));
    CHECK(spotted.result.most == 100);
    CHECK(spotted.result.questions == 1);
    CHECK(spotted.result.is_whole);
    REQUIRE(spotted.kept.size() == 1);
    const Answered& answer = spotted.kept.front();
    CHECK(answer.problem == "seed 7");
    CHECK(answer.quantity == "storage");
    CHECK(answer.points == 100);
    CHECK(answer.exact == near(300e12));
    CHECK(answer.whiteboard == near(280e12));
    CHECK(answer.answer == "300 TB");
    CHECK(answer.understood == "300 TB");
    CHECK(answer.factor == near(1));
    CHECK(answer.seconds == near(5));
}

TEST_CASE("the line is worth half of the points, its value the other half by how near it is") {
    CHECK(Spotted({"2", "280 TB"}).points() == 100);  // the whiteboard's
    CHECK(Spotted({"2", "600 TB"}).points() == 85);   // twice too high: 70% of the half
    CHECK(Spotted({"2", "9000 TB"}).points() == 50);
    CHECK(Spotted({"1", "2", "300 TB"}).points() == 75);
    CHECK(Spotted({"1", "3", "300 TB"}).points() == 50);
    CHECK(Spotted({"?", "1", "2", "300 TB"}).points() == 50);       // 25 for the second try, less 25 for the hint
    CHECK(Spotted({"?", "?", "1", "2", "300 TB"}).points() == 50);  // no less than nothing
    const Spotted shown({"2", "!"});
    CHECK(shown.points() == 50);
    CHECK(shown.result.answers.front().ending == Ending::shown);
}

TEST_CASE("a line that follows from the wrong one is told apart from one that is right, and the second miss ends it") {
    const Spotted follows({"3", "quit"});
    CHECK(follows.says("That one follows from what stands above it."));
    CHECK_FALSE(follows.says("That one is right."));
    const Spotted right({"4", "1", "quit"});
    CHECK(right.says("That one is right."));
    CHECK(right.says("It is line 2."));
    CHECK_FALSE(right.says("That is the line."));
    CHECK(right.says("The right value? "));
}

TEST_CASE("a number that no line has costs no try") {
    const Spotted spotted({"0", "5", "2 TB", "-1", "line 2", "300 TB"});
    CHECK(spotted.says("Type the number of a line."));
    CHECK(spotted.points() == 100);
}

TEST_CASE("the hints to a spot are how far off the line is and the tip, and no more") {
    const Spotted spotted({"?", "?", "?", "2", "300 TB"});
    CHECK(spotted.says("The wrong line is 3.0x low."));
    CHECK(spotted.says("No more hints; ! shows the line."));
    CHECK(spotted.result.answers.front().hints == 2);
    CHECK(spotted.points() == 50);
    const Spotted one({"?", "quit"});
    CHECK_FALSE(one.says("Last step of storage"));
}

TEST_CASE("a value that cannot be read is asked again, help and the problem are there for both questions") {
    const Spotted spotted({"again", "h", "2", "300 GB/s", "?", "again", "300 TB"});
    CHECK(spotted.says("That is a data rate (bytes per second)"));
    CHECK(spotted.says("Type what the line should have come to; ! shows it, quit ends."));
    CHECK(spotted.points() == 100);
    std::size_t told = 0;
    const std::string_view title = "one line is wrong";
    for (auto at = spotted.script.text.find(title); at != std::string::npos;
         at = spotted.script.text.find(title, at + 1))
        ++told;
    CHECK(told == 3);
}

TEST_CASE("a spot that is quit at either question leaves no answer, one that is shown has no points") {
    for (const auto& lines :
         {std::vector<std::string>{"quit"}, std::vector<std::string>{"2", "quit"}, std::vector<std::string>{"2"}}) {
        const Spotted quit(lines);
        CHECK(quit.result.answers.empty());
        CHECK(quit.kept.empty());
        CHECK_FALSE(quit.result.is_whole);
        CHECK_FALSE(quit.says("left out the replication"));
    }
    const Spotted skipped({"."});
    CHECK(skipped.result.answers.at(0).ending == Ending::skipped);
    CHECK(skipped.points() == 0);
    CHECK_FALSE(skipped.says("The right value? "));
    CHECK(skipped.says("Line 2: left out the replication of 3."));
}

}  // namespace bote::test::spot_session_test
