// What an answer is judged by, and which slip it is taken for.

#include "practice/judge.hpp"

#include "bote/practice/rounding.hpp"
#include "model/sample.hpp"
#include "practice/planted.hpp"
#include "practice/talk.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::judge_test {
namespace {

Problem only(std::string_view workload, std::string_view quantity) {
    Problem problem = pose(estimate_of(std::string(workload)), {Topic::any, {}, std::string(quantity)});
    std::erase_if(problem.prompts, [&](const Prompt& prompt) {
        return problem.estimate.model.quantities[prompt.quantity].name != quantity;
    });
    return problem;
}

Judgement judged(std::string_view workload, std::string_view quantity, std::string_view typed) {
    const Problem problem = only(workload, quantity);
    REQUIRE(problem.prompts.size() == 1);
    return judge_answer(problem, 0, std::get<Guess>(read_answer(typed, problem.prompts.front().measure)), {});
}

}  // namespace

TEST_CASE("an answer that is right by rounding says by which: a day of 10^5 s, a month of 2.5M s") {
    const Judgement day = judged(kLinks, "write_qps", "1000/s");  // 100M / 10^5 s
    CHECK(day.right);
    CHECK(day.by == "10^5 s a day");
    CHECK(day.factor == near(0.864));  // off by is told against the exact value
    CHECK(day.score.points == 100);
    const Judgement month = judged(kMonthly, "write_qps", "200/s");  // 500M / 2.5M s
    CHECK(month.right);
    CHECK(month.by == "2.5M s a month");
    CHECK(judged(kLinks, "write_qps", "1160/s").by.empty());
    CHECK(judged(kLinks, "write_qps", "1150/s").by.empty());
}

TEST_CASE("a wrong answer is as wrong as by the exact value, unless a rounding makes it less") {
    // 130M users once a day: 1,505/s, by the day of 10^5 s 1,300/s; 2,800/s is 1.86x and 2.15x high.
    const Judgement high = judged(kPastes, "write_qps", "2800/s");
    CHECK(high.factor == near(1.861, 1e-3));
    CHECK(high.score.points == 70);
    CHECK(high.by.empty());
    // 690/s is 2.2x low; 125M / 10^5 s = 1,250/s with easy numbers, 1.8x.
    const Judgement low = judged(kPastes, "write_qps", "690/s");
    CHECK(low.factor == near(0.4586, 1e-3));
    CHECK(low.score.points == 70);
    CHECK(low.by == "easy numbers");
}

TEST_CASE("a factor that changes less than a quarter is named all the same, and the points stay") {
    // 10M users, twice a day, 250 B and 20% of indexes: 6 GB a day; 5 GB without them.
    const std::string_view indexed =
        "dau: 10M\nwrites_per_user: 2/day\nobject_size: 250 B\nindex_overhead: 20%\nretention: 1 year\n";
    const Judgement left_out = judged(indexed, "new_data", "5 GB/day");
    CHECK(left_out.right);
    CHECK(left_out.score.points == 100);
    REQUIRE_FALSE(left_out.slips.empty());
    CHECK(left_out.slips.front().what == "left out the 20% index overhead");
    CHECK(judged(indexed, "new_data", "6 GB/day").slips.empty());
    CHECK(judged(indexed, "new_data", "5.5 GB/day").slips.empty());
    // 200k/s of 20k/s each at 100% are 10 servers, and 2 spares
    const std::string_view busy = "reads: 5.76 billion/day\nobject_size: 1 KB\napp.rps: 20k/s\napp.target: 100%\n";
    const Judgement spares = judged(busy, "app.machines", "10");
    CHECK(spares.right);
    REQUIRE_FALSE(spares.slips.empty());
    CHECK(spares.slips.front().kind == SlipKind::not_rounded_up);
    CHECK(judged(busy, "app.machines", "12").slips.empty());
}

TEST_CASE("the load that servers are planned for is missed where it is left out") {
    // 126.4k/s of 2k/s each: 63.2, rounded up and 2 spares 66; at 60% of the load 108.
    const Judgement without = judged(kPastes, "app.machines", "66");
    REQUIRE_FALSE(without.slips.empty());
    CHECK(without.slips.front().kind == SlipKind::margin_left_out);
}

TEST_CASE("a total a day where a rate a second is asked is the slip, bare as well; with its unit it is right") {
    for (const auto* typed : {"100M", "100M/s"}) {
        const Judgement total = judged(kLinks, "write_qps", typed);
        CHECK_FALSE(total.right);
        REQUIRE_FALSE(total.slips.empty());
        CHECK(total.slips.front().kind == SlipKind::day_for_second);
    }
    CHECK(judged(kLinks, "read_qps", "10B").slips.front().kind == SlipKind::day_for_second);
    CHECK(judged(kLinks, "write_qps", "100M/day").right);
}

TEST_CASE("ten times the value, rounded to one or two digits, is a zero too many; a tenth is one lost") {
    // 192.9/s
    for (const auto* typed : {"1930/s", "1900/s", "2k/s", "19/s", "20/s", "19.3/s"}) {
        CAPTURE(typed);
        const Judgement zero = judged(kMonthly, "write_qps", typed);
        REQUIRE_FALSE(zero.slips.empty());
        CHECK(zero.slips.front().kind == SlipKind::zero);
    }
    // 50 GB/day
    for (const auto* typed : {"500 GB", "5 GB"})
        CHECK(judged(kLinks, "new_data", typed).slips.front().kind == SlipKind::zero);
    // 15% off a zero too many is none
    CHECK(judged(kMonthly, "write_qps", "2200/s").slips.empty());
}

TEST_CASE("copies counted where one copy is asked for are named, however it was typed") {
    for (const auto* typed : {"130 GB", "0.13 TB/day"}) {
        const Judgement copies = judged(kPastes, "new_data", typed);  // 65 GB/day, 2 copies
        REQUIRE_FALSE(copies.slips.empty());
        CHECK(copies.slips.front().kind == SlipKind::replication_misplaced);
    }
    const std::string_view chat = "dau: 50M\nwrites_per_user: 40/day\nobject_size: 100 B\nrecipients: 1\n";
    CHECK(judged(chat, "new_data", "600 GB").slips.front().kind == SlipKind::replication_misplaced);  // 200 GB/day
}

TEST_CASE("a month that is not divided at all is the slip, as one taken for a day's is") {
    // 500M a month: 16.7M a day, 192.9/s
    for (const auto* typed : {"500M/s", "500M", "5.8k/s"}) {
        CAPTURE(typed);
        const Judgement month = judged(kMonthly, "write_qps", typed);
        REQUIRE_FALSE(month.slips.empty());
        CHECK(month.slips.front().kind == SlipKind::month_not_divided);
    }
    const Judgement week = judged("writes: 75M/week\nobject_size: 500 B\n", "write_qps", "75M/s");
    REQUIRE_FALSE(week.slips.empty());
    CHECK(week.slips.front().what == "a week's worth taken for a second's");
}

TEST_CASE("a cache for another time than the one of the problem is named with both") {
    // 86.4M reads of 1 KB a day: 1k/s; in 10 minutes 600k, of which 20% are 120 MB, on a day 17.28 GB
    const std::string_view minutes = "reads: 86.4M/day\nread_size: 1 KB\ncache_window: 10 min\n";
    const Judgement day = judged(minutes, "cache_memory", "17.3 GB");
    REQUIRE_FALSE(day.slips.empty());
    CHECK(day.slips.front().what == "sized it on the reads of a day, not of 10 min");
}

TEST_CASE("the share of the data that the cache keeps is named where it is left out") {
    // 50 GB/day for 5 years: 91.25 TB, of which 10% are in memory
    const std::string workload = std::string(kLinks) + "cached_share: 10%\n";
    const Judgement all = judged(workload, "cache_memory", "91 TB");
    REQUIRE_FALSE(all.slips.empty());
    CHECK(all.slips.front().kind == SlipKind::cache_of_everything);
}

TEST_CASE("megabits where megabytes were meant are the slip of bits and bytes") {
    const Judgement bits = judged(kLinks, "egress", "58 Mb/s");  // 57.9 MB/s
    REQUIRE_FALSE(bits.slips.empty());
    CHECK(bits.slips.front().kind == SlipKind::bits_and_bytes);
    CHECK(judged(kLinks, "egress", "463 Mb/s").right);
}

}  // namespace bote::test::judge_test
