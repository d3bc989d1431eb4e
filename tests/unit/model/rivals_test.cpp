#include "model/rivals.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "model/plan.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::rivals_test {
namespace {

struct Found {
    explicit Found(const std::string& yaml, const Overlay& overlay = {})
        : plan(workload_of(yaml), overlay), rivals(find_rivals(*plan.graph)) {}

    /// "new_data: writes object_size", one for each.
    [[nodiscard]] std::vector<std::string> lines() const {
        std::vector<std::string> result;
        for (const RivalOfNode& each : rivals) {
            result.push_back(plan.nodes.name(each.id) + ":");
            for (const NodeIndex because : each.because) result.back() += " " + plan.nodes.name(because);
        }
        return result;
    }

    Plan plan;
    std::vector<RivalOfNode> rivals;
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("what would form a cycle without a given value has no rival") {
    CHECK(Found("reads: 5/day\nobject_size: 1 KB\nservers: 2\npeak_factor: machines\n").lines().empty());
    CHECK(Found("reads: 5/s\nobject_size: 1 KB\npeak_qps: 9/s\nbusy_hours: servers / 2 * 1 s\n").lines().empty());
}

TEST_CASE("an object that says otherwise than the policy of all objects contradicts nobody") {
    const std::string objects =
        "objects:\n  a1: {reads: 1M/day, object_size: 1 MB, cdn_share: 50%, hot_age: 1 day}\n"
        "  b1: {reads: 1M/day, object_size: 1 MB}\n";
    CHECK(Found("cdn_share: 90%\nhot_age: 30 days\n" + objects).lines().empty());
}

TEST_CASE("the steps to a rival end with the given quantity, each behind those that it reads") {
    const Found found("writes: 1M/day\nobject_size: 1 KB\nnew_data: 5 GB/day\n");
    REQUIRE(found.lines() == Lines{"new_data: writes object_size"});
    const RivalOfNode& rival = found.rivals.front();
    CHECK_FALSE(rival.is_at_least);
    for (std::size_t i = 0; i < rival.formulas.size(); ++i) {
        for (const int name : rival.formulas[i].names) {
            CHECK(name < static_cast<int>(i));
            CHECK(name >= RivalFormula::kAbsent);
        }
    }
    CHECK(rival.formulas.back().names.size() == 2);  // writes * stored_size
    CHECK(count_names(rival.formulas.back().tree) == 2);
}

TEST_CASE("words count 1, and a part that nobody says makes a rival a least") {
    const Found words("writes: 5k/s\nwrite_qps: 3k/s\ndefine: {a: 2 users}\n");
    CHECK(words.lines() == Lines{"write_qps: writes"});
    const Found own("dau: 10M\nwrites: dau * 2 tweets/day\nwrite_qps: 3k/s\n");
    REQUIRE(own.lines() == Lines{"write_qps: writes dau"});
    // Of `qps` the reads are not known: the writes are the least that it is.
    const Found least("qps: 5k/s\nwrites: 9k/s\n");
    REQUIRE(least.lines() == Lines{"qps: writes"});
    CHECK(least.rivals.front().is_at_least);
    const auto& names = least.rivals.front().formulas.back().names;
    CHECK(std::count(names.begin(), names.end(), RivalFormula::kAbsent) == 1);
    CHECK_FALSE(Found("qps: 5k/s\nwrites: 9k/s\nreads: 1/s\n").rivals.front().is_at_least);
}

TEST_CASE("what rests on a default, or is one unless it is said, has no rival") {
    for (const auto* yaml : {
             "writes: 1M/day\npeak_write_qps: 100/s\n",                         // times a peak factor of 3
             "writes: 1M/day\nobject_size: 1 KB\nupload_size: 5 KB\n",          // usually the object
             "writes: 1M/day\nobject_size: 1 KB\nreplication: 2\n",             // has a default
             "writes: 1M/day\nobject_size: 1 KB\ndefine: {new_one: writes}\n",  // of the file itself
             "reads: 5/s\nread_write_ratio: 5:1\n",                             // only found backwards
             "server.rps: 5k/s\nwrites: 1/s\n",                                 // what a machine can do
         }) {
        CAPTURE(yaml);
        CHECK(Found(yaml).rivals.empty());
    }
    CHECK(Found("writes: 1M/day\npeak_factor: 2\npeak_write_qps: 100/s\n").lines() ==
          Lines{"peak_write_qps: writes peak_factor"});
}

TEST_CASE("a value that only tells another one contradicts nobody") {
    CHECK(Found("qps: 1k/s\nbusy_qps: 3k/s\n").rivals.empty());                         // it tells the busy hours
    CHECK(Found("qps: 1k/s\nbusy_hours: 12 h\nbusy_qps: 3k/s\n").lines().size() == 1);  // which are said here
}

TEST_CASE("what a profile says is no rival, and makes none") {
    Overlay profile;
    profile.profile = workload_of("peak_factor: 2\n").settings;
    for (auto& setting : profile.profile) setting.layer = Layer::profile;
    CHECK(Found("writes: 1M/day\npeak_write_qps: 100/s\n", profile).rivals.empty());
    for (auto& setting : profile.profile) setting.layer = Layer::file;
    CHECK(Found("writes: 1M/day\npeak_write_qps: 100/s\n", profile).rivals.size() == 1);
}

}  // namespace bote::test::rivals_test
