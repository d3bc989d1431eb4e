// Where tiers stand between each other, and the peaks of their loads: the part of Reader in reader_boxes.cpp.

#include "model/reader.hpp"

#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "model/refusal.hpp"
#include "model/sample.hpp"
#include "model/worked.hpp"
#include "project/catch.hpp"

namespace bote::test::reader_boxes_test {
namespace {

std::string tiers(const std::vector<std::string>& settings) {
    std::string yaml = "tiers:\n";
    char name = 'a';
    for (const auto& each : settings) yaml += std::string("  ") + name++ + "1: {load: 1/s, after: " + each + "}\n";
    return yaml;
}

/// The peak of a tier against its load, beside objects of which one has a peak factor of 7 and one of 3.
double peak_of(const std::string& load) {
    const auto estimate = estimate_of(
        "objects:\n  one: {writes: 100/s, peak_factor: 7}\n  two: {reads: 10/s}\ntiers:\n  box: {load: " + load +
        "}\n");
    return value(estimate, "box.peak_load");
}

}  // namespace

TEST_CASE("a tier stands behind clients, a tier of every workload or one of the file") {
    CHECK(errors_of(tiers({"clients", "[app, cache]", "a1", "[a1, c1]"})).empty());
    refused({
        {tiers({"clinets"}), "2:26", {"there is no tier 'clinets' to stand behind", "did you mean 'clients'?"}},
        {tiers({"clients", "a2"}), "3:26", {"there is no tier 'a2' to stand behind"}},
        {tiers({"[app, nowhere_at_all]"}), "2:32", {"there is no tier 'nowhere_at_all' to stand behind"}},
    });
}

TEST_CASE("tiers that stand behind each other are told once for each circle, from the first of the file on") {
    refused({
        {tiers({"a1"}), "2:26", {"these tiers stand behind each other: a1 -> a1;", "remove one `after`"}},
        {tiers({"b1", "a1"}), "2:26", {"a1 -> b1 -> a1;"}},
        {tiers({"clients", "c1", "d1", "b1"}), "3:26", {"b1 -> c1 -> d1 -> b1;"}},
        {tiers({"[clients, b1]", "a1"}), "2:36", {"a1 -> b1 -> a1;"}},  // at the name that closes it
    });
    CHECK(errors_of(tiers({"b1", "c1", "a1"})).size() == 1);
    CHECK(errors_of(tiers({"[b1, c1]", "a1", "a1"})).size() == 2);
    CHECK(errors_of(tiers({"b1", "a1", "d1", "c1"})).size() == 2);
    CHECK(errors_of(tiers({"clients", "a1", "a1", "[b1, c1]"})).empty());  // two ways to one tier are no circle
}

TEST_CASE("a load of other loads has their peaks at its own peak") {
    CHECK(peak_of("one.write_qps") == near(700));
    CHECK(peak_of("two.read_qps * 2") == near(60));
    CHECK(peak_of("one.write_qps + two.read_qps / 2") == near(715));
    CHECK(peak_of("qps") == near(730));
    CHECK(peak_of("one.write_qps - two.read_qps") == near(670));
}

TEST_CASE("a load that names what has no peak, or no rate at all, has the peak factor of all") {
    CHECK(peak_of("one.writes") == near(300));  // what comes in a day has no peak of its own
    CHECK(peak_of("5/s") == near(15));
    // Behind a number a word is what is counted, whatever quantity is called that.
    CHECK(peak_of("5k qps") == near(15'000));
    CHECK(peak_of("3k deliveries/s") == near(9000));
    CHECK(peak_of("one.write_qps + 5 qps") == near(705));
    CHECK(peak_of("one.peak_write_qps") == near(2100));
    // A number that is none of them does not hinder: `spares` are machines.
    CHECK(peak_of("spares * one.write_qps") == near(1400));
    const auto own = estimate_of(
        "objects: {one: {writes: 100/s, peak_factor: 7}}\ndefine: {mine: one.write_qps}\n"
        "tiers: {box: {load: mine}}\n");
    CHECK(value(own, "box.peak_load") == near(300));
}

TEST_CASE("the peak of a load follows the load that counts") {
    const std::string yaml =
        "objects:\n  one: {writes: 100/s, peak_factor: 7}\n  two: {reads: 10/s, peak_factor: 2}\n"
        "tiers:\n  box: {load: one.write_qps}\n";
    CHECK(value(estimate_of(yaml, options({"box.load=two.read_qps"})), "box.peak_load") == near(20));
    CHECK(value(estimate_of(yaml, options({"box.peak_load=5/s"})), "box.peak_load") == near(5));
}

}  // namespace bote::test::reader_boxes_test
