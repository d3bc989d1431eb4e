// `bote lsp` and `bote mcp` as commands: with the real tools behind the protocol.

#include <filesystem>

#include "bote/cli/run.hpp"
#include "project/catch.hpp"
#include "project/project_files.hpp"
#include "serve/client.hpp"

namespace bote::test::serve_test {
namespace {

/// The messages of a session of a command, and how it ended.
std::vector<Json> session(const std::string& command, Client& client, int* exit_code = nullptr) {
    return client.run([&](const Streams& streams) {
        Environment environment;
        environment.read_some = streams.read;
        environment.read_input = [](std::size_t) { return std::string("dau: 5M\n"); };
        environment.write_output = streams.write;
        const Outcome outcome = run({command}, environment);
        CHECK(outcome.out.empty());
        CHECK(outcome.err.empty());
        if (exit_code != nullptr) *exit_code = outcome.exit_code;
    });
}

/// The result of one call of a tool; its error where there is none.
Json called(const std::string& tool, const Json& arguments) {
    Client client(Framing::lines);
    client.ask(0, "initialize", {{"protocolVersion", "2025-06-18"}});
    client.ask(1, "tools/call", {{"name", tool}, {"arguments", arguments}});
    const auto messages = session("mcp", client);
    const Json answer = answer_to(messages, 1);
    return answer.contains("result") ? answer["result"] : answer["error"];
}

std::string text_in(const Json& result) { return result["content"][0]["text"].get<std::string>(); }

/// 10M * 2/day of 1 KB: 20 GB a day.
const std::string kShop = "dau: 10M\nwrites_per_user: 2/day\nobject_size: 1 KB\nretention: 5 years\n";

std::string command_output(const std::vector<std::string>& arguments) { return run(arguments, Environment{}).out; }

}  // namespace

TEST_CASE("each tool answers as its command does, as a text and as data") {
    const Json estimate = called("estimate", {{"workload", "tinyurl"}});
    CHECK(estimate["isError"] == false);
    CHECK(text_in(estimate) == command_output({"tinyurl", "--format", "text"}));
    CHECK(estimate["structuredContent"] == Json::parse(command_output({"tinyurl", "--format", "json"})));

    const Json explain =
        called("explain", {{"workload", "tinyurl"}, {"quantity", "storage"}, {"set", {"replication=2"}}});
    CHECK(explain["structuredContent"] ==
          Json::parse(command_output({"explain", "tinyurl", "storage", "--set", "replication=2", "--format", "json"})));

    const Json solve =
        called("solve", {{"workload", "tinyurl"}, {"input", "writes"}, {"condition", "storage <= 1 PB"}});
    CHECK(solve["structuredContent"]["quantity"] == "writes");
    CHECK(text_in(solve).find("holds up to writes 259.2M/day") != std::string::npos);

    const Json quantities = called("quantities", {{"text", "copies"}});
    CHECK(quantities["structuredContent"]["quantities"][0]["quantity"] == "replication");
}

TEST_CASE("a workload may be the text itself; a check that fails is an answer") {
    const Json estimate = called("estimate", {{"workload", kShop}});
    CHECK(text_in(estimate).find("20 GB/day") != std::string::npos);
    const Json check = called("check", {{"workload", kShop + "expect: [new_data < 10 GB/day]\n"}});
    CHECK(check["isError"] == false);
    CHECK(check["structuredContent"]["files"][0]["expectations"][0]["holds"] == false);
}

TEST_CASE("a mistaken workload is told as on the command line") {
    const Json wrong = called("estimate", {{"workload", "dua: 5M\n"}});
    CHECK(wrong["isError"] == true);
    CHECK(text_in(wrong) ==
          "workload:1:1: error: there is no quantity 'dua'\n  1 | dua: 5M\n    | ^~~ did you mean 'dau'?\n");
    CHECK_FALSE(wrong.contains("structuredContent"));
    for (const Json& arguments :
         {Json{{"workload", "no-such-preset"}}, Json{{"workload", "a: [\n"}},
          Json{{"workload", "tinyurl"}, {"set", {"x"}}}, Json{{"workload", "tinyurl"}, {"scenario", "nothing"}},
          Json{{"workload", ""}}, Json{{"workload", std::string(300'000, '\n')}}, Json{{"workload", "/dev"}}}) {
        CAPTURE(arguments.dump().substr(0, 80));
        CHECK(called("estimate", arguments)["isError"] == true);
    }
    CHECK(called("explain", {{"workload", "tinyurl"}, {"quantity", "nothing"}})["isError"] == true);
    CHECK(called("solve", {{"workload", "tinyurl"}, {"input", "writes"}, {"condition", "storage"}})["isError"] == true);
    CHECK(called("estimate", {{"workload", "-"}})["code"] == -32602);
}

TEST_CASE("no call writes a file or takes an option") {
    const ScratchFolder folder;
    const WorkingFolder inside(folder.path());
    for (const auto* word : {"--output=x", "--output", "--help", "--format=html"}) {
        CHECK(called("explain", {{"workload", "tinyurl"}, {"quantity", word}})["isError"] == true);
        CHECK(called("estimate", {{"workload", word}})["isError"] == true);
        CHECK(called("estimate", {{"workload", "tinyurl"}, {"set", {word}}})["isError"] == true);
    }
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("the language server ends with 0 after a shutdown, and with 1 without") {
    for (const bool polite : {true, false}) {
        Client client(Framing::headers);
        client.ask(1, "initialize", {{"capabilities", Json::object()}});
        if (polite) client.ask(2, "shutdown");
        client.tell("exit");
        int exit_code = -1;
        const auto messages = session("lsp", client, &exit_code);
        CHECK(answer_to(messages, 1)["result"]["serverInfo"]["name"] == "bote");
        CHECK(exit_code == (polite ? kExitAnswered : kExitNo));
    }
}

TEST_CASE("a workload that is no file is refused, and a text with a mistake is told as a text") {
    for (const auto* path : {"/dev/null", "/dev/zero", "/dev/tty"}) {
        CAPTURE(path);
        if (!std::filesystem::exists(path)) continue;
        const Json answer = called("estimate", {{"workload", path}});
        CHECK(answer["isError"] == true);
        CHECK(text_in(answer).find("is no file") != std::string::npos);
    }
    CHECK(text_in(called("estimate", {{"workload", "dau 10M"}})).find("there is no preset") == std::string::npos);
    CHECK(called("estimate", {{"workload", "tinyurl"}, {"set", {5}}})["message"] == "'set' takes a list of texts");
    const Json presets = called("presets", Json::object())["structuredContent"]["presets"];
    CHECK(presets.size() > 30);
}

TEST_CASE("a strict check says in its data that it fails") {
    const Json waiting = {{"workload", kShop + "growth: 10%\n"}, {"strict", true}};
    CHECK(called("check", waiting)["structuredContent"]["passes"] == false);
    CHECK(called("check", {{"workload", kShop}, {"strict", true}})["structuredContent"]["passes"] == true);
}

}  // namespace bote::test::serve_test
