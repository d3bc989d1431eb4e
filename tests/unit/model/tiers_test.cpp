// Tiers that the file names: what each needs, worked out by hand.

#include <string>

#include "bote/model/find.hpp"
#include "model/sample.hpp"
#include "model/worked.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"
#include "views/tiers.hpp"

namespace bote::test::tiers_test {
namespace {

std::string tier(const std::string& settings) { return "tiers:\n  box: {" + settings + "}\n"; }

std::string bound_of(const std::string& yaml) {
    const auto bound = find_bottleneck(estimate_of(yaml), "box");
    return bound ? bound->resource : "nothing";
}

bool is_there(const std::string& yaml, const std::string& quantity) {
    return estimate_of(yaml).model.find(quantity).has_value();
}

}  // namespace

TEST_CASE("each resource of a tier asks for machines of its own") {
    hold({
        // 30k/s at the peak, of 50k/s * 70%.
        {tier("load: 10k/s, rps: 50k/s"),
         {{"box.peak_load", 30e3}, {"box.by_requests", 30.0 / 35}, {"box.servers", 1}, {"box.machines", 3}}},
        // 300k/s * 2 ms are 600 cores, of 32 * 70% each.
        {tier("load: 100k/s, work: 2 ms"), {{"box.by_cores", 600 / 22.4}, {"box.servers", 27}, {"box.machines", 29}}},
        {tier("load: 1k/s, request_size: 1 MB, response_size: 2 MB"),
         {{"box.peak_ingress", 3e9}, {"box.peak_egress", 6e9}, {"box.by_network", 6 / 0.875}, {"box.servers", 7}}},
        {tier("connections_needed: 1M, connections: 10k"), {{"box.by_connections", 1e6 / 7e3}, {"box.servers", 143}}},
        // Two copies of 1 TB, of 256 GB * 70%; the copies are the redundancy.
        {tier("memory_needed: 1 TB, memory: 256 GB, copies: 2"),
         {{"box.by_memory", 2000 / 179.2}, {"box.servers", 12}, {"box.machines", 12}}},
        {tier("iops_needed: 70k/s"), {{"box.by_iops", 10}, {"box.machines", 12}}},
        {tier("throughput_needed: 7 GB/s"), {{"box.by_throughput", 20}, {"box.machines", 22}}},
        // Of disk space the headroom says what stays free.
        {tier("disk_needed: 40 TB, spares: 1"), {{"box.by_disk", 10}, {"box.machines", 11}}},
    });
}

TEST_CASE("a tier keeps what comes in for a time, in copies") {
    // 1 MB/s * 7 days are 604.8 GB; with 30% free 864 GB, three times.
    hold({{tier("load: 1k/s, message: 1 KB, keeps: 7 days, copies: 3"),
           {{"box.data", 604.8e9},
            {"box.disk_needed", 864e9},
            {"box.storage", 2592e9},
            {"box.by_disk", 0.648},
            {"box.by_throughput", 9.0 / 350},
            {"box.machines", 3}}}});
}

TEST_CASE("the peak of a tier follows that of the workload, unless it is given") {
    hold({
        {"peak_factor: 5\nbusy_hours: 12 h\n" + tier("load: 1k/s"), {{"box.peak_load", 10e3}}},
        {tier("peak_load: 6k/s"), {{"box.load", 2e3}, {"box.by_requests", 6 / 22.4}}},
        {tier("load: 1k/s, peak_load: 9k/s"), {{"box.load", 1e3}, {"box.peak_load", 9e3}}},
        {tier("load: 1k/s, peak_factor: 2"), {{"box.peak_load", 2e3}}},
        {"busy_hours: 12 h\nobjects:\n  a: {writes: 3M/day}\n" + tier("load: 1k/s"), {{"box.peak_load", 6e3}}},
        {"peak_factor: 4\nobjects:\n  a: {writes: 3M/day}\n" + tier("load: 1k/s"), {{"box.peak_load", 4e3}}},
        // What other objects do says nothing about a load that is given.
        {"objects:\n  a: {writes: 3M/day, peak_factor: 5}\n" + tier("load: 4k/s"), {{"box.peak_load", 12e3}}},
    });
}

TEST_CASE("a load that is made of others has their peaks") {
    const std::string objects =
        "objects:\n  a: {writes: 86.4M/day, peak_factor: 7}\n  b: {writes: 86.4M/day, read_write_ratio: 2:1}\n";
    hold({
        {objects + tier("load: a.write_qps * 2"), {{"box.load", 2e3}, {"box.peak_load", 14e3}}},
        {objects + tier("load: a.write_qps + b.read_qps"), {{"box.load", 3e3}, {"box.peak_load", 13e3}}},
        {objects + "tiers:\n  one: {load: a.write_qps}\n  two: {load: one.load / 10}\n", {{"two.peak_load", 700}}},
        // A peak that the file gives, and what has none.
        {objects + tier("load: a.write_qps, peak_factor: 2"), {{"box.peak_load", 2e3}}},
        {objects + tier("load: a.writes"), {{"box.peak_load", 3e3}}},
    });
    const auto changed = estimate_of(objects + tier("load: a.write_qps"), options({"box.load=4k/s"}));
    CHECK(value(changed, "box.peak_load") == near(12e3));
}

TEST_CASE("what a tier does may be said any way round") {
    hold({
        {tier("ingress: 2 MB/s, request_size: 1 KB"), {{"box.load", 2e3}, {"box.peak_load", 6e3}}},
        {tier("load: 1k/s, ingress: 5 MB/s, response_size: 1 KB"), {{"box.request_size", 5e3}}},
        {tier("load: 1k/s, message: 1 KB, data: 864 GB"), {{"box.keeps", 10 * kDay}}},
        {tier("disk_needed: 10 TB, headroom: 20%, keeps: 10 days, request_size: 1 KB"),
         {{"box.data", 8e12}, {"box.load", 8e12 / (10 * kDay) / 1e3}}},
    });
}

TEST_CASE("workers that wait for others are kept busy for as long as a request takes") {
    // 300/s * 2 s are 600 requests under way, of 50 * 70% each; 18 machines and two spares.
    hold({{tier("load: 100/s, latency: 2 s, workers: 50"),
           {{"box.by_workers", 600 / 35.0}, {"box.machines", 20}, {"box.busy", 600 / 1000.0}}},
          {tier("load: 100/s, latency: 2 s, cores: 8"), {{"box.workers", 8}, {"box.by_workers", 600 / 5.6}}},
          {"dau: 10M\n" + tier("load: 1/s, users: 1M"), {{"box.by_users", 10 / 0.7}}},
          // One worker, half busy: it waits 1/2 * 10 ms / (1 - 1/2).
          {tier("peak_load: 50/s, latency: 10 ms, workers: 1, spares: 0, target: 100%"),
           {{"box.waiting_share", 0.5}, {"box.wait", 0.01}}}});
}

TEST_CASE("a tier is described by formulas of anything, and anything may be made of it") {
    hold(
        {{"dau: 1M\nobjects:\n  post: {writes: 1k/s, fanout: 200}\ntiers:\n"
          "  fan: {load: post.deliveries, work: 1 ms}\n"
          "  store: {load: fan.load / 2, rps: cores * 500/s}\n"
          "define:\n  boxes: fan.machines + store.machines\n",
          {{"fan.load", 200e3},
           {"fan.by_cores", 600 / 22.4},
           {"store.load", 100e3},
           {"store.rps", 16e3},
           {"store.by_requests", 300 / 11.2},
           {"boxes", 29 + 29}}}});
}

TEST_CASE("what a tier has left when all machines are up, and when some are down") {
    // 600 of 29 * 32 cores; of 28 * 32; and with three zones of 29 - 10 = 19 machines.
    hold({{"zones: 3\n" + tier("load: 100k/s, work: 2 ms"),
           {{"box.utilization", 600 / (29 * 32.0)},
            {"box.utilization_less_server", 600 / (28 * 32.0)},
            {"box.utilization_less_zone", 600 / (19 * 32.0)}}},
          // One core, half busy: C = 1/2, and it waits 1/2 * 10 ms / (1 - 1/2).
          {tier("peak_load: 50/s, work: 10 ms, cores: 1, spares: 0, target: 100%"),
           {{"box.machines", 1}, {"box.waiting_share", 0.5}, {"box.wait", 0.01}}}});
}

TEST_CASE("machines, cost and availability of the whole count all tiers") {
    const std::string yaml =
        "price.server: $100/month\nserver.availability: 99%\ntiers:\n  one: {load: 1k/s, spares: 1}\n"
        "  two: {memory_needed: 10 GB, copies: 2}\n";
    hold({{yaml,
           {{"servers", 2},
            {"machines", 4},
            {"one.cost", 200 / (365.0 / 12 * kDay)},
            {"one.availability", 0.9999},
            {"two.availability", 0.9999},
            {"availability", 0.9999 * 0.9999}}}});
}

TEST_CASE("a tier without any demand waits, and answers nothing") {
    CHECK_FALSE(is_there(tier("rps: 5k/s"), "box.machines"));
    CHECK_FALSE(is_there("dau: 1M\ntiers:\n  box:\n", "box.machines"));
    CHECK(is_there(tier("load: 1/s"), "box.machines"));
    const auto waiting = estimate_of("dau: 1M\ntiers:\n  box:\n  gate: {rps: 5k/s}\n").model.waiting;
    REQUIRE(waiting.size() == 3);
    CHECK(describe(waiting[0]) == "`dau` (for `writes_per_user`)");
    CHECK(describe(waiting[1]) == "`gate.rps` (for `gate.load`)");
    CHECK(describe(waiting[2]) == "`box` (for `box.load`)");
    CHECK_FALSE(is_there(tier("load: 1/s"), "box.by_memory"));
}

TEST_CASE("the resource that binds a tier is named") {
    CHECK(bound_of(tier("load: 100k/s, work: 2 ms")) == "cores");
    CHECK(bound_of(tier("load: 100k/s, memory_needed: 10 GB")) == "requests");
    CHECK(bound_of(tier("load: 1/s, memory_needed: 10 TB")) == "memory");
}

TEST_CASE("objects that live in a tier leave the database and the cache") {
    const std::string objects =
        "replication: 2\nheadroom: 0%\nretention: 100 days\nobjects:\n"
        "  image: {writes: 1M/day, object_size: 1 MB, reads: 86.4M/day}\n"
        "  order: {writes: 1M/day, object_size: 1 KB, reads: 86.4M/day}\n";
    // 1 MB * 1M * 100 * 2; the same of 1 KB; 3000 reads a second, of which the cache answers 80% of the orders alone.
    hold({{objects + "tiers:\n  blobs: {stores: image}\n",
           {{"blobs.storage", 200e12},
            {"blobs.by_disk", 50},
            {"blobs.by_iops", (3000 + 2 * 3e6 / kDay) / 7e3},
            {"blobs.peak_load", 3000 + 3e6 / kDay},
            {"blobs.peak_egress", 3e9},
            {"blobs.spares", 0},
            {"database.by_disk", 0.05},
            {"database.by_iops", (600 + 2 * 3e6 / kDay) / 10e3},
            {"cache_memory", 0.2 * 86.4e6 * 1e3},
            {"cache.by_requests", 0.03},
            {"data", 100e12 + 100e9}}}});
}

TEST_CASE("where objects live changes neither their data nor their sum") {
    const std::string objects =
        "objects:\n  a: {writes: 1M/day, object_size: 1 KB}\n  b: {writes: 3M/day, object_size: 2 KB}\n";
    const auto before = estimate_of(objects);
    for (const std::string stores : {"[a]", "[b]", "[a, b]"}) {
        CAPTURE(stores);
        const auto after = estimate_of(objects + "tiers:\n  box: {stores: " + stores + "}\n");
        for (const std::string quantity : {"data", "storage", "a.storage", "b.data"})
            CHECK(value(after, quantity) == value(before, quantity));
        CHECK(value(after, "box.storage") + value(after, "database.by_disk") * 4e12 ==
              near(value(before, "storage"), 1e-9));
    }
}

TEST_CASE("a tier that every workload has can be left out, or called otherwise") {
    const std::string objects = "objects:\n  a: {writes: 1M/day, reads: 86.4M/day, object_size: 1 KB}\n";
    // 3000 reads a second at the peak, none of which a cache answers.
    const auto without = estimate_of("cache: none\n" + objects);
    CHECK_FALSE(without.model.find("cache.machines"));
    CHECK(value(without, "database_read_qps") == near(3000, 1e-9));
    CHECK(value(without, "machines") == value(without, "app.machines") + value(without, "database.machines"));
    const auto named = estimate_of("database: Postgres\n" + objects);
    CHECK(value(named, "database.machines") == value(estimate_of(objects), "database.machines"));
    CHECK(all_tiers(named.model)[2].title == "Postgres");
}

TEST_CASE("a kind of tier has constants and rows of its own") {
    hold({
        // 100 MB/s in: two followers fetch as much again each, and two groups read it.
        {tier("kind: kafka, ingress: 100 MB/s, peak_factor: 1, consumer_groups: 2, keeps: 1 day, headroom: 0%"),
         {{"box.replication_traffic", 200e6},
          {"box.peak_egress", 200e6},
          {"box.by_network", 400 / 875.0},
          {"box.storage", 3 * 8.64e12},
          {"box.by_disk", 6.48},
          {"box.partitions", 10},
          {"box.machines", 7}}},
        {tier("kind: kafka, peak_load: 50k/s, consumer_work: 1 ms"), {{"box.consumers", 50}, {"box.partitions", 50}}},
        {tier("kind: redis, entries: 1M, entry_size: 30 B, copies: 2"),
         {{"box.memory_needed", 100e6}, {"box.by_memory", 0.2 / 89.6}, {"box.machines", 2}}},
        {"concurrent_users: 10M\n" + tier("kind: websocket"),
         {{"box.by_connections", 10e6 / 70e3}, {"box.servers", 143}}},
        {tier("kind: workers, load: 10/s, work: 60 s"), {{"box.busy_cores", 600}, {"box.by_cores", 1800 / 25.6}}},
        {tier("kind: workers, batch_jobs: 1M, deadline: 1000 s, work: 2 s"), {{"box.by_cores", 2000 / 25.6}}},
        {tier("kind: search_index, documents: 1 billion, document_size: 1 KB, headroom: 20%"),
         {{"box.index_size", 1.1e12}, {"box.shards", 37}, {"box.all_shards", 74}, {"box.storage", 2.75e12}}},
        // 1.1 * (4 * 128 + 8 * 16) * 1M: 671.39 MiB as published.
        {tier("kind: vector_index, vectors: 1M, dimensions: 128"), {{"box.memory_needed", 704e6}}},
    });
}

TEST_CASE("a language model is sized by the roofline") {
    // As in How To Scale Your Model: 26 GB of weights and 6.7 GB for each request over 8 * 820 GB/s.
    const auto estimate =
        estimate_of(tier("kind: llm, model: llama-2-13b, accelerator: v5e, gpus: 8, batch: 1, prompt_tokens: 8192"));
    CHECK(value(estimate, "box.kv_token") == near(819200, 1e-12));
    CHECK(value(estimate, "box.kv_request") == near(6.71e9, 1e-3));
    CHECK(value(estimate, "box.step_time") == near(4.98e-3, 3e-3));
    CHECK(value(estimate, "box.token_rate") == near(200.6, 3e-3));
    // int8 weights of 70 billion: 70 GB; 16 chips; 41.9 GB for a batch of 32.
    const auto large = estimate_of(tier(
        "kind: llm, model: llama-3-70b, accelerator: v5e, gpus: 16, batch: 32, prompt_tokens: 8192, weight_size: 1 B, "
        "kv_value_size: 1 B"));
    CHECK(value(large, "box.kv_token") == near(163840, 1e-12));
    CHECK(value(large, "box.weights") == near(70e9, 1e-12));
    CHECK(value(large, "box.kv_memory") == near(42.9e9, 2e-3));
    CHECK(value(large, "box.prefill_time") == near(0.91, 2e-3));
}

TEST_CASE("what is known by its name gives way to what the file says") {
    const auto estimate =
        estimate_of(tier("kind: llm, model: llama-3-8b, accelerator: h100, gpu_memory: 94 GB, prompt_tokens: 1000"));
    CHECK(value(estimate, "box.gpu_memory") == near(94e9, 1e-12));
    CHECK(value(estimate, "box.gpu_bandwidth") == near(3.35e12, 1e-12));
}

TEST_CASE("a tier that is renamed changes nothing but its name") {
    const std::string body = ": {kind: kafka, load: 30k/s, message: 1 KB}\n";
    const auto one = estimate_of("tiers:\n  alpha" + body);
    const auto other = estimate_of("tiers:\n  omega" + body);
    REQUIRE(one.values.quantities == other.values.quantities);
}

TEST_CASE("more of a demand never needs fewer machines") {
    struct Row {
        std::string before;
        std::string after;
    };
    const Row rows[] = {{"work: 2 ms, load: ", "/s"},
                        {"load: 100/s, work: ", " ms"},
                        {"load: 100/s, request_size: ", " MB"},
                        {"load: 100/s, connections_needed: ", ""},
                        {"copies: 2, memory_needed: ", " GB"},
                        {"kind: kafka, message: 1 KB, load: ", "/s"},
                        {"kind: redis, entry_size: 1 KB, entries: ", ""}};
    for (const auto& row : rows) {
        double last = 0;
        for (const double amount : {1.0, 10.0, 1e3, 1e5, 1e7, 1e9}) {
            const std::string yaml = tier(row.before + std::to_string(static_cast<long long>(amount)) + row.after);
            CAPTURE(yaml);
            const double machines = value(estimate_of(yaml), "box.machines");
            CHECK(machines >= last);
            last = machines;
        }
    }
}

}  // namespace bote::test::tiers_test
