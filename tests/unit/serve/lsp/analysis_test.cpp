#include "serve/lsp/analysis.hpp"

#include <string>
#include <vector>

#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"
#include "serve/lsp/file.hpp"

namespace bote::test::analysis_test {
namespace {

Analysis analysed(const std::string& text, SharedOverlay overlay = nullptr) {
    return analyse("file:///test.bote.yaml", text, Encoding::utf16, std::move(overlay));
}

/// The name at the cursor; empty where there is none.
std::string name_at(const std::string& marked) {
    const Marked file(marked);
    const NameUse* use = file.analysis.name_at(file.cursor);
    return use == nullptr ? "" : use->name;
}

}  // namespace

TEST_CASE("a name is found from before its first letter to behind its last") {
    CHECK(name_at("dau: 5M\nwrites: |dau * 1/day\n") == "dau");
    CHECK(name_at("dau: 5M\nwrites: da|u * 1/day\n") == "dau");
    CHECK(name_at("dau: 5M\nwrites: dau| * 1/day\n") == "dau");
    CHECK(name_at("dau: 5M\nwrites: dau |* 1/day\n").empty());
    CHECK(name_at("dau: 5M # d|au\n").empty());
}

TEST_CASE("of two names around a place the longer one is meant") {
    const std::string objects = "objects:\n  tweet: {writes: 1/s}\nexpect:\n  - ";
    CHECK(name_at(objects + "twe|et.writes > 0/s\n") == "tweet.writes");
    CHECK(name_at(objects + "tweet.wri|tes > 0/s\n") == "tweet.writes");
}

TEST_CASE("a file is estimated as it is written and in each of its scenarios") {
    const Analysis analysis =
        analysed(kShop + "scenarios:\n  sale: {dau: 30M}\n  quiet: {dau: 1M}\nexpect: [dau > 5M]\n");
    CHECK(analysis.is_workload);
    CHECK(analysis.errors.empty());
    REQUIRE(analysis.estimates.size() == 3);
    CHECK(analysis.estimate() == &analysis.estimates.front().estimate);
    CHECK(analysis.estimates[1].name == "sale");
    CHECK(value(analysis.estimates[1].estimate, "dau") == near(3e7));
    CHECK(value(analysis.estimates[2].estimate, "dau") == near(1e6));
    REQUIRE(analysis.checked);
    NameUse use;
    use.scenario = 2;
    CHECK(analysis.estimate_for(use) == &analysis.estimates[2].estimate);
    use.scenario = 3;
    CHECK(analysis.estimate_for(use) == nullptr);
}

TEST_CASE("a text that is no YAML has an error and nothing else") {
    const Analysis analysis = analysed("dau: [5M\n");
    CHECK(analysis.errors.size() == 1);
    CHECK(analysis.is_workload);
    CHECK_FALSE(analysis.workload);
    CHECK(analysis.names.empty());
    CHECK(analysis.estimate() == nullptr);
    CHECK_FALSE(analysis.checked);
}

TEST_CASE("a mistake leaves no figures, unless it is in a claim alone") {
    const Analysis mistaken = analysed(kShop + "dua: 5M\n");
    CHECK(mistaken.errors.size() == 1);
    CHECK(mistaken.estimate() == nullptr);
    CHECK_FALSE(mistaken.names.empty());
    const Analysis typed = analysed(kShop + "expect: [storage <= 1 PB, storag > 1 TB]\n");
    CHECK(typed.errors.size() == 1);
    REQUIRE(typed.estimate() != nullptr);
    CHECK(value(*typed.estimate(), "dau") == near(1e7));
    CHECK(typed.estimate()->model.expectations.empty());
    CHECK(analysed(kShop + "dua: 5M\nscenarios: {sale: {dau: 30M}}\n").errors.size() == 1);
    CHECK(analysed(kShop + "dua: 5M\nscenarios: {sale: {dau: x}}\n").errors.size() == 2);
    CHECK(analysed(kShop + "dua: 5M\nexpect: [storag > 1 TB]\n").estimate() == nullptr);
}

TEST_CASE("a mistake in a scenario leaves no figures, and those of all scenarios are told") {
    const Analysis analysis = analysed(kShop + "scenarios:\n  sale: {dua: 30M}\n  quiet: {dua: 1M}\n");
    CHECK(analysis.errors.size() == 2);
    CHECK(analysis.estimate() == nullptr);
}

TEST_CASE("what lies under the files of a session is an assumption of each") {
    Overlay under;
    under.profile = {read_option("spares=7")};
    under.profile.front().layer = Layer::profile;
    const auto shared = std::make_shared<const Overlay>(under);
    const Analysis analysis = analysed(kShop + "scenarios:\n  sale: {dau: 30M}\n", shared);
    REQUIRE(analysis.estimates.size() == 2);
    CHECK(value(analysis.estimates[0].estimate, "spares") == near(7));
    CHECK(value(analysis.estimates[1].estimate, "spares") == near(7));
    CHECK(analysis.overlay == shared);
    CHECK(value(*analysed(kShop + "spares: 3\n", shared).estimate(), "spares") == near(3));
}

}  // namespace bote::test::analysis_test
