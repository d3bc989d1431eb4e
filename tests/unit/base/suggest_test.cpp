#include "bote/base/suggest.hpp"

#include <string>
#include <vector>

#include "project/catch.hpp"

namespace bote::test::suggest_test {

namespace {

using Words = std::vector<std::string_view>;

const Words kWords = {"headroom", "dau", "mau", "read_write_ratio", "qps", "GB", "Gb"};

}  // namespace

TEST_CASE("the nearest word is found within two edits or a third of the length") {
    struct Row {
        std::string word;
        std::string nearest;  // empty: none
    };
    const Row rows[] = {
        {"headroom", "headroom"},
        {"headrom", "headroom"},     // one missing
        {"haedroom", "headroom"},    // a swap is one edit
        {"headdrooom", "headroom"},  // two too many
        {"HeadRoom", "headroom"},    // case
        {"head_rooom", "headroom"},
        {"read-write-ratio", "read_write_ratio"},
        {"read_writes_ratios_", "read_write_ratio"},
        {"write_ratio", ""},  // five edits of eleven letters
        {"dua", "dau"},
        {"da", ""},
        {"xau", "dau"},  // dau and mau are equally near: the first
        {"xyu", ""},     // two edits of three letters
        {"gb", "GB"},
        {"", ""},
        {"zzzzzz", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.word);
        CHECK(closest(row.word, kWords).value_or("") == row.nearest);
    }
}

TEST_CASE("another short word of two edits is no slip") {
    const Words words = {"follow", "author", "person", "window", "minute", "uniform", "table"};
    for (const std::string word : {"pillow", "anchor", "heron", "willow", "unicorn", "marble", "tabby"}) {
        CAPTURE(word);
        CHECK_FALSE(closest(word, words).has_value());
    }
    for (const std::string word : {"minuets", "miinut", "imunte"}) {
        CAPTURE(word);
        CHECK(closest(word, words) == "minute");
    }
}

TEST_CASE("the halves of a dotted name are judged on their own") {
    const Words words = {"server.rps", "database.target", "cache.memory", "peak_qps"};
    for (const std::string word : {"server.apple", "apple", "banana", "database.rivers"}) {
        CAPTURE(word);
        CHECK_FALSE(closest(word, words).has_value());
    }
    CHECK(closest("sever.rsp", words) == "server.rps");
    CHECK(closest("cahe.memroy", words) == "cache.memory");
    CHECK(closest("peak.qps", words) == "peak_qps");
}

TEST_CASE("the length of the name counts, not that of the slip") {
    const Words words = {"objects", "expect", "define", "after", "solve", "sweep", "uber", "drivers"};
    CHECK(closest("objct", words) == "objects");
    CHECK(closest("exest", words) == "expect");
    CHECK(closest("defni", words) == "define");
    CHECK(closest("atfre", words) == "after");  // two swaps
    for (const std::string word : {"silver", "sleepy", "rubber", "river"}) {
        CAPTURE(word);
        CHECK_FALSE(closest(word, words).has_value());
    }
}

TEST_CASE("of equally near names the one in the same case is taken, then the one with the same first letter") {
    CHECK(closest("Gytes", {"bytes", "GBytes"}) == "GBytes");
    const Words words = {"Gbps", "GBps"};
    CHECK(closest("GBs", words) == "GBps");
    CHECK(closest("Gbs", words) == "Gbps");
}

TEST_CASE("the dashes of an option are no letters of its name") {
    const Words options = {"--day", "--output", "--seed"};
    CHECK_FALSE(closest("--daisy", options).has_value());
    CHECK(closest("--outptu", options) == "--output");
    CHECK(closest("----seeds", options) == "--seed");
}

TEST_CASE("fewer edits may be asked for") {
    CHECK(closest("haedrom", kWords, 1) == std::nullopt);
    CHECK(closest("headrom", kWords, 1) == "headroom");
}

TEST_CASE("a very long word is like nothing") {
    const std::string longest(64, 'a');
    const std::string longer(65, 'a');
    CHECK(closest(longest, {longest}) == longest);
    CHECK_FALSE(closest(longer, {longer}).has_value());
    CHECK_FALSE(closest(std::string(200'000, 'a'), {longest}).has_value());
    CHECK_FALSE(closest(longest, {std::string_view(longer)}).has_value());
}

TEST_CASE("where nothing is near, a short list is shown") {
    CHECK(suggest("headrom", kWords).text == "did you mean 'headroom'?");
    CHECK(suggest("zzzzzz", {"a", "b", "c"}).text == "known: a, b, c");
    CHECK(suggest("zzzzzz", {}).empty());
    CHECK(suggest("zzzzzz", Words(13, "a")).text == "known: a, a, a, a, a, a, a, a, a, a, a, a, a");
    CHECK(suggest("zzzzzz", Words(14, "a")).empty());
}

}  // namespace bote::test::suggest_test
