// The kind `sql` of src/model/kinds, worked out by hand.

#include <cmath>
#include <string>

#include "model/box.hpp"
#include "model/worked.hpp"
#include "project/catch.hpp"

namespace bote::test::sql_kind_test {
namespace {

// A server plans for 700 operations a second.
const std::string kSql = "kind: sql, iops: 1000/s, ";

}  // namespace

TEST_CASE("tables of objects have the copies of the tier, or say their own") {
    // 28 TB fill 40 TB, and a server has 4.
    const auto tables = [](const std::string& replication, const std::string& copies) {
        return "server.availability: 99%\nobjects:\n  tx: {existing: 28 billion, object_size: 1 KB" + replication +
               "}\n" + box("kind: sql, stores: tx" + copies);
    };
    const auto groups_of_two = std::pow(1 - 1e-4, 10);
    hold({
        {tables("", ""),
         {{"tx.replication", 2},
          {"tx.storage", 80e12},
          {"box.storage", 80e12},
          {"box.primaries", 10},
          {"box.machines", 20},
          {"box.utilization", 1},
          {"box.availability", groups_of_two}}},
        {tables(", replication: 3", ""),
         {{"box.storage", 120e12}, {"box.machines", 30}, {"box.replicas", 2}, {"box.utilization", 1}}},
        {tables("", ", copies: 5"), {{"tx.replication", 5}, {"box.storage", 200e12}, {"box.machines", 50}}},
    });
}

TEST_CASE("each copy of a shard makes its writes, and the reads take what is left") {
    hold({
        // Three primaries would be full of writes. Of five, each copy makes 400 and answers 300.
        {box(kSql + "peak_load: 5k/s, write_load: 2k/s"),
         {{"box.read_load", 3e3},
          {"box.write_rps", 1e3},
          {"box.read_rps", 1e3},
          {"box.primaries", 5},
          {"box.replicas", 1},
          {"box.by_iops", 10},
          {"box.by_load", 10},
          {"box.servers", 10},
          {"box.spares", 0},
          {"box.machines", 10},
          {"box.utilization", 0.7}}},
        // A third of each for the writes, and of nine servers for the reads.
        {box(kSql + "peak_load: 5k/s, write_load: 2k/s, copies: 1"),
         {{"box.primaries", 6}, {"box.replicas", 1}, {"box.machines", 9}, {"box.utilization", 2.0 / 3}}},
        {box(kSql + "peak_load: 5k/s, write_load: 2k/s, copies: 1.5"), {{"box.machines", 10}}},
        // 2000 / 350 are six primaries, 8000 / 350 are 23 servers.
        {box(kSql + "peak_load: 10k/s, write_load: 2k/s"),
         {{"box.primaries", 6},
          {"box.replicas", 3},
          {"box.read_servers", 22},  // 8000 / (700 - 2000 / 6)
          {"box.read_replicas", 3},  // 22 / 6, and one of them is the primary
          {"box.machines", 23},
          {"box.utilization", 2.0 / 6 + 8.0 / 23}}},
        {box(kSql + "peak_load: 10k/s, write_load: 2k/s, spares: 2"), {{"box.machines", 25}}},
        // Where reads are most of it, more replicas of one primary: 100 + 6000 / 10 on each.
        {box(kSql + "peak_load: 6.1k/s, write_load: 100/s"),
         {{"box.primaries", 1}, {"box.replicas", 9}, {"box.machines", 10}, {"box.utilization", 0.7}}},
        // 2000 / 500 / 7 + 3000 / 4000 / 14 = 62.5%
        {box(kSql + "peak_load: 5k/s, write_load: 2k/s, write_rps: 500/s, read_rps: 4k/s"),
         {{"box.by_load", 12.5}, {"box.primaries", 7}, {"box.machines", 14}, {"box.utilization", 0.625}}},
        // 1400 on the one primary that is asked for, of 700
        {box(kSql + "peak_load: 1.4k/s, write_load: 1.4k/s, primaries: 1"), {{"box.utilization", 1.4}}},
        {box(kSql + "peak_load: 7k/s, write_load: 0/s, replicas: 1"),
         {{"box.machines", 2}, {"box.servers", 10}, {"box.utilization", 3.5}}},
    });
}

TEST_CASE("more writes than there are queries leave no reads") {
    hold({{box(kSql + "peak_load: 1k/s, write_load: 1.4k/s"),
           {{"box.read_load", 0}, {"box.primaries", 2}, {"box.machines", 4}}}});
}

TEST_CASE("one primary is left where the writes and the data are few") {
    // 700 writes a second are just what one plans for.
    hold({
        {box(kSql + "peak_load: 700/s, write_load: 700/s"),
         {{"box.primaries", 1}, {"box.read_replicas", 0}, {"box.machines", 2}}},
        {box(kSql + "peak_load: 701/s, write_load: 701/s"), {{"box.primaries", 2}, {"box.machines", 4}}},
        {box(kSql + "peak_load: 100/s, write_load: 0/s"), {{"box.primaries", 1}, {"box.replicas", 1}}},
        {box(kSql + "peak_load: 100/s, write_load: 0/s, copies: 1"), {{"box.replicas", 0}, {"box.machines", 1}}},
        // 100/s * 1 s on 32 cores that are 70% in use are 4.46 servers: a primary and four.
        {box(kSql + "peak_load: 100/s, write_load: 0/s, work: 1 s"), {{"box.machines", 5}, {"box.replicas", 4}}},
        {box(kSql + "peak_load: 100/s, write_load: 0/s, machines: 10"), {{"box.replicas", 9}}},
    });
}

TEST_CASE("more data than a disk holds is split into shards") {
    // 9 TB on 4 TB each.
    const std::string data = "disk_needed: 9 TB, ";
    hold({
        {box(kSql + data + "peak_load: 100/s, write_load: 70/s, copies: 3"),
         {{"box.copy_disk", 9e12},
          {"box.by_disk", 3 * 2.25},                 // of all copies
          {"box.by_load", (3 * 0.07 + 0.03) / 0.7},  // each copy makes its writes
          {"box.primaries", 3},
          {"box.servers", 7},
          {"box.machines", 9}}},
        {box(kSql + data + "peak_load: 100/s, write_load: 70/s, disk: 9 TB"), {{"box.primaries", 1}}},
    });
}

TEST_CASE("objects that live in a database say its writes, its reads and its disk") {
    // 7000 reads a second at the peak, of which a tenth misses the cache; 2100 writes; 7 days of data.
    const std::string objects =
        "objects:\n  row: {writes: 700/s, reads: 7000/s, hit_ratio: 90%, peak_factor: 3, retention: 7 days, "
        "object_size: 1 KB, headroom: 0%}\n";
    const double data = 700 * 1e3 * 7 * kDay;  // 423 GB
    hold({
        {objects + box(kSql + "stores: row"),
         {{"box.write_load", 2100},
          {"box.read_load", 2100},
          {"box.primaries", 5},  // (2100 + 2100 / 2) / 700
          {"box.machines", 10},
          {"box.by_iops", 9},  // 420 of the writes on each of ten, and 2100 reads
          {"box.copy_disk", data}}},
        {objects + box(kSql + "stores: row, disk_needed: 8 TB"),
         {{"box.copy_disk", 8e12 + data}, {"box.by_disk", 2 * (2 + data / 4e12)}}},
    });
    for (const std::string none : {"iops_needed", "throughput_needed", "by_throughput"})
        CHECK_FALSE(is_in(objects + box(kSql + "stores: row"), "box." + none));
}

TEST_CASE("each resource of a database may be the one that decides") {
    // Of 32 cores, 10 Gbps and 128 GB 70% each.
    const std::string queries = kSql + "peak_load: 1k/s, write_load: 70/s, ";
    hold({
        {box(queries + "rps: 100/s"), {{"box.by_load", 1000 / 70.0}, {"box.servers", 15}, {"box.machines", 15}}},
        {box(queries + "work: 1 s"), {{"box.by_load", 1000 / 22.4}, {"box.machines", 45}}},
        {box(queries + "response_size: 7 MB"), {{"box.by_load", 8}, {"box.machines", 8}}},
        {box(queries + "memory_needed: 896 GB"), {{"box.by_load", 20}, {"box.machines", 20}}},
        {box(queries + "connections: 1k, connections_needed: 14k"), {{"box.by_load", 20}, {"box.machines", 20}}},
        {box(queries + "latency: 1 s, workers: 100"), {{"box.by_load", 1000 / 70.0}, {"box.machines", 15}}},
        {"dau: 1.4M\n" + box(queries + "users: 100k"), {{"box.by_load", 20}, {"box.machines", 20}}},
    });
}

TEST_CASE("connections in use follow from the time of a query, and a pool from the cores") {
    hold({
        {box(kSql + "peak_load: 5k/s, query_time: 30 ms"), {{"box.busy_connections", 150}, {"box.pool", 65}}},
        {box(kSql + "peak_load: 5k/s, cores: 8"), {{"box.pool", 17}}},
    });
}

TEST_CASE("just where the writes ask for a second primary, neither servers nor machines become fewer") {
    // The writes are 4k of the 7k that one plans for, more than half of it: two primaries.
    hold({
        {box("kind: sql, peak_load: 40k/s, write_load: 4k/s"),
         {{"box.primaries", 2}, {"box.servers", 11}, {"box.machines", 11}}},
        {box("kind: sql, peak_load: 40k/s, write_load: 4k/s, primaries: 2"), {{"box.servers", 8}, {"box.machines", 8}}},
    });
    double before = 0;
    for (int writes = 100; writes <= 3000; writes += 100) {
        CAPTURE(writes);
        const auto estimate =
            estimate_of(box(kSql + "read_load: 5k/s, peak_load: 8k/s, write_load: " + std::to_string(writes) + "/s"));
        CHECK(value(estimate, "box.servers") >= before);
        CHECK(value(estimate, "box.machines") >= value(estimate, "box.servers"));
        before = value(estimate, "box.servers");
    }
}

}  // namespace bote::test::sql_kind_test
