// What the page calls: the whole program as a function, and the language server a message at a time. Texts are JSON.
// Files are those of the module's own file system, which is in memory.

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <emscripten/emscripten.h>

#include "bote/cli/run.hpp"
#include "bote/serve/lsp/language_server.hpp"
#include "bote/serve/message.hpp"

namespace bote {
namespace {

/// Thrown past the program, which waits for a line that nobody has typed yet.
struct WaitsForLine {};

/// {"arguments": [...], "variables": {"NO_COLOR": "1"}, "input": "...", "columns": 80, "now": 1.7e9, "dialogue": true,
/// "skipsFolded": true}: all but the arguments may be left out. With columns the output is a terminal. In a dialogue
/// the input is what has been typed so far.
class Call {
public:
    explicit Call(const Json& call) : arguments(call.at("arguments").get<std::vector<std::string>>()) {
        if (const Json* text = find_member(call, "input")) input_ = text->get<std::string>();
        environment.read_input = [this](std::size_t most) { return input_.substr(0, most); };
        environment.read_line = [this] { return next_line(); };
        if (const Json* variables = find_member(call, "variables"))
            environment.variable = [variables](std::string_view name) -> std::optional<std::string> {
                const Json* value = find_member(*variables, name);
                return value == nullptr ? std::nullopt : std::optional(value->get<std::string>());
            };
        if (const Json* columns = find_member(call, "columns")) {
            environment.terminal_columns = columns->get<std::size_t>();
            environment.out_is_terminal = environment.terminal_columns > 0;
        }
        const Json* skips = find_member(call, "skipsFolded");
        environment.skips_folded = skips != nullptr && *skips == true;
        if (const Json* now = find_member(call, "now"))
            environment.now = [seconds = now->get<double>()] { return seconds; };
    }
    /// Keeps what is said before somebody types, instead of the end of the input.
    void begin_dialogue(std::string& said) {
        is_dialogue_ = environment.in_is_terminal = true;
        environment.write_output = [&said](std::string_view text) {
            said += text;
            return true;
        };
    }
    Call(const Call&) = delete;
    Call& operator=(const Call&) = delete;

    std::vector<std::string> arguments;
    Environment environment;

private:
    std::optional<std::string> next_line() {
        if (read_ >= input_.size() && is_dialogue_) throw WaitsForLine();
        if (read_ >= input_.size()) return std::nullopt;
        const std::size_t end = std::min(input_.find('\n', read_), input_.size());
        std::string line = input_.substr(read_, end - read_);
        read_ = end + 1;
        return line;
    }

    std::string input_;
    std::size_t read_ = 0;
    bool is_dialogue_ = false;
};

/// The output goes by itself: it may be long, and as JSON it would be longer.
Json run_call(std::string text, std::string& out) {
    const auto json = parse_json(std::move(text));
    if (!json) return {{"err", "error: the call is no JSON\n"}, {"code", kExitFault}};
    Call call(*json);
    const Json* dialogue = find_member(*json, "dialogue");
    if (dialogue != nullptr && *dialogue == true) call.begin_dialogue(out);
    try {
        const Outcome outcome = run(call.arguments, call.environment);
        out += outcome.out;
        return {{"err", outcome.err}, {"code", outcome.exit_code}};
    } catch (const WaitsForLine&) {
        return {{"err", ""}, {"code", kExitAnswered}, {"waits", true}};
    }
}

}  // namespace
}  // namespace bote

// What they return stays until the next call.
extern "C" {

static std::string output;

EMSCRIPTEN_KEEPALIVE const char* bote_run(const char* call) {
    static std::string answer;
    output.clear();
    answer = bote::write_json(bote::run_call(call, output));
    return answer.c_str();
}

/// The standard output of the last run.
EMSCRIPTEN_KEEPALIVE const char* bote_output() { return output.c_str(); }

/// A message of the language server protocol, without a header. Returns those to the editor, a line each.
EMSCRIPTEN_KEEPALIVE const char* bote_tell_editor(const char* message) {
    static std::string messages;
    static bote::LanguageSession session([](std::string_view each) { messages += each; });
    messages.clear();
    session.receive(message);
    return messages.c_str();
}
}
