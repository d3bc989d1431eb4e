// A value may be given anywhere, and the whole page tells one story. Values worked out by hand.

#include <string>
#include <vector>

#include "bote/engine/contradictions.hpp"
#include "model/sample.hpp"
#include "model/worked.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::given_anywhere_test {
namespace {

/// "write_qps by writes", and so on.
std::vector<std::string> contradictions_of(const std::string& yaml) {
    const auto estimate = estimate_of(yaml);
    std::vector<std::string> found;
    for (const auto& each : find_contradictions(estimate.model, estimate.values.quantities)) {
        std::string text(estimate.model.quantities[each.quantity].name);
        text += " by";
        for (const QuantityIndex index : each.because) text.append(" ").append(estimate.model[index].name);
        found.push_back(text);
    }
    return found;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a given peak reaches the network, the servers, the cache and the disks") {
    hold({
        // 10 Gbps * 70% are 875 MB/s; three copies of each write.
        {"writes: 1M/day\nobject_size: 1 MB\npeak_write_qps: 10k/s\n",
         {{"peak_ingress", 10e9}, {"app.servers", 12}, {"database_write_qps", 30e3}, {"database_traffic", 30e9}}},
        {"peak_read_qps: 550k/s\nobject_size: 250 KB\n",
         {{"peak_egress", 137.5e9}, {"app.servers", 158}, {"cache_egress", 110e9}, {"database_read_qps", 110e3}}},
        // 1M writes and 9M reads a day, 5000/s at the peak: a tenth of it writes.
        {"writes: 1M/day\nreads: 9M/day\nobject_size: 1 MB\npeak_qps: 5k/s\n",
         {{"peak_write_qps", 500}, {"peak_read_qps", 4500}, {"peak_ingress", 500e6}, {"peak_egress", 4.5e9}}},
        {"writes: 1M/day\nreads: 9M/day\npeak_qps: 5k/s\npeak_write_qps: 2k/s\n", {{"peak_read_qps", 3000}}},
        {"writes: 1k/s\nfanout: 200\npeak_write_qps: 5k/s\n", {{"peak_deliveries", 1e6}}},
        {"writes: 1k/s\nrecipients: 3\nobject_size: 1 KB\npeak_write_qps: 5k/s\n", {{"peak_egress", 15e6}}},
    });
}

TEST_CASE("a given size or volume reaches what is kept") {
    hold({
        {"writes: 200/s\nobject_size: 144 B\nstored_size: 256 B\nretention: 5 years\n",
         {{"new_data", 200 * 256}, {"retained_objects", 200 * 5 * kYear}, {"data", 200 * 5 * kYear * 256}}},
        {"writes: 1M/day\nobject_size: 1 KB\nretention: 100 days\nnew_data: 3 GB/day\n",
         {{"stored_size", 3000}, {"data", 300e9}, {"retained_objects", 100e6}}},
        {"writes: 1M/day\nobject_size: 1 KB\nretention: 100 days\nwritten: 3 GB/day\n",
         {{"data", 300e9}, {"ingress", 3e9 / kDay}}},
        {"writes: 1M/day\nobject_size: 1 KB\nretention: 100 days\nretained_objects: 7M\n", {{"data", 7e9}}},
        {"writes: 1M/day\nobject_size: 1 KB\nretention: 100 days\ndata: 1 TB\nheadroom: 0%\nreplication: 2\n",
         {{"filled", 1e12}, {"storage", 2e12}}},
        {"reads: 1k/s\nobject_size: 1 KB\nread_qps: 5k/s\ncache_window: 100 s\nhot_fraction: 20%\n",
         {{"egress", 5e6}, {"cache_memory", 100e6}}},
        {"writes: 1k/s\nobject_size: 1 KB\ningress: 5 MB/s\n", {{"upload_size", 5000}, {"peak_ingress", 15e6}}},
        {"reads: 1k/s\nobject_size: 1 KB\negress: 5 MB/s\n", {{"read_size", 5000}, {"peak_egress", 15e6}}},
    });
}

TEST_CASE("what is given leads back to what it usually comes from") {
    hold({
        {"write_qps: 200/s\nobject_size: 1 KB\nretention: 100 days\n", {{"writes", 200}, {"data", 200e3 * 100 * kDay}}},
        {"qps: 20k/s\nread_write_ratio: 9:1\n", {{"write_qps", 2e3}, {"read_qps", 18e3}, {"peak_qps", 60e3}}},
        // 60,000 / (500 * 70%)
        {"qps: 20k/s\napp.rps: 500/s\n", {{"peak_qps", 60e3}, {"app.servers", 172}}},
        {"qps: 1k/s\nwrite_qps: 100/s\n", {{"read_qps", 900}, {"peak_read_qps", 2700}, {"peak_qps", 3000}}},
        {"qps: 1k/s\nreads: 77.76M/day\n", {{"write_qps", 100}, {"writes", 100}}},
        {"data: 5 GB\nobject_size: 1 KB\nretention: 100 days\n",
         {{"new_data", 50e6 / kDay}, {"new_objects", 50e3 / kDay}}},
        {"peak_write_qps: 300/s\n", {{"write_qps", 100}, {"writes", 100}}},
        {"peak_qps: 30k/s\nread_write_ratio: 9:1\n", {{"write_qps", 1e3}, {"reads", 9e3}}},
        {"peak_ingress: 30 MB/s\n", {{"ingress", 10e6}}},
        {"existing: 1M\ndata: 5 GB\n", {{"stored_size", 5000}}},
        {"existing: 1M\nexisting_data: 5 GB\n", {{"stored_size", 5000}, {"data", 5e9}}},
        {"data: 5 GB\nobject_size: 1 KB\n", {{"retained_objects", 5e6}}},
        // 42 TB on three copies are 14 TB of disk, of which 70% hold data.
        {"storage: 42 TB\nobject_size: 1 MB\n", {{"filled", 14e12}, {"data", 9.8e12}, {"retained_objects", 9.8e6}}},
        {"writes: 1M/day\nrecipients: 2\npeak_ingress: 1 MB/s\n", {{"peak_egress", 2e6}}},
        {"writes: 1M/day\nretention: 100 days\n", {{"retained_objects", 100e6}}},
        // 62^6 = 56.8 billion < 100 billion <= 62^7
        {"retained_objects: 100 billion\n", {{"key.needed_length", 7}}},
        {"writes: 10M/day\nobject_size: 1 KB\ngrowth: 100%\nhorizon: 1 year\nwrite_qps: 400/s\n", {{"write_qps", 400}}},
        {"write_qps: 400/s\ngrowth: 100%\nhorizon: 1 year\n", {{"writes", 200}}},
    });
}

TEST_CASE("a total at the top level is that of all objects together") {
    const std::string objects =
        "objects:\n  a: {writes: 1k/s, object_size: 1 KB}\n  b: {reads: 9k/s, read_size: 1 KB}\n";
    hold({
        {"peak_qps: 50k/s\n" + objects,
         {{"a.peak_write_qps", 5e3}, {"b.peak_read_qps", 45e3}, {"peak_ingress", 5e6}, {"peak_egress", 45e6}}},
        {"data: 70 TB\n" + objects, {{"filled", 100e12}, {"storage", 300e12}, {"database.servers", 75}}},
        {"qps: 10k/s\nobjects:\n  a: {existing: 1M, object_size: 1 KB}\n  b: {existing: 1M, object_size: 1 KB}\n",
         {{"peak_qps", 30e3}, {"app.servers", 2}, {"data", 2e9}}},
        // 3 GB/s / (1.25 GB/s * 70%)
        {"egress: 1 GB/s\n" + objects, {{"peak_egress", 3e9}, {"app.servers", 4}}},
        {"peak_egress: 1 GB/s\n" + objects, {{"app.servers", 2}}},
        {"write_qps: 4k/s\n" + objects, {{"peak_write_qps", 12e3}, {"peak_qps", 39e3}, {"app.servers", 2}}},
        {"peak_qps: 30k/s\nobjects:\n  a: {existing: 1M, object_size: 1 KB}\n", {{"qps", 10e3}, {"app.servers", 2}}},
    });
}

TEST_CASE("given values that make each other another number are found, once each") {
    CHECK(contradictions_of("writes: 10M/year\nwrite_qps: 50/s\n") == Lines{"write_qps by writes"});
    CHECK(contradictions_of("writes: 1M/day\nobject_size: 1 KB\nnew_data: 5 GB/day\n") ==
          Lines{"new_data by writes object_size"});
    CHECK(contradictions_of("writes: 1M/day\nobject_size: 1 KB\nretention: 10 days\nretained_objects: 50M\n") ==
          Lines{"retained_objects by writes object_size retention"});
    CHECK(contradictions_of("ingress: 1 GB/s\nwrites: 1M/day\nobject_size: 1 KB\n") ==
          Lines{"ingress by writes object_size"});
    CHECK(contradictions_of("reads: 1k/s\nread_qps: 2k/s\n") == Lines{"read_qps by reads"});
    CHECK(contradictions_of("write_qps: 1k/s\nread_qps: 2k/s\npeak_factor: 2\npeak_qps: 9k/s\n") ==
          Lines{"peak_qps by write_qps peak_factor read_qps"});
    CHECK(contradictions_of("writes: 5/s\nobjects:\n  a: {writes: 1/s}\n  b: {writes: 2/s}\n") ==
          Lines{"writes by a.writes b.writes"});
}

TEST_CASE("rounding, defaults, sizes of their own and parts that are not known contradict nothing") {
    for (const auto* yaml : {
             "writes: 86.4M/day\nwrite_qps: 1005/s\n",
             "writes: 1M/day\nobject_size: 1 KB\nstorage: 3 PB\n",
             "writes: 1M/day\nobject_size: 1 KB\nupload_size: 5 KB\nstored_size: 300 B\n",
             "qps: 5k/s\nreads: 1k/s\n",
             "writes: 1k/s\nreads: 2k/s\npeak_qps: 20k/s\n",
             "app.rps: 5k/s\nreads: 1k/s\n",
         }) {
        CAPTURE(yaml);
        CHECK(contradictions_of(yaml).empty());
    }
}

}  // namespace bote::test::given_anywhere_test
