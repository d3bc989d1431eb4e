// Which quantities are asked for, in which order, and in which words.

#include "bote/practice/problem.hpp"
#include "model/sample.hpp"
#include "practice/planted.hpp"
#include "project/catch.hpp"

namespace bote::test::questions_test {
namespace {

using Names = std::vector<std::string>;

Names asked(const Problem& problem) {
    Names names;
    for (const Prompt& prompt : problem.prompts) names.emplace_back(problem.estimate.model[prompt.quantity].name);
    return names;
}

Problem posed(std::string_view yaml, const PosingOptions& options = {}) {
    return pose(estimate_of(std::string(yaml)), options);
}

/// The text of the question for a quantity; empty where it is not asked for.
std::string text_of(const Problem& problem, std::string_view quantity) {
    for (const Prompt& prompt : problem.prompts) {
        if (problem.estimate.model[prompt.quantity].name == quantity) return prompt.text;
    }
    return "";
}

constexpr std::string_view kReadings =
    "objects:\n  reading:\n    writes: 1M/day\n    object_size: 100 B\n    key.length: 6\n";

}  // namespace

TEST_CASE("a topic is found by its name and no other, and `any` is none to ask for") {
    CHECK(topic_names() == "traffic, storage, network, cache, servers, keys, tiers");
    for (const Topic topic :
         {Topic::traffic, Topic::storage, Topic::network, Topic::cache, Topic::servers, Topic::keys, Topic::tiers})
        CHECK(topic_named(name_of(topic)) == topic);
    CHECK(name_of(Topic::keys) == "keys");
    for (const std::string_view none : {"any", "", "Traffic", "key"}) CHECK_FALSE(topic_named(none));
}

TEST_CASE("a quantity is of the topic that asks for it, under the name of an object as well") {
    CHECK(topic_of("write_qps") == Topic::traffic);
    CHECK(topic_of("photo.write_qps") == Topic::traffic);
    CHECK(topic_of("photo.key.space") == Topic::keys);
    CHECK(topic_of("peak_egress") == Topic::network);
    CHECK(topic_of("cache.servers") == Topic::cache);
    CHECK(topic_of("database.servers") == Topic::servers);
    CHECK(topic_of("app.servers") == Topic::tiers);
    CHECK(topic_of("app.machines") == Topic::servers);
    CHECK(topic_of("machines") == Topic::tiers);
    CHECK(topic_of("my_write_qps") == Topic::any);
    CHECK(topic_of("latency") == Topic::any);
}

TEST_CASE("a topic asks for what leads to it and for its own, and for one more where that is wished for") {
    CHECK(asked(posed(kLinks, {Topic::cache, {}, ""})) ==
          Names{"read_qps", "cache_memory", "database_read_qps", "cache.servers"});
    CHECK(asked(posed(kLinks, {Topic::tiers, {}, ""})) ==
          Names{"peak_qps", "app.servers", "cache.machines", "database.machines", "machines"});
    CHECK(asked(posed(kLinks, {Topic::cache, {}, "write_qps"})).front() == "write_qps");
    CHECK(asked(posed(kLinks, {Topic::any, {}, "egress"})).at(5) == "egress");
}

TEST_CASE("neither what is given, nor the same value again, nor nothing at all is asked for") {
    // 86.4M a day are 1k/s, which is the peak as well.
    const Problem flat = posed("writes: 86.4M/day\nobject_size: 1 KB\npeak_factor: 1\nstorage: 5 PB\n");
    CHECK(text_of(flat, "write_qps") == "Writes a second, on average?");
    CHECK(text_of(flat, "peak_qps").empty());
    CHECK(text_of(flat, "storage").empty());
    CHECK(asked(posed("writes: 0/day\nreads: 1M/day\nobject_size: 1 KB\n")).front() == "read_qps");
}

TEST_CASE("one object is asked for by its noun and verb, several by writes and reads") {
    const Problem photos = posed(
        "dau: 10M\nobjects:\n  photo:\n    writes_per_user: 2/day\n    reads_per_user: 9/day\n"
        "    object_size: 300 KB\n",
        {Topic::any, {"uploads", "views"}, ""});
    CHECK(text_of(photos, "write_qps") == "Photos uploaded a second, on average?");
    CHECK(text_of(photos, "read_qps") == "Photos viewed a second, on average?");
    CHECK(text_of(photos, "peak_qps") == "Requests a second at the peak, reads and writes together?");
    const PosingOptions sent{Topic::keys, {"sends", "reads"}, "peak_qps"};
    const Problem readings = posed(kReadings, sent);
    CHECK(text_of(readings, "peak_qps") == "Readings sent a second at the peak?");
    CHECK(text_of(readings, "retained_objects") == "How many readings are kept in the end?");
    CHECK(text_of(readings, "reading.key.space") == "How many different keys are there?");  // of the only object
    const Problem batched = posed("objects:\n  post:\n    reads: 9M/day\n    read_size: 1 KB\n    items_per_read: 20\n",
                                  {Topic::any, {"writes", "opens"}, "peak_qps"});
    CHECK(text_of(batched, "read_qps") == "Reads a second, on average?");
    CHECK(text_of(batched, "peak_qps") == "Reads a second at the peak?");
    CHECK(text_of(posed(std::string(kLinks) + "index_overhead: 20%\n"), "new_data") ==
          "New data a day, one copy, its indexes included?");
    CHECK(text_of(posed(kTwoObjects, sent), "peak_qps") == "Requests a second at the peak?");
    CHECK(text_of(posed(kTwoObjects), "write_qps") == "Writes a second, on average?");
}

TEST_CASE("where traffic grows each question says of which moment, and elsewhere of none") {
    const Problem grown = posed(std::string(kLinks) + "growth: 40%\nhorizon: 3 years\n");
    CHECK(text_of(grown, "write_qps") == "Writes a second, on average, in 3 years?");
    CHECK(text_of(grown, "new_data") == "New data a day, one copy, as of today?");
    CHECK(text_of(grown, "storage") == "Disk to buy for all that is kept, in 3 years?");
    CHECK(text_of(posed(kLinks), "storage") == "Disk to buy for all that is kept?");
}

TEST_CASE("facts that were told with an earlier question are not told again") {
    const Problem tiers = posed(kLinks, {Topic::tiers, {}, ""});
    REQUIRE(tiers.prompts.size() == 5);
    CHECK(tiers.prompts[0].facts.empty());
    CHECK(tiers.prompts[1].facts.starts_with("a server answers"));
    CHECK(tiers.prompts[2].facts.starts_with("a cache server"));
    CHECK(tiers.prompts[3].facts.starts_with("a storage server"));
    CHECK(tiers.prompts[4].facts == "machines as above");
}

TEST_CASE("a question knows its unit, the words of its objects, and whether it says the second itself") {
    const Problem readings = posed(kReadings, {Topic::any, {"sends", "reads"}, ""});
    const Prompt& writes = readings.prompts.front();
    CHECK(writes.text == "Readings sent a second, on average?");
    CHECK(writes.measure.says_time);
    CHECK(writes.measure.words == Names{"reading", "readings"});
    CHECK(writes.measure.display == readings.estimate.model[writes.quantity].display);
    for (const Prompt& prompt : readings.prompts)
        CHECK(prompt.measure.says_time == (prompt.text.find("a second") != std::string::npos));
    CHECK(readings.title == readings.estimate.model.name);
}

}  // namespace bote::test::questions_test
