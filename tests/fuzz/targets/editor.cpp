// A file in an editor. What stands between the first two `|` is typed into the rest of it, and then everything is asked
// at that place. The first byte chooses the kind of file, or bytes from a client as they are.

#include <functional>
#include <string>
#include <vector>

#include "../demand.hpp"
#include "../targets.hpp"
#include "bote/serve/framing.hpp"
#include "bote/serve/lsp/language_server.hpp"
#include "bote/serve/message.hpp"

namespace bote::fuzz {
namespace {

constexpr int kFault = -32603;
constexpr const char* kNames[] = {"file:///shop.bote.yaml", "file:///design.md"};
constexpr const char* kLanguages[] = {"yaml", "markdown"};
constexpr const char* kAskedAtAPlace[] = {"hover",     "completion", "definition", "references",    "documentSymbol",
                                          "inlayHint", "codeLens",   "codeAction", "prepareRename", "rename"};

struct Draft {
    std::string before, typed, after;
    [[nodiscard]] std::string whole() const { return before + typed + after; }
};

Draft draft_from(std::string_view text) {
    const auto first = std::min(text.find('|'), text.size());
    const auto second = std::min(text.find('|', first + 1), text.size());
    const auto from_first = text.substr(std::min(first + 1, text.size()));
    Draft draft{std::string(text.substr(0, first)), {}, {}};
    draft.typed = from_first.substr(0, second > first ? second - first - 1 : 0);
    draft.after = text.substr(std::min(second + 1, text.size()));
    return draft;
}

/// Bytes in a line, which the client below asks for. A line ends at LF, CR LF, or CR.
Json position_behind(std::string_view text) {
    std::size_t line = 0;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool ends = text[at] == '\n' || (text[at] == '\r' && !(at + 1 < text.size() && text[at + 1] == '\n'));
        if (!ends) continue;
        ++line;
        begin = at + 1;
    }
    return {{"line", line}, {"character", text.size() - begin}};
}

class Editor {
public:
    explicit Editor(std::size_t kind)
        : kind_(kind), session_([this](std::string_view message) { messages_.push_back(Json::parse(message)); }) {
        const Json encodings{{"general", {{"positionEncodings", Json::array({"utf-8"})}}}};
        (void)ask("initialize", {{"capabilities", encodings}});
        tell("initialized", Json::object());
    }

    void open(const std::string& text) {
        tell("textDocument/didOpen",
             {{"textDocument",
               {{"uri", kNames[kind_]}, {"languageId", kLanguages[kind_]}, {"version", 1}, {"text", text}}}});
    }

    void type(const Json& place, const std::string& text) {
        const Json change{{"range", {{"start", place}, {"end", place}}}, {"text", text}};
        tell("textDocument/didChange",
             {{"textDocument", {{"uri", kNames[kind_]}, {"version", 2}}}, {"contentChanges", Json::array({change})}});
    }

    Json ask_at(const std::string& what, const Json& place, const Json& end) {
        return ask("textDocument/" + what, {{"textDocument", {{"uri", kNames[kind_]}}},
                                            {"position", place},
                                            {"range", {{"start", {{"line", 0}, {"character", 0}}}, {"end", end}}},
                                            {"newName", "other_name"}});
    }

    /// What the editor was told last of what is wrong.
    [[nodiscard]] Json problems() const {
        Json last;
        for (const Json& message : messages_) {
            if (message.contains("method")) last = message["params"]["diagnostics"];
        }
        return last;
    }

private:
    void tell(const char* method, const Json& parameters) {
        session_.receive(write_json({{"jsonrpc", "2.0"}, {"method", method}, {"params", parameters}}));
    }

    Json ask(const std::string& method, const Json& parameters) {
        const std::size_t before = messages_.size();
        const std::size_t id = ++asked_;
        session_.receive(write_json({{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", parameters}}));
        Json answer;
        for (std::size_t i = before; i < messages_.size(); ++i) {
            if (!messages_[i].contains("id")) continue;
            demand(answer.is_null() && messages_[i]["id"] == id, "other than one answer", method);
            answer = messages_[i];
        }
        demand(answer.contains("result") != answer.contains("error"), "no answer", method);
        const bool fault = answer.contains("error") && answer["error"]["code"] == kFault;
        demand(!fault, "a fault", method);
        return answer;
    }

    std::size_t kind_;
    std::size_t asked_ = 0;
    std::vector<Json> messages_;
    LanguageSession session_;
};

void edit(std::string_view text, std::size_t kind) {
    if (find_invalid_utf8(text)) return;
    const Draft draft = draft_from(text);
    // Between the two no place is told.
    const bool cuts_line_end = draft.before.ends_with('\r');
    if (cuts_line_end) return;
    const Json place = position_behind(draft.before);
    Editor typing(kind);
    typing.open(draft.before + draft.after);
    typing.type(place, draft.typed);
    Editor opening(kind);
    opening.open(draft.whole());
    demand(typing.problems() == opening.problems(), "other problems than in the same text when opened", text);
    for (const char* what : kAskedAtAPlace) (void)typing.ask_at(what, place, position_behind(draft.whole()));
}

/// In a session that has begun: as the body of a message, and as what comes over the wire.
void receive(std::string_view bytes) {
    const std::string begin = R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}})";
    std::vector<std::string> pieces{framed(begin, Framing::headers), framed(bytes, Framing::headers),
                                    std::string(bytes)};
    std::size_t next = 0;
    Environment environment;
    environment.read_some = [&] { return next < pieces.size() ? pieces[next++] : std::string(); };
    demand_sound(run({"lsp"}, environment));
}

}  // namespace

void editor(std::string_view bytes) {
    const std::size_t way = take_choice(bytes, std::size(kNames) + 1);
    if (way < std::size(kNames)) edit(bytes, way);
    else receive(bytes);
}

}  // namespace bote::fuzz
