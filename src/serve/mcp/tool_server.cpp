#include "bote/serve/mcp/tool_server.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/serve/rpc.hpp"
#include "tools.hpp"

namespace bote {
namespace {

/// The newest first, which those get that ask for another.
constexpr std::string_view kVersions[] = {"2025-06-18", "2025-03-26", "2024-11-05"};

constexpr std::string_view kInstructions =
    "bote computes back-of-the-envelope capacity estimates. Never compute such figures by hand: write a workload of "
    "`key: value` lines (dau, writes_per_user, read_write_ratio, object_size, retention, replication, ...) and call "
    "`estimate`; `quantities` finds keys, `explain` shows the working, `solve` finds limits, `check` tests `expect` "
    "lines. Values carry units: 100M, 2/day, 500 B, 5 years, 30%; a range is `50 to 150 per day`.";

Json initialize(const Json& parameters) {
    const std::string& asked = text_at(parameters, "protocolVersion");
    const bool known = std::find(std::begin(kVersions), std::end(kVersions), asked) != std::end(kVersions);
    return {{"protocolVersion", known ? asked : std::string(kVersions[0])},
            {"capabilities", {{"tools", {{"listChanged", false}}}}},
            {"serverInfo", {{"name", "bote"}, {"title", "bote"}, {"version", BOTE_VERSION}}},
            {"instructions", kInstructions}};
}

Json list_tools(const Json& /*parameters*/) {
    Json list = Json::array();
    for (const Tool& tool : all_tools()) list.push_back(json_of(tool));
    return {{"tools", std::move(list)}};
}

Json call_tool(const Json& parameters, const std::function<ToolAnswer(const ToolCall&)>& run) {
    const std::string& name = text_at(parameters, "name");
    const Tool* tool = find_tool(name);
    if (tool == nullptr) throw WrongParameters(fmt::format("there is no tool '{}'", show_in_line(name)));
    const Json* given = find_member(parameters, "arguments");
    const bool none = given == nullptr || given->is_null();
    const ToolAnswer answer = run(call_of(*tool, none ? Json::object() : *given));
    Json result{{"content", Json::array({{{"type", "text"}, {"text", answer.text}}})}, {"isError", answer.is_error}};
    if (!answer.data.empty()) result["structuredContent"] = Json::parse(answer.data);
    return result;
}

}  // namespace

void serve_tools(const Streams& streams, const std::function<ToolAnswer(const ToolCall&)>& run) {
    Protocol protocol;
    protocol.framing = Framing::lines;
    protocol.has_shutdown = false;
    protocol.cancel = "notifications/cancelled";
    protocol.cancelled_id = "requestId";
    protocol.answers_cancelled = false;
    protocol.methods = {
        {"initialize", initialize},
        {"notifications/initialized", [](const Json&) { return Json(); }, MessageKind::notification},
        {"ping", [](const Json&) { return Json::object(); }, MessageKind::request, true},
        {"tools/list", list_tools},
        {"tools/call", [&](const Json& parameters) { return call_tool(parameters, run); }},
    };
    RpcSession(streams, std::move(protocol)).run();
}

}  // namespace bote
