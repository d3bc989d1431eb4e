#include "bote/views/solve.hpp"

#include <cmath>
#include <random>
#include <string>

#include "bote/views/common.hpp"
#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test {
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

}  // namespace bote::test
