#include "views/estimate_data.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "bote/views/failures.hpp"
#include "bote/views/uncertainty.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"
#include "report/json_of.hpp"
#include "report/texts.hpp"

namespace bote::test::estimate_data_test {
namespace {

// 1000 * 1 KB a second for 1000 s: 1 GB, of which nothing stays free and which is there once.
const std::string kLogs =
    "name: Logs\nwrites: 1k/s\nobject_size: 1 KB\nretention: 1000 s\nheadroom: 0%\nreplication: 1\n";

Texts names_of(const Estimate& estimate, const std::vector<QuantityIndex>& quantities) {
    Texts names;
    for (const QuantityIndex each : quantities) names.emplace_back(estimate.model[each].name);
    return names;
}

bool has(const Texts& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// The record of a quantity.
Texts record_of(const Table& records, const std::string& name) {
    for (const auto& row : records.rows) {
        if (texts_of(row).front() == name) return texts_of(row);
    }
    return {};
}

}  // namespace

TEST_CASE("an estimate lists its answers and what they rest on, and as assumed the defaults that change something") {
    const Estimate estimate = estimate_of(kLogs + "define: {own: 2}\n");
    const Texts listed = names_of(estimate, find_listed(estimate.model));
    for (const auto* name : {"writes", "headroom", "own", "storage", "peak_factor"}) {
        CAPTURE(name);
        CHECK(has(listed, name));
    }
    for (const auto* name : {"hit_ratio", "database.by_disk"}) {  // unused; a step
        CAPTURE(name);
        CHECK_FALSE(has(listed, name));
    }
    const Texts assumed = names_of(estimate, find_assumed(estimate.model));
    CHECK(has(assumed, "peak_factor"));
    for (const auto* name : {"writes", "replication", "storage", "compression", "hit_ratio"}) {
        CAPTURE(name);
        CHECK_FALSE(has(assumed, name));
    }
}

TEST_CASE("a record has the value in base units, the text and where the value is from") {
    const Table records = estimate_records(estimate_of(kLogs + "growth: 50%\n"));
    CHECK(records.columns.size() == 5);
    CHECK(record_of(records, "storage") == Texts{"storage", "1 GB", "B", "1 GB", "computed"});
    CHECK(record_of(records, "replication") == Texts{"replication", "1", "", "1", "given"});
    CHECK(record_of(records, "peak_factor") == Texts{"peak_factor", "3", "", "3", "default"});
    CHECK(record_of(records, "growth").back() == "waiting");  // for a horizon
}

TEST_CASE("where values are ranges each record ends with its percentiles") {
    Estimate estimate = estimate_of("writes: 1k/s to 4k/s\nobject_size: 1 KB\n");
    sample(estimate, {});
    const Table records = estimate_records(estimate);
    REQUIRE(records.columns.size() == 8);
    CHECK(records.columns[5].title == "p5");
    CHECK(records.columns[7].title == "p95");
    CHECK(record_of(records, "ingress").size() == 8);
    CHECK(record_of(records, "object_size").size() == records.rows[0].size());
    const auto data = json_of(estimate_data(estimate))["quantities"];
    CHECK(data["ingress"]["percentiles"]["p95"].get<double>() == near(4e6, 5e-3));
    CHECK(data["ingress"]["value"].get<double>() == near(2e6));  // the median of 1 to 4
}

TEST_CASE("the tree of an estimate has the sides of each expectation, what binds and what is assumed") {
    const auto data = json_of(estimate_data(
        estimate_of(kLogs + "growth: 50%\nexpect: [storage <= 2 GB, 1k/s < write_qps]\ntiers: {edge: {load: 0/s}}\n")));
    CHECK(data["schema_version"] == 1);
    CHECK(data["workload"]["name"] == "Logs");
    REQUIRE(data["expectations"].size() == 2);
    const auto& first = data["expectations"][0];
    CHECK(first["text"] == "storage <= 2 GB");
    CHECK(first["holds"] == true);
    CHECK(first["left"].get<double>() == near(1e9));
    CHECK(first["right"].get<double>() == near(2e9));
    CHECK(first["unit"] == "B");
    CHECK_FALSE(first.contains("chance"));
    CHECK(data["expectations"][1]["holds"] == false);
    CHECK(data["expectations"][1]["right"].get<double>() == near(1e3));
    CHECK(data["bounds"]["app"] == "requests");
    CHECK_FALSE(data["bounds"].contains("cache"));
    CHECK(std::count(data["assumptions"].begin(), data["assumptions"].end(), "peak_factor") == 1);
    CHECK(data["waiting"][0]["name"] == "growth");
    CHECK_FALSE(data.contains("failure"));
}

TEST_CASE("the tree of an estimate has the failure, and the chance of an expectation, where there is one") {
    const Workload workload = workload_of(kLogs);
    const Failure& failure = *find_failure("server-down");
    const auto down = json_of(estimate_data(compute_estimate(workload, with_failure(failure, workload, {}))));
    CHECK(down["failure"]["name"] == "server-down");
    Estimate ranged = estimate_of("writes: 1k/s to 4k/s\nexpect: ['write_qps <= 2k/s at 60%']\n");
    sample(ranged, {});
    const auto expectation = json_of(estimate_data(ranged))["expectations"][0];
    CHECK(expectation["chance"].get<double>() == near(0.5, 0.02));  // that of the median
    CHECK(expectation["holds"] == false);
}

}  // namespace bote::test::estimate_data_test
