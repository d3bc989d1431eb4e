// What was given and displaced by something else: each an error with its reason.

#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "model/refusal.hpp"
#include "project/catch.hpp"

namespace bote::test::usage_test {

TEST_CASE("an input that something else displaced names what did") {
    refused({
        {"dau: 1M\nwrites_per_user: 1/day\nread_write_ratio: 10:1\nobject_size: 1 KB\nreads: 5M/day\n",
         "3:1",
         {"`read_write_ratio` has no effect", "`writes` comes from `dau * writer_share * writes_per_user`",
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

TEST_CASE("a policy that every object gives itself, and one that a general one overrides, name what did") {
    refused({
        {"retention: 1 year\nobjects:\n  a: {writes: 1/s, object_size: 1 KB, retention: 2 years}\n",
         "1:1",
         {"`retention` has no effect", "`a.retention` is given on line 3"}},
        {"writes: 1/s\nobject_size: 1 KB\nretained_objects: 5M\ndata: 1 TB\nhorizon: 1 year\n",
         "5:1",
         {"`retained_objects` is given on line 3", "`data` is given on line 4"}},
    });
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

}  // namespace bote::test::usage_test
