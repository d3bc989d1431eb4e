#include "serve/lsp/symbols.hpp"

#include "bote/serve/rpc.hpp"
#include "project/catch.hpp"
#include "serve/lsp/file.hpp"

namespace bote::test::symbols_test {
namespace {

const std::string kFeed =
    "dau: 1M\n"
    "replication: 2\n"
    "objects:\n"
    "  gizmo:\n"
    "    writes: dau * 2/day\n"
    "    object_size: 1 KB\n"
    "  photo:\n"
    "    writes: 'gizmo.writes * 10%'\n"
    "    object_size: >\n"
    "      gizmo.object_size\n"
    "      * 100\n"
    "tiers:\n"
    "  blobs: {kind: object_store, stores: photo}\n"
    "  fanout: {kind: workers, load: gizmo.write_qps * 5 gizmos/gizmos, work: 1 ms, after: app}\n"
    "define:\n"
    "  per_gizmo: 10 gizmos/s\n"
    "expect:\n"
    "  - gizmo.writes == 2M/day\n"
    "  - fanout.load > per_gizmo\n"
    "scenarios:\n"
    "  sale: {gizmo: {writes: 5M/day}, gizmo.reads: 1/s}\n"
    "correlate:\n"
    "  dau with gizmo.object_size: 0\n";

Marked at(const std::string& word, std::string text = kFeed) {
    text.insert(text.find(word), "|");
    return Marked(text);
}

/// The line that a definition leads to.
std::string defined(const std::string& word) {
    const Marked file = at(word);
    const Json found = definition_at(file.analysis, "u", file.cursor);
    if (found.is_null()) return "";
    return std::string(file.analysis.lines.line(found["range"]["start"]["line"].get<std::size_t>()));
}

std::string renamed(const std::string& word, const std::string& name, const std::string& text = kFeed) {
    const Marked file = at(word, text);
    return edited(file.analysis, rename_at(file.analysis, "u", file.cursor, name)["changes"]["u"]);
}

std::string replaced(std::string text, const std::vector<std::pair<std::string, std::string>>& pairs) {
    for (const auto& [from, to] : pairs) {
        for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
            text.replace(at, from.size(), to);
    }
    return text;
}

/// Without the line of correlations, which needs ranges.
const std::string kValid = kFeed.substr(0, kFeed.find("correlate"));

}  // namespace

TEST_CASE("the outline has the keys of keys, and each expectation") {
    const Marked file(kValid);
    const Json symbols = document_symbols(file.analysis);
    REQUIRE(symbols.size() == 7);
    CHECK(symbols[0]["name"] == "dau");
    CHECK(symbols[0]["detail"] == "1M");
    CHECK(symbols[2]["children"][1]["name"] == "photo");
    CHECK(symbols[2]["children"][1]["children"][0]["name"] == "writes");
    CHECK(symbols[5]["children"][0]["name"] == "gizmo.writes == 2M/day");
    CHECK(text_in(file.analysis, symbols[3]["range"]).starts_with("tiers:"));
    CHECK(text_in(file.analysis, symbols[3]["range"]).ends_with("after: app"));
    CHECK(text_in(file.analysis, symbols[3]["selectionRange"]) == "tiers");
    CHECK(document_symbols(Marked("a: [").analysis).empty());
}

TEST_CASE("a name leads to where the file gives it") {
    CHECK(defined("gizmo.object_size") == "    object_size: 1 KB");
    CHECK(defined("dau * 2") == "dau: 1M");
    CHECK(defined("per_gizmo\nscen") == "  per_gizmo: 10 gizmos/s");
    CHECK(defined("gizmo.write_qps") == "  gizmo:");
    CHECK(defined("photo}\n  fan") == "  photo:");
    CHECK(defined("2/day").empty());
}

TEST_CASE("references are all places of one name") {
    const Marked file = at("gizmo.writes == 2M/day", kValid);
    CHECK(references_at(file.analysis, "u", file.cursor, true).size() == 4);  // the key, two formulas, the scenario
    CHECK(references_at(file.analysis, "u", file.cursor, false).size() == 3);
    CHECK(references_at(file.analysis, "u", kValid.find("2/day"), true).empty());
}

TEST_CASE("an object is renamed in every formula, list, scenario and counting word") {
    CHECK(renamed("gizmo:", "story", kValid) ==
          replaced(kValid, {{"per_gizmo", "PER"}, {"gizmos", "stories"}, {"gizmo", "story"}, {"PER", "per_gizmo"}}));
    CHECK(renamed("photo:", "picture", kValid) == replaced(kValid, {{"photo", "picture"}}));
}

TEST_CASE("quotes around a name stay") {
    CHECK(renamed("a\"", "b", "objects: {\"a\": {writes: 1/s}}\nexpect: ['a.writes > 0/s', \"a.qps > 0/s\"]\n") ==
          "objects: {\"b\": {writes: 1/s}}\nexpect: ['b.writes > 0/s', \"b.qps > 0/s\"]\n");
}

TEST_CASE("a tier and an own quantity are renamed too") {
    CHECK(renamed("fanout:", "spread", kValid) == replaced(kValid, {{"fanout", "spread"}}));
    CHECK(renamed("per_gizmo\n", "limit", kValid) == replaced(kValid, {{"per_gizmo", "limit"}}));
}

TEST_CASE("a name that would change what the file means is refused, with the reason") {
    for (const auto* name : {"photo", "dau", "per day", "", "Story", "storage", "2", "a: b", "writes"}) {
        CAPTURE(name);
        const Marked file = at("gizmo:", kValid);
        CHECK_THROWS_AS(rename_at(file.analysis, "u", file.cursor, name), RpcProblem);
    }
    const Marked quantity = at("dau", kValid);
    CHECK_THROWS_AS(rename_at(quantity.analysis, "u", quantity.cursor, "x"), RpcProblem);
    CHECK(renamable_at(quantity.analysis, quantity.cursor).is_null());
    const Marked object = at("gizmo:", kValid);
    CHECK(renamable_at(object.analysis, object.cursor)["placeholder"] == "gizmo");
}

TEST_CASE("a name that is taken, or that is none, is refused in a file with errors too") {
    const std::string broken = kValid + "dua: 1\n";
    for (const auto* name : {"photo", "blobs", "per_gizmo", "dau", "app", "sum", "", "gizmo ", "a b", "TB"}) {
        CAPTURE(name);
        CHECK_THROWS_AS(renamed("gizmo:", name, broken), RpcProblem);
    }
    CHECK_THROWS_AS(renamed("blobs:", "clients", broken), RpcProblem);
    CHECK_THROWS_AS(renamed("per_gizmo:", "storage", broken), RpcProblem);
    CHECK(renamed("gizmo:", "gadget", broken).find("\n  gizmo:") == std::string::npos);
}

}  // namespace bote::test::symbols_test
