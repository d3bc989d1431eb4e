// What the named failures do to a workload whose numbers are worked out by hand.

#include "bote/views/failures.hpp"

#include <map>
#include <string>

#include <nlohmann/json.hpp>

#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/command.hpp"
#include "project/near.hpp"

namespace bote::test::failures_test {
namespace {

using Verdict = Strain::Verdict;

// At the peak 3k writes and 30k reads a second of 1 KB: 33 application servers of 1k/s in full use, of which 70% are
// planned for (48, and two spares); 0.3 caches by requests, 2 by memory, and two spares; 15k disk operations of 10k/s.
const std::string kLookups =
    "writes: 86.4M/day\nreads: 864M/day\nobject_size: 1 KB\nretention: 10 days\napp.rps: 1k/s\n";

Outcome bote(const std::string& line) { return run_command(parse_command("bote " + line)); }

Estimate estimate_in(const std::string& failure, const std::string& yaml, const Overlay& overlay = {}) {
    const Workload workload = workload_of(yaml);
    return compute_estimate(workload, with_failure(*find_failure(failure), workload, overlay));
}

std::map<std::string, Strain> strains_in(const std::string& failure, const std::string& yaml = kLookups,
                                         const Overlay& overlay = {}) {
    std::map<std::string, Strain> by_tier;
    for (Strain& strain : strains_of(estimate_in(failure, yaml, overlay))) by_tier[strain.tier] = std::move(strain);
    return by_tier;
}

struct Expected {
    std::string tier;
    double machines;
    double left;
    double before;
    double use;
    double needed;
    Verdict verdict;
};

void check_strains(const std::string& failure, const std::vector<Expected>& expected) {
    const auto strains = strains_in(failure);
    CHECK(strains.size() == expected.size());
    for (const Expected& each : expected) {
        CAPTURE(failure, each.tier);
        const Strain& strain = strains.at(each.tier);
        CHECK(strain.machines.value == each.machines);
        CHECK(strain.left.value == each.left);
        REQUIRE(strain.use_before);
        CHECK(strain.use_before->value == near(each.before));
        REQUIRE(strain.use);
        CHECK(strain.use->value == near(each.use));
        CHECK(strain.needed.value().value == each.needed);
        CHECK(strain.verdict == each.verdict);
    }
}

std::string error_of(const std::string& failure, const std::string& yaml) {
    try {
        estimate_in(failure, yaml);
    } catch (const InputError& problem) {
        return one_line(problem.errors().front());
    }
    return "";
}

}  // namespace

TEST_CASE("with a zone down a third of each tier's machines is gone, and the others carry the load") {
    // 50 - 17 are exactly busy; of 72 machines 48 would be left.
    check_strains("zone-down", {{"app", 50, 33, 0.66, 1, 72, Verdict::above_target},
                                {"cache", 4, 2, 0.075, 0.15, 2, Verdict::holds},
                                {"database", 3, 2, 0.5, 0.75, 3, Verdict::holds}});
}

TEST_CASE("the zones that the file gives count, and each tier may have its own") {
    const auto strains =
        strains_in("zone-down", kLookups + "zones: 5\ntiers: {edge: {load: 1k/s, rps: 1k/s, zones: 2}}");
    CHECK(strains.at("app").left.value == 40);
    CHECK(strains.at("edge").machines.value == 7);  // 3k/s of 700/s each, and two spares
    CHECK(strains.at("edge").left.value == 3);
    CHECK(strains.at("edge").use->value == near(1));
    CHECK(strains.at("edge").needed.value().value == 10);
}

TEST_CASE("with a server down each tier has one machine less") {
    check_strains("server-down", {{"app", 50, 49, 0.66, 33.0 / 49, 49, Verdict::holds},
                                  {"cache", 4, 3, 0.075, 0.1, 2, Verdict::holds},
                                  {"database", 3, 2, 0.5, 0.75, 3, Verdict::holds}});
}

TEST_CASE("with a cold cache all reads reach the database") {
    check_strains("cold-cache", {{"app", 50, 50, 0.66, 0.66, 50, Verdict::holds},
                                 {"cache", 4, 4, 0.075, 0.075, 4, Verdict::holds},
                                 {"database", 3, 3, 0.5, 1.3, 4, Verdict::falls_over}});  // 39k/s
}

TEST_CASE("ten times the load meets the machines that were planned for the load") {
    // A cache of 1.728 TB; disk operations rather than disk space ask for most databases.
    check_strains("10x", {{"app", 50, 50, 0.66, 6.6, 474, Verdict::falls_over},
                          {"cache", 4, 4, 0.075, 0.75, 16, Verdict::holds},
                          {"database", 3, 3, 0.5, 5, 15, Verdict::falls_over}});
}

TEST_CASE("without a region half of the machines carry the load of all") {
    check_strains("region-loss", {{"app", 50, 25, 0.66, 1.32, 96, Verdict::falls_over},
                                  {"cache", 4, 2, 0.075, 0.15, 2, Verdict::holds},
                                  {"database", 3, 1, 0.5, 1.5, 4, Verdict::falls_over}});
    CHECK(strains_in("region-loss", kLookups + "regions: 5\n").at("app").left.value == 40);
}

TEST_CASE("every given load is ten times as much, and what follows from it once") {
    const auto estimate = estimate_in("10x",
                                      "dau: 1M to 4M\nobjects:\n  a: {writes_per_user: 1/day, object_size: 1 KB}\n"
                                      "  b: {writes: a.writes * 2, object_size: 1 KB}\n"
                                      "tiers:\n  t: {load: 5/s, connections_needed: 70}\n  u: {load: a.write_qps}\n");
    CHECK(value(estimate, "dau") == near(20e6));
    CHECK(value(estimate, "a.writes_per_user") == near(1.0 / 86'400));
    CHECK(value(estimate, "b.writes") == near(40e6 / 86'400));
    CHECK(value(estimate, "t.load") == near(50));
    CHECK(value(estimate, "t.connections_needed") == near(700));
    CHECK(value(estimate, "u.load") == near(20e6 / 86'400));
}

TEST_CASE("what a machine can do stays what it is under ten times the load") {
    const auto estimate =
        estimate_in("10x",
                    "tiers:\n  log: {kind: kafka, load: 1k/s, message: 1 KB, consumer_rps: 2k/s}\n"
                    "  calls: {kind: media_relay, participants: 1k, call_size: 4, stream_rate: 1 Mbps}\n"
                    "  model: {kind: llm, parameters: 10 billion, gpu_flops: 100e12/s, load: 1/s}\n");
    CHECK(value(estimate, "log.load") == near(10'000));
    CHECK(value(estimate, "log.consumer_rps") == near(2'000));
    CHECK(value(estimate, "calls.participants") == near(10'000));
    CHECK(value(estimate, "calls.stream_rate") == near(125'000));
    CHECK(value(estimate, "model.gpu_flops") == near(1e14));
    CHECK(value(estimate, "model.parameters") == near(1e10));
    CHECK(value(estimate, "model.load") == near(10));
}

TEST_CASE("what the command line sets is ten times as much too") {
    CHECK(value(estimate_in("10x", kLookups, options({"reads=1M/day"})), "reads") == near(1e7 / 86'400));
    CHECK(value(estimate_in("10x", "dau: 5M\nwrites_per_user: 1/day\n", options({"dau=1M"})), "dau") == near(1e7));
}

TEST_CASE("a cold cache is cold for each object, but not for those that live in memory alone") {
    const auto estimate = estimate_in("cold-cache",
                                      "objects:\n  a: {reads: 1M/day, object_size: 1 KB, hit_ratio: 90%}\n"
                                      "  b: {reads: 1M/day, writes: 1/day, object_size: 1 KB}\n"
                                      "  t: {reads: 1M/day, stock: 1M, object_size: 1 KB}\n");
    CHECK(value(estimate, "a.hit_ratio") == 0);
    CHECK(value(estimate, "b.hit_ratio") == 0);
    CHECK(value(estimate, "t.hit_ratio") == 1);
}

TEST_CASE("a tier that loses its only machine falls over") {
    const auto strains = strains_in("server-down", kLookups + "spares: 0\ntiers: {lone: {load: 1/s}}\n");
    const Strain& lone = strains.at("lone");
    CHECK(lone.left.value == 0);
    CHECK_FALSE(lone.use);
    CHECK(lone.needed.value().value == 2);
    CHECK(lone.verdict == Verdict::falls_over);
}

TEST_CASE("a failure that finds nothing to change says so") {
    CHECK(error_of("zone-down", "writes: 1/day\n").empty());
    CHECK(error_of("zone-down", "dau: 5M\n") ==
          "'zone-down' needs machines that can fail: none follow from test.yaml yet");
    CHECK(error_of("cold-cache", "writes: 1/s\nobject_size: 1 KB\n") ==
          "'cold-cache' changes nothing in test.yaml; no cache answers any reads: no `hit_ratio` is above 0%");
    CHECK(error_of("10x", "app.peak_load: 5/s\n") ==
          "'10x' changes nothing in test.yaml; no users, rates or loads are given");
    CHECK(error_of("10x", "dua: 5M\n") == "1:1: there is no quantity 'dua'; did you mean 'dau'?");
}

TEST_CASE("a scenario of the file says the same of the tiers whose fleet it gives") {
    const auto strains = strains_of(estimate_of(kLookups, options({"app.fleet=40", "zones=4", "zones_down=1"})));
    REQUIRE(strains.size() == 1);
    CHECK(strains[0].left.value == 30);
    CHECK_FALSE(strains[0].use_before);
    CHECK(strains[0].use->value == near(1.1));
    CHECK(strains[0].needed.value().value == 64);  // of which 48 are left
    CHECK(strains[0].verdict == Verdict::falls_over);
    CHECK(strains_of(estimate_of(kLookups)).empty());
}

TEST_CASE("the network of a cache and the throughput of disks are in use too") {
    // Four fifths of 30k reads a second of 1 KB are 24 MB/s of 12.5 MB/s each: two caches and two spares.
    const Strain cache = strains_in("server-down", kLookups + "cache.network: 100 Mbps\n").at("cache");
    CHECK(cache.left.value == 3);
    CHECK(cache.use.value().value == near(1.92 / 3));
    // A fifth of the reads and three copies of 3k writes are 15 MB/s of 1 MB/s each.
    const Strain disks = strains_in("server-down", kLookups + "database.disk_throughput: 1 MB/s\n").at("database");
    CHECK(disks.left.value == 14);
    CHECK(disks.use.value().value == near(15.0 / 14));
}

TEST_CASE("several zones or regions may be gone at once, and before that all machines are there") {
    // 50 machines in three zones of 17, 17 and 16: with two down 16 are left, and 33 in full use ask for them. For the
    // 48 that are planned without spares as many have to be left of three zones: 144.
    const Strain zones = strains_in("zone-down", kLookups, options({"zones_down=2"})).at("app");
    CHECK(zones.left.value == 16);
    CHECK(zones.use_before.value().value == near(0.66));
    CHECK(zones.use.value().value == near(33.0 / 16));
    CHECK(zones.needed.value().value == 144);
    // Of four regions of 13, two of which are left, 47 of 94 would not do: 48 of 96.
    const Strain regions = strains_in("region-loss", kLookups, options({"regions=4", "regions_down=2"})).at("app");
    CHECK(regions.left.value == 24);
    CHECK(regions.needed.value().value == 96);
    // Three machines of which each of four regions has at most one: two of them gone leave enough of seven, not of six.
    const std::string small = "writes: 20k/s\npeak_factor: 1\napp.rps: 10k/s\napp.target: 70%\n";
    const Strain few = strains_in("region-loss", small, options({"regions=4", "regions_down=2"})).at("app");
    CHECK(few.needed.value().value == 7);
    const Strain all = strains_in("zone-down", kLookups, options({"zones_down=3"})).at("app");
    CHECK(all.left.value == 0);
    CHECK_FALSE(all.needed);
    CHECK_FALSE(all.use);
    CHECK(all.verdict == Verdict::falls_over);
    CHECK(
        contains(bote("tinyurl failure --scenario zone-down --set zones_down=2").out, "zone-down: 2 of 3 zones gone"));
}

TEST_CASE("a name that is neither a scenario nor a failure is refused with what there is") {
    CHECK(bote("tinyurl --scenario zone-dwon").exit_code == kExitWrongInput);
    CHECK(contains(bote("tinyurl --scenario zone-dwon").err, "did you mean 'zone-down'?"));
    CHECK(contains(bote("tinyurl --scenario x").err, "they are: zone-down, server-down, cold-cache, 10x, region-loss"));
}

TEST_CASE("what if is asked of the machines that were planned") {
    // 5 machines of 32k/s, of which 3 are left; the expectation of the condition is known only in the failure.
    const auto solved = bote("solve tinyurl writes 'app.fleet_use <= 100%' --scenario zone-down --format json");
    const double writes = nlohmann::json::parse(solved.out)["stretches"][0]["to"].get<double>();
    CHECK(writes == near(3 * 32e3 / 3 / 101, 1e-6));
    const auto timeline = bote("timeline tinyurl app.fleet_use --set growth=100% --scenario server-down --format csv");
    CHECK(timeline.exit_code == kExitAnswered);
    CHECK(bote("sweep tinyurl zones=2..4 app.fleet_use --scenario zone-down").exit_code == kExitAnswered);
    CHECK(bote("drivers tinyurl app.fleet_use --scenario zone-down").exit_code == kExitAnswered);
}

TEST_CASE("of two workloads each keeps its own machines in a failure") {
    const auto compared = nlohmann::json::parse(bote("compare tinyurl twitter --scenario zone-down --format json").out);
    const auto fleet = [](const std::string& preset) {
        return bote("value " + preset + " app.fleet --scenario zone-down").out;
    };
    CHECK(fleet("tinyurl") == "5\n");
    CHECK(fleet("twitter") == bote("value twitter app.machines").out);
    CHECK(compared.contains("schema_version"));
    CHECK(bote("compare tinyurl twitter --scenario 10x").exit_code == kExitAnswered);
}

TEST_CASE("every command takes a failure as it takes a scenario") {
    CHECK(bote("check tinyurl").exit_code == kExitAnswered);
    CHECK(bote("check tinyurl --scenario 10x").exit_code == kExitNo);
    CHECK(contains(bote("explain tinyurl app.fleet_use --scenario zone-down").out, "fleet_up"));
    CHECK(contains(bote("compare tinyurl --scenario 10x --by storage").out, "x10"));
    CHECK(contains(bote("value tinyurl app.fleet_up --scenario server-down").out, "4\n"));
    CHECK(contains(bote("tinyurl --scenario zone-down --format csv").out, "\napp.fleet,5,"));
    const auto data = nlohmann::json::parse(bote("tinyurl --scenario zone-down --format json").out);
    CHECK(data["failure"]["name"] == "zone-down");
    CHECK(data["failure"]["meaning"].get<std::string>().starts_with("1 of 3 zones gone"));
    CHECK(data["failure"]["tiers"][0]["machines"] == 5);
    CHECK(data["failure"]["tiers"][0]["left"] == 3);
    CHECK(data["failure"]["tiers"][0]["verdict"] == "holds");
    CHECK_FALSE(nlohmann::json::parse(bote("tinyurl --format json").out).contains("failure"));
}

}  // namespace bote::test::failures_test
