// SARIF from the findings themselves.

#include "bote/render/render.hpp"

#include <nlohmann/json.hpp>

#include "project/catch.hpp"

namespace bote::test::sarif_test {
namespace {

using Json = nlohmann::json;

Json run_of(std::vector<Annotation> annotations) {
    Report report;
    report.annotations = std::move(annotations);
    return Json::parse(render_sarif(report, {})).at("runs").at(0);
}

Annotation in_file(const std::string& file) { return {Severity::error, "input", file, 0, 0, 0, "x", "y"}; }

std::string uri_of(const std::string& file) {
    const Json run = run_of({in_file(file)});
    return run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
}

}  // namespace

TEST_CASE("a finding of SARIF names its rule, how much it weighs and where it is") {
    const Json run = run_of({{Severity::fine, "expectation", "a.yaml", 1, 1, 2, "fine", "is 1"},
                             {Severity::warning, "waiting", "a.yaml", 3, 5, 9, "Waiting", "growth"},
                             {Severity::error, "contradiction", "b.yaml", 0, 0, 0, "qps", "is 2/s"}});
    const Json& results = run["results"];
    REQUIRE(results.size() == 2);
    CHECK(results[0] == Json::parse(R"({
        "ruleId": "waiting", "ruleIndex": 2, "level": "warning", "message": {"text": "Waiting: growth"},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": "a.yaml"},
                                            "region": {"startLine": 3, "startColumn": 5, "endColumn": 9}}}]})"));
    CHECK(results[1] == Json::parse(R"({
        "ruleId": "contradiction", "ruleIndex": 3, "level": "error", "message": {"text": "qps: is 2/s"},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": "b.yaml"}}}]})"));
}

TEST_CASE("the rules of SARIF are told whatever was found") {
    const Json run = run_of({});
    CHECK(run["results"] == Json::array());
    std::vector<std::string> names;
    for (const Json& rule : run["tool"]["driver"]["rules"]) names.push_back(rule["id"]);
    CHECK(names == std::vector<std::string>{"input", "expectation", "waiting", "contradiction", "note", "range"});
}

TEST_CASE("a path is a reference of SARIF, an absolute one with its scheme") {
    CHECK(uri_of("a/b-c._~1.yaml") == "a/b-c._~1.yaml");
    CHECK(uri_of("/tmp/a b.yaml") == "file:///tmp/a%20b.yaml");
    CHECK(uri_of("c:\\a%[1].yaml") == "c%3A%5Ca%25%5B1%5D.yaml");
    CHECK(uri_of("é?#<\">") == "%C3%A9%3F%23%3C%22%3E");
    CHECK(uri_of("-") == "-");
}

}  // namespace bote::test::sarif_test
