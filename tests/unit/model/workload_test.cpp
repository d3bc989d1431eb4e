#include "bote/model/workload.hpp"

#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::workload_test {
namespace {

/// The errors of shape alone, without those of formulas and names.
std::vector<std::string> shape_errors(const std::string& yaml) {
    std::vector<std::string> lines;
    for (const auto& error : workload_of(yaml).errors) lines.push_back(one_line(error));
    return lines;
}

}  // namespace

TEST_CASE("a workload without a name has that of its file, without what files of bote end in") {
    const auto name_of = [](const std::string& file) { return load_workload(make_source(file, "dau: 5M\n")).name; };
    CHECK(name_of("shop.yaml") == "shop");
    CHECK(name_of("design/shop.bote.yaml") == "shop");
    CHECK(name_of("shop.bote.yml") == "shop");
    CHECK(name_of("shop.v2.bote.yaml") == "shop.v2");
    CHECK(name_of(".yaml") == ".yaml");
}

TEST_CASE("a workload file falls into its sections") {
    const auto workload = workload_of(
        "name: Chat\ndescription: two people\nsource: a book\ndau: 5M\nserver:\n  rps: 10k/s\n"
        "objects:\n  message:\n    writes: 1/s\n    cache: {memory: 5 GB}\n  photo: {reads: 2/s}\n"
        "define:\n  rate [/s]: 1/s\n  plain: 5\nexpect:\n  - dau < 5\n  - dau > 2\nconventions: {day: 100000 s}\n");
    CHECK(workload.errors.empty());
    CHECK(workload.name == "Chat");
    CHECK(workload.description == "two people");
    CHECK(workload.origin == "a book");
    REQUIRE(workload.settings.size() == 2);
    CHECK(workload.settings[0].key.text == "dau");
    CHECK(workload.settings[0].value.text == "5M");
    CHECK(workload.settings[1].key.text == "server.rps");
    REQUIRE(workload.settings[1].group);
    CHECK(workload.settings[1].group->text == "server");
    REQUIRE(workload.objects.size() == 2);
    CHECK(workload.objects[0].name.text == "message");
    CHECK(workload.objects[0].settings.size() == 2);
    CHECK(workload.objects[0].settings[1].key.text == "cache.memory");
    REQUIRE(workload.own.size() == 2);
    CHECK(workload.own[0].name.text == "rate");
    REQUIRE(workload.own[0].unit);
    CHECK(workload.own[0].unit->text == "/s");
    CHECK_FALSE(workload.own[1].unit);
    CHECK(workload.expectations.size() == 2);
    CHECK(workload.conventions.size() == 1);
}

TEST_CASE("without a name the file's stem is the name") {
    CHECK(load_workload(make_source("folder/twitter.yaml", "dau: 5\n")).name == "twitter");
    CHECK(load_workload(make_source("twitter.yml", "dau: 5\n")).name == "twitter");
    CHECK(load_workload(make_source("twitter", "dau: 5\n")).name == "twitter");
    CHECK(load_workload(make_source("a\x1b.yaml", "dau: 5\n")).name == "a\\x1b");
    CHECK(load_workload(make_source("x.yaml", "name: 'Y'\ndau: 5\n")).name == "Y");
}

TEST_CASE("each section takes its own shape") {
    struct Row {
        std::string yaml;
        std::string place;
        std::string says;
    };
    const Row rows[] = {
        {"", "1:1", "empty"},
        {"{}", "1:1", "empty"},
        {"5", "1:1", "key: value"},
        {"- dau: 5\n", "1:1", "key: value"},
        {"name: [a]\n", "1:1", "takes a text, not a list"},
        {"name: {a: b}\n", "1:1", "takes a text, not a map"},
        {"name: ' '\n", "1:1", "blank"},
        {"name: \"a\\nb\"\n", "1:7", "one line"},
        {"name: " + std::string(201, 'x') + "\n", "1:7", "200 bytes"},
        {"dau: [5]\n", "1:1", "takes a value, not a list"},
        {"dau: {}\n", "1:1", "no value"},
        {"objects: 5\n", "1:10", "a map of objects"},
        {"objects: {}\n", "1:1", "no objects"},
        {"objects:\n", "1:1", "no value"},
        {"objects: [tweet]\n", "1:1", "a map of objects"},
        {"objects: {tweet: 5}\n", "1:18", "a map of quantities"},
        {"objects: {tweet: {}}\n", "1:11", "is empty"},
        {"objects:\n  tweet:\n    name: x\n", "3:5", "belongs to the top level"},
        {"objects:\n  tweet:\n    expect: [a < 5]\n", "3:5", "belongs to the top level"},
        {"define: 5\n", "1:9", "a map of own quantities"},
        {"define: {}\n", "1:1", "defines nothing"},
        {"define:\n", "1:1", "no value"},
        {"define: {x: {y: 5}}\n", "1:10", "a formula"},
        {"define:\n  x [/s: 5\n", "2:3", "in brackets"},
        {"define:\n  \"x /s]\": 5\n", "2:4", "in brackets"},
        {"expect: storage < 5\n", "1:9", "a list"},
        {"expect: {a: b}\n", "1:1", "a list"},
        {"expect:\n", "1:1", "no value"},
        {"expect: [{a: b}]\n", "1:10", "a comparison"},
        {"expect:\n  - \n", "2:3", "a comparison"},
        {"conventions: 5\n", "1:14", "a map"},
        {"conventions: {}\n", "1:1", "empty"},
        {"scenarios: 5\n", "1:12", "a map of sets of changes, not a value"},
        {"scenarios: [final]\n", "1:1", "a map of sets of changes, not a list"},
        {"scenarios: {}\n", "1:1", "has none"},
        {"scenarios:\n", "1:1", "no value"},
        {"scenarios: {final: 5}\n", "1:20", "a map of changes"},
        {"scenarios: {final: [dau]}\n", "1:13", "a map of changes"},
        {"scenarios: {final: {dau: [5]}}\n", "1:21", "takes a value, not a list"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.yaml);
        const auto errors = shape_errors(row.yaml);
        REQUIRE_FALSE(errors.empty());
        CAPTURE(errors.front());
        CHECK(errors.front().starts_with(row.place + ": "));
        CHECK(contains(errors.front(), row.says));
    }
    CHECK(shape_errors("dau: 5\nexpect: []\n").empty());
}

TEST_CASE("scenarios are named sets of changes, which win over the file like options") {
    const auto workload = workload_of(
        "dau: 5M\nscenarios:\n  today: {}\n  flash sale: {peak_factor: 10, server: {rps: 5k/s}}\n"
        "  later:\n    tweet.writes: 5/s\n");
    CHECK(workload.errors.empty());
    REQUIRE(workload.scenarios.size() == 3);
    CHECK(workload.scenarios[0].name.text == "today");
    CHECK(workload.scenarios[0].settings.empty());
    CHECK(workload.scenarios[1].name.text == "flash sale");
    REQUIRE(workload.scenarios[1].settings.size() == 2);
    CHECK(workload.scenarios[1].settings[0].key.text == "peak_factor");
    CHECK(workload.scenarios[1].settings[0].value.text == "10");
    CHECK(workload.scenarios[1].settings[1].key.text == "server.rps");
    CHECK(workload.scenarios[2].settings[0].key.text == "tweet.writes");
    for (const auto& scenario : workload.scenarios) {
        for (const auto& setting : scenario.settings) CHECK(setting.layer == Layer::option);
    }
    REQUIRE(workload.settings.size() == 1);
}

TEST_CASE("a file of settings is flat names and values of one layer") {
    const std::string text = "price:\n  server: $1/h\n  egress: $0.09/GB\nserver.rps: 5k/s\n";
    const auto settings = load_settings(read_yaml(make_source("prices.yaml", text)), Layer::profile).settings;
    REQUIRE(settings.size() == 3);
    CHECK(settings[0].key.text == "price.server");
    CHECK(settings[0].value.text == "$1/h");
    CHECK(settings[1].key.text == "price.egress");
    CHECK(settings[2].key.text == "server.rps");
    for (const auto& setting : settings) CHECK(setting.layer == Layer::profile);
    const auto wrong = [](const std::string& yaml) {
        return refusal([&] { load_settings(read_yaml(make_source("prices.yaml", yaml)), Layer::profile); }).what;
    };
    CHECK(contains(wrong("price: {server: [1]}\n"), "takes a value, not a list"));
    CHECK(contains(wrong("price:\n"), "no value"));
}

TEST_CASE("all that is wrong with a file is told at once, in the order of its lines") {
    const auto errors = errors_of(
        "name: ' '\ndua: 5M\ndau: foo\nobjects:\n  day: {writes: 1/s}\n  tweet: {dau: 5}\ndefine:\n  sum: 5\n"
        "expect: [dau, 5 < 1 KB]\nconventions: {dya: 5}\n");
    for (const auto* place : {"1:1", "2:1", "3:6", "5:3", "6:11", "8:3", "9:10", "9:15", "10:15"}) {
        CAPTURE(place);
        bool found = false;
        for (const auto& error : errors) found = found || error.starts_with(std::string(place) + ": ");
        CHECK(found);
    }
}

TEST_CASE("a value of --set is read like a line of the file") {
    const auto setting = read_option("tweet.writes = 5/day ");
    CHECK(setting.key.text == "tweet.writes");
    CHECK(setting.value.text == "5/day");
    CHECK(setting.layer == Layer::option);
    CHECK(location_of(setting.value.span).column == 16);
    CHECK(read_option("a=b=c").value.text == "b=c");
    for (const auto* wrong : {"dau", "=5", "dau=", "dau= ", "", "dau=\x1b", "dau=\xff"}) {
        CAPTURE(wrong);
        CHECK(refusal([&] { read_option(wrong); }).what != "");
    }
}

}  // namespace bote::test::workload_test
