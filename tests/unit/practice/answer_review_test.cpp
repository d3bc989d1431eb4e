#include "practice/answer_review.hpp"

#include "model/sample.hpp"
#include "practice/judge.hpp"
#include "practice/planted.hpp"
#include "practice/scripted.hpp"
#include "practice/talk.hpp"
#include "project/catch.hpp"

namespace bote::test::answer_review_test {
namespace {

/// What is said of an answer of so many times the storage of 391 TB.
struct Review {
    explicit Review(Judgement judged, std::vector<std::string> lines = {})
        : judgement(std::move(judged)), script(std::move(lines)) {
        const QuantityIndex storage = problem.estimate.model.find("storage").value();
        for (const Prompt& each : problem.prompts) {
            if (each.quantity == storage) prompt = &each;
        }
        tries.answer().quantity = "storage";
        tries.answer().seconds = 12.4;
        tries.score(judgement.score.points);
    }

    Reviewed tell() {
        AnswerReview review(problem, setting, hints, dialogue);
        const Reviewed reviewed = review.tell(*prompt, judgement, tries);
        retyped = review.retyped();
        return reviewed;
    }

    Judgement judgement;
    Scripted script;
    Problem problem = pose(estimate_of(std::string(kLinks)), {});
    const Prompt* prompt = nullptr;
    SessionSetting setting;
    Hints hints{problem.estimate};
    Dialogue dialogue{script.ends};
    Tries tries{Answered{}};
    std::string retyped;
};

const Slip kCopies{SlipKind::replication_left_out, 1 / 3.0, "left out the replication of 3"};
const Slip kBits{SlipKind::bits_and_bytes, 1 / 8.0, "bytes taken for bits"};

Judgement judged(double factor, std::vector<Slip> slips = {}) {
    Judgement judgement;
    judgement.factor = factor;
    judgement.score = score_value(factor, 1);
    judgement.right = is_right(factor);
    judgement.slips = std::move(slips);
    return judgement;
}

}  // namespace

TEST_CASE("a verdict comes with its points, the note and the working, and with the time only where it was typed") {
    Judgement noted = judged(1.8);
    noted.note = "A note.";
    Review plain(noted);
    CHECK(plain.tell() == Reviewed::stands);
    CHECK(contains(plain.script.text, "1.8x high: good. 70 points."));
    CHECK(contains(plain.script.text, "A note."));
    CHECK(contains(plain.script.text, "(exact 391 TB)"));
    Review typed(judged(1.8));
    typed.script.ends.is_typed = true;
    CHECK(typed.tell() == Reviewed::stands);
    CHECK(contains(typed.script.text, "1.8x high: good. 70 points, 12 s."));
    CHECK_FALSE(contains(typed.script.text, "A note."));
}

TEST_CASE("what is right is told in green and what is wrong in red, right for an own answer included") {
    const auto told = [](const Judgement& judgement) {
        Review review(judgement);
        review.script.ends.ink = Ink::color;
        review.tell();
        return review.script.text;
    };
    CHECK(contains(told(judged(1.2)), "\x1b[32m1.2x high: right. 100 points."));
    CHECK(contains(told(judged(1.3)), "\x1b[31m1.3x high: good. 70 points."));
    Judgement own = judged(9);
    own.own = true;
    own.own_text = "your 3.5k/s";
    own.score.points = 100;
    CHECK(contains(told(own), "\x1b[32m9.0x high, but right for your 3.5k/s: 100 points."));
}

TEST_CASE("a range says where the value is, and that it is too wide only beyond a factor of 100") {
    const auto told = [](double low, double high) {
        Judgement judgement = judged(1);
        judgement.score = score_range(low, high, 391e12);
        Review review(judgement);
        review.tries.answer().range = {low, high};
        review.tell();
        return review.script.text;
    };
    CHECK(contains(told(391e12, 391e12), "The value is inside your range; 100 points."));
    CHECK_FALSE(contains(told(100e12, 10'000e12), "says little"));
    CHECK(contains(told(100e12, 10'001e12), "A range over a factor of 100 says little."));
}

TEST_CASE(
    "the likelier slip is asked about first, then one more, and the one that is confirmed stays with the answer") {
    const Judgement both = judged(1 / 3.0, {kCopies, kBits, {SlipKind::zero, 0.1, "a zero lost"}});
    Review first(both, {"y"});
    CHECK(first.tell() == Reviewed::stands);
    CHECK(contains(first.script.text, "3.0x low: left out the replication of 3?"));
    CHECK(contains(first.script.text, "Last step of storage: times the copies. 50 points."));
    CHECK(first.tries.answer().slip == SlipKind::replication_left_out);
    CHECK(first.tries.answer().confirmed);
    Review second(both, {"n", "y"});
    CHECK(second.tell() == Reviewed::stands);
    CHECK(contains(second.script.text, "Or: bytes taken for bits?"));
    CHECK(second.tries.answer().slip == SlipKind::bits_and_bytes);
    Review neither(both, {"n", "n", "y"});
    CHECK(neither.tell() == Reviewed::stands);
    CHECK_FALSE(contains(neither.script.text, "a zero lost"));
    CHECK(contains(neither.script.text, "3.0x low: usable. 50 points."));
    CHECK_FALSE(neither.tries.answer().confirmed);
}

TEST_CASE("of a right answer one slip alone is asked about") {
    const Slip indexes{SlipKind::part_left_out, 0.83, "left out the indexes"};
    Review right(judged(0.83, {indexes, kCopies}), {"n", "y"});
    CHECK(right.tell() == Reviewed::stands);
    CHECK(contains(right.script.text, "1.2x low, near enough to be right: left out the indexes?"));
    CHECK(right.script.next == 1);
    CHECK(contains(right.script.text, "1.2x low: right. 100 points."));
}

TEST_CASE("another answer takes the place of the first without a word of it, quit ends, a skip does not") {
    const Judgement low = judged(1 / 3.0, {kCopies, kBits});
    Review again(low, {"390 TB"});
    CHECK(again.tell() == Reviewed::replaced);
    CHECK(again.retyped == "390 TB");
    CHECK_FALSE(contains(again.script.text, "points."));
    again.tries.score(100);
    CHECK(again.tries.answer().points == 75);  // a second try
    Review quit(low, {"quit"});
    CHECK(quit.tell() == Reviewed::last);
    CHECK(contains(quit.script.text, "3.0x low: usable. 50 points."));
    Review skip(low, {"."});
    CHECK(skip.tell() == Reviewed::stands);
    CHECK_FALSE(contains(skip.script.text, "Or: "));
}

TEST_CASE("a confirmed slip that was made before is said to be") {
    Answered past;
    past.quantity = "storage";
    past.slip = SlipKind::replication_left_out;
    past.confirmed = true;
    History history;
    history.answers = {past, past};
    Review review(judged(1 / 3.0, {kCopies}), {"y"});
    review.setting.history = &history;
    review.tell();
    CHECK(contains(review.script.text, "The same slip in 2 of your last 2 answers on storage."));
}

}  // namespace bote::test::answer_review_test
