// How a problem is put: nothing that is counted or left out is to be guessed.

#include "bote/practice/problem.hpp"
#include "model/sample.hpp"
#include "practice/talk.hpp"
#include "project/catch.hpp"

namespace bote::test {
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

}  // namespace bote::test
