#include "practice/slip_question.hpp"

#include "model/sample.hpp"
#include "practice/planted.hpp"
#include "practice/scripted.hpp"
#include "practice/talk.hpp"
#include "project/catch.hpp"

namespace bote::test::slip_question_test {
namespace {

struct Asked {
    explicit Asked(std::vector<std::string> lines) : script(std::move(lines)) {
        const QuantityIndex storage = problem.estimate.model.find("storage").value();
        for (const Prompt& each : problem.prompts) {
            if (each.quantity == storage) prompt = &each;
        }
    }

    /// About the copies, without which 391 TB are 130 TB.
    Confirmed ask() {
        return question.ask(*prompt, {SlipKind::replication_left_out, 1 / 3.0, "left out the replication of 3"});
    }

    Problem problem = pose(estimate_of(std::string(kLinks)), {});
    const Prompt* prompt = nullptr;
    Scripted script;
    Dialogue dialogue{script.ends};
    Hints hints{problem.estimate};
    SlipQuestion question{problem, hints, dialogue};
};

Confirmed said(std::vector<std::string> lines) { return Asked(std::move(lines)).ask(); }

}  // namespace

TEST_CASE("a slip is confirmed by yes alone: no and an empty line are a no, skip and the end leave it open") {
    CHECK(said({"y"}) == Confirmed::yes);
    CHECK(said({"Yes"}) == Confirmed::yes);
    CHECK(said({"n"}) == Confirmed::no);
    CHECK(said({""}) == Confirmed::no);
    CHECK(said({"  "}) == Confirmed::no);
    CHECK(said({"."}) == Confirmed::passed);
    CHECK(said({"!"}) == Confirmed::passed);
    CHECK(said({}) == Confirmed::passed);
    CHECK(said({"q", "y"}) == Confirmed::quit);
}

TEST_CASE("an estimate in place of a reply is another answer, and what is none is asked again") {
    Asked other({"390 TB", "y"});
    CHECK(other.ask() == Confirmed::retyped);
    CHECK(other.question.retyped() == "390 TB");
    CHECK(other.script.next == 1);
    CHECK(said({"perhaps", "n"}) == Confirmed::no);
    CHECK(said({"390 GB/s", "y"}) == Confirmed::yes);  // a rate is no storage
}

TEST_CASE("a hint says what one gets with the slip, why the right value and its steps as well") {
    Asked hint({"?", "y"});
    CHECK(hint.ask() == Confirmed::yes);
    CHECK(contains(hint.script.text, "With that one gets 130 TB."));
    CHECK_FALSE(contains(hint.script.text, "391 TB"));
    Asked why({"why", "y"});
    CHECK(why.ask() == Confirmed::yes);
    CHECK(contains(why.script.text, "With that one gets 130 TB; the right value is 391 TB."));
    CHECK(contains(why.script.text, "storage = filled * replication = 130 TB * 3 = 391 TB"));
    Asked again({"again", "y"});
    CHECK(again.ask() == Confirmed::yes);
    CHECK(contains(again.script.text, "100M people use it every day."));
}

TEST_CASE("the replies to a slip are explained with the first one, and once more where they are asked for") {
    const auto explained = [](const std::string& text) {
        std::size_t times = 0;
        for (auto at = text.find("y: that was it"); at != std::string::npos; at = text.find("y: that was it", at + 1))
            ++times;
        return times;
    };
    Asked two({"n", "y", "h", "y"});
    CHECK(two.ask() == Confirmed::no);
    CHECK(explained(two.script.text) == 1);
    CHECK(two.ask() == Confirmed::yes);
    CHECK(explained(two.script.text) == 1);
    CHECK(two.ask() == Confirmed::yes);
    CHECK(explained(two.script.text) == 2);
}

}  // namespace bote::test::slip_question_test
