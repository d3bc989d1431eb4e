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
