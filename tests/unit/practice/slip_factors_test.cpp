// Slips in the factors of the asked quantity's own formulas.

#include "practice/collect.hpp"
#include "practice/collected.hpp"
#include "practice/planted.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::slip_factors_test {
namespace {

/// 100k/s of 1k/s each, at half of that: 200 servers; the network of a byte each is nothing.
constexpr std::string_view kBusy =
    "reads: 100k/s\npeak_factor: 1\nread_size: 1 B\napp.rps: 1k/s\napp.target: 50%\nreplication: 1\n";

}  // namespace

TEST_CASE("a factor is left out or counted twice by what it does: multiplied, or taken off one and divided by") {
    const Collected storage(kLinks, "storage", collect_factors);
    CHECK(storage.ratio("left out the replication of 3") == near(1 / 3.0));
    CHECK(storage.kind("left out the replication of 3") == SlipKind::replication_left_out);
    CHECK(storage.ratio("counted the replication of 3 twice") == near(3));
    CHECK(storage.ratio("left out the 30% free space") == near(0.7));
    CHECK(storage.kind("left out the 30% free space") == SlipKind::margin_left_out);
    CHECK(storage.ratio("counted the 30% free space twice") == near(1 / 0.7));
    CHECK(storage.kind("counted the 30% free space twice") == SlipKind::counted_twice);
    // 1.3 in place of 1 / 0.7; 0.7 in place of 1 / 0.7
    CHECK(storage.ratio("added 30% instead of dividing by what is left") == near(0.91));
    CHECK(storage.ratio("multiplied by what 30% free space leaves, where one divides") == near(0.49));
    CHECK(storage.ratio("left out the replication of 3 and the 30% free space") == near(0.7 / 3));
}

TEST_CASE("neither how large it all is nor what a machine does is left out, but the load of a machine is") {
    const Collected servers(kBusy, "app.servers", collect_factors);
    CHECK(servers.ratio("left out the 50% target load") == near(0.5));
    CHECK(servers.ratio("multiplied by 50% where one divides") == near(0.25));
    for (const Slip& slip : servers.collector.slips) CHECK(slip.cause != servers.index("app.rps"));
    const Collected writes(kLinks, "write_qps", collect_factors);
    for (const Slip& slip : writes.collector.slips) CHECK(slip.cause != writes.index("dau"));
    // What is 1 changes nothing where it is left out, alone or with another.
    for (const Slip& slip : servers.collector.slips) CHECK(slip.cause != servers.index("peak_factor"));
}

TEST_CASE("a share is taken for what is left of it only where the formula takes it off") {
    const Collected misses(kLinks, "database_read_qps", collect_factors);
    CHECK(misses.ratio("took 80% for what is left of cache hits") == near(4));  // 0.8 of 0.2
    CHECK(misses.kind("took 80% for what is left of cache hits") == SlipKind::share_swapped);
    CHECK(Collected(kPastes, "cache_memory", collect_factors).count(SlipKind::share_swapped) == 0);
    CHECK(Collected(kLinks, "storage", collect_factors).count(SlipKind::share_swapped) == 0);  // free space has its own
}

TEST_CASE("the time that data is kept is a day, a year or a month by mistake, or counted twice from two years on") {
    const Collected five(kLinks, "data", collect_factors);
    CHECK(five.ratio("a day's worth, not 5 years") == near(1 / 1825.0));
    CHECK(five.ratio("one year instead of 5 years") == near(0.2));
    CHECK(five.ratio("counted the 5 years twice") == near(5));
    const std::string rows = "writes: 1M/day\nobject_size: 1 KB\nretention: ";
    const Collected days(rows + "90 days\n", "data", collect_factors);
    CHECK(days.ratio("one month instead of 90 days") == near(1 / 3.0));
    CHECK(days.count(SlipKind::retention_left_out) == 2);
    CHECK(days.find("counted the 90 days twice") == nullptr);
    CHECK(Collected(rows + "2 years\n", "data", collect_factors).ratio("counted the 2 years twice") == near(2));
    // A month is no mistake where it is a week that is kept.
    CHECK(Collected(rows + "7 days\n", "data", collect_factors).count(SlipKind::retention_left_out) == 1);
}

TEST_CASE("a factor of another question is misplaced in the words of this one, and no factor of its own is") {
    const Collected data(kLinks, "new_data", collect_factors);
    CHECK(data.ratio("multiplied by the replication of 3, though one copy is asked for") == near(3));
    CHECK(data.kind("multiplied by the peak factor of 3, which is for the busiest second alone") ==
          SlipKind::peak_misplaced);
    const Collected out(kLinks, "peak_egress", collect_factors);
    CHECK(out.kind("multiplied by the replication of 3, though nothing is copied here") ==
          SlipKind::replication_misplaced);
    CHECK(out.count(SlipKind::peak_misplaced) == 0);
    const std::string_view average = "multiplied by the peak factor of 3, though a cache is sized on the average load";
    CHECK(Collected(kLinks, "cache_memory", collect_factors).kind(average) == SlipKind::cache_window);
    CHECK(Collected(kLinks, "storage", collect_factors).count(SlipKind::replication_misplaced) == 0);
    CHECK(Collected(kGroups, "new_data", collect_factors)
              .ratio("multiplied by the recipients of 3, though each is kept once") == near(3));
    CHECK(Collected(kFeed, "write_qps", collect_factors)
              .ratio("multiplied by the fan-out of 200, which is for deliveries alone") == near(200));
}

TEST_CASE("how often somebody does it is forgotten in rates alone, and seldom where it is more than once a day") {
    const Collected writes(kStories, "write_qps", collect_factors);
    CHECK(writes.ratio("took one a day for one every 2 days") == near(2));
    CHECK_FALSE(writes.find("took one a day for one every 2 days")->is_seldom);
    CHECK(writes.ratio("took 2 a day for one every 2 days") == near(4));
    const Collected reads(kStories, "read_qps", collect_factors);
    CHECK(reads.ratio("took one a day for 50 a day") == near(1 / 50.0));
    CHECK(reads.find("took one a day for 50 a day")->is_seldom);
    CHECK(Collected(kStories, "new_data", collect_factors).count(SlipKind::frequency) == 0);
    CHECK(Collected(kLinks, "write_qps", collect_factors).count(SlipKind::frequency) == 0);  // it is one a day
    const Collected devices(kDevices, "write_qps", collect_factors);
    CHECK(devices.ratio("left out the interval of 5 s") == near(5));
    CHECK(devices.ratio("multiplied by the interval of 5 s where one divides") == near(25));
}

TEST_CASE("what leaves a factor out is 1 in a product, 0 beside a 1, and nothing for an exponent") {
    const auto neutral = [](std::string_view yaml, std::string_view quantity, std::string_view factor) {
        const Estimate estimate = estimate_of(std::string(yaml));
        const Variants variants(estimate.model, estimate.model.find(quantity).value());
        return neutral_of(variants, estimate.model.find(factor).value());
    };
    CHECK(neutral(kLinks, "storage", "replication") == near(1));
    CHECK(neutral(kLinks, "storage", "headroom") == near(0));
    CHECK(neutral(std::string(kTwoObjects) + "replication: 2\n", "storage", "replication") ==
          near(1));  // read under the name of each object
    CHECK(neutral(kCodes, "key.space", "key.alphabet") == near(1));
    CHECK(neutral(kCodes, "key.space", "key.length") == near(NAN));
    CHECK(neutral(kLinks, "write_qps", "replication") == near(NAN));  // no part of it
    const std::string_view own = "define:\n  a: 5\n  b: 2\n  sum_of: a + b\n  less: a - b\n  minus: -a\n";
    CHECK(neutral(own, "sum_of", "a") == near(0));
    CHECK(neutral(own, "less", "b") == near(0));
    CHECK(neutral(own, "less", "a") == near(NAN));
    CHECK(neutral(own, "minus", "a") == near(NAN));
}

}  // namespace bote::test::slip_factors_test
