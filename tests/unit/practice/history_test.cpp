#include "bote/practice/history.hpp"

#include <cmath>

#include "bote/render/render.hpp"
#include "practice/talk.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::history_test {
namespace {

constexpr double kDay = 86'400;

Answered answer(std::string quantity, double time, double factor, SlipKind slip = SlipKind::none) {
    Answered made;
    made.time = time;
    made.problem = "seed 7";
    made.quantity = std::move(quantity);
    made.answer = "350/s";
    made.unit = "/s";
    made.value = 350;
    made.exact = 350 / factor;
    made.whiteboard = 300;
    made.factor = factor;
    made.points = 100;
    made.slip = slip;
    made.confirmed = slip != SlipKind::none;
    return made;
}

History history_of(const std::vector<Answered>& answers) {
    std::string text;
    for (const auto& each : answers) text += history_line(each);
    return read_history(text);
}

}  // namespace

TEST_CASE("an answer that is kept reads back as it was") {
    Answered kept = answer("storage", 1.7e9, 1 / 3.0, SlipKind::replication_left_out);
    kept.answer = "a \"quoted\" \\ answer";
    kept.range = {300, 500};
    kept.hints = 2;
    kept.seconds = 14.2;
    const std::string line = history_line(kept);
    CHECK(line.ends_with("}\n"));
    CHECK(line.find('\n') == line.size() - 1);
    const History read = read_history(line);
    REQUIRE(read.answers.size() == 1);
    const Answered& back = read.answers.front();
    CHECK(back.time == near(1.7e9));
    CHECK(back.problem == "seed 7");
    CHECK(back.quantity == "storage");
    CHECK(back.answer == kept.answer);
    CHECK(back.factor == near(1 / 3.0));
    CHECK(back.slip == SlipKind::replication_left_out);
    CHECK(back.confirmed);
    CHECK(back.hints == 2);
    CHECK(back.seconds == near(14));
    REQUIRE(back.range);
    CHECK(back.range->first == near(300));
    CHECK(back.range->second == near(500));
}

TEST_CASE("a damaged line is left out, and its number is known") {
    const std::string good = history_line(answer("storage", 1, 1));
    const History read = read_history(good + "{\"time\": 3, \"quan\n" + good + "no json at all\n[1, 2]\n\n" + good);
    CHECK(read.answers.size() == 3);
    CHECK(read.damaged == std::vector<std::size_t>{2, 4, 5});
}

TEST_CASE("every kind of slip is found again by its name") {
    for (const auto& row : all_slips()) {
        CAPTURE(row.name);
        CHECK(slip_named(row.name) == row.kind);
        CHECK(row_of(row.kind).name == row.name);
    }
    CHECK(slip_named("no such slip") == SlipKind::none);
}

TEST_CASE("a slip comes back at once, then after 1, 3, 7 and 21 days, and then no more") {
    std::vector<Answered> answers{answer("storage", 0, 1 / 3.0, SlipKind::replication_left_out)};
    const double days[] = {0, 1, 3, 7, 21};
    double now = 0;
    for (int box = 0; box < 5; ++box) {
        CAPTURE(box);
        const auto due = due_slips(history_of(answers));
        REQUIRE(due.size() == 1);
        CHECK(due.front().kind == SlipKind::replication_left_out);
        CHECK(due.front().box == box);
        CHECK(due.front().due == near(now + days[box] * kDay));
        now = due.front().due;
        answers.push_back(answer("storage", now, 1.1));
    }
    CHECK(due_slips(history_of(answers)).empty());
}

TEST_CASE("a slip that is made again begins anew, and other quantities leave it alone") {
    std::vector<Answered> answers{answer("storage", 0, 1 / 3.0, SlipKind::replication_left_out),
                                  answer("storage", kDay, 1), answer("read_qps", kDay, 1)};
    CHECK(due_slips(history_of(answers)).front().box == 1);
    answers.push_back(answer("storage", 2 * kDay, 1 / 3.0, SlipKind::replication_left_out));
    CHECK(due_slips(history_of(answers)).front().box == 0);
    CHECK(due_slips(history_of(answers)).front().due == near(2 * kDay));
}

TEST_CASE("a slip that repeats among the last five answers of its topic is said") {
    const Answered slip = answer("storage", 9, 1 / 3.0, SlipKind::replication_left_out);
    const History history = history_of({answer("data", 1, 1), slip, answer("read_qps", 2, 1), slip});
    CHECK(repeated_slip(history, slip) == "The same slip in 2 of your last 3 answers on storage.");
    CHECK(repeated_slip(history, answer("storage", 9, 8, SlipKind::bits_and_bytes)).empty());
    CHECK(repeated_slip({}, slip).empty());
}

TEST_CASE("how well ranges hold is said from twenty of them on") {
    std::vector<Answered> answers;
    for (int i = 0; i < 20; ++i) {
        Answered each = answer("storage", i, 1);
        each.exact = 350;
        each.range = i < 12 ? std::pair(300.0, 400.0) : std::pair(400.0, 500.0);
        each.whiteboard = each.exact;
        answers.push_back(each);
    }
    const auto text_of = [](const Report& report) {
        std::string text;
        for (const auto& block : report.blocks) {
            if (const auto* note = std::get_if<Note>(&block)) text += note->text + "\n";
        }
        return text;
    };
    CHECK(text_of(describe_history(history_of(answers), 0)).find("12 of 20 ranges held the value: 60%") !=
          std::string::npos);
    answers.pop_back();
    CHECK(text_of(describe_history(history_of(answers), 0)).find("19 ranges so far") != std::string::npos);
}

TEST_CASE("an answer that is right on the whiteboard was right, however far the exact value is") {
    Answered answer;
    answer.value = 300;
    answer.factor = 300 / 400.0;
    CHECK_FALSE(was_right(answer));
    answer.whiteboard = 300;
    CHECK(was_right(answer));
}

TEST_CASE("what is right for an earlier answer of one's own counts as right, in a table and as CSV") {
    Answered own = answer("read_qps", 1, 1 / 19.0);
    own.whiteboard = own.exact;
    own.own = true;
    CHECK(was_right(own));
    CHECK_FALSE(was_near(own));
    const Report report = describe_history(history_of({own}), 0);
    const Canvas page{80, Ink::plain};
    const std::string table = find_format("table")->render(report, page);
    CHECK(contains(table, "traffic"));
    CHECK(contains(table, "1.0x"));
    CHECK(contains(table, "100%"));
    CHECK_FALSE(contains(table, "19x"));
    CHECK(find_format("csv")->render(report, page) ==
          "of,name,times,median_factor,right,again\ntopic,traffic,1,1,1,\n");
}

TEST_CASE("the history as CSV has the slips as well") {
    const Report report =
        describe_history(history_of({answer("storage", 0, 1 / 3.0, SlipKind::replication_left_out)}), 0);
    CHECK(contains(find_format("csv")->render(report, {80, Ink::plain}), "slip,replication left out,1,,,now"));
}

TEST_CASE("problems are counted once each") {
    Answered other = answer("storage", 1, 1);
    other.problem = "tinyurl";
    CHECK(count_problems(history_of({answer("data", 1, 1), answer("storage", 1, 1), other})) == 2);
}

}  // namespace bote::test::history_test
