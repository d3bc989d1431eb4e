// The kind `search_index` of src/model/kinds, worked out by hand.

#include <cmath>
#include <string>

#include "model/box.hpp"
#include "model/worked.hpp"
#include "project/catch.hpp"

namespace bote::test::search_index_kind_test {
TEST_CASE("an index has a tenth more bytes than its documents, in shards of 30 GB with a copy each") {
    // 1000/s * 10 days * 1 KB are 864 GB: 950.4 GB of index, in 31.68 shards; 4 TB a node.
    hold({
        {box("kind: search_index, load_in: 1000/s, keeps: 10 days, document_size: 1 KB, headroom: 20%"),
         {{"box.documents", 864e6},
          {"box.source_size", 864e9},
          {"box.index_size", 950.4e9},
          {"box.shards", 32},
          {"box.all_shards", 64},
          {"box.disk_needed", 1188e9},
          {"box.storage", 2376e9},
          {"box.by_disk", 0.594},
          {"box.spares", 0},
          {"box.machines", 2}}},
        {box("kind: search_index, documents: 1M, document_size: 1 KB, index_ratio: 1.5, shard_size: 0.4 GB, copies: 3"),
         {{"box.index_size", 1.5e9}, {"box.shards", 4}, {"box.all_shards", 12}, {"box.storage", 4.5e9 / 0.7}}},
    });
}

TEST_CASE("documents are told from the bytes that come in, with their size or without") {
    hold({
        // 100 GB a day for 30 days, of 1 KB each.
        {box("kind: search_index, ingress: 100 GB/day, keeps: 30 days, document_size: 1 KB, index_ratio: 1, headroom: "
             "20%"),
         {{"box.documents", 3e9}, {"box.index_size", 3e12}, {"box.storage", 7.5e12}}},
        {box("kind: search_index, load: 100/s, message: 1 KB, keeps: 30 days"),
         {{"box.source_size", 259.2e9}, {"box.index_size", 285.12e9}, {"box.storage", 2 * 285.12e9 / 0.7}}},
    });
}

TEST_CASE("an index of objects that live there is made of their data") {
    // 1M a day for 10 days, of 1 KB.
    hold({{"objects:\n  post: {writes: 1M/day, retention: 10 days, object_size: 1 KB, replication: 1}\n" +
               box("kind: search_index, stores: post"),
           {{"box.source_size", 10e9}, {"box.index_size", 11e9}, {"box.shards", 1}, {"box.storage", 22e9 / 0.7}}}});
}

TEST_CASE("queries ask for nodes where it is known how many one answers") {
    hold({{box("kind: search_index, peak_load: 1k/s, rps: 200/s"), {{"box.by_requests", 1000 / 140.0}}},
          {box("kind: search_index, peak_load: 1k/s, rps: 200/s, target: 50%"), {{"box.by_requests", 10}}}});
    CHECK_FALSE(is_in(box("kind: search_index, peak_load: 1k/s, documents: 1M"), "box.by_requests"));
}

TEST_CASE("the copies of a kind count as copies whether they are written out or not") {
    for (const std::string kind :
         {"search_index, documents: 1 billion, document_size: 8 KB", "kafka, load: 2k/s, message: 1 KB, keeps: 7 days",
          "wide_column, write_load: 100k/s, read_copies: 1", "sql, write_load: 30k/s, peak_load: 30k/s"}) {
        CAPTURE(kind);
        const Estimate estimate = estimate_of("server.availability: 99%\n" + box("kind: " + kind));
        const double copies = value(estimate, "box.copies");
        const double groups = std::round(value(estimate, "box.machines") / copies);
        CHECK(value(estimate, "box.availability") == near(std::pow(1 - std::pow(0.01, copies), groups), 1e-12));
    }
}

}  // namespace bote::test::search_index_kind_test
