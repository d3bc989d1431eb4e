// Slips of one subject: reads and writes, users, the cache, machines, growth, what is under way.

#include "practice/collect.hpp"
#include "practice/collected.hpp"
#include "practice/planted.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::slip_subjects_test {

TEST_CASE("a ratio is taken the wrong way round, and off by one only where it is small") {
    const Collected large(kLinks, "read_qps", collect_subjects);
    CHECK(large.ratio("the read:write ratio of 100:1 the wrong way round: there are more reads than writes") ==
          near(1e-4));
    CHECK(large.count(SlipKind::ratio_off_by_one) == 0);
    const Collected small(kSmallRatio, "read_qps", collect_subjects);
    REQUIRE(small.count(SlipKind::ratio_off_by_one) == 2);
    CHECK(small.ratio("4:1 for each write, not of all requests") == near(5 / 4.0));  // the first of both
    CHECK(small.collector.slips.back().ratio == near(3 / 4.0));
    const std::string five = "dau: 10M\nwrites_per_user: 3/day\nread_write_ratio: 5:1\nobject_size: 1 KB\n";
    CHECK(Collected(five, "read_qps", collect_subjects).count(SlipKind::ratio_off_by_one) == 2);
}

TEST_CASE("writes are multiplied by the ratio by mistake, but nothing that rests on the reads") {
    const std::string_view what = "multiplied by the read:write ratio of 100:1: writes are the smaller side";
    for (const auto* asked : {"write_qps", "new_data", "ingress"}) {
        CAPTURE(asked);
        CHECK(Collected(kLinks, asked, collect_subjects).ratio(what) == near(100));
        CHECK(Collected(kLinks, asked, collect_subjects).kind(what) == SlipKind::ratio_wrong_side);
    }
    for (const auto* asked : {"storage", "egress"})
        CHECK(Collected(kLinks, asked, collect_subjects).find(what) == nullptr);
}

TEST_CASE("one direction is taken for the other in bandwidth alone") {
    const Collected out(kThumbnails, "egress", collect_subjects);
    CHECK(out.ratio("took the writes a second for the reads a second") == near(2 / 40.0));
    CHECK(out.ratio("took the upload size for the read size") == near(5));  // 300 KB for 60 KB
    CHECK(out.kind("took the upload size for the read size") == SlipKind::request_for_response);
    const Collected in(kThumbnails, "ingress", collect_subjects);
    CHECK(in.ratio("took the reads a second for the writes a second") == near(20));
    CHECK(in.ratio("took the read size for the upload size") == near(1 / 5.0));
    CHECK(Collected(kThumbnails, "read_qps", collect_subjects).count(SlipKind::writes_for_reads) == 0);
}

TEST_CASE("the sender is counted among the recipients where there are few of them") {
    const auto ratio = [](const std::string& recipients) {
        return Collected("dau: 50M\nwrites_per_user: 40/day\nobject_size: 100 B\nrecipients: " + recipients + "\n",
                         "egress", collect_subjects)
            .ratio("counted the sender among the recipients");
    };
    CHECK(ratio("3") == near(4 / 3.0));
    CHECK(ratio("20") == near(21 / 20.0));
    CHECK(ratio("21") == near(NAN));
}

TEST_CASE("all users are taken for the daily ones, the monthly or the registered") {
    CHECK(Collected(kAccounts, "write_qps", collect_subjects).ratio("took the monthly users for the daily users") ==
          near(5));
    const std::string accounts = "registered_users: 800M\ndau: 100M\nwrites_per_user: 1/day\nobject_size: 1 KB\n";
    CHECK(Collected(accounts, "write_qps", collect_subjects).ratio("took the registered users for the daily users") ==
          near(8));
    CHECK(Collected(kLinks, "write_qps", collect_subjects).count(SlipKind::all_users_for_daily) == 0);
}

TEST_CASE("machines are rounded down, counted without spares, or by a resource that is not the scarcest") {
    const Collected machines(kPastes, "app.machines", collect_subjects);  // 105.3, rounded up and 2: 108
    CHECK(machines.ratio("rounded down where machines are whole") == near(107 / 108.0));
    CHECK(machines.ratio("left out the spare machines") == near(106 / 108.0));
    const Collected servers(kPages, "app.servers", collect_subjects);  // 35 by the network, 13.4 by requests
    CHECK(servers.find("left out the spare machines") == nullptr);
    CHECK(servers.ratio("rounded down where machines are whole") == near(34 / 35.0));
    REQUIRE(servers.count(SlipKind::wrong_resource) == 1);
    CHECK(servers.collector.slips.back().kind == SlipKind::wrong_resource);
    CHECK(servers.collector.slips.back().ratio == near(14 / 35.0));
    CHECK(Collected(kPages, "peak_qps", collect_subjects).count(SlipKind::wrong_resource) == 0);
    // Two servers to the point are rounded neither up nor down: 2k/s of 1k/s each.
    const std::string whole = "reads: 2k/s\npeak_factor: 1\nread_size: 1 B\napp.rps: 1k/s\napp.target: 100%\n";
    CHECK(Collected(whole, "app.servers", collect_subjects).count(SlipKind::not_rounded_up) == 0);
}

TEST_CASE("growth is added where it compounds, and a time divided by where it multiplies") {
    const Collected grown(kGrowing, "write_qps", collect_subjects);
    // 1 + 3 * 40% for 1.4^3
    CHECK(grown.ratio("added 40% a year instead of compounding it") == near(2.2 / 2.744));
    const Collected calls(kCalls, "concurrent_requests", collect_subjects);
    CHECK(calls.ratio("divided by the latency of 250 ms where one multiplies") == near(16));
    CHECK(calls.kind("divided by the latency of 250 ms where one multiplies") == SlipKind::littles_law);
    CHECK(Collected(kCalls, "write_qps", collect_subjects).count(SlipKind::littles_law) == 0);
}

TEST_CASE("a cache is sized on all data, or on the reads of another time than its own") {
    const Collected day(kPastes, "cache_memory", collect_cache);  // 130 GB of 65 GB a day for 7 years
    CHECK(day.ratio("sized it on all data, not on the hot part of what is read") == near(65e9 * 2555 / 130e9));
    CHECK(day.ratio("sized it on the reads of a year, not of 1 day") == near(365));
    CHECK(day.ratio("sized it on the reads of an hour, not of 1 day") == near(1 / 24.0));
    CHECK(day.find("sized it on the reads of a day, not of 1 day") == nullptr);
    CHECK(day.ratio("took the writes a second for the reads a second") == near(1 / 20.0));
    const Collected minutes("reads: 86.4M/day\nread_size: 1 KB\ncache_window: 10 min\n", "cache_memory", collect_cache);
    CHECK(minutes.ratio("sized it on the reads of a day, not of 10 min") == near(144));
    CHECK(minutes.ratio("sized it on the reads of an hour, not of 10 min") == near(6));
    CHECK(Collected(kPastes, "egress", collect_cache).collector.slips.empty());
    // Only the memory itself is sized on the data.
    CHECK(Collected(kLinks, "database_read_qps", collect_cache).count(SlipKind::cache_of_everything) == 0);
}

}  // namespace bote::test::slip_subjects_test
