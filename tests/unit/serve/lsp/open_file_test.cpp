#include "serve/lsp/open_file.hpp"

#include "project/catch.hpp"

namespace bote::test::open_file_test {
namespace {

Json replacing(std::size_t line, std::size_t from, std::size_t to_line, std::size_t to, const std::string& text) {
    return {
        {"range", {{"start", {{"line", line}, {"character", from}}}, {"end", {{"line", to_line}, {"character", to}}}}},
        {"text", text}};
}

std::string changed(const std::string& text, const Json& changes, Encoding encoding = Encoding::utf16) {
    OpenFile file("file:///a.bote.yaml", "yaml", text, encoding);
    file.change(changes);
    return file.text();
}

}  // namespace

TEST_CASE("changes are whole texts, or ranges one after another") {
    CHECK(changed("a\n", Json::array({{{"text", "b\n"}}})) == "b\n");
    CHECK(changed("dau: 5M\n", Json::array({replacing(0, 5, 0, 6, "7"), replacing(0, 7, 0, 7, " # x")})) ==
          "dau: 7M # x\n");
    CHECK(changed("a\r\nb\r\nc", Json::array({replacing(0, 1, 2, 0, "")})) == "ac");
    CHECK(changed("\xF0\x9F\x98\x80x", Json::array({replacing(0, 2, 0, 3, "y")})) == "\xF0\x9F\x98\x80y");
    CHECK(changed("\xF0\x9F\x98\x80x", Json::array({replacing(0, 4, 0, 5, "y")}), Encoding::utf8) ==
          "\xF0\x9F\x98\x80y");
    CHECK(changed("ab", Json::array({replacing(5, 0, 9, 9, "c")})) == "abc");
    CHECK(changed("ab", Json::array({replacing(0, 2, 0, 1, "")})) == "a");
}

TEST_CASE("changes that make no sense are refused") {
    for (const Json& wrong :
         {Json(1), Json::array({1}), Json::array({{{"text", 1}}}), Json::array({{{"text", ""}, {"range", 1}}})})
        CHECK_THROWS_AS(changed("a", wrong), WrongParameters);
}

TEST_CASE("a workload is known by its name, its language or its keys; other YAML files are left alone") {
    CHECK(is_workload("file:///a/shop.bote.yaml", "yaml", ""));
    CHECK(is_workload("file:///a/shop.yaml", "bote", ""));
    CHECK(is_workload("file:///a/shop.yaml", "yaml", "name: Shop\ndau: 5M\nwrites: 1/s\n"));
    CHECK(is_workload("file:///a/shop.yaml", "yaml", "# yaml-language-server: $schema=bote.schema.json\n"));
    CHECK_FALSE(is_workload("file:///a/x.yaml", "yaml", ""));
    CHECK_FALSE(
        is_workload("file:///a/pod.yaml", "yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec: {}\n"));
    CHECK_FALSE(is_workload("file:///a/ci.yaml", "yaml", "name: CI\non: push\njobs:\n  storage: x\n"));
    OpenFile other("file:///a/ci.yaml", "yaml", "name: CI\non: push\n", Encoding::utf16);
    CHECK_FALSE(other.analysis().is_workload);
    CHECK(other.analysis().errors.empty());
}

TEST_CASE("a file of another program is told from a workload that begins") {
    const auto is_foreign = [](const std::string& text) {
        return OpenFile("file:///a.yaml", "yaml", text, Encoding::utf16).is_foreign();
    };
    CHECK(is_foreign("version: '3'\nservices:\n  web: {image: x}\n"));
    CHECK_FALSE(is_foreign(""));
    CHECK_FALSE(is_foreign("da"));
    CHECK_FALSE(is_foreign("name: Shop\ndau: 1M\n"));
    CHECK_FALSE(OpenFile("file:///a.bote.yaml", "yaml", "services: 1\n", Encoding::utf16).is_foreign());
}

}  // namespace bote::test::open_file_test
