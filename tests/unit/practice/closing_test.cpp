#include "practice/closing.hpp"

#include "practice/scripted.hpp"
#include "practice/talk.hpp"
#include "project/catch.hpp"

namespace bote::test::closing_test {
namespace {

struct Asked {
    Closing closing;
    std::string text;
};

Asked ask(bool yes, std::vector<std::string> lines) {
    const DecisionPrompt prompt{"partition", "Does one disk hold it?", yes, "130 TB > 4 TB", 32};
    Scripted script(std::move(lines));
    Dialogue dialogue(script.ends);
    Closing closing = ask_decision(prompt, dialogue);
    return {std::move(closing), script.text};
}

}  // namespace

TEST_CASE("a decision is right where the reply is the truth, and only then has points") {
    struct Row {
        bool truth;
        std::string_view typed;
        bool yes;
        bool right;
        std::string_view said;
    };
    constexpr Row kRows[] = {{true, "y", true, true, "Right: yes, 130 TB > 4 TB."},
                             {true, "No", false, false, "Wrong: yes, 130 TB > 4 TB."},
                             {false, "n", false, true, "Right: no, 130 TB > 4 TB."},
                             {false, "YES", true, false, "Wrong: no, 130 TB > 4 TB."}};
    for (const Row& row : kRows) {
        CAPTURE(row.said);
        const Asked asked = ask(row.truth, {std::string(row.typed)});
        CHECK(asked.closing.is_reached);
        REQUIRE(asked.closing.answer);
        CHECK(asked.closing.answer->yes == row.yes);
        CHECK(asked.closing.answer->right == row.right);
        CHECK(asked.closing.answer->points == (row.right ? 20 : 0));
        CHECK(asked.closing.answer->typed == row.typed);
        CHECK(contains(asked.text, row.said));
        CHECK(contains(asked.text, "Last, for 20 points: Does one disk hold it?"));
    }
}

TEST_CASE("a decision that is shown or skipped is reached without an answer, and its truth is told") {
    for (const auto* typed : {".", "!", "skip", "show"}) {
        CAPTURE(typed);
        const Asked asked = ask(false, {typed, "n"});
        CHECK(asked.closing.is_reached);
        CHECK_FALSE(asked.closing.answer);
        CHECK(contains(asked.text, "No, 130 TB > 4 TB."));
        CHECK_FALSE(contains(asked.text, "Right"));
    }
}

TEST_CASE("quitting a decision, or the end of the input, leaves it unreached and untold") {
    for (const auto& lines : {std::vector<std::string>{"quit", "y"}, std::vector<std::string>{}}) {
        const Asked asked = ask(true, lines);
        CHECK_FALSE(asked.closing.is_reached);
        CHECK_FALSE(asked.closing.answer);
        CHECK_FALSE(contains(asked.text, "130 TB"));
    }
}

TEST_CASE("whatever is no reply to a decision is asked again, with what is one") {
    const Asked asked = ask(true, {"4 TB", "?", "y"});
    REQUIRE(asked.closing.answer);
    CHECK(asked.closing.answer->right);
    const std::string_view help = "y for yes, n for no, . to skip it, quit.";
    const auto first = asked.text.find(help);
    REQUIRE(first != std::string::npos);
    CHECK(asked.text.find(help, first + 1) != std::string::npos);
}

}  // namespace bote::test::closing_test
