// What one machine can do, as far as a question needs it.

#include "bote/practice/problem.hpp"
#include "model/sample.hpp"
#include "practice/talk.hpp"
#include "project/catch.hpp"

namespace bote::test::facts_test {
namespace {

std::string facts(const std::string& yaml, std::string_view quantity) {
    const Estimate estimate = estimate_of(yaml);
    return facts_of(estimate, estimate.model.find(quantity).value());
}

const std::string kPages = "reads: 8.64 billion/day\nread_size: 100 KB\n";
const std::string kMachine =
    "app.rps: 2k/s\napp.target: 60%\napp.network: 1 Gbps\ncache.memory: 64 GB\ncache.target: 90%\n"
    "database.disk: 2 TB\ndatabase.iops: 5k/s\nspares: 3\n";

}  // namespace

TEST_CASE("a question for servers is told what one of them does, what it may be loaded to, and the spares") {
    const std::string app = facts(kPages + kMachine, "app.machines");
    CHECK(app.starts_with("a server answers 2k/s, its network carries 1 Gbps each way"));
    CHECK(app.ends_with("load it to at most 60%, 3 spares a tier"));
    CHECK_FALSE(contains(app, "cache server"));
    CHECK_FALSE(contains(app, "disk"));
    CHECK_FALSE(contains(facts(kPages + kMachine, "app.servers"), "spares"));
}

TEST_CASE("a question for the cache or the storage is told of that machine alone") {
    const std::string cache = facts(kPages + kMachine, "cache.servers");
    CHECK(contains(cache, "a cache server has 64 GB of memory"));
    CHECK(contains(cache, "load it to at most 90%"));
    CHECK_FALSE(contains(cache, "a server answers"));
    const std::string database =
        facts("writes: 100M/day\nobject_size: 1 KB\nretention: 1 year\n" + kMachine, "database.servers");
    CHECK(database.starts_with("a storage server has 2 TB of disk, its disks do 5k/s operations"));
    CHECK_FALSE(contains(database, "memory"));
}

TEST_CASE("of connections that a tier of its own holds the application is told nothing") {
    const std::string users = "dau: 50M\nconcurrent_share: 20%\nwrites_per_user: 40/day\n";
    CHECK(contains(facts(users, "app.machines"), "connections"));
    CHECK_FALSE(contains(facts(users + "tiers: {chat: {kind: websocket}}\n", "app.machines"), "connections"));
}

TEST_CASE("what is not limited is not told: a load of all, no spares") {
    const std::string full = facts(kPages + "app.target: 100%\nspares: 0\n", "app.machines");
    CHECK(contains(full, "a server answers"));
    CHECK_FALSE(contains(full, "at most"));
    CHECK_FALSE(contains(full, "spares"));
}

TEST_CASE("what rests on no machine has no facts, and neither has a count of machines that is given") {
    CHECK(facts(kPages, "peak_qps").empty());
    CHECK(facts(kPages, "cache_memory").empty());
    CHECK(facts(kPages + "app.servers: 40\n", "app.servers").empty());
    const std::string formula = kPages + "app.servers: ceil(peak_qps / app.rps)\n";
    CHECK(facts(formula, "app.machines") == "2 spares a tier");
    // An own quantity is no input: what its formula rests on is told.
    CHECK(facts(kPages + "define:\n  twice: app.rps * 2\n", "twice").starts_with("a server answers"));
}

}  // namespace bote::test::facts_test
