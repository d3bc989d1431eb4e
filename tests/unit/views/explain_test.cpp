#include "bote/views/explain.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::explain_test {
namespace {

const std::string kExample =
    "writes: 400M/day\nobject_size: 300 B\nretention: 5 years\nheadroom: 20%\nreplication: 2\ndatabase.disk: 4 TB\n";

std::vector<std::string> names_of(const Estimate& estimate, const Explanation& explanation) {
    std::vector<std::string> names;
    for (const auto& step : explanation.steps) names.emplace_back(estimate.model.quantities[step.quantity].name);
    return names;
}

bool has(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

TEST_CASE("a quantity is explained by what it rests on, in the order of the working") {
    const auto estimate = estimate_of(kExample);
    const auto explanation = compute_explanation(estimate, "storage");
    const auto names = names_of(estimate, explanation);
    REQUIRE_FALSE(names.empty());
    CHECK(names.back() == "storage");
    for (const auto* name : {"writes", "object_size", "retention", "data", "headroom", "filled", "replication"}) {
        CAPTURE(name);
        CHECK(has(names, name));
    }
    for (const auto* other : {"write_qps", "app.servers", "database.servers", "compression", "peak_factor"}) {
        CAPTURE(other);
        CHECK_FALSE(has(names, other));
    }
    const auto whole = names_of(estimate, compute_explanation(estimate, ""));
    CHECK(has(whole, "storage"));
    CHECK(has(whole, "database.servers"));
}

TEST_CASE("each step stands beside the whiteboard's value and says how far that drifts") {
    const auto estimate = estimate_of(kExample);
    const auto explanation = compute_explanation(estimate, "database.servers");
    for (const auto& step : explanation.steps) {
        const auto& name = estimate.model.quantities[step.quantity].name;
        CAPTURE(name);
        if (name == "data") CHECK(step.whiteboard == near(200e12));
        if (name == "data") CHECK(step.drift == near(200.0 / 219 - 1, 1e-9));
        if (name == "storage") CHECK(step.whiteboard == near(500e12));
        if (name == "database.servers") CHECK(step.whiteboard == 125);
        if (name == "database.servers") CHECK(step.drift == near(125.0 / 137 - 1, 1e-9));
        if (name == "new_data") CHECK(std::abs(step.drift) < kRounding);  // 120 GB/day, whatever the day
    }
}

TEST_CASE("a part of an object and an own quantity can be asked for, and nothing else") {
    const auto estimate = estimate_of(
        "objects:\n  tweet: {writes: 1/s, object_size: 1 KB}\n  photo: {writes: 2/s}\ndefine: {twice: 2 * writes}\n");
    CHECK(names_of(estimate, compute_explanation(estimate, "tweet.storage")).back() == "tweet.storage");
    CHECK(names_of(estimate, compute_explanation(estimate, "twice")).back() == "twice");
    CHECK(contains(refusal([&] { compute_explanation(estimate, "tweet.storag"); }).hint, "tweet.storage"));
    CHECK_FALSE(refusal([&] { compute_explanation(estimate, "egress"); }).what.empty());
}

TEST_CASE("the working stands with names and with numbers") {
    const auto estimate = estimate_of(kExample);
    const auto report = describe_explanation(compute_explanation(estimate, "storage"), Extent::all);
    std::string all;
    for (const auto& row : report.records.rows) {
        for (const auto& cell : row) {
            if (const auto* text = std::get_if<std::string>(&cell)) all += *text + "\n";
        }
    }
    for (const auto* part : {"filled * replication", "273.75 TB * 2", "data / (1 - headroom)", "219 TB / (1 - 20%)",
                             "120 GB/day * 5 years"}) {
        CAPTURE(part);
        CHECK(contains(all, part));
    }
}

}  // namespace bote::test::explain_test
