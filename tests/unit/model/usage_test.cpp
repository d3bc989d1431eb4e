// What was given and is not used, and what cannot be computed: each an error with its reason.

#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test {
namespace {

struct Row {
    std::string yaml;
    std::string place;
    std::vector<std::string> says;
};

void refused(const std::vector<Row>& rows) {
    for (const auto& row : rows) {
        CAPTURE(row.yaml);
        const auto errors = errors_of(row.yaml);
        REQUIRE_FALSE(errors.empty());
        CAPTURE(errors.front());
        CHECK(errors.front().starts_with(row.place + ": "));
        for (const auto& part : row.says) {
            CAPTURE(part);
            CHECK(contains(errors.front(), part));
        }
    }
}

}  // namespace

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

TEST_CASE("a given formula whose names are not there says what it lacks") {
    refused({
        {"storage: filled * 2\n", "1:10", {"storage: the formula lacks", "`"}},
        {"writes: 1/s\ndefine:\n  x: reads * 2\n", "3:6", {"x: the formula lacks", "read"}},
        {"writes: dau * 2/day\n", "1:9", {"writes: the formula lacks `dau`"}},
        {"objects:\n  a: {writes: b.reads}\n  b: {writes: 1/s}\n", "2:15", {"a.writes: the formula lacks", "b.read"}},
        {"writes: 1/s\nexpect: [storage < 5 PB]\n", "2:10", {"`storage` has no value", "object_size"}},
    });
}

TEST_CASE("a cycle is printed from what was given, and back to it") {
    refused({
        {"writes: reads\nreads: writes\n", "1:9", {"cycle", "writes -> reads -> writes"}},
        {"define:\n  a: b\n  b: a\n", "2:6", {"a -> b -> a"}},
        {"define:\n  a: a + 1\n", "2:6", {"a -> a"}},
        {"define:\n  a: b\n  b: c\n  c: a + 1\n", "2:6", {"a -> b -> c -> a"}},
        {"objects:\n  a: {writes: b.writes}\n  b: {writes: a.writes}\n", "2:15", {"a.writes -> b.writes -> a.writes"}},
        {"objects:\n  a: {writes: x}\n  b: {writes: 1/s}\ndefine: {x: writes}\n", "2:15", {"cycle", "a.writes", "x"}},
        {"dau: 1M\nwrites_per_user: writes / dau\n", "2:18", {"cycle", "writes_per_user -> writes -> writes_per_user"}},
    });
}

TEST_CASE("a name that is not there is refused with the nearest one") {
    refused({
        {"dua: 5M\n", "1:1", {"'dua'", "did you mean 'dau'?"}},
        {"dau: mauu * 2\n", "1:6", {"'mauu'", "'mau'"}},
        {"sever:\n  rps: 1k/s\n", "1:1", {"no group 'sever'", "'server'"}},
        {"server:\n  rsp: 1k/s\n", "2:3", {"server.rsp", "'server.rps'"}},
        {"dau:\n  x: 5\n", "1:1", {"takes a value, not a map"}},
        {"objects:\n  a: {wrties: 1/s}\n", "2:7", {"'writes'"}},
        {"objects:\n  a: {dau: 1M}\n", "2:7", {"belongs to the top level"}},
        {"object_size: 5 KB\nobjects:\n  a: {writes: 1/s}\n", "1:1", {"belongs into an object", "`a:`"}},
        {"objects:\n  a: {writes: 1/s}\ndefine: {x: object_size}\n",
         "3:13",
         {"belongs to an object", "`a.object_size`"}},
        {"objects:\n  a: {writes: 1/s}\ndefine: {x: a.wrtes}\n",
         "3:13",
         {"the object 'a' has no quantity 'wrtes'", "'writes'"}},
        {"dau: 5 servrs\n", "1:8", {"'servrs'", "server"}},
        {"writes: 1/s\ndefine: {x: 5 mb}\n", "2:15", {"bits or bytes"}},
        {"dau: nan\n", "1:6", {"'nan'"}},
        {"dau: inf\n", "1:6", {"'inf'"}},
    });
}

TEST_CASE("an own quantity or an object has a name of its own") {
    refused({
        {"define: {day: 5}\n", "1:10", {"it is a unit"}},
        {"define: {ceil: 5}\n", "1:10", {"it is a function"}},
        {"define: {per: 5}\n", "1:10", {"word of the language"}},
        {"define: {storage: 5 PB}\n", "1:10", {"quantity of the model", "top level"}},
        {"define: {server: 5}\n", "1:10", {"group of the model"}},
        {"define: {Fan: 5}\n", "1:10", {"small letters"}},
        {"define: {a-b: 5}\n", "1:10", {"small letters"}},
        {"define: {a.b: 5}\n", "1:10", {"small letters"}},
        {"define: {expect: 5}\n", "1:10", {"section"}},
        {"objects: {min: {writes: 1/s}}\n", "1:11", {""}},
        {"objects: {app: {writes: 1/s}}\n", "1:11", {"group of the model"}},
        {"objects: {writes: {writes: 1/s}}\n", "1:11", {"quantity of the model"}},
        {"objects: {tweet: {writes: 1/s}}\ndefine: {tweet: 5}\n", "2:10", {"names two things"}},
        {"writes: 1/s\ndefine:\n  x [foo]: 5\n", "3:5", {"not a unit"}},
    });
    CHECK(errors_of("objects: {tweet: {writes: 1/s}}\ndefine: {users: 5}\n") == std::vector<std::string>{});
}

TEST_CASE("a value has the form that its field takes") {
    refused({
        {"dau: 50%\nmau: 5M\n", "1:6", {"is a share; a count was wanted"}},
        {"writes: 1/s\nheadroom: 30\nobject_size: 1 KB\n", "2:11", {"not a percentage", "30%"}},
        {"retention: 5\nwrites: 1/s\n", "1:12", {"a duration was wanted", "5 years"}},
        {"retention: 6m\nwrites: 1/s\n", "1:12", {"6 min", "6 months"}},
        {"writes: 100M\n", "1:9", {"a rate (per second) was wanted", "/day"}},
        {"object_size: 500\nwrites: 1/s\n", "1:14", {"a size (bytes) was wanted", "500 B"}},
    });
    CHECK(errors_of("writes: 1/s\nobject_size: 1 KB\nheadroom: 0.3\n") == std::vector<std::string>{});
    CHECK(errors_of("writes: 1/s\nobject_size: 1 KB\nindex_overhead: 150%\n") == std::vector<std::string>{});
}

}  // namespace bote::test
