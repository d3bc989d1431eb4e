// Every decision and note of the model just on this and just on that side of its limit, worked out by hand.

#include <algorithm>
#include <string>
#include <vector>

#include "bote/views/verdicts.hpp"
#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::thresholds_test {
namespace {

struct Limit {
    std::string rule;
    std::string rest;     // of the workload
    std::string without;  // lines with which it does not hold
    std::string with;     // and with which it does
};

bool holds(const std::string& rule, const std::string& yaml) {
    const auto decisions = compute_verdicts(estimate_of(yaml)).decisions;
    return std::any_of(decisions.begin(), decisions.end(),
                       [&](const Verdict& verdict) { return verdict.rule->name == rule && verdict.holds; });
}

void check_limits(const std::vector<Limit>& limits) {
    for (const auto& limit : limits) {
        CAPTURE(limit.rule, limit.rest, limit.without, limit.with);
        CHECK_FALSE(holds(limit.rule, limit.rest + limit.without));
        CHECK(holds(limit.rule, limit.rest + limit.with));
    }
}

bool notes(const std::string& says, const std::string& yaml) {
    const auto all = compute_verdicts(estimate_of(yaml)).notes;
    return std::any_of(all.begin(), all.end(), [&](const std::string& note) { return contains(note, says); });
}

}  // namespace

TEST_CASE("the decisions about the load hold from their limit on") {
    const std::string disks = "database: {iops: 1000/s, target: 50%}\n";  // 500/s are planned for
    check_limits({
        {"read_heavy", "writes: 100/s\n", "reads: 499/s\n", "reads: 500/s\n"},
        {"write_heavy", "writes: 100/s\n", "reads: 100/s\n", "reads: 99/s\n"},
        {"spikes", "writes: 100/s\n", "peak_factor: 3\n", "peak_factor: 3.04\n"},
        {"cache", disks + "peak_factor: 5\n", "reads: 100/s\n", "reads: 101/s\n"},
        // The default hit ratio of 80% leaves a fifth.
        {"read_replicas", disks + "peak_factor: 5\nobject_size: 1 KB\nexisting: 9\n", "reads: 500/s\n",
         "reads: 501/s\n"},
        {"write_shards", disks + "peak_factor: 5\nobject_size: 1 KB\n", "writes: 100/s\n", "writes: 101/s\n"},
        {"hot_object", "existing: 1\nobject_size: 1 KB\nzipf_exponent: 1\npeak_factor: 3\nreads: 100/s\n",
         "cache: {rps: 600/s, target: 50%}\n", "cache: {rps: 599/s, target: 50%}\n"},
        {"fan_out", "writes: 10/s\nfanout: 10\npeak_factor: 3\n", "cache: {rps: 600/s, target: 50%}\n",
         "cache: {rps: 599/s, target: 50%}\n"},
    });
}

TEST_CASE("the decisions about sizes hold from their limit on") {
    check_limits({
        {"cache_cluster", "reads: 1/s\nobject_size: 1 GB\nexisting: 100\ncache: {memory: 128 GB, target: 50%}\n",
         "cache_memory: 64 GB\n", "cache_memory: 65 GB\n"},
        // 1 MB a second in five years: 4 of them are older than a year, 126.144 TB.
        {"cold_tier", "writes: 1/s\nobject_size: 1 MB\nretention: 5 years\n", "database: {disk: 254 TB, target: 50%}\n",
         "database: {disk: 252 TB, target: 50%}\n"},
        {"partition",
         "writes: 1/s\nobject_size: 1 MB\nheadroom: 0%\nreplication: 1\ndatabase: {disk: 20 MB, target: "
         "50%}\n",
         "retention: 10 s\n", "retention: 11 s\n"},
        {"cdn", "app: {network: 800 Mbps, target: 50%}\nobject_size: 1 MB\npeak_factor: 5\nexisting: 9\n",
         "reads: 10/s\n", "reads: 10.1/s\n"},
        // One that is kept for a day beside those that are there.
        {"key_length", "object_size: 1 KB\nwrites: 1/day\nretention: 1 day\nkey: {alphabet: 10, length: 2}\n",
         "existing: 99\n", "existing: 100\n"},
    });
}

TEST_CASE("the decisions about failing machines hold from their limit on") {
    const std::string one = "app: {rps: 1000/s, target: 100%}\nserver.connections: 1M\npeak_factor: 1\n";
    check_limits({
        {"spare_machines", "writes: 1/s\n", "spares: 2\n", "spares: 1\n"},
        {"single_application", "writes: 1/s\n", "spares: 1\n", "spares: 0\n"},
        {"single_cache", "reads: 1/s\nobject_size: 1 KB\nexisting: 9\n", "spares: 1\n", "spares: 0\n"},
        {"single_copy", "writes: 1/s\nobject_size: 1 KB\n", "replication: 2\n", "replication: 1\n"},
        {"single_copy", "writes: 1/s\nobject_size: 1 KB\n", "erasure_coding: 8+1\n", "replication: 1\n"},
        {"server_down", one + "writes: 1000/s\n", "spares: 1\n", "spares: 0\n"},
        {"zone_down", one + "zones: 2\nwrites: 1000/s\n", "spares: 1\n", "spares: 0\n"},
    });
}

TEST_CASE("the decisions about a tier hold from their limit on") {
    const auto tier = [](const std::string& lines) { return "tiers:\n  box:\n" + lines; };
    check_limits({
        {"tier_memory", tier("    load: 1/s\n    memory: 128 GB\n    target: 50%\n"), "    memory_needed: 64 GB\n",
         "    memory_needed: 65 GB\n"},
        {"tier_primary",
         tier("    kind: sql\n    read_load: 1/s\n    peak_factor: 1\n    write_rps: 1000/s\n    target: "
              "50%\n    disk_needed: 1 GB\n"),
         "    write_load: 500/s\n", "    write_load: 501/s\n"},
        // A disk of 4 TB.
        {"tier_partition", tier("    kind: sql\n    read_load: 1/s\n    write_load: 1/s\n"), "    disk_needed: 4 TB\n",
         "    disk_needed: 4.01 TB\n"},
        {"single_tier", tier("    load: 1/s\n"), "    spares: 1\n", "    spares: 0\n"},
        {"tier_server_down", tier("    load: 1000/s\n    peak_factor: 1\n    rps: 1000/s\n    target: 100%\n"),
         "    spares: 1\n", "    spares: 0\n"},
        {"tier_zone_down",
         "zones: 2\n" + tier("    peak_factor: 1\n    rps: 1000/s\n    target: 100%\n    spares: 0\n"),
         "    load: 1000/s\n    copies: 2\n", "    load: 1001/s\n"},
    });
}

TEST_CASE("a note is made where an input is odd by more than rounding") {
    struct Row {
        std::string says;
        std::string without;
        std::string with;
    };
    const std::string read = "reads: 1/s\nobject_size: 1 MB\nexisting: 1M\n";  // 1 TB
    const Row rows[] = {
        {"the peak is below the average", "writes: 1/s\npeak_factor: 0.9995\n", "writes: 1/s\npeak_factor: 0.9985\n"},
        {"the cache is larger than the data", read + "cache_memory: 1.0005 TB\n", read + "cache_memory: 1.0015 TB\n"},
        {"a hit ratio of 100%", read + "hit_ratio: 99.97%\n", read + "hit_ratio: 99.99%\n"},
        {"a hit ratio of 100%", read + "hit_ratio: 100%\ncache_memory: 1 TB\n", read + "hit_ratio: 100%\n"},
        {"more than once a minute", "dau: 10\nwrites_per_user: 1440/day\n", "dau: 10\nwrites_per_user: 1441/day\n"},
        {"less than one request a day", "writes: 1/day\n", "writes: 0.99/day\n"},
        {"more daily than monthly users", "dau: 10\nmau: 10\n", "dau: 11\nmau: 10\n"},
        {"more daily users than accounts", "dau: 10\nregistered_users: 10\n", "dau: 11\nregistered_users: 10\n"},
        {"more users at the same time", "dau: 10\nconcurrent_users: 10\n", "dau: 10\nconcurrent_users: 11\n"},
        {"data is warm until", "writes: 1/s\nobject_size: 1 KB\nhot_age: 9 days\nwarm_age: 9 days\n",
         "writes: 1/s\nobject_size: 1 KB\nhot_age: 10 days\nwarm_age: 9 days\n"},
        {"data is warm until", "writes: 1/s\nobject_size: 1 KB\nretention: 5 days\nhot_age: 9 days\nwarm_age: 9 days\n",
         "writes: 1/s\nobject_size: 1 KB\nretention: 5 days\nhot_age: 10 days\nwarm_age: 9 days\n"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.says, row.without, row.with);
        CHECK_FALSE(notes(row.says, row.without));
        CHECK(notes(row.says, row.with));
    }
}

}  // namespace bote::test::thresholds_test
