// How busy a tier is, how long requests wait for it and how available it is, of src/model/52-tiers.model, row by row.

#include <cmath>
#include <string>

#include "model/box.hpp"
#include "model/worked.hpp"
#include "project/catch.hpp"

namespace bote::test::tier_use_test {

TEST_CASE("a tier is as busy as its most demanding resource, in full use, of the machines that are there") {
    hold({
        // 44.8k/s are 1.4 machines in full use, of 2 and 2 spares; 10 TB fill 2.5 disks of 5 machines.
        {box("peak_load: 44.8k/s"), {{"box.utilization", 1.4 / 4}, {"box.utilization_less_server", 1.4 / 3}}},
        {box("peak_load: 44.8k/s, disk_needed: 10 TB"),
         {{"box.machines", 5}, {"box.utilization", 0.5}, {"box.utilization_less_server", 1.4 / 4}}},
        {box("peak_load: 134.4k/s, disk_needed: 10 TB"), {{"box.machines", 8}, {"box.utilization", 4.2 / 8}}},
        // With 2 of 4 or 3 of 8 machines gone with their zone.
        {box("peak_load: 44.8k/s, zones: 2"), {{"box.utilization_less_zone", 1.4 / 2}}},
        {"zones: 3\n" + box("peak_load: 134.4k/s"), {{"box.machines", 8}, {"box.utilization_less_zone", 4.2 / 5}}},
    });
}

TEST_CASE("requests wait for a core or a worker as Erlang says") {
    for (const std::string is : {"work: 10 ms, cores: ", "latency: 10 ms, workers: "}) {
        const auto busy = [&](const std::string& count, const std::string& load) {
            return box("spares: 0, target: 100%, " + is + count + ", peak_load: " + load);
        };
        hold({
            // One that is half busy: half of the requests wait for the 20 ms that one gets free in.
            {busy("1", "50/s"),
             {{"box.machines", 1},
              {"box.utilization", 0.5},
              {"box.busy", 0.5},
              {"box.waiting_share", 0.5},
              {"box.wait", 0.01},
              {"box.wait_p95", 0.02 * std::log(0.5 / 0.05)}}},
            // Two that are half busy: C(2, 1) = 1 / (1 + 1 + 1).
            {busy("2", "100/s"),
             {{"box.busy", 0.5},
              {"box.waiting_share", 1 / 3.0},
              {"box.wait", 0.01 / 3},
              {"box.wait_p95", 0.01 * std::log(1 / 3.0 / 0.05)}}},
            // Two machines of one each, three quarters busy.
            {busy("1", "150/s"),
             {{"box.machines", 2}, {"box.busy", 0.75}, {"box.waiting_share", 0.75}, {"box.wait", 0.03}}},
            // No more than one of twenty waits at all.
            {busy("1", "4/s"), {{"box.waiting_share", 0.04}, {"box.wait", 0.04 * 0.01 / 0.96}, {"box.wait_p95", 0}}},
            {busy("1", "5/s"), {{"box.wait_p95", 0}}},
        });
    }
}

TEST_CASE("a tier without copies is up as long as enough of its machines are") {
    // 1.4 machines in full use: 2 of 3 at 90% each.
    hold({
        {"server.availability: 90%\n" + box("peak_load: 44.8k/s, spares: 1"),
         {{"box.machines", 3}, {"box.availability", 3 * 0.81 * 0.1 + 0.729}}},
        {"server.availability: 90%\n" + box("peak_load: 44.8k/s, spares: 0"), {{"box.availability", 0.81}}},
    });
}

TEST_CASE("a tier with copies is up as long as each group of them has one that is") {
    // Two copies of 10% each that are down.
    const std::string machine = "server.availability: 90%\n";
    const auto memory = [&](const std::string& settings) {
        return machine + box("memory: 100 GB, target: 100%, " + settings);
    };
    hold({
        {memory("copies: 2, memory_needed: 100 GB"), {{"box.machines", 2}, {"box.availability", 0.99}}},
        {memory("copies: 2, memory_needed: 200 GB"), {{"box.machines", 4}, {"box.availability", 0.99 * 0.99}}},
        // 7 / 3 are two groups, 8 / 3 three.
        {memory("copies: 3, memory_needed: 230 GB"), {{"box.machines", 7}, {"box.availability", std::pow(0.999, 2)}}},
        {memory("copies: 3, memory_needed: 260 GB"), {{"box.machines", 8}, {"box.availability", std::pow(0.999, 3)}}},
        {memory("copies: 1.5, memory_needed: 100 GB"), {{"box.machines", 2}, {"box.availability", 0.99}}},
        {memory("copies: 2.25, memory_needed: 90 GB"), {{"box.machines", 3}, {"box.availability", 0.99}}},
    });
}

TEST_CASE("objects that live in a tier are there as long as enough of their parts are") {
    // 4 TB of disk for each machine, none of it free: 1 MB/s for 100 days are 8.64 TB.
    const auto data = [](const std::string& rest) {
        return "server.availability: 90%\nheadroom: 0%\nobjects:\n"
               "  a: {writes: 1k/s, object_size: 1 KB, retention: " +
               rest + "}\n" + box("stores: a");
    };
    hold({
        {data("1 day, replication: 2"), {{"box.machines", 2}, {"box.availability", 0.99}}},
        // 17.28 TB on 5 machines are 2.5 groups, which is three; 20.736 TB on 6 as well; 13.824 TB on 4 are two.
        {data("100 days, replication: 2"), {{"box.machines", 5}, {"box.availability", std::pow(0.99, 3)}}},
        {data("80 days, replication: 2"), {{"box.machines", 4}, {"box.availability", std::pow(0.99, 2)}}},
        // 25.92 TB on 7 machines, in two groups of three.
        {data("100 days, replication: 3"), {{"box.machines", 7}, {"box.availability", std::pow(0.999, 2)}}},
        // Two of three parts.
        {data("1 day, erasure_coding: 2+1"),
         {{"box.machines", 3}, {"box.stored_copies", 3}, {"box.availability", 3 * 0.81 * 0.1 + 0.729}}},
    });
}

TEST_CASE("of objects with different redundancy in a tier each is there as often as its own copies allow") {
    // Three machines hold 3/4 of the bytes in three copies and 1/4 in one: a group each.
    const std::string two =
        "server.availability: 90%\nheadroom: 0%\nobjects:\n"
        "  a: {writes: 1k/s, object_size: 1 KB, retention: 1 day, replication: 3}\n"
        "  b: {writes: 1k/s, object_size: 1 KB, retention: 1 day, replication: 1}\n";
    const double both = 0.999 * 0.9;
    hold({
        {two, {{"a.data_availability", 0.999}, {"b.data_availability", 0.9}, {"database.availability", both}}},
        {two + box("stores: [a, b]"),
         {{"a.data_availability", 0.999}, {"b.data_availability", 0.9}, {"box.availability", both}}},
        {two + box("stores: a"), {{"box.availability", 0.999}, {"database.availability", 0.9}}},
        {two + box("stores: b"), {{"box.availability", 0.9}, {"database.availability", 0.999}}},
    });
}

TEST_CASE("the groups of an object are those of the machines of its tier") {
    // 1 TB/day, ten days of it twice: 20 TB on 5 machines of 4 TB, against 8 TB on 2 of those of the database.
    const std::string two =
        "server.availability: 90%\nheadroom: 0%\nobjects:\n"
        "  a: {writes: 1M/day, object_size: 1 MB, retention: 10 days, replication: 2}\n"
        "  b: {writes: 1M/day, object_size: 1 MB, retention: 4 days, replication: 2}\n";
    hold({
        {two + box("stores: a"),
         {{"box.machines", 5}, {"a.data_groups", 3}, {"b.data_groups", 1}, {"box.availability", std::pow(0.99, 3)}}},
    });
}

}  // namespace bote::test::tier_use_test
