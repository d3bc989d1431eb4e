#include "bote/views/solve.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <string>

#include "bote/views/common.hpp"
#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::solve_test {
namespace {

const std::string kLogs = "dau: 1M\nwrites_per_user: 100/day\nobject_size: 1 KB\nretention: 7 days\npeak_factor: 1\n";

struct Solved {
    Estimate estimate;
    Solution solution;
};

Solved solve(const std::string& yaml, const std::string& name, const std::string& condition) {
    const auto estimate = estimate_of(yaml + "expect: ['" + condition + "']\n");
    return {estimate, compute_solution(estimate, find_asked(estimate.model, name))};
}

}  // namespace

TEST_CASE("the largest input at which a limit holds is the limit divided back") {
    // 1 TB of disk a copy for a million users, three copies.
    const auto solution = solve(kLogs, "dau", "storage <= 30 TB").solution;
    REQUIRE(solution.stretches.size() == 1);
    CHECK_FALSE(solution.stretches[0].from);
    REQUIRE(solution.stretches[0].to);
    CHECK(*solution.stretches[0].to == near(1e7, 1e-9));
    CHECK(solution.holds_now);
}

TEST_CASE("what grows to meet a condition has a smallest value") {
    const auto solution = solve(kLogs, "app.rps", "app.servers <= 4").solution;
    REQUIRE(solution.stretches.size() == 1);
    CHECK_FALSE(solution.stretches[0].to);
    REQUIRE(solution.stretches[0].from);
    CHECK(*solution.stretches[0].from == near(1e8 / 86'400 / 0.7 / 4, 1e-6));
}

TEST_CASE("the step of rounding up is met exactly") {
    // 1157.4 requests a second for a million users, 22.4k for a server: the fifth is needed from 77.4 million on.
    const auto [estimate, solution] = solve(kLogs, "dau", "app.servers <= 4");
    REQUIRE(solution.stretches.size() == 1);
    const double end = *solution.stretches[0].to;
    CHECK(end == near(4 * 22'400.0 * 86'400 / 100, 1e-8));
    CHECK(value(estimate_of(kLogs, options({"dau=" + std::to_string(end)})), "app.servers") == 4);
    CHECK(value(estimate_of(kLogs, options({"dau=" + std::to_string(end * 1.000001)})), "app.servers") == 5);
}

TEST_CASE("an end of few digits is no step beyond the exact one") {
    for (const auto* limit : {"15", "20", "30", "7", "1100"}) {
        CAPTURE(limit);
        const auto solution = solve("writes: 10/s\n", "writes", std::string("qps <= ") + limit + "/s").solution;
        const auto holds = [](const Solution& found, std::string_view title) {
            return std::any_of(found.tried.begin(), found.tried.end(),
                               [&](const Tried& each) { return each.title == title && each.holds; });
        };
        CHECK(holds(solution, "largest"));
        const auto above = solve("writes: 10/s\n", "writes", std::string("qps >= ") + limit + "/s").solution;
        CHECK(holds(above, "smallest"));
    }
}

TEST_CASE("none at all is a whole number too") {
    // One server, and no spare beside it.
    const auto solution = solve(kLogs, "spares", "app.machines <= 1").solution;
    REQUIRE(solution.stretches.size() == 1);
    REQUIRE(solution.stretches[0].to);
    CHECK(*solution.stretches[0].to == 0);
}

TEST_CASE("the one value for which two sides are equal is both its ends") {
    const auto [estimate, solution] = solve(kLogs, "dau", "storage == 1.23456789 TB");
    REQUIRE(solution.stretches.size() == 1);
    const auto& stretch = solution.stretches[0];
    CHECK(stretch.shown_from <= stretch.shown_to);
    for (const double end : {stretch.shown_from, stretch.shown_to})
        CHECK(value(estimate_of(kLogs, options({"dau=" + std::to_string(end)})), "storage") ==
              near(1.23456789e12, 1e-8));
}

TEST_CASE("whole numbers are solved in whole numbers") {
    const auto solution = solve(kLogs, "spares", "app.machines <= 7").solution;
    REQUIRE(solution.stretches.size() == 1);
    CHECK(*solution.stretches[0].to == 6);
}

TEST_CASE("a condition that always or never holds says so") {
    const auto always = solve(kLogs, "dau", "replication <= 3").solution;
    REQUIRE(always.stretches.size() == 1);
    CHECK_FALSE(always.stretches[0].from);
    CHECK_FALSE(always.stretches[0].to);
    CHECK(solve(kLogs, "dau", "replication > 3").solution.stretches.empty());
}

TEST_CASE("shares are tried from end to end") {
    const auto solution = solve(kLogs, "headroom", "storage <= 4.2 TB").solution;  // 2.1 TB of three copies, half full
    REQUIRE(solution.stretches.size() == 1);
    CHECK(*solution.stretches[0].to == near(0.5, 1e-9));
}

TEST_CASE("an end near all of it has two digits of what is missing") {
    // 10 min of the 525,600 of a year are missing: 1.9e-5.
    const auto solution = solve("availability: 99%\n", "availability", "downtime <= 10 min").solution;
    REQUIRE(solution.stretches.size() == 1);
    CHECK(solution.stretches[0].shown_from == near(0.999981, 1e-12));
    REQUIRE(solution.tried.size() == 3);
    CHECK(solution.tried[1].value == near(0.99998, 1e-12));
    CHECK_FALSE(solution.tried[1].holds);
    CHECK(solution.tried[2].holds);
}

TEST_CASE("solving agrees with trying one value after the other") {
    std::mt19937 random(7);
    for (int round = 0; round < 3; ++round) {
        const double limit = std::uniform_real_distribution<>(1, 400)(random);
        const std::string condition = "app.servers + cache.servers + database.servers <= " + std::to_string(limit);
        const std::string yaml = kLogs + "read_write_ratio: " + std::to_string(1 + random() % 50) + ":1\n";
        const auto [estimate, solution] = solve(yaml, "dau", condition);
        CAPTURE(yaml, condition);
        double last = 0;
        for (double users = 1e3; users < 1e10; users *= 1.1) {
            const auto tried = estimate_of(yaml, options({"dau=" + std::to_string(users)}));
            const double servers =
                value(tried, "app.servers") + value(tried, "cache.servers") + value(tried, "database.servers");
            if (servers <= limit) last = users;
        }
        if (last == 0) {
            CHECK((solution.stretches.empty() || *solution.stretches.back().to < 1e3));
            continue;
        }
        REQUIRE(!solution.stretches.empty());
        REQUIRE(solution.stretches.back().to);
        CHECK(*solution.stretches.back().to >= last * (1 - 1e-9));
        CHECK(*solution.stretches.back().to < last * 1.1001);
    }
}

TEST_CASE("a chance is met where that percentile of what is compared meets the limit") {
    // 3 TB for a million users in the middle of the range, twice as much at its 95th percentile.
    const std::string ranged = "dau: 1M\nwrites_per_user: 50 to 200 per day\nobject_size: 1 KB\nretention: 7 days\n";
    const auto at_95 = solve(ranged, "dau", "storage <= 30 TB at 95%").solution;
    const auto at_50 = solve(ranged, "dau", "storage <= 30 TB at 50%").solution;
    const auto at_5 = solve(ranged, "dau", "storage <= 30 TB at 5%").solution;
    REQUIRE(at_95.stretches.size() == 1);
    CHECK(*at_95.stretches[0].to == near(5e6, 5e-3));
    CHECK(*at_50.stretches[0].to == near(1e7, 5e-3));
    CHECK(*at_5.stretches[0].to == near(2e7, 5e-3));
    CHECK(at_95.settled);
    CHECK(at_95.holds_now);
}

TEST_CASE("what is shown of an end by chance has a chance that is enough, and the next value has not") {
    const auto solution = solve("dau: 1M\nwrites_per_user: 50 to 200 per day\nobject_size: 700 B to 2 KB\n", "dau",
                                "storage <= 1 PB at 90%")
                              .solution;
    REQUIRE(solution.tried.size() == 3);
    CHECK(solution.tried[1].title == "largest");
    CHECK(*solution.tried[1].chance >= 0.9);
    CHECK(*solution.tried[2].chance < 0.9);
    CHECK(*solution.tried[1].chance == near(0.9, 5e-3));
}

TEST_CASE("the input that is solved for is no range any more") {
    const std::string rest = "writes_per_user: 50 to 200 per day\nobject_size: 1 KB\n";
    const auto as_range = solve("dau: 1M to 4M\n" + rest, "dau", "storage <= 1 PB at 90%").solution;
    const auto as_value = solve("dau: 2M\n" + rest, "dau", "storage <= 1 PB at 90%").solution;
    CHECK(*as_range.stretches[0].to == near(*as_value.stretches[0].to, 5e-3));
}

TEST_CASE("without a range a chance is met where the condition is") {
    const auto solution = solve(kLogs, "dau", "storage <= 30 TB at 95%").solution;
    CHECK(*solution.stretches[0].to == near(1e7, 1e-9));
    CHECK(solution.samples == 0);
}

TEST_CASE("the same seed finds the same end, another one the same three digits") {
    const auto estimate = estimate_of(
        "dau: 1M\nwrites_per_user: 50 to 200 per day\nobject_size: 700 B to 2 KB\nexpect: ['storage <= 1 PB at "
        "90%']\n");
    const QuantityIndex dau = find_asked(estimate.model, "dau");
    const auto first = compute_solution(estimate, dau, {0, 1});
    const auto again = compute_solution(estimate, dau, {0, 1});
    const auto other = compute_solution(estimate, dau, {0, 2});
    CHECK(*first.stretches[0].to == *again.stretches[0].to);
    CHECK(*first.stretches[0].to == near(*other.stretches[0].to, 5e-3));
}

TEST_CASE("counts that must be met by chance are whole") {
    const auto solution = solve("dau: 1M\nwrites_per_user: 5000 to 20000 per day\nobject_size: 1 KB\n", "spares",
                                "app.machines <= 30 at 90%")
                              .solution;
    REQUIRE(solution.stretches.size() == 1);
    const double end = *solution.stretches[0].to;
    CHECK(end == std::floor(end));
    CHECK(*solution.tried.back().chance < 0.9);
}

TEST_CASE("an end that is left out is not among the values shown") {
    const auto below = solve(kLogs, "dau", "dau < 5").solution;
    REQUIRE(below.stretches.size() == 1);
    CHECK(below.stretches[0].shown_to == near(4.999));
    const auto above = solve(kLogs, "spares", "spares > 5").solution;
    REQUIRE(above.stretches.size() == 1);
    CHECK(above.stretches[0].shown_from == 6);
    const auto with_end = solve(kLogs, "dau", "dau <= 5").solution;
    CHECK(with_end.stretches[0].shown_to == near(5));
    for (const auto* solution : {&below, &above, &with_end}) {
        for (const auto& tried : solution->tried) {
            CAPTURE(tried.title, tried.value);
            if (tried.title != "now") CHECK(tried.holds == (tried.title == "smallest" || tried.title == "largest"));
        }
    }
}

TEST_CASE("what is shown of a step of rounding up holds where it is typed") {
    const auto [estimate, solution] = solve(kLogs, "dau", "ceil(dau / 1M) == 7");
    REQUIRE(solution.stretches.size() == 1);
    const auto count = [](double users) {
        return std::ceil(value(estimate_of(kLogs, options({"dau=" + std::to_string(users)})), "dau") / 1e6);
    };
    CHECK(solution.stretches[0].shown_from == near(6.001e6));
    CHECK(count(solution.stretches[0].shown_from) == 7);
    CHECK(solution.stretches[0].shown_to == 7e6);
    CHECK(count(solution.stretches[0].shown_to) == 7);
    CHECK(count(6e6) == 6);
}

TEST_CASE("a condition that comes and goes is followed closely") {
    // Just before each of twenty steps, for a hundredth of the way to the next.
    const std::string saw = kLogs + "define:\n  u: ceil(min(dau, 20.2M) / 1M) - min(dau, 20.2M) / 1M\n";
    const auto [estimate, solution] = solve(saw, "dau", "u < 0.01");
    std::vector<Stretch> found = solution.stretches;
    std::erase_if(found, [](const Stretch& each) { return each.to && *each.to < 0.5e6; });  // nothing, as good as
    REQUIRE(found.size() == 20);
    for (std::size_t i = 0; i < found.size(); ++i) {
        const double step = 1e6 * static_cast<double>(i + 1);
        CHECK(*found[i].from == near(step - 0.01e6, 1e-6));
        CHECK(*found[i].to == near(step, 1e-6));
    }
    const auto report = describe_solution(estimate, solution);
    CHECK(contains(std::get<Note>(report.blocks[3]).text, "more stretches."));
    CHECK(report.records.rows.size() == solution.stretches.size());
}

TEST_CASE("an input that moves neither side is named as such") {
    const auto text_of = [](const Solved& solved) {
        std::string text;
        for (const auto& block : describe_solution(solved.estimate, solved.solution).blocks) {
            if (const auto* note = std::get_if<Note>(&block)) text += note->text + "\n";
        }
        return text;
    };
    const std::string idle = "spares moves neither side of it.";
    CHECK(contains(text_of(solve(kLogs, "spares", "storage <= 1 TB")), idle));
    CHECK_FALSE(contains(text_of(solve(kLogs, "spares", "app.machines <= 1 * 10^9")), idle));
    // It moves a side, if only near one value that is not tried.
    const std::string spike = kLogs + "define:\n  spike: max(0, 1 - (dau / 12345678 - 1)^2 * 10^10)\n";
    const std::string unseen = text_of(solve(spike, "dau", "spike > 0.5"));
    CHECK_FALSE(contains(unseen, "moves neither"));
    CHECK(contains(unseen, "Found among 8192 values; a stretch between two of them is not seen."));
}

}  // namespace bote::test::solve_test
