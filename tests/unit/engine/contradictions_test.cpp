// Given values that exclude each other are named, whatever else is assumed. Values worked out by hand.

#include <string>
#include <vector>

#include "bote/views/check.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::contradictions_test {
namespace {

using Lines = std::vector<std::string>;

Lines lines_of(const Estimate& estimate) {
    Lines lines;
    for (const auto& finding : check_estimate(estimate).findings) {
        if (finding.kind == "contradiction") lines.push_back(finding.text);
    }
    return lines;
}

Lines lines_of(const std::string& yaml) { return lines_of(estimate_of(yaml)); }

/// 116/s are written and 1.16k/s read, 11.6 MB/s out; 183 TB are kept after five years.
const std::string kPosts = "dau: 10M\nwrites_per_user: 1/day\nreads_per_user: 10/day\nobject_size: 10 KB\n";

const std::string kTwo = R"(
dau: 10M
objects:
  post: {object_size: 1 KB, writes_per_user: 1/day, reads_per_user: 10/day}
  pic:  {object_size: 200 KB, writes_per_user: 0.1/day, reads_per_user: 5/day}
)";

}  // namespace

TEST_CASE("a disk smaller than the data that it has to hold is named") {
    CHECK(lines_of(kPosts + "storage: 80 TB\n") == Lines{"`storage`, 80 TB, is less than `data`, 183 TB"});
    CHECK(lines_of(kPosts + "replicated: 100 TB\n") == Lines{"`replicated`, 100 TB, is less than `data`, 183 TB"});
    CHECK(lines_of(kPosts + "hot_data: 300 TB\n") == Lines{"`data`, 183 TB, is less than `hot_data`, 300 TB"});
    CHECK(lines_of(kPosts + "storage: 800 TB\n").empty());
}

TEST_CASE("a peak below its own average is named") {
    CHECK(lines_of(kPosts + "peak_write_qps: 50/s\n") ==
          Lines{"`peak_write_qps`, 50/s, is less than `write_qps`, 116/s"});
    CHECK(lines_of(kPosts + "peak_ingress: 1 MB/s\n") ==
          Lines{"`peak_ingress`, 1 MB/s, is less than `ingress`, 1.16 MB/s"});
    CHECK(lines_of("tiers:\n  box: {load: 500/s, peak_load: 100/s}\n") ==
          Lines{"`box.peak_load`, 100/s, is less than `box.load`, 500/s"});
}

TEST_CASE("more from the CDN, or past the cache, than is read at all is named, and nothing turns negative") {
    const Estimate estimate = estimate_of(kPosts + "cdn_egress: 20 MB/s\n");
    CHECK(lines_of(estimate) == Lines{"`egress`, 11.6 MB/s, is less than `cdn_egress`, 20 MB/s"});
    CHECK(value(estimate, "cdn_share") == near(1));
    CHECK(value(estimate, "cache_memory") == near(0));
    CHECK(lines_of(kPosts + "database_read_qps: 5k/s\n") ==
          Lines{"`origin_read_qps`, 3.47k/s, is less than `database_read_qps`, 5k/s"});
}

TEST_CASE("fewer machines than the load needs are named") {
    CHECK(lines_of(kPosts + "database.machines: 10\n") ==
          Lines{"`database.machines`, 10, is less than `database.servers`, 196"});
    CHECK(lines_of("tiers:\n  idx: {memory_needed: 2 TB, memory: 64 GB, servers: 3}\n") ==
          Lines{"`idx.servers`, 3, is less than `idx.needed`, 44.643"});
    CHECK(lines_of(kPosts + "database.machines: 300\n").empty());
}

TEST_CASE("a total that the objects cannot add up to is named") {
    CHECK(lines_of("storage: 2 PB\n" + kTwo).empty());  // shared out
    CHECK(lines_of("storage: 5 TB\n" + kTwo + "  big: {storage: 10 TB}\n").size() == 1);
    CHECK(lines_of("storage: 5 TB\n" + kTwo + "  big: {storage: 10 TB}\n  event: {writes_per_user: 1/day}\n").size() ==
          1);
    CHECK(lines_of("peak_qps: 20k/s\ndau: 10M\nobjects:\n"
                   "  post: {writes_per_user: 1/day}\n"
                   "  pic:  {reads_per_user: 20/day, peak_factor: 10}\n") ==
          Lines{"`peak_qps` is given as 20k/s; `post.peak_qps` and `pic.peak_qps` add up to 24.1k/s"});
}

TEST_CASE("what a value itself decides does not contradict it") {
    CHECK(lines_of(kPosts + "busy_qps: 5k/s\n").empty());
    CHECK(lines_of(kPosts + "origin_egress: 2 MB/s\n").empty());
    CHECK(lines_of(kPosts + "items_read: 1 billion/day\n").empty());
    CHECK(lines_of("qps: 100/s\nbusy_qps: 50/s\n") == Lines{"`busy_qps`, 50/s, is less than `qps`, 100/s"});
}

TEST_CASE("data that is given says how many objects are kept") {
    CHECK(value(estimate_of(kPosts + "data: 50 TB\n"), "retained_objects") == near(5e9));
    CHECK(value(estimate_of(kTwo, options({"data=4 TB"})), "retained_objects") ==
          near(value(estimate_of(kTwo, options({"data=8 TB"})), "retained_objects") / 2));
}

TEST_CASE("a peak of all requests below their average is named, and a disk of a tier below its data") {
    CHECK(lines_of(kPosts + "peak_qps: 1/s\n") == Lines{"`peak_qps`, 1/s, is less than `qps`, 1.27k/s"});
    CHECK(lines_of("tiers:\n  box: {data: 10 TB, storage: 1 TB}\n") ==
          Lines{"`box.storage`, 1 TB, is less than `box.data`, 10 TB"});
    CHECK(lines_of("mau: 10M\nregistered_users: 5M\ndau: 1M\n") ==
          Lines{"`registered_users`, 5M, is less than `mau`, 10M"});
}

TEST_CASE("more servers for the load than there are machines are named") {
    CHECK(lines_of("writes: 1/s\nservers: 100\n") == Lines{"`machines`, 3, is less than `servers`, 100"});
    CHECK(lines_of("tiers:\n  pg: {kind: sql, peak_load: 100k/s, write_load: 30k/s, primaries: 1}\n") ==
          Lines{"`pg.primaries`, 1, is less than `pg.few_shards`, 5"});
    CHECK(lines_of("tiers:\n  pg: {kind: sql, peak_load: 100k/s, write_load: 2k/s, replicas: 1}\n") ==
          Lines{"`pg.replicas`, 1, is less than `pg.read_replicas`, 19"});
    CHECK(lines_of("tiers:\n  pg: {kind: sql, peak_load: 10k/s, write_load: 20k/s}\n") ==
          Lines{"`pg.peak_load`, 10k/s, is less than `pg.write_load`, 20k/s"});
    CHECK(lines_of("tiers:\n  pg: {kind: sql, peak_load: 100k/s, write_load: 2k/s, replicas: 25}\n").empty());
}

}  // namespace bote::test::contradictions_test
