#include "bote/serve/rpc.hpp"

#include <string>
#include <vector>

#include "project/catch.hpp"
#include "serve/client.hpp"

namespace bote::test::rpc_test {
namespace {

/// `echo` gives its parameters back, `note` keeps them.
class EchoServer {
public:
    void operator()(const Streams& streams) {
        Protocol protocol;
        protocol.methods = {
            {"initialize", [](const Json&) { return Json("ready"); }},
            {"echo",
             [this](const Json& parameters) {
                 ++echoes;
                 return parameters;
             }},
            {"number", [](const Json& parameters) { return Json(count_at(parameters, "n")); }},
            {"fault", [](const Json&) -> Json { throw std::runtime_error("secret"); }},
            {"note",
             [this](const Json& parameters) {
                 notes.push_back(parameters);
                 return Json();
             },
             MessageKind::notification},
            {"early", [](const Json&) { return Json(1); }, MessageKind::request, true},
        };
        protocol.idle = [this] { ++idles; };
        polite = RpcSession(streams, std::move(protocol)).run();
    }

    int echoes = 0;
    int idles = 0;
    bool polite = false;
    std::vector<Json> notes;
};

std::vector<Json> run(Client& client, EchoServer& server) {
    return client.run([&](const Streams& streams) { server(streams); });
}

}  // namespace

TEST_CASE("a request is answered under its id, a notification is not answered") {
    Client client(Framing::headers);
    EchoServer server;
    client.ask(1, "initialize");
    client.ask("two", "echo", {{"a", 1}});
    client.tell("note", {{"b", 2}});
    client.tell("echo");
    client.ask(3, "shutdown");
    client.tell("exit");
    client.ask(4, "echo");
    const auto answers = run(client, server);
    CHECK(answers.size() == 3);
    CHECK(answer_to(answers, 1)["result"] == "ready");
    CHECK(answer_to(answers, "two")["result"] == Json{{"a", 1}});
    CHECK(answer_to(answers, 3)["result"].is_null());
    CHECK(server.notes == std::vector<Json>{{{"b", 2}}});
    CHECK(server.echoes == 1);
    CHECK(server.polite);
}

TEST_CASE("each mistake has its code, and the session goes on") {
    Client client(Framing::headers);
    EchoServer server;
    client.ask(0, "initialize");
    client.send_bytes(framed("{nonsense", Framing::headers));
    client.send({{"jsonrpc", "2.0"}, {"id", 1}});
    client.send({{"id", 2}, {"method", "echo"}});
    client.send({{"jsonrpc", "2.0"}, {"id", 3}, {"method", "echo"}, {"params", 7}});
    client.send({{"jsonrpc", "2.0"}, {"id", Json::array()}, {"method", "echo"}});
    client.send(Json::array({1, 2}));
    client.ask(4, "nothing");
    client.ask(5, "number", {{"n", "x"}});
    client.ask(6, "fault");
    client.ask(7, "note");
    client.ask(8, "initialize");
    client.send({{"jsonrpc", "2.0"}, {"id", 99}, {"result", 1}});
    client.ask(9, "number", {{"n", 9}});
    const auto answers = run(client, server);
    CHECK(answers.size() == 13);
    CHECK(answers[1]["error"]["code"] == -32700);
    CHECK(answers[1]["id"].is_null());
    CHECK(error_of(answers, 1) == -32600);
    CHECK(error_of(answers, 2) == -32600);
    CHECK(error_of(answers, 3) == -32600);
    CHECK(error_of(answers, 4) == -32601);
    CHECK(error_of(answers, 5) == -32602);
    CHECK(error_of(answers, 6) == -32603);
    CHECK(answer_to(answers, 6).dump().find("secret") == std::string::npos);
    CHECK(error_of(answers, 7) == -32600);
    CHECK(error_of(answers, 8) == -32600);
    CHECK(answer_to(answers, 9)["result"] == 9);
    CHECK_FALSE(server.polite);
}

TEST_CASE("before initialize only what may come early is answered, and after shutdown nothing is") {
    Client client(Framing::headers);
    EchoServer server;
    client.ask(1, "echo");
    client.ask(2, "nothing");
    client.ask(3, "early");
    client.tell("note");
    client.ask(4, "initialize");
    client.ask(5, "shutdown");
    client.ask(6, "echo");
    client.tell("exit");
    const auto answers = run(client, server);
    CHECK(error_of(answers, 1) == -32002);
    CHECK(error_of(answers, 2) == -32002);
    CHECK(answer_to(answers, 3)["result"] == 1);
    CHECK(error_of(answers, 6) == -32600);
    CHECK(server.notes.empty());
    CHECK(server.polite);
}

TEST_CASE("an exit without a shutdown, or an end in the middle, is told") {
    for (const bool says_exit : {true, false}) {
        Client client(Framing::headers);
        EchoServer server;
        client.ask(1, "initialize");
        if (says_exit) client.tell("exit");
        run(client, server);
        CHECK_FALSE(server.polite);
    }
    Client nobody(Framing::headers);
    EchoServer server;
    CHECK(run(nobody, server).empty());
    CHECK(server.polite);
}

TEST_CASE("a request that is cancelled while it waits is not computed") {
    Client client(Framing::headers);
    EchoServer server;
    client.ask(1, "initialize");
    const auto message = [](const Json& json) { return framed(json.dump(), Framing::headers); };
    client.send_bytes(message({{"jsonrpc", "2.0"}, {"id", 2}, {"method", "echo"}}) +
                      message({{"jsonrpc", "2.0"}, {"id", 3}, {"method", "echo"}}) +
                      message({{"jsonrpc", "2.0"}, {"method", "$/cancelRequest"}, {"params", {{"id", 2}}}}));
    client.send({{"jsonrpc", "2.0"}, {"method", "$/cancelRequest"}, {"params", {{"id", 77}}}});
    const auto answers = run(client, server);
    CHECK(error_of(answers, 2) == -32800);
    CHECK(answer_to(answers, 3).contains("result"));
    CHECK(server.echoes == 1);
}

TEST_CASE("the server learns once that nothing waits, however many messages came together") {
    Client client(Framing::headers);
    EchoServer server;
    client.ask(1, "initialize");
    std::string many;
    for (int i = 0; i < 20; ++i) many += framed(Json{{"jsonrpc", "2.0"}, {"method", "note"}}.dump(), Framing::headers);
    client.send_bytes(many);
    run(client, server);
    CHECK(server.notes.size() == 20);
    CHECK(server.idles == 2);
}

}  // namespace bote::test::rpc_test
