#include "serve/mcp/tools.hpp"

#include <string>
#include <vector>

#include "bote/serve/message.hpp"
#include "project/catch.hpp"

namespace bote::test::tools_test {
namespace {

using Words = std::vector<std::string>;

ToolCall called(std::string_view tool, const Json& given) { return call_of(*find_tool(tool), given); }

/// What is wrong with a call; "nothing" where it is right.
std::string wrong(std::string_view tool, const Json& given) {
    try {
        called(tool, given);
    } catch (const WrongParameters& problem) {
        return problem.what();
    }
    return "nothing";
}

}  // namespace

TEST_CASE("a tool is found by its whole name alone") {
    REQUIRE(find_tool("presets") != nullptr);
    CHECK(find_tool("presets")->parameters.empty());
    CHECK(find_tool("preset") == nullptr);
    CHECK(find_tool("") == nullptr);
    CHECK(find_tool("sweep") == nullptr);  // a command, but no tool
}

TEST_CASE("what has a line break, a colon before a blank, or words without an ending is the text of a workload") {
    for (const std::string text : {"dau: 5M", "dau: 5M\n", "a\nb", "objects:", "dau 10M", "my.yaml x"}) {
        CAPTURE(text);
        const ToolCall call = called("estimate", {{"workload", text}});
        CHECK(call.text == text);
        CHECK(call.arguments == Words{"estimate", "--", "workload"});
    }
    for (const std::string name : {"tinyurl", "shop.yaml", "my shop.yaml", "my shop.yml", "C:/shop.yaml", "a:b", ""}) {
        CAPTURE(name);
        const ToolCall call = called("estimate", {{"workload", name}});
        CHECK_FALSE(call.text);
        CHECK(call.arguments == Words{"estimate", "--", name});
    }
}

TEST_CASE("words stand in the order of the tool, options before the bar, and what is null is left out") {
    CHECK(called("solve", {{"set", {"a=1", "b=2"}}, {"condition", "qps < 5/s"}, {"input", "dau"}, {"workload", "x"}})
              .arguments == Words{"solve", "--set=a=1", "--set=b=2", "--", "x", "dau", "qps < 5/s"});
    CHECK(called("check", {{"workload", "x"}, {"strict", false}, {"scenario", nullptr}}).arguments ==
          Words{"check", "--", "x"});
    CHECK(called("check", {{"workload", "x"}, {"strict", true}, {"scenario", "sale"}}).arguments ==
          Words{"check", "--scenario=sale", "--strict", "--", "x"});
    CHECK(called("explain", {{"workload", "x"}, {"quantity", "--help"}}).arguments ==
          Words{"explain", "--", "x", "--help"});
    CHECK(called("presets", Json::object()).arguments == Words{"presets", "--"});
}

TEST_CASE("a list of options has at most a hundred of them") {
    CHECK(wrong("estimate", {{"workload", "x"}, {"set", Json(std::vector<std::string>(100, "a=1"))}}) == "nothing");
    CHECK(wrong("estimate", {{"workload", "x"}, {"set", Json(std::vector<std::string>(101, "a=1"))}}) ==
          "'set' takes a list of at most 100 texts");
    const Json schema = json_of(*find_tool("estimate"))["inputSchema"]["properties"]["set"];
    CHECK(schema["type"] == "array");
    CHECK(schema["maxItems"] == 100);
}

TEST_CASE("a call that is not what the tool takes says which parameter is wrong, and how") {
    CHECK(wrong("estimate", Json::array()) == "'arguments' takes an object");
    CHECK(wrong("estimate", Json::object()) == "estimate needs 'workload'");
    CHECK(wrong("estimate", {{"workload", nullptr}}) == "estimate needs 'workload'");
    CHECK(wrong("solve", {{"workload", "x"}, {"input", "dau"}}) == "solve needs 'condition'");
    CHECK(wrong("estimate", {{"workload", 5}}) == "'workload' takes a text");
    CHECK(wrong("estimate", {{"workload", "-"}}) == "'workload' takes a text, a preset or a path, not standard input");
    CHECK(wrong("estimate", {{"workload", "x"}, {"set", "a=1"}}) == "'set' takes a list of at most 100 texts");
    CHECK(wrong("estimate", {{"workload", "x"}, {"set", {"a=1", 5}}}) == "'set' takes a list of texts");
    CHECK(wrong("estimate", {{"workload", "x"}, {"scenario", true}}) == "'scenario' takes a text");
    CHECK(wrong("check", {{"workload", "x"}, {"strict", "yes"}}) == "'strict' takes true or false");
    CHECK(wrong("estimate", {{"workload", "x"}, {"strict", true}}) == "estimate takes no 'strict'");
    CHECK(wrong("presets", {{"a\x1b", 1}}).find('\x1b') == std::string::npos);
}

TEST_CASE("the schema of a tool names what is required, and only reads") {
    const Json solve = json_of(*find_tool("solve"));
    CHECK(solve["name"] == "solve");
    CHECK(solve["inputSchema"]["required"] == Json::array({"workload", "input", "condition"}));
    CHECK(solve["annotations"]["readOnlyHint"] == true);
    CHECK(solve["annotations"]["openWorldHint"] == false);
    CHECK_FALSE(json_of(*find_tool("quantities"))["inputSchema"].contains("required"));
    CHECK(json_of(*find_tool("check"))["inputSchema"]["properties"]["strict"]["type"] == "boolean");
    CHECK(json_of(*find_tool("check"))["inputSchema"]["properties"]["workload"]["type"] == "string");
}

}  // namespace bote::test::tools_test
