#include "model/loader_boxes.hpp"

#include <string>
#include <vector>

#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/contains.hpp"

namespace bote::test::loader_boxes_test {
namespace {

Workload loaded(const std::string& yaml, void (*load)(YamlEntry&, Workload&)) {
    YamlNode root = read_yaml(make_source("test.yaml", yaml));
    Workload workload;
    load(root.entries.front(), workload);
    return workload;
}

std::vector<std::string> texts(const std::vector<Text>& list) {
    std::vector<std::string> found;
    for (const auto& each : list) found.push_back(each.text);
    return found;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("an object has its quantities, and no sections") {
    const Workload workload =
        loaded("objects: {tweet: {writes: 5/s, cache: {window: 1 h}, expect: 5}}\n", load_objects);
    CHECK(workload.has_objects);
    REQUIRE(workload.objects.size() == 1);
    CHECK(workload.objects[0].name.text == "tweet");
    REQUIRE(workload.objects[0].settings.size() == 2);
    CHECK(workload.objects[0].settings[1].key.text == "cache.window");
    REQUIRE(workload.errors.size() == 1);
    CHECK(workload.errors[0].what == "'expect' belongs to the top level, not into the object 'tweet'");
}

TEST_CASE("an empty object is kept and said, an empty list of objects only said") {
    const Workload one = loaded("objects: {tweet: {}}\n", load_objects);
    CHECK(one.objects.size() == 1);
    REQUIRE(one.errors.size() == 1);
    CHECK(one.errors[0].what == "the object 'tweet' is empty");
    const Workload none = loaded("objects: {}\n", load_objects);
    CHECK_FALSE(none.has_objects);
    CHECK(none.errors.size() == 1);
}

TEST_CASE("a tier may be a name alone, or have a kind, a title, its objects, its predecessors and quantities") {
    const Workload workload = loaded(
        "tiers:\n  gateway:\n  feed: {kind: redis, title: Timelines, stores: [post, like], after: gateway, load: "
        "qps}\n",
        load_tiers);
    CHECK(workload.errors.empty());
    REQUIRE(workload.tiers.size() == 2);
    CHECK(workload.tiers[0].name.text == "gateway");
    CHECK(workload.tiers[0].settings.empty());
    const TierSection& feed = workload.tiers[1];
    REQUIRE(feed.kind);
    CHECK(feed.kind->text == "redis");
    REQUIRE(feed.title);
    CHECK(feed.title->text == "Timelines");
    CHECK(texts(feed.stores) == Names{"post", "like"});
    CHECK(texts(feed.after) == Names{"gateway"});
    REQUIRE(feed.settings.size() == 1);
    CHECK(feed.settings[0].key.text == "load");
}

TEST_CASE("what a tier stores is a name or a list of names") {
    const Workload workload = loaded("tiers: {feed: {stores: [[post], like], after: {a: b}}}\n", load_tiers);
    REQUIRE(workload.errors.size() == 2);
    CHECK(one_line(workload.errors[0]) == "1:16: 'stores' takes a list of objects; write `stores: [image, video]`");
    CHECK(one_line(workload.errors[1]) == "1:40: 'after' takes a list of tiers, not a map; write `after: gateway`");
    REQUIRE(workload.tiers.size() == 1);
    CHECK(texts(workload.tiers[0].stores) == Names{"like"});
}

TEST_CASE("quantities that are not indented below their object are told once") {
    const auto errors = errors_of("objects:\n  tweet:\n  writes: 5/s\n  object_size: 1 KB\n");
    CHECK(errors.size() == 1);
    CHECK(contains(errors.front(), "indent the lines below `tweet:`"));
}

}  // namespace bote::test::loader_boxes_test
