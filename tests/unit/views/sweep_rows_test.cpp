#include "bote/views/sweep_rows.hpp"

#include <string>
#include <vector>

#include "bote/views/common.hpp"
#include "bote/views/sweep.hpp"
#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::sweep_rows_test {
namespace {

// 100 GB a day, of which a disk of 4 TB holds 28 days with 30% free: full at 4 million users.
const std::string kLogs =
    "dau: 1M\nwrites_per_user: 100/day\nobject_size: 1 KB\nretention: 7 days\npeak_factor: 1\napp.network: 100 Mbps\n"
    "app.rps: 1k/s\nexpect: [storage <= 10 TB, storage <= 10 TB at 50%]\n";

SweepInput users(const Estimate& estimate, std::uint64_t count) {
    return {find_asked(estimate.model, "dau"), {.from = 1e6, .to = 1e7, .count = count}};
}

/// The changes of all rows, and how many rows there were.
std::pair<std::vector<Change>, std::uint64_t> changes_of(const Estimate& estimate, const SweepPlan& plan) {
    std::vector<Change> changes;
    std::uint64_t rows = 0;
    double before = 0;
    sweep_blocks(estimate, plan, [&](const SweepBlock& block) {
        for (const auto& flips : block.flips) {
            for (const auto& change : flips.changes) {
                const double from = flips.row > 0 ? block.inputs[0][flips.row - 1] : before;
                CHECK(change.at >= from);
                CHECK(change.at <= block.inputs[0][flips.row]);
                changes.push_back(change);
            }
        }
        before = block.inputs[0][block.rows - 1];
        rows += block.rows;
        return Continue::yes;
    });
    return {changes, rows};
}

}  // namespace

TEST_CASE("what flips along a sweep does not depend on the number of its rows") {
    const auto estimate = estimate_of(kLogs);
    const auto few = changes_of(estimate, plan_sweep(estimate, {users(estimate, 2)}, {"storage"})).first;
    CHECK(few.size() >= 3);  // a disk is full, the expectation fails, a bigger machine binds otherwise
    for (const std::uint64_t count : {128U, 129U, 1000U, 100'000U}) {
        CAPTURE(count);
        const auto [many, rows] = changes_of(estimate, plan_sweep(estimate, {users(estimate, count)}, {"storage"}));
        CHECK(rows == count);
        REQUIRE(many.size() == few.size());
        for (std::size_t i = 0; i < few.size(); ++i) {
            CHECK(many[i].text == few[i].text);
            CHECK(many[i].at == near(few[i].at, 1e-6));
        }
    }
}

TEST_CASE("each number of a long sweep is the one of the estimate for its input") {
    const auto estimate = estimate_of(kLogs);
    const SweepPlan plan = plan_sweep(estimate, {users(estimate, 1001)}, {"storage", "app.machines"});
    std::vector<std::string> names;
    for (const auto& column : plan.columns) names.push_back(column.name);
    CHECK(names == std::vector<std::string>{"storage", "app.machines"});
    sweep_blocks(estimate, plan, [&](const SweepBlock& block) {
        for (std::size_t row = 0; row < block.rows; row += 50) {
            const auto alone = estimate_of(kLogs, options({"dau=" + std::to_string(block.inputs[0][row])}));
            CHECK(block.numbers[0][row] == near(value(alone, "storage")));
            CHECK(block.numbers[1][row] == near(value(alone, "app.machines")));
        }
        return Continue::yes;
    });
}

TEST_CASE("two inputs may have several columns, and say which resource binds") {
    const auto estimate = estimate_of(kLogs);
    const SweepInput sizes{find_asked(estimate.model, "object_size"), {.from = 1e3, .to = 1e5, .count = 2}};
    const SweepPlan plan = plan_sweep(estimate, {users(estimate, 3), sizes}, {"app", "storage"});
    sweep_blocks(estimate, plan, [&](const SweepBlock& block) {
        REQUIRE(block.rows == 6);
        CHECK(block.numbers[0] == nullptr);
        for (std::size_t row = 0; row < block.rows; ++row) {
            CHECK(bottleneck_text(estimate.model, block.bottlenecks[0][row]) ==
                  (row % 2 == 0 ? "requests" : "network"));
            CHECK(block.inputs[1][row] == (row % 2 == 0 ? 1e3 : 1e5));
        }
        CHECK(block.numbers[1][1] == near(100 * block.numbers[1][0]));
        CHECK(block.flips.empty());
        return Continue::yes;
    });
    CHECK(bottleneck_text(estimate.model, QuantityIndex::none) == "-");
}

TEST_CASE("whoever has read enough of a sweep says stop") {
    const auto estimate = estimate_of(kLogs);
    int blocks = 0;
    sweep_blocks(estimate, plan_sweep(estimate, {users(estimate, 1'000'000'000)}, {}),
                 [&](const SweepBlock&) { return ++blocks < 3 ? Continue::yes : Continue::no; });
    CHECK(blocks == 3);
}

}  // namespace bote::test::sweep_rows_test
