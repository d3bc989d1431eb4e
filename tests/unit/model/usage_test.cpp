// What was given and is not used: each an error with its reason.

#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "model/refusal.hpp"
#include "project/catch.hpp"

namespace bote::test {

TEST_CASE("an input that something else displaced names what did") {
    refused({
        {"dau: 1M\nwrites_per_user: 1/day\nread_write_ratio: 10:1\nobject_size: 1 KB\nreads: 5M/day\n",
         "3:1",
         {"`read_write_ratio` is not used", "`writes` comes from `dau * writer_share * writes_per_user`",
          "`reads` is given on line 5"}},
        {"dau: 1M\nwrites_per_user: 1/day\nreads_per_user: 1/day\nread_write_ratio: 10:1\n",
         "4:1",
         {"`writes` comes from `dau * writer_share * writes_per_user`",
          "`reads` comes from `dau * reader_share * reads_per_user`"}},
        {"dau: 1M\nwrites_per_user: 1/day\nwrites: 5/s\n", "2:1", {"`writes` is given on line 3"}},
        {"mau: 1M\nactive_share: 10%\ndau: 5k\n", "2:1", {"`dau` is given on line 3"}},
        {"writes: 1/s\nobject_size: 1 KB\nstorage: 1 PB\nheadroom: 10%\nfilled: 1 TB\n",
         "4:1",
         {"`filled` is given on line 5"}},
    });
}

TEST_CASE("an input that lacks another one names that") {
    refused({
        {"writes_per_user: 1/day\n", "1:1", {"`writes_per_user` is not used", "`dau`"}},
        {"writes: 1/s\nconcurrent_share: 10%\n", "2:1", {"`concurrent_share`", "`dau`"}},
        {"writes: 1/s\ngrowth: 10%\n", "2:1", {"`growth`", "`horizon`"}},
        {"reads: 1/s\nreplication: 2\n", "2:1", {"`replication`"}},
        {"objects:\n  a: {writes: 1/s, items_per_read: 5}\n", "2:20", {"`a.items_per_read`"}},
        {"retention: 1 year\nobjects:\n  a: {reads: 1/s}\n", "1:1", {"`retention`"}},
        {"writes: 1/s\nhit_ratio: 90%\n", "2:1", {"`hit_ratio`", "read"}},
        {"writes: 1/s\npushed_share: 90%\n", "2:1", {"`pushed_share`", "fanout"}},
        {"writes: 1/s\nerasure_coding: 8+4\n", "2:1", {"`erasure_coding`"}},
        {"writes: 1/s\nmau: 5M\n", "2:1", {"`mau`"}},
        {"server.disk_latency: 1 ms\nwrites: 1/s\n", "1:1", {"reads it"}},
    });
    CHECK(contains(errors_of("writes: 1/s\nreplication: 2\n").front(), "object_size"));
    CHECK(contains(errors_of("writes: 1/s\nretention: 2 years\n").front(), "needs `object_size`"));
    CHECK_FALSE(contains(errors_of("server.disk_latency: 1 ms\nwrites: 1/s\n").front(), "computed"));
}

TEST_CASE("what is read by an own quantity or an expectation is used") {
    for (const auto* yaml : {
             "writes: 1/s\nmau: 5M\ndefine: {x: mau * 2}\n",
             "writes: 1/s\nmau: 5M\nexpect: [mau < 6M]\n",
             "writes: 1/s\nserver.disk_latency: 1 ms\ndefine: {x: 1 s / server.disk_latency}\n",
             "dau: 5M\nmau: 10M\n",
             "dau: 5M\nwrites: 1/s\n",
             "storage: 5 PB\n",
             "qps: 5k/s\n",
             "define: {x: 5}\n",
             "retention: 1 year\nobjects:\n  a: {writes: 1/s, object_size: 1 KB}\n  b: {reads: 1/s}\n",
             "writes: 1/s\nobject_size: 1 KB\nhorizon: 1 year\n",
             "object_size: 1 KB\nwrites: 0/s\n",
         }) {
        CAPTURE(yaml);
        CHECK(errors_of(yaml) == std::vector<std::string>{});
    }
}

}  // namespace bote::test
