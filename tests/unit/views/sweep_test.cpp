#include "bote/views/sweep.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "bote/views/common.hpp"
#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::sweep_test {
namespace {

// 100 GB a day, of which a disk of 4 TB holds 28 days with 30% free.
const std::string kLogs = "dau: 1M\nwrites_per_user: 100/day\nobject_size: 1 KB\nretention: 7 days\npeak_factor: 1\n";

SweepInput input(const Estimate& estimate, const std::string& name, std::vector<double> values) {
    return {find_asked(estimate.model, name), {.spacing = Spacing::listed, .values = std::move(values)}};
}

Sweep sweep_of(const Estimate& estimate, std::vector<SweepInput> inputs, const std::vector<std::string>& asked) {
    return compute_sweep(estimate, plan_sweep(estimate, std::move(inputs), asked));
}

std::string notes(const Report& report) {
    std::string text;
    for (const auto& block : report.blocks) {
        if (const auto* note = std::get_if<Note>(&block)) text += note->text + "\n";
    }
    return text;
}

}  // namespace

TEST_CASE("each row of a sweep is what the estimate says for that input") {
    const auto estimate = estimate_of(kLogs);
    const std::vector<double> users{1e6, 3e6, 2e7, 4e8};
    const auto sweep = sweep_of(estimate, {input(estimate, "dau", users)}, {"storage", "app.servers"});
    REQUIRE(sweep.rows.size() == users.size());
    for (std::size_t i = 0; i < users.size(); ++i) {
        CAPTURE(users[i]);
        const auto alone = estimate_of(kLogs, options({"dau=" + std::to_string(users[i])}));
        CHECK(sweep.rows[i].input == users[i]);
        CHECK(sweep.rows[i].values[0] == near(value(alone, "storage")));
        CHECK(sweep.rows[i].values[1] == near(value(alone, "app.servers")));
    }
}

TEST_CASE("a sweep says where a decision flips and where another resource binds") {
    const auto estimate = estimate_of(kLogs + "app.network: 100 Mbps\napp.rps: 1k/s\n");
    const auto sweep = sweep_of(estimate, {input(estimate, "dau", {1e6, 1e7})}, {"storage"});
    // 700 GB of a million users, filled to 70%, are 1 TB: the 4 TB of a disk are full at 4 million.
    bool found = false;
    for (const auto& change : sweep.rows[1].changes) {
        if (!contains(change.text, "partition")) continue;
        found = true;
        CHECK(change.at == near(4e6, 1e-6));
        CHECK(contains(change.text, "2 shards"));
    }
    CHECK(found);
    // Requests and bytes both grow with the size of an object in proportion to nothing and to it.
    const auto sizes = sweep_of(estimate, {input(estimate, "object_size", {1e3, 1e5})}, {"app.servers"});
    bool network = false;
    for (const auto& change : sizes.rows[1].changes) network = network || contains(change.text, "bound by network");
    CHECK(network);  // 12.5 MB/s against 1000 requests a second: from 12.5 KB on
}

TEST_CASE("what is counted flips at a whole number") {
    // One server and three spares are four machines.
    const auto estimate = estimate_of(kLogs + "expect: ['app.machines <= 4']\n");
    const auto sweep = sweep_of(estimate, {input(estimate, "spares", {1, 9})}, {"app.machines"});
    const auto& changes = sweep.rows[1].changes;
    const auto flip = std::find_if(changes.begin(), changes.end(),
                                   [](const Change& each) { return contains(each.text, "<= 4` fails"); });
    REQUIRE(flip != changes.end());
    CHECK(flip->at == 4);
}

TEST_CASE("what changes between nothing and next to nothing is no news") {
    const auto estimate = estimate_of(kLogs);
    const auto sweep = sweep_of(estimate, {input(estimate, "dau", {0, 1e9})}, {"storage"});
    for (const auto& change : sweep.rows[1].changes) CHECK(change.at >= 1);
    CHECK_FALSE(sweep.rows[1].changes.empty());
}

TEST_CASE("a map has a cell for each pair") {
    const auto estimate = estimate_of(kLogs);
    const auto map =
        sweep_of(estimate, {input(estimate, "replication", {1, 2}), input(estimate, "object_size", {1e3, 2e3, 4e3})},
                 {"storage"});
    REQUIRE(map.numbers.size() == 2);
    REQUIRE(map.numbers[0].size() == 3);
    for (std::size_t i = 0; i < 2; ++i) {
        for (std::size_t j = 0; j < 3; ++j) {
            const double copies = static_cast<double>(i + 1);
            CHECK(map.numbers[i][j] == near(copies * std::pow(2.0, static_cast<double>(j)) * 1e12));
        }
    }
    const auto bound =
        sweep_of(estimate, {input(estimate, "app.rps", {10, 1e7}), input(estimate, "dau", {1e6})}, {"app"});
    CHECK(std::get<std::string>(bound.cells[0][0]) == "requests");
    CHECK(std::get<std::string>(bound.cells[1][0]) == "network");
}

TEST_CASE("what cannot be read as a table is refused, and CSV is named as the way") {
    const auto estimate = estimate_of(kLogs);
    const SweepInput users{find_asked(estimate.model, "dau"), {.from = 1e6, .to = 1e9, .count = 10'001}};
    const SweepInput copies{find_asked(estimate.model, "replication"), {.from = 1, .to = 21, .count = 21}};
    const auto most = sweep_of(estimate, {{users.quantity, {.from = 1e6, .to = 1e9, .count = 10'000}}}, {"storage"});
    CHECK(most.rows.size() == 10'000);
    CHECK(most.rows.back().input == 1e9);
    const std::vector<SweepInput> refused[] = {{users}, {users, copies}, {copies, users}, {copies, copies}};
    for (const auto& inputs : refused)
        CHECK(contains(refusal([&] { sweep_of(estimate, inputs, {"storage"}); }).hint, "--format csv"));
    const SweepInput few{copies.quantity, {.from = 1, .to = 3, .count = 3}};
    CHECK(contains(refusal([&] { sweep_of(estimate, {few, few}, {"storage", "data"}); }).hint, "--format csv"));
}

TEST_CASE("easy steps end where they should") {
    CHECK(easy_steps(1e6, 1e7, 1e6) == std::vector<double>{1e6, 2e6, 5e6, 1e7});
    CHECK(easy_steps(3, 60, 1) == std::vector<double>{3, 5, 10, 20, 50, 60});
}

TEST_CASE("an expectation with a chance flips where its chance does") {
    // A median of 2.1 TB for a million users, twice that at the 95th percentile: 30 TB are met up to 5 million.
    const std::string yaml =
        "dau: 1M\nwrites_per_user: 50 to 200 per day\nobject_size: 1 KB\nretention: 7 days\n"
        "expect: ['storage <= 30 TB at 95%']\n";
    const auto estimate = estimate_of(yaml);
    const auto sweep = sweep_of(estimate, {input(estimate, "dau", {1e6, 8e6})}, {"storage"});
    const auto& changes = sweep.rows[1].changes;
    const auto flip = std::find_if(changes.begin(), changes.end(),
                                   [](const Change& each) { return contains(each.text, "at 95%` fails"); });
    REQUIRE(flip != changes.end());
    CHECK(flip->at == near(5e6, 0.01));
}

TEST_CASE("without ranges an expectation with a chance flips where it would without") {
    const auto estimate = estimate_of(kLogs + "expect: ['storage <= 30 TB at 95%']\n");
    const auto sweep = sweep_of(estimate, {input(estimate, "dau", {1e6, 2e7})}, {"storage"});
    const auto& changes = sweep.rows[1].changes;
    CHECK(std::any_of(changes.begin(), changes.end(), [](const Change& each) {
        return contains(each.text, "at 95%` fails") && each.at == near(1e7, 1e-6);
    }));
}

TEST_CASE("a default in whose place others are tried is no assumption") {
    const Estimate estimate = estimate_of(kLogs);
    const auto note = [&](const std::string& name) {
        return notes(describe_sweep(estimate, sweep_of(estimate, {input(estimate, name, {1, 2})}, {"storage"})));
    };
    CHECK_FALSE(contains(note("replication"), "replication 3"));
    CHECK(contains(note("spares"), "replication 3"));
}

TEST_CASE("an input that moves none of what is asked for is said to") {
    const std::string yaml = "dau: 1M\nwrites: 10/s\nobject_size: 1 KB\nretention: 7 days\n";
    const auto estimate = estimate_of(yaml);
    const auto said = [&](const std::string& quantity) {
        return notes(describe_sweep(estimate, sweep_of(estimate, {input(estimate, "dau", {1e6, 2e6})}, {quantity})));
    };
    CHECK(said("storage").find("2 values of dau, with which nothing here changes.") != std::string::npos);
    CHECK(said("dau").find("nothing here") == std::string::npos);
}

}  // namespace bote::test::sweep_test
