#include "bote/generate/generate.hpp"

#include <string>
#include <vector>

#include "bote/base/error.hpp"
#include "formula/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::catalog_test {
namespace {

constexpr const char* kUsers =
    "dau [users] workload : users\n"
    "    = mau * share\n"
    "mau [users] workload : monthly\n"
    "share [%] workload default 50% : of them\n";

std::vector<InputFile> model_of(const std::string& traffic, const std::string& decisions = "",
                                const std::string& words = "") {
    return {{"src/10-traffic.model", "10-traffic", traffic},
            {"src/70-decisions.model", "70-decisions", decisions},
            {"src/90-words.model", "90-words", words}};
}

/// "10-traffic.model:2:5: what": where the first error is, and what it says.
std::string error_of(const std::vector<InputFile>& files) {
    try {
        write_catalog(files);
    } catch (const InputError& problem) {
        const Error& error = problem.errors().front();
        if (!error.where.source) return "nowhere: " + error.what;
        return error.where.source->name + ":" + std::to_string(location_of(error.where).line) + ": " + error.what;
    }
    return "";
}

}  // namespace

TEST_CASE("a catalog is written with its definitions, rules and words") {
    const auto text = write_catalog(
        model_of(kUsers, "many workload when dau > 5 by 10%\n    then {mau} are many\n", "visitor, user = dau mau\n"));
    CHECK(contains(text, "built_in_catalog()"));
    CHECK(contains(text, "\"mau * share\""));
    CHECK(contains(text, "\"dau > 5 by 10%\""));
    CHECK(contains(text, "\"{mau} are many\""));
    CHECK(contains(text, "\"visitor, user\""));
    CHECK(contains(text, "kByDependency[] = {1, 2, 0}"));  // mau and share before dau
    CHECK(contains(text, "kByName[] = {0, 1, 2}"));
}

TEST_CASE("a place on the page is refused where its section or another quantity of it is not known") {
    const std::string page = "section traffic : Traffic\ntier app : Application\nasked mau\n";
    const auto error = [&](const std::string& sections, const std::string& field) {
        auto files = model_of(std::string(kUsers) + "    line " + field + "\n");
        files.insert(files.begin(), {"src/05-page.model", "05-page", sections});
        return error_of(files);
    };
    CHECK(error(page, "traffic beside mau").empty());
    CHECK(error(page, "trafic") == "10-traffic.model:5: there is no section 'trafic'");
    CHECK(error(page, "traffic beside mua") == "10-traffic.model:5: 'mua' is not known");
    CHECK(error(page + "asked mua\n", "traffic") == "05-page.model:4: 'mua' is not known");
}

TEST_CASE("what is wrong in a model is refused with its file, its line and the cause") {
    const std::string users = kUsers;
    const std::string end = "\n    then do\n";
    struct Case {
        std::vector<InputFile> files;
        std::string begins;
        std::string says;
    };
    const Case cases[] = {
        {model_of(users + "dau [users] workload : again\n"), "10-traffic.model:5: ", "dau is defined twice"},
        {model_of(users + "dau := mau / 2\n"), "10-traffic.model:5: ", "dau is the name of a quantity"},
        {model_of(users + "a [users] workload : a\n    = mua\n"), "10-traffic.model:6: ", "'mua' is not known"},
        {model_of(users + "a [users] workload : a\n    given mua: dau\n"),
         "10-traffic.model:6: ", "'mua' is not known"},
        {model_of(users + "a [users] workload : a\n    unless mua: dau\n"),
         "10-traffic.model:6: ", "'mua' is not known"},
        {model_of(users + "a [B] workload : a\n    = mau *\n        share\n"), "10-traffic.model:6: ", "byte"},
        {model_of(users + "a [users] workload = b : a\nb [users] workload = a : b\n"),
         "10-traffic.model:5: ", "a rests on itself"},
        {model_of(users, "r workload when mua > 5" + end), "70-decisions.model:1: ", "'mua' is not known"},
        {model_of(users, "r workload when mau > 5 B" + end), "70-decisions.model:1: ", ""},
        {model_of(users, "r workload when mau > 5\n    then {mua}\n"), "70-decisions.model:1: ", "'mua' is not known"},
        {model_of(users, "", "user = dau\nvisitor = mua\n"), "90-words.model:2: ", "'mua' is not known"},
    };
    for (const auto& each : cases) {
        const auto error = error_of(each.files);
        CAPTURE(error);
        CHECK(error.starts_with(each.begins));
        CHECK(contains(error, each.says));
    }
}

TEST_CASE("what leads back, or rests on what is given, makes no circle") {
    CHECK(error_of(model_of("a [] workload : a\n    = b\n    back c\n"
                            "b [] workload : b\n    given a: a / 2\n    back a\n"
                            "c [] workload = a : c\n")) == "");
}

TEST_CASE("an embedded file holds its text, its nodes and its formulas") {
    const auto text = write_files("presets", {{"presets/small.yaml", "small", "dau: 5M * 2\n"}});
    CHECK(contains(text, "embedded_presets()"));
    CHECK(contains(text, "\"small\""));
    CHECK(contains(text, "\"dau: 5M * 2\\012\""));
    CHECK(contains(text, "k_presets_0_parsed"));
}

}  // namespace bote::test::catalog_test
