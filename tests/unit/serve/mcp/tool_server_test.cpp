#include "bote/serve/mcp/tool_server.hpp"

#include "bote/base/text.hpp"
#include "project/catch.hpp"
#include "serve/client.hpp"

namespace bote::test::tool_server_test {
namespace {

/// Keeps the command lines, and answers each with itself.
class Tools {
public:
    std::vector<Json> run(Client& client) {
        return client.run([this](const Streams& streams) {
            serve_tools(streams, [this](const ToolCall& call) {
                calls.push_back(call);
                return ToolAnswer{join(call.arguments, " "), R"({"schema_version": 1})"};
            });
        });
    }
    std::vector<ToolCall> calls;
};

Client started() {
    Client client(Framing::lines);
    client.ask("start", "initialize", {{"protocolVersion", "2025-06-18"}, {"capabilities", Json::object()}});
    client.tell("notifications/initialized");
    return client;
}

void call(Client& client, const Json& id, const std::string& tool, const Json& arguments) {
    client.ask(id, "tools/call", {{"name", tool}, {"arguments", arguments}});
}

}  // namespace

TEST_CASE("a client gets the version that it asks for, or the newest that there is") {
    for (const auto& [asked, got] : {std::pair("2024-11-05", "2024-11-05"), std::pair("2025-03-26", "2025-03-26"),
                                     std::pair("2031-01-01", "2025-06-18")}) {
        Client client(Framing::lines);
        client.ask(1, "initialize", {{"protocolVersion", asked}});
        const Json result = answer_to(Tools().run(client), 1)["result"];
        CHECK(result["protocolVersion"] == got);
        CHECK(result["capabilities"].contains("tools"));
        CHECK(result["serverInfo"]["name"] == "bote");
    }
}

TEST_CASE("each tool has a schema of what it takes") {
    Client client = started();
    client.ask(1, "tools/list");
    client.ask(2, "ping");
    const auto messages = Tools().run(client);
    const Json tools = answer_to(messages, 1)["result"]["tools"];
    std::vector<std::string> names;
    for (const Json& tool : tools) {
        names.push_back(tool["name"].get<std::string>());
        CHECK(tool["inputSchema"]["type"] == "object");
        CHECK(tool["inputSchema"]["additionalProperties"] == false);
        for (const Json& required : tool["inputSchema"].value("required", Json::array()))
            CHECK(tool["inputSchema"]["properties"].contains(required.get<std::string>()));
    }
    CHECK(names == std::vector<std::string>{"estimate", "explain", "solve", "check", "quantities", "presets"});
    CHECK(answer_to(messages, 2)["result"] == Json::object());
}

TEST_CASE("a call becomes a command line, in which no word is an option") {
    Client client = started();
    call(client, 1, "estimate", {{"workload", "tinyurl"}, {"set", {"dau=5M", "--output=x"}}});
    call(client, 2, "explain", {{"workload", "dau: 5M\n"}, {"quantity", "--output"}});
    call(client, 3, "solve", {{"condition", "storage <= 1 PB"}, {"input", "dau"}, {"workload", "a.yaml"}});
    call(client, 4, "check", {{"workload", "workload"}, {"strict", true}, {"scenario", "sale"}});
    call(client, 5, "quantities", Json::object());
    Tools tools;
    const auto messages = tools.run(client);
    REQUIRE(tools.calls.size() == 5);
    using Words = std::vector<std::string>;
    CHECK(tools.calls[0].arguments == Words{"estimate", "--set=dau=5M", "--set=--output=x", "--", "tinyurl"});
    CHECK_FALSE(tools.calls[0].text.has_value());
    CHECK(tools.calls[1].arguments == Words{"explain", "--", "workload", "--output"});
    CHECK(tools.calls[1].text == "dau: 5M\n");
    CHECK(tools.calls[2].arguments == Words{"solve", "--", "a.yaml", "dau", "storage <= 1 PB"});
    CHECK(tools.calls[3].arguments == Words{"check", "--scenario=sale", "--strict", "--", "workload"});
    CHECK(tools.calls[4].arguments == Words{"quantities", "--"});
    const Json result = answer_to(messages, 5)["result"];
    CHECK(result["content"] == Json::array({{{"type", "text"}, {"text", "quantities --"}}}));
    CHECK(result["structuredContent"]["schema_version"] == 1);
    CHECK(result["isError"] == false);
}

TEST_CASE("a wrong call is refused, and the session goes on") {
    Client client = started();
    call(client, 1, "nothing", Json::object());
    call(client, 2, "estimate", Json::object());
    call(client, 3, "estimate", {{"workload", 5}});
    call(client, 4, "estimate", {{"workload", "tinyurl"}, {"output", "x"}});
    call(client, 5, "estimate", {{"workload", "tinyurl"}, {"set", "dau=5M"}});
    call(client, 6, "estimate", {{"workload", "-"}});
    call(client, 7, "check", {{"workload", "tinyurl"}, {"strict", "yes"}});
    call(client, 8, "estimate", Json::array({1}));
    client.ask(9, "tools/call");
    client.ask(10, "resources/list");
    client.send_bytes("{nonsense\n");
    client.send_bytes("[]\n");
    client.ask(11, "shutdown");
    call(client, 12, "estimate", {{"workload", "tinyurl"}});
    Tools tools;
    const auto messages = tools.run(client);
    for (int id = 1; id <= 9; ++id) {
        CAPTURE(id);
        CHECK(error_of(messages, id) == -32602);
    }
    CHECK(error_of(messages, 10) == -32601);
    CHECK(error_of(messages, 11) == -32601);
    CHECK(answer_to(messages, 12).contains("result"));
    CHECK(tools.calls.size() == 1);
}

TEST_CASE("before initialize nothing but a ping is answered; what is cancelled is not answered at all") {
    Client early(Framing::lines);
    early.ask(1, "tools/list");
    early.ask(2, "ping");
    const auto refused = Tools().run(early);
    CHECK(error_of(refused, 1) == -32002);
    CHECK(answer_to(refused, 2).contains("result"));

    Client client = started();
    const Json request{{"jsonrpc", "2.0"}, {"id", 7}, {"method", "ping"}};
    const Json cancel{{"jsonrpc", "2.0"}, {"method", "notifications/cancelled"}, {"params", {{"requestId", 7}}}};
    client.send_bytes(request.dump() + "\n" + cancel.dump() + "\n");
    CHECK(answer_to(Tools().run(client), 7).is_null());
}

}  // namespace bote::test::tool_server_test
