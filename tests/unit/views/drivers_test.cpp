#include "bote/views/drivers.hpp"

#include <algorithm>
#include <string>

#include "bote/views/common.hpp"
#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::drivers_test {
namespace {

Drivers drivers_of(const Estimate& estimate, const std::string& name) {
    return compute_drivers(estimate, find_asked(estimate.model, name), {});
}

const DriverRow& row_named(const Drivers& drivers, const std::string& name) {
    const auto found =
        std::find_if(drivers.rows.begin(), drivers.rows.end(), [&](const DriverRow& row) { return row.name == name; });
    REQUIRE(found != drivers.rows.end());
    return *found;
}

std::string text_of(const Estimate& estimate, const Drivers& drivers) {
    std::string text;
    for (const auto& block : describe_drivers(estimate, drivers, Extent::brief).blocks) {
        if (const auto* note = std::get_if<Note>(&block)) text += note->text + "\n";
    }
    return text;
}

}  // namespace

TEST_CASE("a range inside a formula is an input of its own") {
    const auto estimate = estimate_of(
        "define:\n  base: 100/s\n  load [/s]: base * (2 to 8) + (1/s to 4/s)\n  share: 50% * (10% to 40%)\n"
        "  answer [/s]: load * share\n");
    const auto drivers = drivers_of(estimate, "answer");
    const auto& factor = row_named(drivers, "load: 2 to 8");
    CHECK(factor.low == near(2));
    CHECK(factor.high == near(8));
    // At the medians 4, 2/s and 20% / 2.
    CHECK(factor.at_low == near((100 * 2 + 2) * 0.1));
    CHECK(factor.at_high == near((100 * 8 + 2) * 0.1));
    CHECK(*factor.share > 0.4);
    const auto& rest = row_named(drivers, "load: 1/s to 4/s");
    CHECK(rest.low == near(1));
    CHECK(*rest.share < 0.01);
    CHECK(format(row_named(drivers, "share: 10% to 40%").high, row_named(drivers, "share: 10% to 40%").display, {}) ==
          "40%");
}

TEST_CASE("a value with a range in its formula is not pulled besides") {
    const auto estimate = estimate_of("dau: 1M\nwrites_per_user: 2 * (1/day to 3/day)\nobject_size: 1 KB\n");
    const auto drivers = drivers_of(estimate, "writes");
    CHECK(std::none_of(drivers.rows.begin(), drivers.rows.end(),
                       [](const DriverRow& row) { return row.name == "writes_per_user"; }));
    CHECK(row_named(drivers, "writes_per_user: 1/day to 3/day").is_range);
}

TEST_CASE("an answer that nothing moves says so") {
    const auto estimate = estimate_of("writes: 1/s to 2/s\nobject_size: 1 KB\n");
    const auto drivers = drivers_of(estimate, "app.servers");
    CHECK(drivers.rows.empty());
    CHECK(contains(text_of(estimate, drivers), "No input alone moves it: it stays 1 from end to end of each."));
}

TEST_CASE("shares of correlated ranges are named for what they are") {
    const std::string define = "define:\n  a: 1 to 4\n  b: 1 to 4\n  p: a * b\n";
    const auto alone = estimate_of(define);
    const auto tied = estimate_of(define + "correlate: {a with b: 0.9}\n");
    CHECK_FALSE(contains(text_of(alone, drivers_of(alone, "p")), "first-order index"));
    const auto drivers = drivers_of(tied, "p");
    CHECK(contains(text_of(tied, drivers), "first-order index"));
    CHECK_FALSE(contains(text_of(tied, drivers), "of the variance.\n"));
    CHECK(*row_named(drivers, "a").share + *row_named(drivers, "b").share > 1.5);
}

TEST_CASE("counts are pulled by whole numbers") {
    const auto estimate = estimate_of("writes: 1/s\nobject_size: 1 KB\nspares: 2\n");
    const auto drivers = drivers_of(estimate, "app.machines");
    CHECK(row_named(drivers, "spares").low == 1);
    CHECK(row_named(drivers, "spares").high == 3);
}

TEST_CASE("an answer below zero has bars too, by difference") {
    const auto estimate = estimate_of("define:\n  a: normal(10, 2)\n  b: normal(5, 4)\n  diff: a - b\n");
    const auto report = describe_drivers(estimate, drivers_of(estimate, "diff"), Extent::brief);
    for (const auto& block : report.blocks) {
        const auto* table = std::get_if<Table>(&block);
        if (table == nullptr) continue;
        REQUIRE(table->rows.size() == 2);
        // b swings by 6.58 to either side, a by half of that.
        const auto bar_of = [](const std::vector<Cell>& row) {
            return std::get<SwingBar>(std::get<Drawing>(row.back()));
        };
        CHECK(bar_of(table->rows[0]).low == near(-1));
        CHECK(bar_of(table->rows[0]).high == near(1));
        CHECK(bar_of(table->rows[1]).low == near(-0.5));
        CHECK(bar_of(table->rows[1]).high == near(0.5));
    }
}

TEST_CASE("what whole numbers are pulled by, and whose variance it is, is said where it matters") {
    const auto plain = estimate_of("writes: 1/s\nobject_size: 1 KB\nspares: 2\n");
    CHECK(contains(text_of(plain, drivers_of(plain, "app.machines")), "+-20%, counts by at least 1."));
    CHECK_FALSE(contains(text_of(plain, drivers_of(plain, "written")), "whole ones"));
    CHECK_FALSE(contains(text_of(plain, drivers_of(plain, "written")), "ranks"));
    const auto ranged = estimate_of("writes: 1/s to 2/s\nobject_size: 1 KB\n");
    CHECK(contains(text_of(ranged, drivers_of(ranged, "written")), "Variance is that of the ranks"));
}

TEST_CASE("of a share near 100% what it lacks is pulled") {
    const auto estimate =
        estimate_of("server.availability: 99%\ndependency_availability: 99.9%\nwrites: 1/s\nobject_size: 1 KB\n");
    const auto drivers = drivers_of(estimate, "availability");
    const DriverRow& row = row_named(drivers, "dependency_availability");
    CHECK(row.low == near(0.9988));
    CHECK(row.high == near(0.9992));
}

}  // namespace bote::test::drivers_test
