// The kind `kafka` of src/model/kinds, worked out by hand.

#include <string>

#include "model/box.hpp"
#include "model/worked.hpp"
#include "project/catch.hpp"

namespace bote::test::kafka_kind_test {
TEST_CASE("brokers of Kafka take a million messages a second and keep three copies of them for a week") {
    // 3M/s at the peak; 1M/s * 10 B are 10 MB/s in, 30 MB/s at the peak.
    hold({
        {box("kind: kafka, load: 1M/s, message: 10 B, headroom: 0%"),
         {{"box.by_requests", 3 / 0.7},
          {"box.data", 10e6 * 7 * kDay},
          {"box.storage", 3 * 10e6 * 7 * kDay},
          {"box.by_throughput", 90 / 350.0},
          {"box.servers", 5},
          {"box.spares", 0},
          {"box.machines", 5}}},
        {box("kind: kafka, load: 1/s"), {{"box.machines", 3}}},
        {box("kind: kafka, load: 1/s, copies: 2"), {{"box.machines", 2}}},
    });
}

TEST_CASE("followers fetch what the leader takes in, and each group of consumers reads all") {
    // 10 Gbps * 70% are 875 MB/s.
    hold({
        {box("kind: kafka, peak_ingress: 100 MB/s"),
         {{"box.replication_traffic", 200e6}, {"box.peak_egress", 100e6}, {"box.by_network", 300 / 875.0}}},
        {box("kind: kafka, peak_ingress: 100 MB/s, copies: 4, consumer_groups: 5"),
         {{"box.replication_traffic", 300e6}, {"box.peak_egress", 500e6}, {"box.by_network", 800 / 875.0}}},
        // Nobody reads: what comes in decides.
        {box("kind: kafka, peak_ingress: 100 MB/s, copies: 2, consumer_groups: 0, network: 1 Gbps, target: 50%"),
         {{"box.replication_traffic", 100e6}, {"box.peak_egress", 0}, {"box.by_network", 200 / 62.5}}},
    });
}

TEST_CASE("there are partitions for the bytes and for the consumers of a group") {
    hold({
        // 20.2k/s * 1 ms are 20.2 consumers.
        {box("kind: kafka, peak_load: 20.2k/s, consumer_work: 1 ms"),
         {{"box.consumer_rps", 1e3}, {"box.consumers", 21}, {"box.partitions", 21}}},
        {box("kind: kafka, peak_load: 20.2k/s, consumer_rps: 5k/s"), {{"box.consumers", 5}}},
        // 20.2k/s * 10 KB are 202 MB/s, more than 20 partitions of 10 MB/s and less than 6 of 40 MB/s take.
        {box("kind: kafka, peak_load: 20.2k/s, message: 10 KB, consumer_rps: 5k/s"), {{"box.partitions", 21}}},
        {box("kind: kafka, peak_load: 20.2k/s, message: 10 KB, partition_throughput: 40 MB/s"),
         {{"box.partitions", 6}}},
        {box("kind: kafka, peak_load: 20.2k/s, message: 10 KB, consumer_rps: 200/s"),
         {{"box.consumers", 101}, {"box.partitions", 101}}},
    });
}

}  // namespace bote::test::kafka_kind_test
