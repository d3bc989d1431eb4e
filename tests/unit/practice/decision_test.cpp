// The question at the end: what do the numbers call for?

#include <cmath>

#include "bote/practice/problem.hpp"
#include "model/sample.hpp"
#include "practice/planted.hpp"
#include "practice/talk.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::decision_test {
namespace {

std::optional<DecisionPrompt> decide(std::string_view yaml, Topic topic = Topic::any) {
    return choose_decision(estimate_of(std::string(yaml)), topic);
}

}  // namespace

TEST_CASE("each topic has a question of its own, whose answer is what its rule says") {
    struct Row {
        Topic topic;
        std::string_view rule;
        bool yes;
        double margin;
    };
    // Writes 3.47k/s of 10k/s; 130.4 TB of 4 TB; 174 MB/s of 70% of 1.25 GB/s; 1 TB of 128 GB; 69.4k/s and 347k/s of
    // 10k/s; 100:1 of 5:1.
    const Row rows[] = {{Topic::traffic, "write_shards", true, 10e3 / (3 * 100e6 / 86'400)},
                        {Topic::storage, "partition", false, 91.25e12 / 0.7 / 4e12},
                        {Topic::network, "cdn", true, 0.7 * 1.25e9 / (3 * 100e8 / 86'400 * 500)},
                        {Topic::cache, "cache_cluster", false, 1e12 / 128e9},
                        {Topic::servers, "read_replicas", false, 0.2 * 3 * 100e8 / 86'400 / 10e3},
                        {Topic::tiers, "cache", true, 3 * 100e8 / 86'400 / 10e3}};
    for (const Row& row : rows) {
        CAPTURE(row.rule);
        const auto decision = decide(kLinks, row.topic);
        REQUIRE(decision);
        CHECK(decision->rule == row.rule);
        CHECK(decision->yes == row.yes);
        CHECK(decision->margin == near(row.margin, 1e-9));
        CHECK_FALSE(contains(decision->text, "{"));
        CHECK_FALSE(decision->because.empty());
    }
}

TEST_CASE("what one machine can do stands in the question, what the numbers come to behind the answer") {
    const auto storage = decide(kLinks, Topic::storage);
    CHECK(storage->text == "Does one server's disk (4 TB) hold a copy of the data with its free space?");
    CHECK(storage->because == "130 TB > 4 TB");
    const auto cache = decide(kLinks, Topic::cache);
    CHECK(cache->text == "Does one server's memory (128 GB) hold the cache?");
    // A tenth of the users: 100 GB fit.
    const auto small =
        decide("dau: 10M\nwrites_per_user: 1/day\nread_write_ratio: 100:1\nobject_size: 500 B\n", Topic::cache);
    CHECK(small->yes);
    CHECK(small->because == "100 GB <= 128 GB");
}

TEST_CASE("without a topic, or where that has none, the question nearest to where it flips is asked") {
    // Of the margins above that of the writes is the least.
    const auto any = decide(kLinks);
    REQUIRE(any);
    CHECK(any->rule == "write_shards");
    // 20:1 is 4 times 5:1, and nothing else is nearer.
    const auto heavy = decide("writes: 1/s\nreads: 20/s\nobject_size: 100 B\nretention: 1 day\n");
    REQUIRE(heavy);
    CHECK(heavy->rule == "read_heavy");
    CHECK(heavy->yes);
    CHECK(heavy->margin == near(4));
    CHECK(decide(kLinks, Topic::keys)->rule == "write_shards");  // nothing is said of keys
}

TEST_CASE("a question within a quarter of where it flips is not asked") {
    const auto fits = [](const std::string& disk) {
        const auto decision = decide(std::string(kLinks) + "database.disk: " + disk + "\n", Topic::storage);
        return decision && decision->rule == "partition";
    };
    // 130.36 TB: 1.24 and 1.26 times more, 1.24 and 1.26 times less
    CHECK_FALSE(fits("105.1 TB"));
    CHECK(fits("103.4 TB"));
    CHECK_FALSE(fits("161.6 TB"));
    CHECK(fits("164.3 TB"));
    CHECK_FALSE(decide("define:\n  own: 3\n"));
}

TEST_CASE("the nearer of two limits decides how clear a yes is, the farther one of a no") {
    // 694 writes a second at the peak: 14.4 times below 10k/s.
    const auto writes = [](const std::string& size) {
        return decide("dau: 10M\nwrites_per_user: 2/day\nobject_size: " + size + "\n", Topic::traffic);
    };
    // 20 KB each: 13.9 MB/s, 90 times below 1.25 GB/s: the disks are nearer.
    CHECK(writes("20 KB")->yes);
    CHECK(writes("20 KB")->margin == near(14.4));
    // 300 KB each: 208 MB/s, 6 times below.
    CHECK(writes("300 KB")->yes);
    CHECK(writes("300 KB")->margin == near(6));
    // 3.6 MB each: 2.5 GB/s, twice too much.
    CHECK_FALSE(writes("3.6 MB")->yes);
    CHECK(writes("3.6 MB")->margin == near(2));
    CHECK(writes("3.6 MB")->because == "20 Gbps > 10 Gbps");
    // 100k/s at the peak of 1 KB each: ten times too many for the disks, though the network has room for them.
    const auto many = decide("writes: 100k/s\npeak_factor: 1\nobject_size: 1 KB\n", Topic::traffic);
    CHECK_FALSE(many->yes);
    CHECK(many->margin == near(10));
    CHECK(many->because == "100k/s > 10k/s");
    // 1.9 MB each: 1.06 times too much, which is no clear question of the writes.
    const auto close = writes("1.9 MB");
    CHECK((!close || close->rule != "write_shards"));
}

}  // namespace bote::test::decision_test
