// What the settings are that a failure lays over a workload.

#include "bote/views/failures.hpp"

#include <string>
#include <vector>

#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"
#include "report/texts.hpp"

namespace bote::test::failure_overlay_test {
namespace {

// At the peak 3k writes and 30k reads a second, a server 1k/s of 70%: 48 servers and two spares.
const std::string kLookups =
    "writes: 86.4M/day\nreads: 864M/day\nobject_size: 1 KB\nretention: 10 days\napp.rps: 1k/s\n";

Overlay laid(const std::string& failure, const std::string& yaml, const Overlay& overlay = {}) {
    return with_failure(*find_failure(failure), workload_of(yaml), overlay);
}

Texts texts_of(const std::vector<Setting>& settings) {
    Texts texts;
    for (const Setting& each : settings) texts.push_back(each.key.text + "=" + each.value.text);
    return texts;
}

const Setting* setting_of(const std::vector<Setting>& settings, const std::string& name) {
    for (const Setting& each : settings) {
        if (each.key.text == name) return &each;
    }
    return nullptr;
}

}  // namespace

TEST_CASE("the machines that were planned count where nobody says otherwise, as do three zones") {
    const Overlay overlay = laid("zone-down", kLookups);
    CHECK(overlay.failure == find_failure("zone-down"));
    CHECK(texts_of(overlay.options) == Texts{"zones_down=1"});
    REQUIRE_FALSE(overlay.profile.empty());
    CHECK(texts_of(overlay.profile).front() == "zones=3");
    const Setting* fleet = setting_of(overlay.profile, "app.fleet");
    REQUIRE(fleet != nullptr);
    CHECK(fleet->value.text == "50");
    CHECK(fleet->implied);
    CHECK(fleet->layer == Layer::profile);
    CHECK_FALSE(overlay.profile.front().implied);
    CHECK(overlay.profile.front().layer == Layer::profile);
    CHECK(setting_of(laid("server-down", kLookups).profile, "zones") == nullptr);
    CHECK(value(estimate_of(kLookups + "app.fleet: 7\n", laid("zone-down", kLookups)), "app.fleet") == 7);
}

TEST_CASE("how busy the machines are before the failure is laid over too") {
    // 33k requests a second at the peak on 50 machines of 1k/s
    const Estimate estimate = estimate_of(kLookups, laid("server-down", kLookups));
    CHECK(value(estimate, "app.fleet_use_before") == near(0.66));
    CHECK(setting_of(laid("server-down", kLookups).profile, "app.fleet_use_before")->implied);
}

TEST_CASE("what a failure changes gives way to what the command line sets, and what it multiplies does not") {
    const Overlay cold = laid("cold-cache", kLookups, options({"hit_ratio=50%"}));
    CHECK(texts_of(cold.options) == Texts{"hit_ratio=0%", "hit_ratio=50%"});
    CHECK(value(estimate_of(kLookups, cold), "hit_ratio") == 0.5);
    const Overlay tenfold = laid("10x", "writes: 1 / 2 s + 1/s\n", options({"writes=3/s"}));
    CHECK(texts_of(tenfold.options) == Texts{"writes=3/s", "writes=(3/s) * 10"});
    CHECK(texts_of(laid("10x", "writes: 1 / 2 s + 1/s\n").options) == Texts{"writes=(1 / 2 s + 1/s) * 10"});
}

TEST_CASE("what is there already is not ten times as much, and bytes that come in are") {
    const Texts multiplied = texts_of(
        laid("10x", "existing: 5M\nobject_size: 1 KB\nwrites: 1/s\ningress: 5 MB/s\nretention: 1 year\n").options);
    CHECK(multiplied == Texts{"writes=(1/s) * 10", "ingress=(5 MB/s) * 10"});
}

TEST_CASE("a cache is emptied once for each object that it has a share of") {
    const std::string objects =
        "objects:\n  a: {reads: 1M/day, object_size: 1 KB}\n  b: {reads: 1M/day, object_size: 1 KB, hit_ratio: 0%}\n"
        "  c: {writes: 1M/day, object_size: 1 KB}\n";
    CHECK(texts_of(laid("cold-cache", objects).options) == Texts{"a.hit_ratio=0%"});
}

TEST_CASE("expectations of the failure alone do not hinder the plan without it") {
    const std::string expecting = kLookups + "expect: [app.fleet_use < 1%]\n";
    CHECK(laid("server-down", expecting).failure != nullptr);
    CHECK(errors_of(expecting, laid("server-down", expecting)).empty());
}

}  // namespace bote::test::failure_overlay_test
