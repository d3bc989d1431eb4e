// The kind `vector_index` of src/model/kinds, worked out by hand.

#include <string>

#include "model/box.hpp"
#include "model/worked.hpp"
#include "project/catch.hpp"

namespace bote::test::vector_index_kind_test {
TEST_CASE("a vector takes its numbers and its links, and a tenth more") {
    hold({
        // 100 * 4 B and 16 * 8 B.
        {box("kind: vector_index, vectors: 1M, dimensions: 100"),
         {{"box.vector_memory", 528},
          {"box.raw_vectors", 400e6},
          {"box.memory_needed", 580.8e6},
          {"box.storage", 580.8e6},
          {"box.by_memory", 0.5808 / 89.6}}},
        // 100 * 1 B and 25 * 10 B, half as much again, in three copies on disks of 4 TB.
        {box("kind: vector_index, vectors: 2 billion, dimensions: 100, value_size: 1 B, links: 25, link_size: 10 B, "
             "index_factor: 1.5, copies: 3"),
         {{"box.vector_memory", 350},
          {"box.raw_vectors", 200e9},
          {"box.memory_needed", 1050e9},
          {"box.storage", 3150e9},
          {"box.by_disk", 3150 / 4000.0},
          {"box.by_memory", 3150 / 89.6}}},
    });
}

TEST_CASE("an object that lives in a vector index is one vector") {
    hold({{"objects:\n  text: {writes: 1M/day, retention: 10 days, object_size: 1 KB}\n" +
               box("kind: vector_index, stores: text, dimensions: 100"),
           {{"box.vectors", 10e6}, {"box.raw_vectors", 4e9}}}});
}

TEST_CASE("a machine of a vector index answers as many queries as is said, or any number") {
    hold({{box("kind: vector_index, peak_load: 7k/s, rps: 1k/s"), {{"box.by_requests", 10}}}});
    CHECK_FALSE(is_in(box("kind: vector_index, peak_load: 7k/s, vectors: 1M, dimensions: 8"), "box.by_requests"));
}

TEST_CASE("the machines of a vector index are paid for beside the bytes of its objects") {
    // 896 GB on 128 GB * 70%; 1000 GB of texts.
    hold(
        {{"price: {server: $100/month, storage: $0.02/GB/month}\nobjects:\n"
          "  text: {existing: 1 billion, object_size: 1 KB, replication: 1}\n" +
              box("kind: vector_index, stores: text, dimensions: 192, links: 16, index_factor: 1"),
          {{"box.machines", 10}, {"box.cost", 1000 / kBill}, {"cost.storage", 20 / kBill}}}});
}

}  // namespace bote::test::vector_index_kind_test
