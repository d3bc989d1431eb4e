#include "serve/lsp/completion.hpp"

#include <set>

#include "project/catch.hpp"
#include "serve/lsp/file.hpp"
#include "serve/lsp/open_file.hpp"

namespace bote::test::completion_test {
namespace {

Json items(const std::string& marked) {
    const Marked file(marked);
    return completions_at(file.analysis, file.cursor)["items"];
}

std::set<std::string> labels(const std::string& marked) {
    std::set<std::string> found;
    for (const Json& item : items(marked)) found.insert(item["label"].get<std::string>());
    return found;
}

void check(const std::string& marked, const std::vector<std::string>& there, const std::vector<std::string>& absent) {
    const auto found = labels(marked);
    for (const auto& each : there) {
        CAPTURE(marked, each);
        CHECK(found.contains(each));
    }
    for (const auto& each : absent) {
        CAPTURE(marked, each);
        CHECK_FALSE(found.contains(each));
    }
}

const std::string kTiers = "objects:\n  photo:\n    writes: 1/s\ntiers:\n  queue: {kind: kafka}\n";

}  // namespace

TEST_CASE("every section of a workload is completed") {
    const auto found = labels("|");
    for (const std::string_view key : section_keys()) {
        CAPTURE(key);
        CHECK(found.contains(std::string(key)));
        CHECK(is_workload("a.yaml", "yaml", std::string(key) + ": x\ndau: 1M\n"));
    }
}

TEST_CASE("keys are those of the map around the cursor") {
    check("|", {"dau", "objects", "expect", "server.rps"}, {"kind", "tier.load"});
    check("objects:\n  tweet:\n    o|", {"object_size", "retention", "writes"}, {"dau", "objects"});
    check("server:\n  |", {"rps", "memory"}, {"server.rps", "dau"});
    check("conventions:\n  |", {"day", "kilo"}, {"dau"});
    check("objects:\n  |", {}, {"dau", "writes"});
    check(kTiers + "  cache2:\n    kind: redis\n    |", {"kind", "stores", "after", "load", "entries"}, {"dau"});
    check(kTiers + "scenarios:\n  sale:\n    |", {"photo", "queue", "dau", "peak_factor"}, {"expect"});
}

TEST_CASE("values are names, units, kinds, objects and tiers") {
    check(kTiers + "  b: {kind: |}", {"kafka", "redis"}, {"dau"});
    check(kTiers + "  b: {stores: [|]}", {"photo"}, {"queue"});
    check(kTiers + "  b: {after: |}", {"queue", "app"}, {"photo"});
    check(kTiers + "expect:\n  - ph|", {"photo.storage", "storage", "queue.machines", "max"}, {"TB"});
    check("object_size: 500 |", {"KB", "B", "million"}, {"dau"});
    check("define:\n  mine: 5\nwrites: |", {"mine", "dau"}, {"KB"});
    check("name: |", {}, {"dau"});
    check("dau: 1M # |", {}, {"dau"});
}

TEST_CASE("a choice is completed by its names") {
    check("tiers:\n  gpus: {kind: llm, accelerator: |}\n", {"h100"}, {"dau"});
}

TEST_CASE("an item replaces what was typed, and a key brings its colon where none follows") {
    for (const Json& item : items("writes: 1/s\nre|")) {
        if (item["label"] != "retention") continue;
        CHECK(item["textEdit"]["newText"] == "retention: ");
        CHECK(item["textEdit"]["range"]["start"]["character"] == 0);
        CHECK(item["textEdit"]["range"]["end"]["character"] == 2);
        CHECK(item["detail"] == "s");
    }
    for (const Json& item : items("re|: 5 years\n")) {
        if (item["label"] == "retention") CHECK(item["textEdit"]["newText"] == "retention");
    }
}

TEST_CASE("behind a number stand units, those of the key's dimension first; behind a quantity stand quantities") {
    check("dau: 1M\nwrites: 5 per d|", {"day", "month"}, {"dau"});
    check("dau: 1M\nwrites: 5/|", {"day", "s"}, {"dau"});
    check("dau: 1M\nnew_data: 10 MB/|", {"day", "s"}, {"dau"});
    check("define:\n  share: data / d|", {"dau", "data"}, {"day"});
    check("define:\n  share: data/|", {"dau", "data"}, {"day"});
    check("conventions: {day: |}", {}, {"dau"});
    for (const Json& item : items("object_size: 500 |")) {
        CAPTURE(item.dump());
        if (item["label"] == "KB") CHECK(item["sortText"] == "0KB");
        if (item["label"] == "year") CHECK(item["sortText"] == "2year");
    }
}

TEST_CASE("what a tier may stand behind, and that it may be left out") {
    check(kTiers + "  b: {after: |}", {"clients", "app", "queue"}, {"photo"});
    check("dau: 1M\ncache: |", {"none"}, {"dau"});
    check("define:\n  half: dau / 2\nscenarios:\n  sale:\n    |", {"half"}, {});
}

TEST_CASE("the word around the cursor is replaced as a whole") {
    for (const Json& item : items("ma|u: 200M\n")) {
        if (item["label"] != "mau") continue;
        CHECK(item["textEdit"]["newText"] == "mau");
        CHECK(item["textEdit"]["range"]["start"]["character"] == 0);
        CHECK(item["textEdit"]["range"]["end"]["character"] == 3);
    }
}

}  // namespace bote::test::completion_test
