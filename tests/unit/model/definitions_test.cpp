// The definitions of the `.model` files, with values worked out by hand: small workloads with round numbers.

#include <cmath>
#include <string>
#include <vector>

#include "model/sample.hpp"
#include "model/worked.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::definitions_test {
TEST_CASE("traffic comes from accounts, from shares of the users, from devices and from sessions") {
    hold({
        {"mau: 200M\ndau: 100M\n", {{"daily_share", 0.5}}},
        {"registered_users: 500M\nactive_share: 20%\n", {{"dau", 100e6}}},
        {"registered_users: 1 billion\ndau: 200M\n", {{"active_accounts", 0.2}}},
        {"dau: 100M\nwriter_share: 10%\nwrites_per_user: 2/day\nreader_share: 50%\nreads_per_user: 4/day\n",
         {{"writes", 20e6 / kDay}, {"reads", 200e6 / kDay}, {"reads_per_write", 10}, {"actions_per_user", 2.2 / kDay}}},
        {"devices: 1M\ninterval: 10 s\n", {{"writes", 100e3}}},
        {"dau: 100M\nconcurrent_share: 3%\ninterval: 30 s\n", {{"concurrent_users", 3e6}, {"writes", 100e3}}},
        // 1000 users/s if each came once a day; ten visits of 300 s: 1000 * 10 * 300.
        {"dau: 86.4M\nsessions_per_user: 10/day\nsession_length: 5 min\n", {{"concurrent_users", 3e6}}},
        // Little: 1000/s * 0.2 s; the peak is 3 times that.
        {"writes: 1000/s\nlatency: 200 ms\n", {{"concurrent_requests", 200}, {"peak_concurrent_requests", 600}}},
    });
}

TEST_CASE("authors with many followers are pulled, the others pushed") {
    hold({
        // Pareto with exponent 2 and mean 200 begins at 100. Above 10,000: (100 / 10,000)^2 of the authors with
        // (100 / 10,000)^1 of the followers.
        {"writes: 1000/s\nobject_size: 1 KB\nfanout: 200\nfollower_exponent: 2\npush_limit: 10000\n",
         {{"least_fanout", 100},
          {"pushed_share", 0.99},
          {"deliveries", 198e3},
          {"peak_deliveries", 594e3},
          {"pulled_writes", 0.1},
          {"internal_traffic", 198e6}}},
        // Exponent 3 and mean 150 begins at 100: (100 / 1000)^2 and (100 / 1000)^3.
        {"writes: 1000/s\nfanout: 150\nfollower_exponent: 3\npush_limit: 1000\n",
         {{"pushed_share", 0.99}, {"pulled_writes", 1}}},
        // A limit below the smallest author: all are pulled.
        {"writes: 1000/s\nfanout: 200\nfollower_exponent: 2\npush_limit: 50\n",
         {{"pushed_share", 0}, {"deliveries", 0}, {"pulled_writes", 1000}}},
        {"writes: 1000/s\nfanout: 200\n", {{"pushed_share", 1}, {"deliveries", 200e3}}},
    });
}

TEST_CASE("an object has the size of its playing time, and what is made from it is stored but not sent") {
    hold({
        {"writes: 1/s\nduration: 10 min\nbitrate: 8 Mbps\n", {{"object_size", 600e6}}},  // 600 s * 1 MB/s
        // (1 MB + 0.5 MB) * 1.1 / 2
        {"writes: 1/s\nobject_size: 1 MB\nderived_size: 500 KB\nindex_overhead: 10%\ncompression: 2\n",
         {{"stored_size", 0.825e6}, {"new_data", 0.825e6}, {"ingress", 1e6}, {"written", 1e6}}},
    });
}

TEST_CASE("erasure coding stands in for copies") {
    const std::string rest = "writes: 1 GB/day / object_size\nobject_size: 1 MB\nretention: 100 days\nheadroom: 50%\n";
    hold({
        {rest + "erasure_coding: 8+4\n",
         {{"erasure_coding", 1.5}, {"replication", 1.5}, {"storage", 300e9}, {"replicated", 150e9}}},
        // Each of the twelve parts stands on a server of its own, whatever the sizes are.
        {rest + "erasure_coding: 8+4\nmetadata_size: 7 B\n", {{"database.copies", 12}, {"database.machines", 12}}},
        {rest + "erasure_coding: 8+4\nexisting: 3\nindex_overhead: 13%\n", {{"database.copies", 12}}},
        {rest + "erasure_coding: 10+2\n", {{"replication", 1.2}, {"storage", 240e9}, {"database.copies", 12}}},
        {rest + "erasure_coding: 1+1\n", {{"replication", 2}, {"storage", 400e9}, {"database.copies", 2}}},
    });
}

TEST_CASE("what an object does not say of itself is not taken off the others") {
    hold({
        // 1000 GB at 2 cents; 50 of 100 GB at 2 cents, the older 50 at one.
        {"price: {storage: $0.02/GB/month, cold: $0.01/GB/month}\nobjects:\n"
         "  big: {existing: 1000, object_size: 1 GB}\n"
         "  small: {writes: 1/day, object_size: 1 GB, retention: 100 days, hot_age: 50 days}\n",
         {{"cost.storage", 21.5 / kBill}}},
        // 100 MB/s without a CDN, and a fifth of 100 KB/s.
        {"price.egress: $0.09/GB\nobjects:\n  video: {reads: 100/s, object_size: 1 MB}\n"
         "  icon: {reads: 100/s, object_size: 1 KB, cdn_share: 80%}\n",
         {{"origin_egress", 100.02e6}, {"cost.egress", 100.1e6 * kMonth * 0.09e-9 / kBill}}},
    });
}

TEST_CASE("what a CDN answers keeps no server busy") {
    hold({
        {"reads: 1000/s\nlatency: 100 ms\npeak_factor: 3\ncdn_share: 90%\n",
         {{"concurrent_requests", 10}, {"peak_concurrent_requests", 30}}},
        {"reads: 1000/s\nlatency: 100 ms\npeak_factor: 3\n",
         {{"concurrent_requests", 100}, {"peak_concurrent_requests", 300}}},
        // The only object there is gets all reads.
        {"reads: 1000/s\nexisting: 1\nobject_size: 1 KB\nzipf_exponent: 1.2\ncdn_share: 90%\n", {{"hottest_qps", 300}}},
    });
}

TEST_CASE("what is older than a year is counted with the growth until then") {
    const double rate = 1e6;  // bytes a second at launch
    hold({
        // The first of two years with a doubling each: the integral of 2^t.
        {"writes: 1/s\nobject_size: 1 MB\nretention: 5 years\ngrowth: 100%\nhorizon: 2 years\n",
         {{"old_data", rate * kYear / std::log(2)}}},
        {"writes: 1/s\nobject_size: 1 MB\nretention: 5 years\n", {{"old_data", rate * 4 * kYear}}},
        {"writes: 1/s\nobject_size: 1 MB\nretention: 8 months\n", {{"old_data", 0}}},
    });
}

TEST_CASE("users grow as the traffic does") {
    const std::string rest = "dau: 1M\nconcurrent_share: 10%\nwrites_per_user: 1/day\n";
    hold({
        // 100,000 at launch, eight times as many three years later: 800,000 / (1000 * 70%)
        {rest + "growth: 100%\nhorizon: 3 years\n", {{"concurrent_users", 100e3}, {"app.servers", 1143}}},
        {rest, {{"app.servers", 143}}},
        {rest + "growth: 100%\nhorizon: 3 years\nprice.server: $1000/month\n",
         {{"cost", 1145e3 / kBill}, {"cost.per_1000_users", 1145e3 / 8000 / kBill}}},
    });
}

TEST_CASE("erasure coding survives as many failures as it has parity parts") {
    const std::string rest =
        "writes: 1/s\nreads: 0/s\nobject_size: 1 MB\nretention: 1 day\nserver.disk_failures: 10%\n"
        "server.availability: 90%\n";
    hold({
        // 2 of 3: 0.9^3 + 3 * 0.9^2 * 0.1
        {rest + "erasure_coding: 2+1\n", {{"durability", 0.972}, {"database.availability", 0.972}}},
        // 2 of 4: 0.972 as above, and the fourth with 2 of 3 gone: 0.9^4 + 4 * 0.9^3 * 0.1 + 6 * 0.9^2 * 0.1^2
        {rest + "erasure_coding: 2+2\n", {{"durability", 0.9963}, {"database.availability", 0.9963}}},
        {rest + "replication: 3\n", {{"durability", 0.999}, {"database.availability", 0.999}}},
        // Three writes reach three parts each.
        {rest + "peak_factor: 3\nerasure_coding: 2+1\n", {{"database_write_qps", 9}}},
    });
}

TEST_CASE("objects may be kept in different ways") {
    hold({
        // Three copies of one, twelve parts of the other.
        {"objects:\n  a: {writes: 1/s, object_size: 1 MB, replication: 3}\n"
         "  b: {writes: 1/s, object_size: 1 MB, erasure_coding: 8+4}\n",
         {{"a.replication", 3}, {"b.replication", 1.5}, {"database.copies", 12}}},
    });
}

TEST_CASE("data is hot, then warm, then cold") {
    const std::string rest = "writes: 1 GB/day / object_size\nobject_size: 1 MB\nheadroom: 50%\n";
    hold({
        // 3650 days of a gigabyte each.
        {rest + "retention: 10 years\nhot_age: 30 days\n",
         {{"hot_data", 30e9},
          {"cold_data", 3620e9},
          {"hot_storage", 180e9},
          {"cold_storage", 21'720e9},
          {"storage", 21'900e9}}},
        // 30, then up to 365, then the rest; 3, 2 and 1.5 copies: 90 + 670 + 4927.5 GB.
        {rest + "retention: 10 years\nhot_age: 30 days\nwarm_age: 1 year\nhot_replication: 3\nwarm_replication: 2\n"
                "cold_replication: 1.5\n",
         {{"hot_data", 30e9},
          {"warm_data", 335e9},
          {"cold_data", 3285e9},
          {"hot_storage", 180e9},
          {"warm_storage", 1340e9},
          {"cold_storage", 9855e9},
          {"replicated", 5687.5e9},
          {"storage", 11'375e9}}},
        // All of it is hot where it is kept for less long; what exists from the start is cold.
        {rest + "retention: 10 days\nhot_age: 1 year\nexisting: 1M\n",
         {{"hot_data", 10e9}, {"cold_data", 1e12}, {"data", 1.01e12}}},
        // Nothing is left to be cold where the warm age is all of the retention.
        {rest + "retention: 1 year\nhot_age: 17 days\nwarm_age: 1 year\n", {{"warm_data", 348e9}, {"cold_data", 0}}},
        // Doubling each year: in the last of two years 2 / ln 2 launch years, in both 3 / ln 2.
        {rest + "retention: 5 years\nhot_age: 1 year\ngrowth: 100%\nhorizon: 2 years\n",
         {{"hot_data", 365e9 * 2 / std::log(2.0)}, {"cold_data", 365e9 / std::log(2.0)}}},
        // The same, with half a year hot: 2^2 - 2^1.5.
        {rest + "hot_age: 6 months\nwarm_age: 1 year\ngrowth: 100%\nhorizon: 2 years\n"
                "conventions: {month: 30 days, year: 12 months}\n",
         {{"hot_data", 360e9 * (4 - std::sqrt(8.0)) / std::log(2.0)},
          {"warm_data", 360e9 * (std::sqrt(8.0) - 2) / std::log(2.0)},
          {"cold_data", 360e9 / std::log(2.0)}}},
    });
}

TEST_CASE("a CDN takes its share of the reads away from the own servers") {
    hold({
        // 1000 reads a second of 1 MB, 100 writes, peak 3.
        {"reads: 1000/s\nwrites: 100/s\nobject_size: 1 MB\ncdn_share: 80%\n",
         {{"cdn_egress", 800e6},
          {"origin_egress", 200e6},
          {"origin_read_qps", 600},
          {"served_qps", 900},
          {"peak_origin_egress", 600e6},
          {"database_read_qps", 120},
          {"app.by_network", 600 / 875.0}}},  // of 10 Gbps, 70% planned for
        {"reads: 1000/s\nobject_size: 1 MB\ncdn_share: 100%\n",
         {{"origin_read_qps", 0}, {"origin_egress", 0}, {"cache_memory", 0}, {"database_read_qps", 0}}},
        // Little: 3000 begun in the busiest second, 600 s each.
        {"reads: 1000/s\nduration: 10 min\n", {{"streams", 1.8e6}}},
    });
}

TEST_CASE("memory holds objects as a whole, a share of the data, or the youngest") {
    const std::string stream = "writes: 30 GB/day / object_size\nobject_size: 1 KB\nretention: 100 days\n";
    hold({
        {"resident_objects: 1M\nobject_size: 1 KB\nmemory_overhead: 50%\n", {{"cache_memory", 1.5e9}}},
        {"resident_objects: 1M\nresident_size: 2 KB\n", {{"cache_memory", 2e9}}},
        {stream + "cached_share: 10%\n", {{"cache_memory", 300e9}}},
        {stream + "cached_age: 3 days\n", {{"cache_memory", 90e9}}},
        {stream + "cached_age: 3 days\ncached_share: 50%\nmemory_overhead: 20%\n", {{"cache_memory", 54e9}}},
        {stream + "cached_age: 200 days\n", {{"cache_memory", 3000e9}}},  // never more than there is
    });
}

TEST_CASE("with four objects by Zipf's law the first is asked for 12 times of 25") {
    // 1 + 1/2 + 1/3 + 1/4 = 25/12; the first two 18/12. Two objects fit the cache: 1/s * 4 s * 50% * 1 KB.
    // On disk 4 KB / 70% are two parts of 3 KB; a peak of 3 reads a second.
    hold(
        {{"reads: 1/s\nexisting: 4\nobject_size: 1 KB\nzipf_exponent: 1\nhot_fraction: 50%\ncache_window: 4 s\n"
          "server.disk: 3 KB\n",
          {{"hot_share", 18.0 / 25},
           {"hottest_share", 12.0 / 25},
           {"hottest_qps", 36.0 / 25},
           {"cache_memory", 2e3},
           {"hit_ratio", 18.0 / 25},
           {"database_read_qps", 21.0 / 25},
           {"database.shards", 2},
           {"hottest_shard_qps", 3 * (0.48 + 0.52 / 2)},
           {"database.shard_qps", 21.0 / 50}}}});
}

TEST_CASE("application servers are counted by users, workers and memory too") {
    hold({
        {"dau: 100M\napp: {users: 8000, target: 100%}\n", {{"app.by_users", 12'500}, {"app.servers", 12'500}}},
        // 3000/s * 0.2 s = 600 at the peak, on 100 workers of which 60% are planned for.
        {"writes: 1000/s\nlatency: 200 ms\napp: {workers: 100, target: 60%}\n", {{"app.by_workers", 10}}},
        // 1M * 10 KB + 600 * 1 MB of 128 GB * 70%.
        {"writes: 1000/s\nlatency: 200 ms\nconcurrent_users: 1M\napp: {connection_memory: 10 KB, request_memory: 1 "
         "MB}\n",
         {{"app.working_memory", 10.6e9}, {"app.by_memory", 10.6 / 89.6}, {"app.by_connections", 1e6 / 700}}},
        {"writes: 1000/s\nserver.request_time: 20 ms\n", {{"server.rps", 1600}, {"app.by_requests", 3000 / 1120.0}}},
        {"writes: 10/s\nobject_size: 1 MB\nretention: 1 year\ndatabase.spares: 4\n",
         // 10 MB/s a year is 315.36 TB, 450.5 TB with headroom: 113 parts, 338 servers for three copies.
         {{"data", 315.36e12}, {"database.shards", 113}, {"database.servers", 338}, {"database.machines", 342}}},
        // One small object, three copies: each on a server of its own.
        {"writes: 1/day\nobject_size: 1 KB\n",
         {{"database.servers", 1}, {"database.copies", 3}, {"database.machines", 3}}},
    });
}

TEST_CASE("a managed store counts begun units") {
    hold({{"writes: 10/s\nobject_size: 1500 B\nwrite_unit: 1 KB\n", {{"write_units", 20}}},
          {"writes: 10/s\nobject_size: 1 KB\nwrite_unit: 1 KB\n", {{"write_units", 10}}},
          {"reads: 10/s\nread_size: 9 KB\nread_unit: 4 KB\n", {{"read_units", 30}}}});
}

TEST_CASE("each kind of object has its own number of parts") {
    hold({{"objects:\n  a: {existing: 1M, object_size: 7 MB, headroom: 30%}\n  b: {existing: 1, object_size: 1 KB}\n",
           {{"a.shards", 3}, {"b.shards", 1}, {"database.shards", 3}}}});  // 10 TB on disks of 4 TB
}

TEST_CASE("machines are as busy as the load they are left with, and requests wait by Erlang's formula") {
    const std::string load = "writes: 1000/s\nserver.cores: 1\napp: {rps: 100/s, target: 50%}\n";
    const double needed = 60;  // 3000/s of 50/s each
    hold({
        {load + "spares: 0\n",
         {{"app.needed", needed},
          {"app.machines", 60},
          {"app.utilization", 0.5},
          {"app.utilization_less_server", 30 / 59.0},
          {"app.waiting_share", 0.5},                 // one core: its utilization
          {"app.wait", 0.01},                         // 0.5 * 10 ms / (1 - 0.5)
          {"app.wait_p95", std::log(10.0) * 0.02}}},  // ln(0.5 / 5%) * 10 ms / 0.5
        {load + "spares: 15\nzones: 3\n",
         {{"app.machines", 75}, {"app.utilization", 0.4}, {"app.utilization_less_zone", 0.6}}},
        {load + "spares: 0\nconcurrent_users: 6000\napp.connections: 10k\n", {{"app.connections_each", 100}}},
        // Nobody waits 95% of the time: the bound is zero, not below it.
        {load + "spares: 1140\n", {{"app.utilization", 0.025}, {"app.wait_p95", 0}}},
    });
}

TEST_CASE("keys are as many as their letters allow, and last until they are used up") {
    const double nodes = std::pow(64.0, 6);  // 68,719,476,736
    const std::string rest = "writes: 100/s\nobject_size: 1 KB\nretention: 1 year\nkey: {alphabet: 64, length: 6}\n";
    hold({
        {"writes: 100/s\nkey.length: 7\n", {{"key.space", 3'521'614'606'208.0}, {"key.lifetime", 35'216'146'062.08}}},
        {rest,
         {{"key.space", nodes},
          {"retained_objects", 3.1536e9},
          {"key.used_share", 3.1536e9 / nodes},
          {"key.needed_length", 6},  // 64^5 is 1.07 billion
          {"key.lifetime", nodes / 100},
          {"key.all_size", nodes * 6},
          {"key.kept_size", 3.1536e9 * 6}}},
        {rest + "existing: 8719476736\n", {{"key.lifetime", 600e6}}},  // 60 billion are left
        {rest + "existing: 99 billion\n", {{"key.lifetime", 0}}},      // too many already
        // Doubling each year: a year's worth of the first is brought when (2^t - 1) / ln 2 = 1.
        {"writes: 100/year\nkey: {alphabet: 10, length: 2}\ngrowth: 100%\nhorizon: 1 year\n",
         {{"key.lifetime", std::log2(1 + std::log(2.0)) * kYear}}},
    });
}

TEST_CASE("the shortest key is found where the number of objects is just a power of the letters") {
    const auto length = [](const std::string& objects) {
        return value(estimate_of("existing: " + objects + "\nobject_size: 1 B\nkey: {alphabet: 10, length: 4}\n"),
                     "key.needed_length");
    };
    CHECK(length("1") == 1);
    CHECK(length("9") == 1);
    CHECK(length("10") == 1);
    CHECK(length("11") == 2);
    CHECK(length("99") == 2);
    CHECK(length("100") == 2);
    CHECK(length("101") == 3);
    CHECK(length("1000") == 3);
    CHECK(length("1001") == 4);
}

TEST_CASE("what has a price is paid by the month") {
    const std::string bytes = "reads: 1000/s\nobject_size: 100 KB\n";  // 0.1 GB/s: 259,200 GB a month
    const std::string disks = "writes: 10/s\nobject_size: 1 MB\nretention: 1 year\n";
    const double stored = 315'360;  // GB of one copy
    hold({
        {bytes + "price.egress: $0.09/GB\n", {{"cost.egress", 23'328 / kBill}, {"cost", 23'328 / kBill}}},
        {bytes + "price: {egress: $0.09/GB, cdn: $0.05/GB}\ncdn_share: 80%\n",
         {{"cost.egress", (51'840 * 0.09 + 207'360 * 0.05) / kBill}}},
        {bytes + "price.egress: $0.10/GB\ncdn_share: 80%\n", {{"cost.egress", 25'920 / kBill}}},
        {bytes + "price.request: $0.40 / 1 million\n", {{"cost.requests", 2592 * 0.4 / kBill}}},
        {disks + "price.storage: $0.023/GB/month\n", {{"cost.storage", stored * 0.023 / kBill}}},
        // Three copies, 30% free.
        {disks + "price.disk: $0.10/GB/month\n", {{"cost.storage", stored / 0.7 * 3 * 0.1 / kBill}}},
        {disks + "price.database: $500/month\n", {{"cost.storage", 338 * 500 / kBill}}},
        {disks + "hot_age: 36.5 days\nprice: {hot: $0.10/GB/month, cold: $0.01/GB/month}\n",
         {{"cost.storage", (stored * 0.1 * 0.1 + stored * 0.9 * 0.01) / kBill}}},
        // 3000/s on 32k/s * 70%: one server and two spares.
        {"dau: 100k\nwrites: 1000/s\nprice.app: $100/month\nhorizon: 10 months\n",
         {{"cost.app", 300 / kBill},
          {"cost.to_horizon", 300 * 10 * kMonth / kBill},
          {"cost.per_1000_users", 3 / kBill},
          {"cost.per_million_requests", 300 / kBill / 1000 * 1e6}}},
        // One application server and one for the cache, each with two spares; one disk does the reads.
        {"reads: 1000/s\nobject_size: 1 B\nprice.server: $10/month\n",
         {{"cost.app", 30 / kBill}, {"cost.cache", 30 / kBill}, {"cost.storage", 10 / kBill}, {"cost", 70 / kBill}}},
    });
}

TEST_CASE("a system is up where all of its tiers are") {
    const double down = 0.001;
    const double two_of_five = 1 - (5 * std::pow(down, 4) * (1 - down) + std::pow(down, 5));
    hold({
        {"writes: 20k/s\nserver: {mtbf: 999 h, mttr: 1 h}\n",  // 60k/s on 22.4k/s: three servers and two spares, of
                                                               // which two carry it in full use
         {{"server.availability", 0.999}, {"app.availability", two_of_five}, {"availability", two_of_five}}},
        // One object in three copies; then 12 TB of data: two thirds of a disk each, so 18 servers in 6 groups of 3.
        {"existing: 1\nobject_size: 1 B\nserver.availability: 90%\n", {{"database.availability", 0.999}}},
        {"existing: 16.8M\nobject_size: 1 MB\nserver.availability: 90%\n",
         {{"database.servers", 18}, {"database.availability", std::pow(0.999, 6)}}},
        // One machine in four holds the only copy of one object, the rest one of three of the other.
        {"server.availability: 90%\nobjects:\n  a: {existing: 1, object_size: 1 B, replication: 1}\n"
         "  b: {existing: 1, object_size: 1 B, replication: 3}\n",
         {{"a.data_availability", 0.9}, {"b.data_availability", 0.999}, {"database.availability", 0.8991}}},
        {"writes: 1/s\nspares: 0\nserver.availability: 99.9%\ndependency_availability: 99.9%\n",
         {{"availability", 0.999 * 0.999}, {"downtime", (1 - 0.998001) * kYear}}},
        {"dependency_availability: 99.9%\n",
         {{"availability", 0.999}, {"downtime", 31'536}, {"downtime_month", 2592}, {"nines", 3}}},
        {"dependency_availability: 100%\n", {{"downtime", 0}}},
        // Whichever is given says the others, whatever the machines would make it.
        {"downtime: 365 h\nserver.availability: 99%\nwrites: 1/s\n",
         {{"availability", 1 - 1.0 / 24}, {"downtime_month", 30 * kDay / 24}, {"downtime_day", 3600}}},
        {"downtime_month: 432 min\n", {{"availability", 0.99}, {"nines", 2}}},
        {"downtime_day: 24 min\n", {{"availability", 1 - 1.0 / 60}}},
        {"nines: 4\nserver.availability: 99%\nwrites: 1/s\n", {{"availability", 0.9999}, {"downtime", 1e-4 * kYear}}},
        {"existing: 1\nobject_size: 1 B\nserver.disk_failures: 1%\n", {{"durability", 0.999999}}},
        {"existing: 1\nobject_size: 1 B\nserver.disk_failures: 1%\nreplication: 2\n", {{"durability", 0.9999}}},
        {"reads: 1/s\nobject_size: 1 B\nserver.availability: 90%\n", {{"cache.availability", 0.999}}},  // one of three
    });
    // As many as a number can tell from 100%.
    CHECK(value(estimate_of("dependency_availability: 100%\n"), "nines") == near(15, 1e-4));
}

TEST_CASE("a CDN answers reads, and pushes nothing to anybody") {
    const Estimate pushed = estimate_of("writes: 1M/s\nobject_size: 40 B\nrecipients: 200\ncdn_share: 90%\n");
    CHECK_FALSE(pushed.model.find("cdn_egress"));
    // 90% of 1000/s of 1 MB.
    hold({{"reads: 1000/s\nread_size: 1 MB\nwrites: 1/s\nobject_size: 1 MB\nrecipients: 5\ncdn_share: 90%\n",
           {{"cdn_egress", 900e6}}},
          {"egress: 1 GB/s\ncdn_share: 90%\n", {{"cdn_egress", 900e6}}},
          // More from the CDN than goes out leaves nothing to the own servers.
          {"reads: 10/s\nobject_size: 1 KB\ncdn_egress: 5 MB/s\n", {{"origin_egress", 0}}}});
}

TEST_CASE("the database is as busy as the busiest of its resources, of what is planned of it") {
    hold({
        // 3 * 3 * 11574/s on 11 disks of 10k/s, which the bytes hardly fill.
        {"writes: 1 billion/day\nobject_size: 100 B\nretention: 1 day\n",
         {{"database.machines", 11}, {"database.utilization", 9e9 / kDay / 11e4}}},
        // 8 TB in three copies on disks of which half is planned for.
        {"existing: 5.6M\nobject_size: 1 MB\ndatabase.target: 50%\n",
         {{"database.machines", 12}, {"database.utilization", 0.5}}},
    });
}

TEST_CASE("requests under way and streams say how often a second they are asked for") {
    hold({
        {"average_streams: 36M\nbitrate: 2 Mbps\nduration: 1 h\n",
         {{"read_qps", 10e3}, {"egress", 9e12}, {"streams", 108e6}}},
        {"streams: 36M\nbitrate: 2 Mbps\nduration: 1 h\n", {{"peak_read_qps", 10e3}, {"peak_egress", 9e12}}},
        {"concurrent_requests: 50\nlatency: 50 ms\n", {{"qps", 1000}}},
        {"concurrent_requests: 50\nqps: 500/s\n", {{"latency", 0.1}}},
    });
}

TEST_CASE("a peak of the writes or the reads says the peak factor, as that of all requests does") {
    hold({
        {"write_qps: 4k/s\npeak_write_qps: 10k/s\nread_qps: 8k/s\n", {{"peak_factor", 2.5}, {"peak_read_qps", 20e3}}},
        {"read_qps: 4k/s\npeak_read_qps: 10k/s\n", {{"peak_factor", 2.5}}},
        {"peak_write_qps: 9k/s\n", {{"peak_factor", 3}, {"write_qps", 3e3}}},
    });
}

TEST_CASE("the shortest key that holds all objects is told at its edge too") {
    for (const auto& [objects, length] :
         {std::pair{"62^7", 7}, {"62^7 + 1", 8}, {"62^5", 5}, {"62^6 + 1", 7}, {"1", 1}}) {
        CAPTURE(objects);
        hold({{std::string("key.length: 9\nobject_size: 1 KB\nexisting: ") + objects,
               {{"key.needed_length", static_cast<double>(length)}}}});
    }
}

TEST_CASE("new data is written as often as the hot class has copies") {
    // 1k/s, three times that at the peak, to each of the copies of what is new.
    const std::string classes =
        "writes: 1k/s\nobject_size: 1 KB\nretention: 1 year\nhot_age: 7 days\ncold_replication: 1\n";
    hold({
        {classes + "hot_replication: 2\n", {{"database_write_qps", 6000}, {"database_traffic", 6e6}}},
        {classes + "replication: 3\n", {{"database_write_qps", 9000}, {"database_traffic", 9e6}}},
    });
}

TEST_CASE("in a search index objects take the room of the index") {
    // A billion of 2 KB, three times that with the index, 30% free, two copies: 17.14 TB.
    hold(
        {{"objects: {doc: {existing: 1 billion, object_size: 2 KB}}\n"
          "tiers: {es: {kind: search_index, stores: doc, copies: 2, index_ratio: 3}}\n",
          {{"doc.data", 6e12}, {"storage", 12e12 / 0.7}, {"es.storage", 12e12 / 0.7}, {"es.source_size", 2e12}}}});
}

TEST_CASE("a bill given back has the same price of a request") {
    // $0.40 a million for requests, and 1 GB/s at $0.09/GB: $90 a million of 1000/s. A machine is $300 in a twelfth of
    // a year.
    const std::string bill =
        "write_qps: 1k/s\nobject_size: 1 MB\nread_qps: 0/s\nprice.ingress: $0.09/GB\nprice.request: $0.40/1 million\n";
    const double a_month = (90.4e-6 * 1000) * kMonth;
    hold({
        {bill, {{"cost", a_month / kBill}, {"cost.per_million_requests", 90.4}}},
        {bill + "cost: $" + std::to_string(a_month) + "/month\n", {{"cost.per_million_requests", 90.4}}},
    });
}

}  // namespace bote::test::definitions_test
