// How a problem is put: nothing that is counted or left out is to be guessed.

#include "bote/practice/problem.hpp"

#include <algorithm>
#include <set>

#include "bote/model/embedded.hpp"
#include "model/sample.hpp"
#include "practice/hints.hpp"
#include "practice/talk.hpp"
#include "project/catch.hpp"

namespace bote::test::posing_test {
namespace {

Problem posed(const std::string& yaml, Topic topic = Topic::any) {
    return pose(estimate_of(yaml), {topic, {"sends", "reads"}, ""});
}

std::string texts(const Problem& problem) {
    std::string all;
    for (const auto& sentence : problem.sentences) all += sentence + " ";
    for (const auto& prompt : problem.prompts) all += prompt.text + " (" + prompt.facts + ") ";
    return all;
}

}  // namespace

TEST_CASE("where messages are sent and pushed but not asked for, the peak is that of what is sent") {
    const std::string chat =
        "objects:\n  message:\n    writes: 2 billion/day\n    object_size: 100 B\n    recipients: 2\n";
    CHECK(contains(texts(posed(chat)), "Messages sent a second at the peak?"));
    CHECK(contains(texts(posed(chat)), "Each is pushed to 2 other people; a push is no request."));
    CHECK(contains(texts(posed(std::string(chat) + "    reads: 3 billion/day\n")),
                   "Requests a second at the peak, reads and writes together?"));
}

TEST_CASE("new data is asked for with its indexes where there are any") {
    const std::string rows = "dau: 10M\nwrites_per_user: 2/day\nobject_size: 250 B\n";
    CHECK(contains(texts(posed(rows)), "New data a day, one copy?"));
    CHECK(contains(texts(posed(rows + "index_overhead: 20%\n")), "New data a day, one copy, its indexes included?"));
}

TEST_CASE("what a machine may be loaded to is said as such") {
    const std::string rows = "dau: 100M\nwrites_per_user: 20/day\nobject_size: 250 B\napp.target: 60%\n";
    CHECK(contains(texts(posed(rows)), "load it to at most 60%"));
}

TEST_CASE("how long keys last is not asked while traffic grows, which takes a logarithm") {
    const std::string codes = "writes: 1M/day\nobject_size: 500 B\nretention: 1 year\nkey.length: 6\n";
    CHECK(contains(texts(posed(codes, Topic::keys)), "How long do the keys last?"));
    CHECK_FALSE(contains(texts(posed(codes + "growth: 20%\nhorizon: 2 years\n", Topic::keys)), "do the keys last"));
}

TEST_CASE("what a cache keeps is told with the time whose reads it is made for") {
    const std::string rows = "reads: 8.64M/day\nread_size: 1 KB\n";
    CHECK(contains(texts(posed(rows)), "20% of a day's reads are worth keeping in memory."));
    const std::string all = texts(posed(rows + "cache_window: 30 s\nhot_fraction: 100%\n"));
    CHECK(contains(all, "100% of what is read in 30 s is worth keeping in memory."));
    CHECK_FALSE(contains(all, "a day's reads"));
    const std::string two =
        texts(posed("objects:\n  page:\n    reads: 8M/day\n    read_size: 1 KB\n    cache_window: 10 min\n"
                    "  part:\n    reads: 9M/day\n    read_size: 2 KB\n"));
    CHECK(contains(two, "20% of what is read in that time is worth keeping in memory."));
    CHECK(contains(two, "The cache is made for the reads of 10 min."));
    CHECK(contains(two, "The cache is made for the reads of 1 day."));
}

TEST_CASE("what is assumed to start empty is said to") {
    const std::string rows = "writes: 1M/day\nobject_size: 500 B\ngrowth: 20%\nhorizon: 2 years\n";
    const std::string_view empty = "Nothing is stored today.";
    CHECK(contains(texts(posed(rows + "retention: 5 years\n")), empty));
    // What is kept for a year is full in two, and what exists already is told.
    CHECK_FALSE(contains(texts(posed(rows + "retention: 1 year\n")), empty));
    CHECK_FALSE(contains(texts(posed(rows + "retention: 5 years\nexisting: 10M\n")), empty));
    CHECK_FALSE(contains(texts(posed("writes: 1M/day\nobject_size: 500 B\n")), empty));
}

TEST_CASE("where one read returns several objects, reads are asked for and not what is read") {
    const std::string feed = "objects:\n  post:\n    writes: 1M/day\n    object_size: 1 KB\n";
    const std::string users = "dau: 1M\n";
    const std::string several = texts(posed(users + feed + "    reads_per_user: 5/day\n    items_per_read: 10\n"));
    CHECK(contains(several, "Each user reads 5 times a day."));
    CHECK(contains(several, "One read returns 10 posts."));
    CHECK(contains(several, "Reads a second, on average?"));
    CHECK(contains(texts(posed(users + feed + "    reads_per_user: 5/day\n")), "Posts read a second, on average?"));
}

TEST_CASE("nouns without a plural stay as they are") {
    CHECK(plural_of("media") == "media");
    CHECK(plural_of("raw_footage") == "raw footage");
    CHECK(plural_of("metadata") == "metadata");
    CHECK(plural_of("datum") == "datums");
    CHECK(plural_of("photo") == "photos");
}

TEST_CASE("a value that the text tells is not asked for; the same in another unit is") {
    const auto asks = [](const Problem& problem, std::string_view text) {
        return std::any_of(problem.prompts.begin(), problem.prompts.end(),
                           [&](const Prompt& prompt) { return prompt.text.find(text) != std::string::npos; });
    };
    const std::string size = "\nread_size: 1 KB\n";
    CHECK_FALSE(asks(posed("reads: 300/s" + size), "a second, on average"));
    CHECK(asks(posed("reads: 500M/month" + size), "a second, on average"));
    CHECK_FALSE(asks(posed("reads: 300/s\ncache_memory: 41 MB" + size), "Memory for the cache"));
}

TEST_CASE("what is a formula in the file is told as its value, and the working starts from that") {
    const std::string yaml =
        "dau: 250M\nobjects:\n  tweet:\n    writes_per_user: 3/day\n    object_size: 250 B\n  image:\n"
        "    writes: tweet.writes * 10%\n    object_size: 200 KB\n  ping:\n    writes: 1M / 3 s\n    object_size: 10 B "
        "+ 9 B\n"
        "  clip:\n    writes: 500 hours/min / 1 min\n    object_size: 5 * 5 KB\n";
    const std::vector<std::string> told = told_settings(posed(yaml));
    const std::vector<std::string> expected{"image.writes=75M/day", "ping.writes=333k/s", "ping.object_size=19 B",
                                            "clip.writes=1.8M/h", "clip.object_size=25 KB"};
    CHECK(std::set<std::string>(told.begin(), told.end()) == std::set<std::string>(expected.begin(), expected.end()));
    CHECK(told_settings(posed("writes: 500M/month\nobject_size: 500 B\nretention: 5 years\n")).empty());
}

TEST_CASE("every number in the working of a preset is one that its text tells") {
    for (const auto* name : {"twitter", "whatsapp", "youtube", "uber", "rate-limiter", "ten-million-concurrent"}) {
        CAPTURE(name);
        const auto files = embedded_presets();
        const auto file = std::find_if(files.begin(), files.end(), [&](const auto& each) { return each.name == name; });
        REQUIRE(file != files.end());
        const std::string yaml(file->text);
        const Overlay told = options(told_settings(pose(estimate_of(yaml), {})));
        const Problem problem = pose(estimate_of(yaml, told), {});
        CHECK(told_settings(problem).empty());
        const Hints hints(problem.estimate);
        for (const auto& prompt : problem.prompts) {
            for (const auto* untold : {"5% =", "x 2.5", " / 3 s", " / 30 s", "500 hours", "10k + 100k"})
                CHECK(hints.aloud(prompt.quantity).find(untold) == std::string::npos);
        }
    }
}

TEST_CASE("whether one database server does the reads that miss is decided by its network, too") {
    // 864M reads of 1 MB a day are 10k/s, 30k/s at the peak, 6k/s of them past the cache: 6 GB/s, or 48 Gbps.
    const Problem large = posed("reads: 864M/day\nread_size: 1 MB\n", Topic::servers);
    REQUIRE(large.decision);
    CHECK(large.decision->rule == "read_replicas");
    CHECK_FALSE(large.decision->yes);
    CHECK(contains(large.decision->because, "48 Gbps > 10 Gbps"));
    const Problem small = posed("reads: 864M/day\nread_size: 1 KB\n", Topic::servers);
    REQUIRE(small.decision);
    CHECK(small.decision->yes);
    CHECK(contains(small.decision->because, "6k/s <= 10k/s and 48 Mbps <= 10 Gbps"));
}

TEST_CASE("rates are told in the words of their time") {
    CHECK(contains(texts(posed("writes: 30k/h\nobject_size: 500 B\n")), "30k are sent an hour."));
    CHECK(contains(texts(posed("writes: 30k/min\nobject_size: 500 B\n")), "30k are sent a minute."));
}

TEST_CASE("whether one server takes the writes or the reads is decided by its network, too") {
    // 10M users write 20 MB twice a day: 694 writes a second at the peak, which are 13.9 GB/s, or 111 Gbps.
    const Problem files = posed("dau: 10M\nwrites_per_user: 2/day\nobject_size: 20 MB\n", Topic::traffic);
    REQUIRE(files.decision);
    CHECK(files.decision->rule == "write_shards");
    CHECK_FALSE(files.decision->yes);
    CHECK(contains(files.decision->text, "its network carries 10 Gbps"));
    CHECK(contains(files.decision->because, "111 Gbps > 10 Gbps"));
    const Problem rows = posed("dau: 10M\nwrites_per_user: 2/day\nobject_size: 200 B\n", Topic::traffic);
    REQUIRE(rows.decision);
    CHECK(rows.decision->yes);
    CHECK(contains(rows.decision->because, "694/s <= 10k/s and 1.11 Mbps <= 10 Gbps"));
}

}  // namespace bote::test::posing_test
