#include "model/key_shapes.hpp"

#include <string>
#include <vector>

#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::key_shapes_test {
namespace {

/// What is wrong with the first key of a text that is to hold a list.
std::string refusal_of_no_list(const std::string& yaml) {
    Errors errors;
    const YamlNode root = read_yaml(make_source("test.yaml", yaml));
    const bool holds =
        KeyShapes(errors).holds(root.entries.front(), YamlNode::Kind::list, "a list", "write `- dau > 1`");
    CHECK(holds == errors.empty());
    return errors.empty() ? "" : one_line(errors.front());
}

/// "key = value" for each setting below the first key of a text.
std::vector<std::string> settings_of(const std::string& yaml, Errors& errors) {
    YamlNode root = read_yaml(make_source("test.yaml", yaml));
    std::vector<Setting> settings;
    KeyShapes(errors).add_settings(root.entries.front(), settings);
    std::vector<std::string> lines;
    for (const auto& each : settings) lines.push_back(each.key.text + " = " + each.value.text);
    return lines;
}

}  // namespace

TEST_CASE("a key that holds another kind of node says what it takes and what it has") {
    CHECK(refusal_of_no_list("expect: [1, 2]\n").empty());
    CHECK(refusal_of_no_list("expect: 5\n") == "1:9: 'expect' takes a list, not a value; write `- dau > 1`");
    CHECK(refusal_of_no_list("expect: {a: 5}\n") == "1:1: 'expect' takes a list, not a map; write `- dau > 1`");
}

TEST_CASE("a key without a value is told from one whose blank or comma is at fault") {
    CHECK(refusal_of_no_list("expect:\n") == "1:1: 'expect' has no value; write `- dau > 1`");
    CHECK(refusal_of_no_list("{expect}\n") == "1:2: 'expect' has no value; write `- dau > 1`");
    CHECK(refusal_of_no_list("{dau:5M}\n") == "1:5: a colon behind a key has a blank behind it; write `dau: 5M`");
}

TEST_CASE("settings in nested maps have keys joined by dots") {
    Errors errors;
    CHECK(settings_of("dau: 5M\n", errors) == std::vector<std::string>{"dau = 5M"});
    CHECK(settings_of("server: {rps: 10k/s, disk: {size: 4 TB}}\n", errors) ==
          std::vector<std::string>{"server.rps = 10k/s", "server.disk.size = 4 TB"});
    CHECK(errors.empty());
}

TEST_CASE("an empty map and a list are no settings") {
    Errors errors;
    CHECK(settings_of("server: {disk: {}}\n", errors).empty());
    CHECK(settings_of("dau: [1]\n", errors).empty());
    REQUIRE(errors.size() == 2);
    CHECK(one_line(errors[0]) == "1:10: 'server.disk' has no value");
    CHECK(one_line(errors[1]) == "1:1: 'dau' takes a value, not a list");
}

}  // namespace bote::test::key_shapes_test
