// What a tier is asked for and what it needs, of src/model/52-tiers.model, row by row.

#include <string>

#include "model/box.hpp"
#include "model/worked.hpp"
#include "project/catch.hpp"

namespace bote::test::tier_rows_test {
namespace {

// 2500 requests a second at the peak; a quarter of 2000 reads misses the cache; 1 MB/s for 10 days are 864 GB.
const std::string kImages =
    "objects:\n  image: {writes: 100/s, reads: 400/s, object_size: 10 KB, peak_factor: 5, retention: 10 days, "
    "replication: 2, headroom: 50%, hit_ratio: 75%}\n";

}  // namespace

TEST_CASE("the peak factor of a tier is found out, made of its parts, or that of the workload") {
    const std::string objects =
        "objects:\n  a: {writes: 100/s, peak_factor: 5}\n  b: {writes: 300/s, peak_factor: 2}\n";
    hold({
        {box("load: 1k/s, peak_load: 9k/s"), {{"box.peak_factor", 9}}},
        {objects + box("load: a.write_qps * 2"), {{"box.load_at_peak", 1e3}, {"box.peak_factor", 5}}},
        // (500 + 600) / 400
        {objects + box("stores: [a, b]"), {{"box.load", 400}, {"box.peak_factor", 2.75}, {"box.peak_load", 1100}}},
        {"peak_factor: 5\nbusy_hours: 12 h\n" + box("load: 1k/s"), {{"box.peak_factor", 10}}},
        {"peak_factor: 5\n" + box("load: 1k/s"), {{"box.peak_factor", 5}}},
        {"busy_hours: 8 h\n" + box("load: 1k/s"), {{"box.peak_factor", 9}}},
        {box("load: 1k/s"), {{"box.peak_factor", 3}}},
    });
}

TEST_CASE("bytes of a tier are told from requests and requests from bytes") {
    hold({
        {box("load: 1k/s, message: 2 KB, response_size: 5 KB"),
         {{"box.request_size", 2e3},
          {"box.ingress", 2e6},
          {"box.egress", 5e6},
          {"box.peak_ingress", 6e6},
          {"box.peak_egress", 15e6}}},
        {box("egress: 2 MB/s, response_size: 1 KB"), {{"box.load", 2e3}, {"box.peak_load", 6e3}}},
        {box("load: 1k/s, egress: 5 MB/s"), {{"box.response_size", 5e3}, {"box.peak_egress", 15e6}}},
        {box("peak_load: 3k/s, peak_ingress: 6 MB/s"), {{"box.request_size", 2e3}, {"box.ingress", 2e6}}},
        {box("ingress: 2 MB/s"), {{"box.peak_ingress", 6e6}}},
        {box("egress: 2 MB/s"), {{"box.peak_egress", 6e6}}},
        {box("peak_ingress: 6 MB/s"), {{"box.ingress", 2e6}}},
        {box("peak_egress: 6 MB/s"), {{"box.egress", 2e6}}},
        {box("data: 864 GB, keeps: 10 days"), {{"box.ingress", 1e6}}},
    });
}

TEST_CASE("objects that live in a tier say what reaches it and what it keeps") {
    hold({
        {kImages + box("stores: image"),
         {{"box.load", 500},
          {"box.peak_load", 2500},
          {"box.peak_ingress", 5e6},
          {"box.peak_egress", 20e6},
          {"box.stored_data", 864e9},
          {"box.stored_filled", 1728e9},
          {"box.stored_storage", 3456e9},
          {"box.storage", 3456e9},
          {"box.stored_misses", 500},
          {"box.stored_reads", 500},
          {"box.stored_write_load", 500},
          {"box.stored_writes", 1e3},
          {"box.iops_needed", 1500},
          {"box.stored_read_traffic", 5e6},
          {"box.stored_write_traffic", 5e6},
          {"box.stored_traffic", 15e6},
          {"box.throughput_needed", 15e6},
          {"box.stored_copies", 2},
          {"box.spares", 0},
          {"box.machines", 2}}},
        // What the tier keeps itself, in three copies: 1 MB/s in, five times that at the peak.
        {kImages + box("stores: image, ingress: 1 MB/s, keeps: 10 days, copies: 3, headroom: 20%"),
         {{"box.disk_needed", 1080e9}, {"box.storage", 3240e9 + 3456e9}, {"box.throughput_needed", 15e6 + 15e6}}},
        // What comes in is what is stored: it is not written twice.
        {kImages + box("stores: image, keeps: 10 days"), {{"box.throughput_needed", 15e6}}},
        {"objects:\n  session: {writes: 10/s, stock: 1M, object_size: 2 KB}\n" + box("stores: session"),
         {{"box.memory_needed", 2e9}}},
    });
}

TEST_CASE("copies and parts of objects ask for a machine each") {
    const auto stored = [](const std::string& copies) {
        return "objects:\n  a: {writes: 1/s, object_size: 1 KB, retention: 1 day, " + copies + "}\n" + box("stores: a");
    };
    hold({
        {stored("replication: 3"), {{"box.stored_copies", 3}, {"box.machines", 3}}},
        {stored("erasure_coding: 8+4"), {{"box.stored_copies", 12}, {"box.machines", 12}}},
        {stored("erasure_coding: 4+1"), {{"box.stored_copies", 5}, {"box.machines", 5}}},
    });
    // A million times as much data in one copy changes nothing for the three copies of the other.
    const std::string two =
        "objects:\n  a: {writes: 1/s, object_size: 1 B, retention: 1 day, replication: 3}\n"
        "  b: {writes: 1/s, object_size: 1 MB, retention: 1 day, replication: 1}\n";
    hold({
        {two, {{"server_copies", 3}, {"database.copies", 3}, {"database.machines", 3}}},
        {two + box("stores: [a, b]"), {{"box.stored_copies", 3}, {"box.machines", 3}, {"database.copies", 0}}},
        {two + box("stores: a"), {{"box.machines", 3}, {"database.copies", 1}, {"database.machines", 1}}},
        {two + box("stores: b"), {{"box.machines", 1}, {"database.copies", 3}, {"database.machines", 3}}},
    });
}

TEST_CASE("the most demanding resource of a tier decides, whichever it is") {
    const std::string users = "dau: 10M\ngrowth: 100%\nhorizon: 1 year\n";
    hold({
        {box("peak_load: 45k/s"), {{"box.rps", 32e3}, {"box.by_load", 45 / 22.4}}},
        {box("peak_load: 45k/s, work: 1 ms"), {{"box.by_load", 45 / 22.4}}},
        {box("peak_load: 100/s, latency: 2 s"), {{"box.workers", 32}, {"box.by_load", 200 / 22.4}}},
        {box("peak_load: 1/s, peak_ingress: 7 GB/s, peak_egress: 3.5 GB/s"),
         {{"box.by_network", 8}, {"box.by_load", 8}}},
        {box("peak_load: 1/s, peak_ingress: 3.5 GB/s, peak_egress: 7 GB/s"), {{"box.by_network", 8}}},
        {box("peak_load: 1/s, connections_needed: 7k"), {{"box.by_load", 10}}},
        {users + box("peak_load: 1/s, users: 1M"), {{"box.by_users", 20 / 0.7}, {"box.by_load", 20 / 0.7}}},
        {box("peak_load: 1/s, memory_needed: 896 GB"), {{"box.by_load", 10}}},
        {box("peak_load: 1/s, iops_needed: 70k/s"), {{"box.by_load", 10}}},
        {box("peak_load: 1/s, throughput_needed: 7 GB/s"), {{"box.by_load", 20}}},
        {box("peak_load: 22.4k/s, disk_needed: 10 TB"), {{"box.by_load", 1}, {"box.needed", 2.5}, {"box.servers", 3}}},
        {box("peak_load: 67.2k/s, disk_needed: 10 TB"), {{"box.by_load", 3}, {"box.needed", 3}, {"box.servers", 3}}},
    });
    for (const std::string time : {"work: 1 ms", "latency: 1 ms"})
        CHECK_FALSE(is_in(box("peak_load: 45k/s, " + time), "box.by_requests"));
}

TEST_CASE("a tier has machines for its load, for its copies, and spares where it has no copies") {
    hold({
        {box("peak_load: 45k/s"), {{"box.servers", 3}, {"box.machines", 5}}},
        {"spares: 4\n" + box("peak_load: 45k/s"), {{"box.machines", 7}}},
        {box("peak_load: 45k/s, copies: 1"), {{"box.machines", 3}}},
        {box("peak_load: 1/s, copies: 2.5"), {{"box.machines", 3}}},
        {box("peak_load: 1/s, copies: 4, spares: 1"), {{"box.machines", 5}}},
    });
}

TEST_CASE("the headroom of a tier is its own, or that of the workload") {
    hold({
        {box("data: 7 TB, keeps: 1 day"), {{"box.disk_needed", 10e12}, {"box.storage", 10e12}}},
        {"headroom: 50%\n" + box("data: 7 TB, keeps: 1 day"), {{"box.disk_needed", 14e12}}},
        {box("data: 8 TB, keeps: 1 day, headroom: 20%"), {{"box.disk_needed", 10e12}}},
    });
}

TEST_CASE("machines of a tier have a price, but not what is paid for by the byte") {
    hold({
        {"price.server: $100/month\n" + box("peak_load: 45k/s"),
         {{"box.price", 100 / kBill}, {"box.cost", 500 / kBill}}},
        {box("peak_load: 45k/s, price: $30/month"), {{"box.cost", 150 / kBill}}},
        {"price.server: $100/month\n" + kImages + box("stores: image"), {{"box.cost", 200 / kBill}}},
        {"price.server: $100/month\nprice.storage: $0.02/GB/month\n" + kImages + box("stores: image"),
         {{"box.cost", 0}}},
        {"price.server: $100/month\nprice.disk: $0.02/GB/month\n" + kImages + box("stores: image"), {{"box.cost", 0}}},
        // Bytes of others have no place here.
        {"price.server: $100/month\nprice.storage: $0.02/GB/month\n" + kImages + box("peak_load: 45k/s"),
         {{"box.cost", 500 / kBill}}},
    });
}

}  // namespace bote::test::tier_rows_test
