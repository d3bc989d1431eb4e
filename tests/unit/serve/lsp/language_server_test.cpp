#include "bote/serve/lsp/language_server.hpp"

#include "project/catch.hpp"
#include "serve/client.hpp"
#include "serve/lsp/file.hpp"

namespace bote::test::language_server_test {
namespace {

const Json kUri = "file:///shop.bote.yaml";

/// An editor with one file.
class Editor : public Client {
public:
    explicit Editor(const Json& parameters = {{"capabilities", Json::object()}}) : Client(Framing::headers) {
        ask("start", "initialize", parameters);
        tell("initialized");
    }
    void open(const std::string& text) {
        tell("textDocument/didOpen",
             {{"textDocument", {{"uri", kUri}, {"languageId", "yaml"}, {"version", 1}, {"text", text}}}});
    }
    /// Puts a text between two columns of a line.
    void type(int version, std::size_t line, std::size_t from, std::size_t to, const std::string& text) {
        const Json range{{"start", {{"line", line}, {"character", from}}},
                         {"end", {{"line", line}, {"character", to}}}};
        tell("textDocument/didChange", {{"textDocument", {{"uri", kUri}, {"version", version}}},
                                        {"contentChanges", Json::array({{{"range", range}, {"text", text}}})}});
    }
    void ask_at(const Json& id, const std::string& what, std::size_t line, std::size_t character, Json more = {}) {
        Json parameters{{"textDocument", {{"uri", kUri}}}, {"position", {{"line", line}, {"character", character}}}};
        parameters["range"] = {{"start", {{"line", line}, {"character", 0}}},
                               {"end", {{"line", line + 1}, {"character", 0}}}};
        if (more.is_object()) parameters.update(more);
        ask(id, "textDocument/" + what, parameters);
    }
    std::vector<Json> leave() {
        ask("end", "shutdown");
        tell("exit");
        return run([this](const Streams& streams) { polite = serve_language(streams); });
    }
    bool polite = false;
};

/// What was published about the file, one after another.
std::vector<Json> published(const std::vector<Json>& messages) {
    std::vector<Json> lists;
    for (const Json& message : messages) {
        if (message.contains("method") && message["method"] == "textDocument/publishDiagnostics")
            lists.push_back(message["params"]);
    }
    return lists;
}

}  // namespace

TEST_CASE("a session: a file is opened, a mistake typed and mended, and a figure read beside its input") {
    Editor editor;
    editor.open(kShop);
    editor.type(2, 1, 0, 3, "dua");
    editor.ask_at("fixes", "codeAction", 1, 0);
    editor.type(3, 1, 0, 3, "dau");
    editor.ask_at("hints", "inlayHint", 4, 0);
    editor.ask_at("hover", "hover", 6, 2);
    editor.ask_at("lenses", "codeLens", 0, 0);
    editor.ask_at("symbols", "documentSymbol", 0, 0);
    const auto messages = editor.leave();
    CHECK(editor.polite);

    const auto lists = published(messages);
    REQUIRE(lists.size() == 3);
    CHECK(lists[0]["diagnostics"].empty());
    REQUIRE(lists[1]["diagnostics"].size() == 1);
    CHECK(lists[1]["version"] == 2);
    CHECK(lists[1]["diagnostics"][0]["message"] == "there is no quantity 'dua' (did you mean 'dau'?)");
    CHECK(lists[2]["diagnostics"].empty());

    const Json fixes = answer_to(messages, "fixes")["result"];
    REQUIRE(fixes.size() == 1);
    CHECK(fixes[0]["title"] == "Write `dau`");
    CHECK(fixes[0]["edit"]["changes"][kUri.get<std::string>()][0]["newText"] == "dau");
    CHECK(answer_to(messages, "hints")["result"][0]["label"] == "new_data = 20 GB/day");
    CHECK(answer_to(messages, "hover")["result"]["contents"]["value"].get<std::string>().find("**3** (given)") !=
          std::string::npos);
    CHECK(answer_to(messages, "lenses")["result"].size() == 1);
    CHECK(answer_to(messages, "symbols")["result"].size() == 8);
}

TEST_CASE("an object is renamed in all places at once") {
    Editor editor;
    editor.open("objects: {post: {writes: 10/s}}\nexpect: [post.writes > 1/s]\n");
    editor.ask_at("prepare", "prepareRename", 0, 11);
    editor.ask_at("rename", "rename", 1, 11, {{"newName", "story"}});
    editor.ask_at("wrong", "rename", 1, 11, {{"newName", "dau"}});
    editor.ask_at("nothing", "prepareRename", 0, 20);
    const auto messages = editor.leave();
    CHECK(answer_to(messages, "prepare")["result"]["placeholder"] == "post");
    CHECK(answer_to(messages, "rename")["result"]["changes"][kUri.get<std::string>()].size() == 2);
    CHECK(error_of(messages, "wrong") == -32803);
    CHECK(answer_to(messages, "nothing")["result"].is_null());
}

TEST_CASE("the client chooses how places are counted, and whether there is completion") {
    const auto answer = [](const Json& parameters) {
        Editor editor(parameters);
        return answer_to(editor.leave(), "start")["result"]["capabilities"];
    };
    const Json plain = answer(Json::object());
    CHECK(plain["positionEncoding"] == "utf-16");
    CHECK(plain.contains("completionProvider"));
    const Json utf8 = answer({{"capabilities", {{"general", {{"positionEncodings", {"utf-8", "utf-16"}}}}}}});
    CHECK(utf8["positionEncoding"] == "utf-8");
    CHECK(answer({{"capabilities",
                   {{"general", {{"positionEncodings", {"utf-32", "utf-16", "utf-8"}}}}}}})["positionEncoding"] ==
          "utf-16");
    CHECK_FALSE(answer({{"initializationOptions", {{"completion", false}}}}).contains("completionProvider"));
}

TEST_CASE("a request about a file that is not open, or with wrong parameters, is refused") {
    Editor editor;
    editor.ask_at("closed", "hover", 0, 0);
    editor.open("dau: 1M\n");
    editor.ask_at("negative", "hover", 0, 0, {{"position", {{"line", -1}, {"character", 0}}}});
    editor.ask("nothing", "textDocument/hover");
    editor.ask("unknown", "textDocument/formatting");
    editor.ask_at("far", "hover", 99, 99);
    editor.tell("textDocument/didClose", {{"textDocument", {{"uri", kUri}}}});
    editor.ask_at("again", "hover", 0, 0);
    const auto messages = editor.leave();
    for (const auto* id : {"closed", "negative", "nothing", "again"}) {
        CAPTURE(id);
        CHECK(error_of(messages, id) == -32602);
    }
    CHECK(error_of(messages, "unknown") == -32601);
    CHECK(answer_to(messages, "far").contains("result"));
    CHECK(published(messages).back()["diagnostics"].empty());
}

TEST_CASE("a file that is no workload gets no diagnostics and empty answers") {
    Editor editor;
    editor.tell("textDocument/didOpen", {{"textDocument",
                                          {{"uri", "file:///ci.yaml"},
                                           {"languageId", "yaml"},
                                           {"version", 1},
                                           {"text", "on: push\njobs: {a: {b: c}}\n"}}}});
    editor.ask("lenses", "textDocument/codeLens", {{"textDocument", {{"uri", "file:///ci.yaml"}}}});
    const auto messages = editor.leave();
    CHECK(published(messages).front()["diagnostics"].empty());
    CHECK(answer_to(messages, "lenses")["result"].empty());
}

TEST_CASE("actions of other kinds are not quick fixes") {
    Editor editor;
    editor.open("dua: 5M\n");
    editor.ask_at(1, "codeAction", 0, 1, {{"context", {{"only", {"refactor"}}}}});
    editor.ask_at(2, "codeAction", 0, 1, {{"context", {{"only", {"quickfix", "source"}}}}});
    const auto messages = editor.leave();
    CHECK(answer_to(messages, 1)["result"].empty());
    CHECK(answer_to(messages, 2)["result"].size() == 1);
}

TEST_CASE("built-in settings lie under the files of a session that asks for them") {
    Editor editor({{"capabilities", Json::object()}, {"initializationOptions", {{"with", {"aws-prices"}}}}});
    editor.open("dau: 5M\nwrites_per_user: 1/day\nobject_size: 1 KB\nexpect: [cost < $1/month]\n");
    const auto lists = published(editor.leave());
    REQUIRE(lists.size() == 1);
    REQUIRE(lists[0]["diagnostics"].size() == 1);
    CHECK(lists[0]["diagnostics"][0]["severity"] == 2);  // it fails, and lacks nothing

    Editor wrong({{"capabilities", Json::object()}, {"initializationOptions", {{"with", {"no-prices"}}}}});
    CHECK(answer_to(wrong.leave(), "start").contains("error"));
}

TEST_CASE("a client in the same process has its answer when the call returns") {
    std::vector<Json> told;
    LanguageSession session([&](std::string_view message) { told.push_back(Json::parse(message)); });
    const auto tell = [&](const Json& message) {
        told.clear();
        session.receive(message.dump());
    };
    const Json document{{"uri", kUri}, {"languageId", "yaml"}, {"version", 1}, {"text", "dua: 1M\n"}};
    tell({{"jsonrpc", "2.0"}, {"id", 1}, {"method", "initialize"}, {"params", {{"capabilities", Json::object()}}}});
    REQUIRE(told.size() == 1);
    CHECK(told.front().contains("result"));
    tell({{"jsonrpc", "2.0"}, {"method", "textDocument/didOpen"}, {"params", {{"textDocument", document}}}});
    REQUIRE(told.size() == 1);
    CHECK(told.front()["method"] == "textDocument/publishDiagnostics");
    session.receive("no JSON");
    CHECK(told.size() == 2);
}

TEST_CASE("in a file of another program nothing is completed") {
    Client client(Framing::headers);
    client.ask("start", "initialize", {{"capabilities", Json::object()}});
    const Json document{
        {"uri", "file:///compose.yaml"}, {"languageId", "yaml"}, {"version", 1}, {"text", "services: {}\n\n"}};
    client.tell("textDocument/didOpen", {{"textDocument", document}});
    client.ask(1, "textDocument/completion",
               {{"textDocument", {{"uri", "file:///compose.yaml"}}}, {"position", {{"line", 1}, {"character", 0}}}});
    const auto messages = client.run([](const Streams& streams) { serve_language(streams); });
    CHECK(answer_to(messages, 1)["result"].is_null());
}

}  // namespace bote::test::language_server_test
