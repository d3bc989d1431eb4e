// Values whose shape tells that something else is meant: the part of Reader in reader_shapes.cpp.

#include "model/reader.hpp"

#include <string>

#include "formula/sample.hpp"
#include "model/refusal.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::reader_shapes_test {

TEST_CASE("a rate of one user is no total, by whatever name it comes") {
    const std::string user = "dau: 1M\nwrites_per_user: 2/day\n";
    refused({
        {user + "reads: writes_per_user * 10\n",
         "3:8",
         {"reads: that is for one user, not for all", "write `dau * writes_per_user * 10`"}},
        {user + "reads: writes_per_user + 1/day\n", "3:8", {"write `dau * (writes_per_user + 1/day)`"}},
        {user + "reads: read_write_ratio * writes_per_user\n", "3:8", {"for one user"}},
        {user + "tiers: {q: {load: writes_per_user}}\n", "3:19", {"q.load: that is for one user"}},
        {"dau: 1M\nobjects:\n  tweet: {writes_per_user: 2/day}\n  photo: {writes: tweet.writes_per_user * 10%}\n",
         "4:19",
         {"photo.writes: that is for one user", "write `dau * tweet.writes_per_user * 10%`"}},
        {"define: {posts_per_user: 2/day}\nwrites: posts_per_user\n", "2:9", {"for one user"}},
    });
}

TEST_CASE("an amount of one user is none of all, in an object or in a tier") {
    const std::string users = "dau: 1M\nobject_size: 1 MB\n";
    refused({
        {users + "existing: 20 photos per user\n", "3:11", {"for one user", "write `dau * 20 photos per user`"}},
        {users + "stock: 3 sessions/user\n", "3:8", {"for one user"}},
        {users + "devices: 2 per user\n", "3:10", {"for one user"}},
        {users + "resident_objects: 800 posts/user\n", "3:19", {"for one user"}},
        {users + "tiers: {q: {memory_needed: 2 KB/user}}\n", "3:28", {"write `dau * 2 KB/user`"}},
        {users + "tiers: {q: {load: 2/user/s}}\n", "3:19", {"for one user"}},
        {users + "tiers: {q: {connections_needed: 3 per user}}\n", "3:33", {"for one user"}},
    });
    for (const auto* fine : {"connections: 50k/server", "rps: 2k/s per server", "memory: 64 GB/server"}) {
        CAPTURE(fine);
        CHECK(errors_of(users + "tiers: {q: {load: 5/s, " + fine + "}}\n").empty());
    }
}

TEST_CASE("what is divided by a word is of all where another number counts it") {
    const std::string size = "object_size: 1 MB\n";
    for (const auto* writes : {"100M users * 2 tweets/user/day", "40 servers * 100 lines/server/s",
                               "1M devices * 10/device/day", "2 tweets/user/day * 100M", "5000 * 2/user/day"}) {
        CAPTURE(writes);
        CHECK(errors_of(size + "writes: " + writes + "\n").empty());
    }
    refused({
        {size + "writes: 2000 photos/user/day\n", "2:9", {"for one user"}},
        {size + "writes: 5 posts * 2/user/day\n", "2:9", {"for one user"}},
        {size + "writes: 40 servers * 2/user/day\n", "2:9", {"for one user"}},
    });
}

TEST_CASE("what counts the users makes a rate of one a total") {
    const std::string user = "dau: 1M\nwrites_per_user: 2/day\n";
    for (const auto* reads : {"dau * writes_per_user", "300M * writes_per_user", "mau * writes_per_user",
                              "writes_per_user * 40 users", "writes * 10"}) {
        CAPTURE(reads);
        CHECK(errors_of(user + "mau: 3M\nreads: " + reads + "\n").empty());
    }
}

TEST_CASE("a unit alone is no value") {
    refused({
        {"object_size: KB\n", "1:14", {"object_size: a number is missing before 'KB'", "write `1 KB` for one"}},
        {"retention: years\n", "1:12", {"a number is missing before 'years'"}},
        {"server.disk: TB\n", "1:14", {"a number is missing before 'TB'"}},
        {"object_size: TBD\n", "1:14", {"'TBD' is not known", "a number comes first"}},
    });
    CHECK(errors_of("define: {one: KB}\nobject_size: 2 * one\n").empty());
}

TEST_CASE("a ratio stands only where one is meant") {
    refused({
        {"duration: 3:30\n", "1:11", {"'3:30' reads as a ratio", "write `3 h + 30 min` or `3 min + 30 s`"}},
        {"duration: 3:30 min\n", "1:11", {"write `3 min + 30 s`"}},
        {"retention: 1:30 h\n", "1:12", {"write `1 h + 30 min`"}},
        {"object_size: 12:30 KB\n", "1:14", {"'12:30 KB' reads as a ratio", "write one number"}},
        {"dau: 10:1\n", "1:6", {"'10:1' reads as a ratio"}},
        {"writes: 10:2/day\n", "1:9", {"'10:2' reads as a ratio"}},
    });
    CHECK(errors_of("compression: 4:1\nwrites: 5/s\nreads: writes * 100:1\n").empty());
}

}  // namespace bote::test::reader_shapes_test
