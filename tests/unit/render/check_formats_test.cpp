// What `check` says to programs: JUnit, SARIF and the commands of GitHub.

#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "bote/render/render.hpp"
#include "project/catch.hpp"
#include "project/command.hpp"
#include "project/project_files.hpp"

namespace bote::test::check_formats_test {
namespace {

using Json = nlohmann::json;

/// One of each kind: holds, fails, waits, contradicts, and what is wrong with a file.
struct Workloads {
    ScratchFolder scratch;
    WorkingFolder working{scratch.path()};
    Workloads() {
        write_text("right.yaml", "writes: 1/s\nexpect: [qps == 1/s]\n");
        write_text("mixed.bote.yaml",
                   "name: Mixed\nwrites: 1/s\ngrowth: 10%\nobject_size: 1 KB\nexpect:\n  - qps > 1/s\n  - storage < 1 "
                   "TB\n");
        write_text("odd, name.yaml", "dua: 1M\nname: <a> & \"b\"\nobject_size: 10 kb\n");
    }
};

constexpr const char* kAll = " right.yaml mixed.bote.yaml 'odd, name.yaml'";

Outcome check(const std::string& arguments) { return run_command(parse_command("bote check " + arguments)); }

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

/// Checks that every element is closed in its order, and that every attribute is quoted.
void check_well_formed(std::string_view xml) {
    std::vector<std::string> open;
    for (std::size_t at = xml.find('<'); at != std::string_view::npos; at = xml.find('<', at)) {
        const auto end = xml.find('>', at);
        REQUIRE(end != std::string_view::npos);
        const std::string_view tag = xml.substr(at + 1, end - at - 1);
        CAPTURE(tag);
        CHECK(tag.find('<') == std::string_view::npos);
        CHECK(count(std::string(tag), "\"") % 2 == 0);
        const auto name = std::string(tag.substr(0, tag.find_first_of(" /", 1)));
        if (tag.starts_with('?')) CHECK(open.empty());
        else if (tag.starts_with('/')) {
            REQUIRE_FALSE(open.empty());
            CHECK("/" + open.back() == tag);
            open.pop_back();
        } else if (!tag.ends_with('/')) open.push_back(name);
        at = end;
    }
    CHECK(open.empty());
}

/// What section 3 of SARIF 2.1.0 asks of a log with one run.
void check_sarif(const Json& log) {
    CHECK(log["version"] == "2.1.0");
    REQUIRE(log["runs"].size() == 1);
    const Json& run = log["runs"][0];
    const Json& driver = run["tool"]["driver"];
    CHECK(driver["name"] == "bote");
    CHECK(driver["version"].is_string());
    CHECK(run["columnKind"] == "unicodeCodePoints");
    std::set<std::string> ids;
    for (const auto& rule : driver["rules"]) {
        CHECK(ids.insert(rule["id"].get<std::string>()).second);
        CHECK_FALSE(rule["shortDescription"]["text"].get<std::string>().empty());
    }
    REQUIRE(run["results"].is_array());
    for (const auto& result : run["results"]) {
        CHECK(driver["rules"][result["ruleIndex"].get<std::size_t>()]["id"] == result["ruleId"]);
        CHECK(std::set<std::string>{"error", "warning"}.contains(result["level"].get<std::string>()));
        CHECK_FALSE(result["message"]["text"].get<std::string>().empty());
        REQUIRE(result["locations"].size() == 1);
        const Json& place = result["locations"][0]["physicalLocation"];
        const auto uri = place["artifactLocation"]["uri"].get<std::string>();
        CHECK(uri.find_first_of(" <>\"") == std::string::npos);
        if (!place.contains("region")) continue;
        CHECK(place["region"]["startLine"] >= 1);
        CHECK(place["region"]["startColumn"] >= 1);
        CHECK(place["region"]["endColumn"] > place["region"]["startColumn"]);
    }
}

}  // namespace

TEST_CASE("JUnit has a suite for each file and a case for all that was looked at") {
    const Workloads workloads;
    const auto outcome = check(kAll + std::string(" --format junit"));
    CHECK(outcome.exit_code == kExitWrongInput);
    check_well_formed(outcome.out);
    // right: valid and one line; mixed: valid, two lines, growth waits; odd: two mistakes.
    CHECK(count(outcome.out, "<testsuite ") == 3);
    CHECK(count(outcome.out, "<testcase ") == 8);
    const std::string parts[] = {
        "name=\"bote check\" tests=\"8\" failures=\"1\" errors=\"2\" skipped=\"1\"",
        "<testcase classname=\"mixed.bote.yaml\" name=\"qps &gt; 1/s\" file=\"mixed.bote.yaml\" line=\"6\">",
        "<failure message=\"is 1/s\" type=\"expectation\">",
        "<skipped message=\"`growth` (for `horizon`)\">",
    };
    for (const auto& part : parts) {
        CAPTURE(part);
        CHECK(count(outcome.out, part) == 1);
    }
}

TEST_CASE("what waits fails under --strict in each of them") {
    const Workloads workloads;
    CHECK(count(check("mixed.bote.yaml --strict --format junit").out, "<skipped") == 0);
    CHECK(count(check("mixed.bote.yaml --format github").out, "::warning ") == 1);
    CHECK(count(check("mixed.bote.yaml --strict --format github").out, "::warning ") == 0);
    CHECK(count(check("mixed.bote.yaml --strict --format sarif").out, "\"warning\"") == 0);
}

TEST_CASE("SARIF has a result with its place for each line that is wrong") {
    const Workloads workloads;
    const Json log = Json::parse(check(kAll + std::string(" --format sarif")).out);
    check_sarif(log);
    const Json& results = log["runs"][0]["results"];
    REQUIRE(results.size() == 4);
    const Json& first = results[0];
    CHECK(first["ruleId"] == "expectation");
    CHECK(first["level"] == "error");
    CHECK(first["message"]["text"] == "qps > 1/s: is 1/s");
    const Json& place = first["locations"][0]["physicalLocation"];
    CHECK(place["artifactLocation"]["uri"] == "mixed.bote.yaml");
    CHECK(place["region"] == Json::parse(R"({"startLine": 6, "startColumn": 5, "endColumn": 14})"));
    CHECK(results[3]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "odd,%20name.yaml");
    const Json none = Json::parse(check("right.yaml --format sarif").out);
    check_sarif(none);
    CHECK(none["runs"][0]["results"].empty());
}

TEST_CASE("GitHub gets a command for each line that is wrong, and a last line in any case") {
    const Workloads workloads;
    const auto lines = lines_of(check(kAll + std::string(" --format github")).out);
    REQUIRE(lines.size() == 5);
    CHECK(lines[0].text ==
          "::error file=mixed.bote.yaml,line=6,col=5,endColumn=14,title=bote expectation::qps > 1/s: is 1/s");
    CHECK(lines[1].text ==
          "::warning file=mixed.bote.yaml,line=3,col=9,endColumn=12,title=bote waiting::Waiting: `growth` (for "
          "`horizon`)");
    CHECK(lines[2].text.starts_with("::error file=odd%2C name.yaml,line=1,col=1,endColumn=4,title=bote input::"));
    CHECK(lines[4].text == "bote check: 8 checks, 3 errors, 1 warning");
    CHECK(check("right.yaml --format github").out == "bote check: 2 checks, 0 errors, 0 warnings\n");
}

TEST_CASE("a file that is not there is an error without a line") {
    const ScratchFolder scratch;
    const WorkingFolder working(scratch.path());
    const auto outcome = check("no-such.yaml --format github");
    CHECK(outcome.exit_code == kExitWrongInput);
    CHECK(outcome.out.starts_with("::error file=no-such.yaml,title=bote input::"));
    check_sarif(Json::parse(check("no-such.yaml --format sarif").out));
    check_well_formed(check("no-such.yaml --format junit").out);
}

TEST_CASE("the formats of findings belong to check, also by the ending of a file") {
    for (const auto* line :
         {"bote tinyurl --format junit", "bote tinyurl --output a.sarif", "bote units --format github"}) {
        CAPTURE(line);
        const auto outcome = run_command(parse_command(line));
        CHECK(outcome.exit_code == kExitWrongInput);
        CHECK(outcome.err.find("is of `check` alone") != std::string::npos);
    }
}

}  // namespace bote::test::check_formats_test
