#include "views/explain_data.hpp"

#include <string>

#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"
#include "report/json_of.hpp"
#include "report/texts.hpp"

namespace bote::test::explain_data_test {
namespace {

// 400M * 300 B = 120 GB a day; * 1825 days = 219 TB, for which a whiteboard has 200 TB.
const std::string kPosts =
    "name: Posts\nwrites: 400M/day\nobject_size: 300 B\nretention: 5 years\nheadroom: 20%\nreplication: 1 + 1\n";

Explanation explanation_of(const Estimate& estimate) { return compute_explanation(estimate, "storage"); }

/// The record of a quantity.
Texts record_of(const Table& records, const std::string& name) {
    for (const auto& row : records.rows) {
        if (texts_of(row).front() == name) return texts_of(row);
    }
    return {};
}

nlohmann::json step_of(const nlohmann::json& data, const std::string& name) {
    for (const auto& step : data["steps"]) {
        if (step["quantity"] == name) return step;
    }
    return {};
}

}  // namespace

TEST_CASE("a record of an explanation has the formula, its numbers and where the whiteboard drifts to") {
    const Estimate estimate = estimate_of(kPosts);
    const Table records = explanation_records(explanation_of(estimate));
    CHECK(records.columns.size() == 9);
    // 200 / 219 is 8.7% less.
    CHECK(record_of(records, "data") == Texts{"data", "", "new_data * retention", "120 GB/day * 5 years", "219 TB", "B",
                                              "219 TB", "200 TB", "-0.0868"});
    CHECK(record_of(records, "writes") ==
          Texts{"writes", "given", "400M/day", "", "400M/day", "/s", "400M/day", "", ""});
    CHECK(record_of(records, "replication") == Texts{"replication", "given", "1 + 1", "", "2", "", "2", "", ""});
}

TEST_CASE("a program gets each step with its working, and the headlines as texts") {
    const Estimate estimate = estimate_of(kPosts);
    const auto data = json_of(explanation_data(explanation_of(estimate)));
    CHECK(data["schema_version"] == 1);
    CHECK(data["workload"]["name"] == "Posts");
    const auto computed = step_of(data, "data");
    CHECK(computed["origin"] == "computed");
    CHECK(computed["formula"] == "new_data * retention");
    CHECK(computed["with_numbers"] == "120 GB/day * 5 years");
    CHECK(computed["value"].get<double>() == near(219e12));
    CHECK(computed["unit"] == "B");
    CHECK(computed["text"] == "219 TB");
    CHECK(computed["whiteboard"] == "200 TB");
    CHECK(computed["drift"].get<double>() == near(200.0 / 219 - 1, 1e-9));
    const auto given = step_of(data, "writes");
    CHECK(given["origin"] == "given");
    CHECK(given["with_numbers"] == "");
    CHECK_FALSE(given.contains("whiteboard"));
    CHECK_FALSE(given.contains("drift"));
    CHECK(data["steps"].back()["quantity"] == "storage");
    REQUIRE(data["headlines"].size() == 1);
    CHECK(data["headlines"][0]["quantity"] == "storage");
    CHECK(data["headlines"][0]["exact"].get<std::string>().ends_with("= 548 TB"));       // 219 / 0.8 * 2
    CHECK(data["headlines"][0]["whiteboard"].get<std::string>().ends_with("= 500 TB"));  // 200 / 0.8 * 2
}

TEST_CASE("what comes to no finite number has no value for programs") {
    const Estimate estimate = estimate_of("writes: 1/s\ndefine: {none: 1 / (write_qps - write_qps)}\n");
    const auto step = step_of(json_of(explanation_data(compute_explanation(estimate, "none"))), "none");
    CHECK(step["text"] == "out of range");
    CHECK_FALSE(step.contains("value"));
    CHECK_FALSE(step.contains("whiteboard"));
}

}  // namespace bote::test::explain_data_test
