// A whole dialogue, fed line by line.

#include "bote/practice/session.hpp"

#include "bote/render/render.hpp"
#include "model/sample.hpp"
#include "practice/judge.hpp"
#include "practice/planted.hpp"
#include "practice/talk.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::session_test {
namespace {

Problem links() { return pose(estimate_of(std::string(kLinks)), {}); }

/// The index of the question that asks for a quantity.
std::size_t prompt_of(const Problem& problem, std::string_view quantity) {
    for (std::size_t i = 0; i < problem.prompts.size(); ++i) {
        if (problem.estimate.model[problem.prompts[i].quantity].name == quantity) return i;
    }
    return problem.prompts.size();
}

Guess guess(const Problem& problem, std::size_t prompt, std::string_view typed) {
    return std::get<Guess>(read_answer(typed, problem.prompts[prompt].measure));
}

Answered answered(const Problem& problem, std::size_t prompt, double value) {
    Answered answer;
    answer.value = value;
    answer.factor = value / problem.prompts[prompt].target.exact;
    answer.understood = "what I said";
    return answer;
}

}  // namespace

TEST_CASE("the questions go from writes to servers, each with a value, and end with a decision") {
    const Problem problem = links();
    const std::vector<std::string> order{"write_qps", "read_qps",    "peak_qps",     "new_data",
                                         "storage",   "peak_egress", "cache_memory", "app.machines"};
    REQUIRE(problem.prompts.size() == order.size());
    for (std::size_t i = 0; i < order.size(); ++i) CHECK(prompt_of(problem, order[i]) == i);
    REQUIRE(problem.decision);
    CHECK(problem.decision->margin >= kClearMargin);
}

TEST_CASE("the problem is posed from the inputs alone") {
    const Problem problem = links();
    std::string story;
    for (const auto& sentence : problem.sentences) story += sentence + " ";
    CHECK(contains(story, "100M people use it every day."));
    CHECK(contains(story, "100 reads for each write."));
    CHECK(contains(story, "3 copies of all data."));
    CHECK(contains(story, "kept for 5 years"));
    CHECK_FALSE(contains(story, "1.16"));
    CHECK_FALSE(contains(story, "50 GB"));
    CHECK_FALSE(contains(story, "*"));
}

TEST_CASE("a right answer is right by the exact value and by the whiteboard's") {
    const Problem problem = links();
    const std::size_t writes = prompt_of(problem, "write_qps");
    CHECK(judge_answer(problem, writes, guess(problem, writes, "1160/s"), {}).score.points == 100);
    CHECK(judge_answer(problem, writes, guess(problem, writes, "1000/s"), {}).score.points == 100);
    CHECK(judge_answer(problem, writes, guess(problem, writes, "100M a day"), {}).score.factor == near(1));
    CHECK(judge_answer(problem, writes, guess(problem, writes, "1160/s"), {}).slips.empty());
}

TEST_CASE("an answer that is right for one's own earlier answer is right") {
    const Problem problem = links();
    std::vector<Answered> before;
    const std::size_t reads = prompt_of(problem, "read_qps");
    const std::size_t peak = prompt_of(problem, "peak_qps");
    before.push_back(answered(problem, 0, 115.7));  // a zero lost
    // 100 times the writes of one's own
    const Judgement own = judge_answer(problem, reads, guess(problem, reads, "11.6k/s"), before);
    CHECK(own.own);
    CHECK(own.score.points == 100);
    CHECK(own.slips.empty());
    // With the right writes, the same answer is a zero off.
    before[0] = answered(problem, 0, 1157);
    CHECK_FALSE(judge_answer(problem, reads, guess(problem, reads, "11.6k/s"), before).own);
    // 3 times one's own reads
    before.push_back(answered(problem, reads, 1.16e6));
    CHECK(judge_answer(problem, peak, guess(problem, peak, "3.5M/s"), before).own);
}

TEST_CASE("a slip is named, asked about, and counts only when it is confirmed") {
    const Problem problem = links();
    const std::vector<std::string> before{"!", "!", "!", "!"};
    auto lines = before;
    lines.insert(lines.end(), {"130 TB", "y"});
    const Talked yes = talk(problem, lines);
    CHECK(contains(yes.text, "3.0x low: left out the replication of 3?"));
    REQUIRE(yes.result.answers.size() == 5);
    CHECK(yes.result.answers.back().slip == SlipKind::replication_left_out);
    CHECK(yes.result.answers.back().confirmed);
    CHECK(contains(yes.text, "Go on from 391 TB."));
    lines = before;
    lines.insert(lines.end(), {"130 TB", "why", "n", "n"});
    const Talked no = talk(problem, lines);
    CHECK(contains(no.text, "With that one gets 130 TB; the right value is 391 TB."));
    CHECK(no.result.answers.back().slip == SlipKind::none);
    CHECK_FALSE(no.result.answers.back().confirmed);
    CHECK(no.result.answers.back().points == 50);  // 391 / 130 is 3.0
}

TEST_CASE("an answer in another dimension is not scored but asked again") {
    const Talked talked = talk(links(), {"12 GB", "1200/s"});
    CHECK(contains(talked.text, "That is a size (bytes), and the question asks for a rate (per second)"));
    REQUIRE(talked.result.answers.size() == 1);
    CHECK(talked.result.answers.front().points == 100);
    CHECK(talked.result.answers.front().slip == SlipKind::none);
    CHECK_FALSE(talked.result.answers.front().confirmed);
    const std::string summary =
        find_format("table")->render(describe_session(links(), talked.result), {80, Ink::plain});
    CHECK_FALSE(contains(summary, "wrong dimension"));
    CHECK(contains(summary, "Tip: Say the unit with every number"));
}

TEST_CASE("hints come in three steps, each for a quarter of the points") {
    const Talked talked = talk(links(), {"?", "?", "?", "?", "1200/s"});
    CHECK(contains(talked.text, "Combine: daily users, writes of a user, the seconds of a day."));
    CHECK(contains(talked.text, "Formula: dau * writes_per_user / 86,400 s"));
    CHECK(contains(talked.text, "With numbers: 100M * 1/day / 86,400 s"));
    CHECK(contains(talked.text, "No more hints"));
    CHECK(talked.result.answers.front().hints == 3);
    CHECK(talked.result.answers.front().points == 25);
}

TEST_CASE("show and skip go on without points, quit and the end of the input end it") {
    const Talked talked = talk(links(), {"show", "skip", "quit"});
    REQUIRE(talked.result.answers.size() == 2);
    CHECK(talked.result.answers[0].ending == Ending::shown);
    CHECK(talked.result.answers[1].ending == Ending::skipped);
    CHECK(talked.result.answers[1].points == 0);
    CHECK_FALSE(talked.result.is_whole);
    CHECK(talk(links(), {}).result.answers.empty());
}

TEST_CASE("each answer is kept as soon as it is judged, also the one at whose slip the input ends") {
    const Talked talked = talk(links(), {"1200/s", "!", "!", "!", "130 TB"});
    REQUIRE(talked.kept.size() == 5);
    CHECK(talked.kept.back().quantity == "storage");
    CHECK_FALSE(talked.kept.back().confirmed);
}

TEST_CASE("a range is judged by whether it holds the value") {
    const Talked talked = talk(links(), {"800 to 1500/s", "1 to 1M/s"});
    REQUIRE(talked.result.answers.size() == 2);
    CHECK(contains(talked.text, "The value is inside your range; 90 points"));  // a width of 0.27
    CHECK(contains(talked.text, "A range over a factor of 100 says little."));
}

TEST_CASE("a decision ends it, for 20 points") {
    const std::vector<std::string> shown(8, "!");
    auto lines = shown;
    lines.emplace_back(links().decision->yes ? "y" : "n");
    const Talked right = talk(links(), lines);
    REQUIRE(right.result.decision);
    CHECK(right.result.decision->points == 20);
    CHECK(right.result.is_whole);
    lines.back() = links().decision->yes ? "no" : "yes";
    CHECK(talk(links(), lines).result.decision->points == 0);
}

TEST_CASE("the closing question is announced, its points are in the total, and a dot shows its answer") {
    std::vector<std::string> lines(8, "!");
    lines.emplace_back(".");
    const Talked talked = talk(links(), lines);
    CHECK(contains(talked.text, "8 questions and a yes or no"));
    CHECK(contains(talked.text, "Last, for 20 points: "));
    CHECK(contains(talked.text, links().decision->yes ? "Yes, " : "No, "));
    CHECK(talked.result.most == 820);
    CHECK(talked.result.is_whole);
    CHECK_FALSE(talked.result.decision);
    CHECK(talk(links(), {"!"}).result.most == 820);
}

TEST_CASE("where a slip is asked about, one may ask what it is about, answer again, or quit") {
    const std::vector<std::string> before(4, "!");
    const auto storage = [&](const std::vector<std::string>& more) {
        auto lines = before;
        lines.insert(lines.end(), more.begin(), more.end());
        return talk(links(), lines);
    };
    const Talked help = storage({"130 TB", "?", "y"});
    CHECK(contains(help.text, "the points stay the same"));
    CHECK(contains(help.text, "With that one gets 130 TB."));
    CHECK_FALSE(contains(help.text, "the right value is"));
    const Talked again = storage({"130 TB", "390 TB"});
    CHECK(again.result.answers.back().answer == "390 TB");
    CHECK(again.result.answers.back().points == 75);  // a second try costs a quarter
    CHECK(again.result.answers.size() == 5);
    const Talked quit = storage({"130 TB", "quit", "1 GB/s"});
    CHECK(quit.result.answers.size() == 5);
    CHECK(quit.result.answers.back().points == 50);
    CHECK_FALSE(quit.result.answers.back().confirmed);
    CHECK_FALSE(quit.result.is_whole);
}

TEST_CASE("a further try that is worse does not take the place of the one before it, and costs what a try costs") {
    std::vector<std::string> lines(4, "!");
    lines.insert(lines.end(), {"130 TB", "10 TB"});  // 391 TB: 3.0x low, then 39x
    const Talked worse = talk(links(), lines);
    REQUIRE(worse.result.answers.size() == 5);
    CHECK(worse.result.answers.back().points == 25);  // 50 less 25
    CHECK(worse.result.answers.back().answer == "130 TB");
    CHECK(worse.result.answers.back().factor == near(130.0 / 391.0714, 1e-3));
    CHECK(contains(worse.text, "Your 130 TB was nearer, and counts."));
    CHECK(contains(worse.text, "25 points"));
    CHECK(worse.kept.back().answer == "130 TB");
}

TEST_CASE("the rules say how a range scores") {
    CHECK(contains(talk(links(), {}).text,
                   "A range that holds the value gets 100, less 50 for each factor of 10 it is wide; missing by 1.25x "
                   "costs 100 more, down to -50."));
}

TEST_CASE("the answer worked out goes as far as the second that is asked for") {
    CHECK(contains(talk(links(), {"!", "why"}).text, "write_qps = writes / 86,400 s = 100M/day / 86,400 s = 1.16k/s"));
}

TEST_CASE("right for one's own answer is right for the nearest step that it follows from") {
    // 120/s for 1,157/s; the reads by the right writes would be 116k/s, the peak 351k/s.
    const Talked talked = talk(links(), {"120/s", "n", "n", "40k/s", "n", "n", "120k/s"});
    CHECK(contains(talked.text, "but right for your 40k/s: 100 points."));
}

TEST_CASE("of a range nothing is said that goes by the digits") {
    std::vector<std::string> lines(4, "!");
    lines.emplace_back("200 to 800 TB");  // in the middle 400 TB, 1.024 times the value
    CHECK_FALSE(contains(talk(links(), lines).text, "By the digits"));
}

TEST_CASE(
    "what follows from one's own wrong answer is said to, gets the points, and the next step says where to go on") {
    const Talked talked = talk(links(), {"120/s", "n", "n", "12k"});
    CHECK(contains(talked.text, "what follows from a wrong one of yours counts as right, too."));
    CHECK(contains(talked.text, "9.6x low, but right for your 120/s: 100 points."));
    CHECK(contains(talked.text, "Go on from 116k/s."));
}

TEST_CASE("two questions that are alike but for the moment have rows that tell them apart") {
    const Problem problem = pose(estimate_of(std::string(kLinks)), {Topic::network, {}, ""});
    const std::string table = find_format("table")->render(
        describe_session(problem, talk(problem, std::vector<std::string>(10, "!")).result), {80, Ink::plain});
    CHECK(contains(table, "Bandwidth out, on average"));
    CHECK(contains(table, "Bandwidth out, at the peak"));
}

TEST_CASE("the table at the end has what was typed, and the tip fits what was done") {
    const auto text_of = [](const SessionResult& result) {
        return find_format("table")->render(describe_session(links(), result), {80, Ink::plain});
    };
    const std::string right = text_of(talk(links(), {"~1.2k", "quit"}).result);
    CHECK(contains(right, "~1.2k"));
    CHECK_FALSE(contains(right, "Tip:"));
    CHECK(contains(right, "100 of 820 points, ended after 1 of 8 questions"));
    CHECK(contains(text_of(talk(links(), {"1157.4/s", "quit"}).result), "Tip: Two digits are plenty"));
    CHECK(contains(text_of(talk(links(), {"?", "1200", "quit"}).result), "Tip: Say the chain before the numbers"));
}

TEST_CASE("more digits than the inputs have are noted") {
    CHECK(contains(talk(links(), {"1157.4/s"}).text, "5 digits are more than the inputs have."));
    CHECK_FALSE(contains(talk(links(), {"1160/s"}).text, "digits are more"));
}

TEST_CASE("nothing written is wider than 80 columns, and the problem is on the screen when a question is asked") {
    const Problem problem = links();
    const Talked talked = talk(problem, {"?", "5/s", "n",      "n", "12k", "n",    "n", "1", "1 GB/day", "n", "1 PB",
                                         "n", "n",   "1 GB/s", "n", "n",   "1 GB", "n", "n", "5",        "y"});
    std::vector<std::string> lines(1);
    for (const char c : talked.text) {
        if (c == '\n') lines.emplace_back();
        else lines.back() += c;
    }
    std::size_t story = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        CAPTURE(lines[i]);
        CHECK(lines[i].size() <= 80);
        if (contains(lines[i], "100M people use it")) story = i;
        if (lines[i].size() > 3 && lines[i][1] == '/' && lines[i][2] == '8') CHECK(i - story < 20);
    }
}

}  // namespace bote::test::session_test
