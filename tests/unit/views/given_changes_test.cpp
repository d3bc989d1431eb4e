// Which given values differ between two workloads.

#include "bote/views/compare.hpp"

#include <string>

#include "model/sample.hpp"
#include "project/catch.hpp"
#include "report/texts.hpp"

namespace bote::test::given_changes_test {
namespace {

struct Side {
    explicit Side(const std::string& yaml, const Overlay& over = {})
        : workload(workload_of(yaml)), overlay(over), estimate(compute_estimate(workload, overlay)) {}

    ComparedSide side() const { return {workload, overlay, estimate}; }

    Workload workload;
    Overlay overlay;
    Estimate estimate;
};

/// "dau: 1M -> 2M", in the order of the changes.
Texts changes(const Side& from, const Side& to) {
    Texts texts;
    for (const GivenChange& each : changes_between(from.side(), to.side())) {
        CHECK(each.setting.layer == Layer::option);
        texts.push_back(each.setting.key.text + ": " + each.from + " -> " + each.to);
    }
    return texts;
}

const std::string kPosts = "dau: 1M\nwrites_per_user: 1/day\nobject_size: 1 KB\n";

}  // namespace

TEST_CASE("what the second gives otherwise is a change, what is another text for the same is none") {
    CHECK(changes(Side(kPosts), Side("dau: 1000 * 1k\nwrites_per_user: 1/day\nobject_size: 2 KB\n")) ==
          Texts{"object_size: 1 KB -> 2 KB"});
    CHECK(changes(Side(kPosts), Side(kPosts + "replication: 3\n")).empty());  // as by default
    CHECK(changes(Side(kPosts), Side(kPosts + "replication: 2\n")) == Texts{"replication: 3 -> 2"});
    // What the first alone gives is no value of the second.
    CHECK(changes(Side(kPosts + "replication: 2\n"), Side(kPosts)).empty());
    CHECK(changes(Side(kPosts), Side(kPosts + "retention: 1 day\nsession_length: 5 min\n")) ==
          Texts{"retention: 5 years -> 1 day", "session_length:  -> 5 min"});
}

TEST_CASE("a formula that both have follows what changes, and is no change of its own") {
    const std::string read = "object_size: 1 KB\nreads: dau * 9/day\nwrites: reads / 10\n";
    CHECK(changes(Side("dau: 1M\n" + read), Side("dau: 2M\n" + read)) == Texts{"dau: 1M -> 2M"});
    CHECK(changes(Side("dau: 1M\n" + read), Side("dau: 1M\n" + read, options({"writes=reads / 5"}))) ==
          Texts{"writes: 900k/day -> 1.8M/day"});  // of 9M reads
}

TEST_CASE("an option comes in place of what the file says, at the end") {
    const Side to("dau: 2M\nwrites_per_user: 3/day\nobject_size: 1 KB\n", options({"dau=4M"}));
    CHECK(changes(Side(kPosts), to) == Texts{"writes_per_user: 1/day -> 3/day", "dau: 1M -> 4M"});
    CHECK(changes(Side(kPosts), Side(kPosts, options({"dau=1M"}))).empty());
}

TEST_CASE("a value of a tier has its name") {
    const std::string tiers = "tiers:\n  edge: {load: 100/s, rps: ";
    CHECK(changes(Side(tiers + "5/s}\n"), Side(tiers + "10/s}\n")) == Texts{"edge.rps: 5/s -> 10/s"});
}

TEST_CASE("a value of an object has its name, and a default of all objects its own") {
    const std::string posts = "objects:\n  post: {writes: 1/s, object_size: 1 KB}\n  photo: {writes: 2M/day}\n";
    const std::string others =
        "retention: 48 h\nobjects:\n  post: {writes: 1/s, object_size: 1 KB}\n  photo: {writes: 5M/day}\n";
    const Side from("retention: 1 day\n" + posts);
    CHECK(changes(from, Side(others)) == Texts{"retention: 1 day -> 2 days", "photo.writes: 2M/day -> 5M/day"});
    for (const auto& each : changes_between(from.side(), Side(others).side())) CHECK_FALSE(each.setting.group);
}

}  // namespace bote::test::given_changes_test
