#include "model/loader.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::loader_test {
namespace {

std::vector<std::string> mistakes_of(const std::string& yaml) {
    Workload workload;
    YamlNode root = read_yaml(make_source("test.yaml", yaml));
    load_sections(root, workload);
    std::vector<std::string> lines;
    for (const auto& error : workload.errors) lines.push_back(one_line(error));
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("each key of a section is known as one, and nothing else") {
    CHECK(section_keys().size() == 10);
    CHECK(std::all_of(section_keys().begin(), section_keys().end(), is_section));
    for (const std::string_view key : {"dau", "server", "cache", "Name", ""}) CHECK_FALSE(is_section(key));
}

TEST_CASE("every mistake of shape is found in one go") {
    CHECK(mistakes_of("name: ' '\nexpect: 5\ndefine: {}\ndau: [1]\n") ==
          Lines{"1:1: the name is blank",
                "2:9: 'expect' takes a list, not a value; write `expect:`, then `- storage <= "
                "5 PB` below it",
                "3:1: 'define' defines nothing; remove it", "4:1: 'dau' takes a value, not a list"});
}

TEST_CASE("a comma in brackets parts claims, and cuts no number of three digits that begins one") {
    const auto mistakes = [](const std::string& claims) { return errors_of("dau: 1M\nexpect: [" + claims + "]\n"); };
    CHECK(mistakes("dau > 5, 100 < dau, 100k < dau, 999999 < dau").empty());
    CHECK(mistakes("100 < dau").empty());
    for (const auto* claim : {"dau == 1,000", "dau == 1,000k", "1,000 < dau", "dau > 5, dau < 1,000 within 5%"}) {
        CAPTURE(claim);
        CHECK(mistakes(claim).front().find("a number has no commas") != std::string::npos);
    }
}

TEST_CASE("a title that a table cannot hold is refused") {
    CHECK(mistakes_of("app: ''\ntiers:\n  a: {title: ' '}\n") ==
          Lines{"1:1: the title is blank", "3:7: the title is blank"});
    CHECK(mistakes_of("app: \"a\\nb\"\n") == Lines{"1:6: the title is one line"});
    CHECK(mistakes_of("cache: " + std::string(201, 'x') + "\n") == Lines{"1:8: the title is longer than 200 bytes"});
    CHECK(mistakes_of("app: " + std::string(200, 'x') + "\n").empty());
}

TEST_CASE("a correlation names two quantities with a `with` between them") {
    Workload workload;
    YamlNode root = read_yaml(make_source("test.yaml", "correlate: {dau with reads_per_user: 0.7, dau: 0.5}\n"));
    load_sections(root, workload);
    REQUIRE(workload.correlations.size() == 1);
    CHECK(workload.correlations[0].first.text == "dau");
    CHECK(workload.correlations[0].second.text == "reads_per_user");
    CHECK(workload.correlations[0].value.text == "0.7");
    REQUIRE(workload.errors.size() == 1);
    CHECK(workload.errors[0].what == "'dau' does not name two quantities");
}

TEST_CASE("changes of a scenario count as if the command line made them") {
    Workload workload;
    YamlNode root =
        read_yaml(make_source("test.yaml", "scenarios: {sale: {peak_factor: 10, cache: {memory: 5 GB}}}\n"));
    load_sections(root, workload);
    REQUIRE(workload.scenarios.size() == 1);
    const auto& settings = workload.scenarios[0].settings;
    REQUIRE(settings.size() == 2);
    CHECK(settings[1].key.text == "cache.memory");
    CHECK(std::all_of(settings.begin(), settings.end(), [](const auto& each) { return each.layer == Layer::option; }));
}

TEST_CASE("a built-in tier with a plain value gets a title, and with a map settings") {
    Workload workload;
    YamlNode root = read_yaml(make_source("test.yaml", "cache: none\ndatabase: {disk: 4 TB}\n"));
    load_sections(root, workload);
    REQUIRE(workload.titles.size() == 1);
    CHECK(workload.titles[0].tier.text == "cache");
    CHECK(workload.titles[0].title.text == "none");
    REQUIRE(workload.settings.size() == 1);
    CHECK(workload.settings[0].key.text == "database.disk");
}

}  // namespace bote::test::loader_test
