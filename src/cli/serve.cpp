// The commands that talk to a program for as long as it wants to: an editor's, or an agent's.

#include "bote/serve/lsp/language_server.hpp"
#include "bote/serve/mcp/tool_server.hpp"
#include "commands.hpp"
#include "files.hpp"

namespace bote {
namespace {

Streams streams_of(const CommandSetting& setting, std::string& kept) {
    const auto write = [&](std::string_view text) {
        if (setting.write) return setting.write(text);
        kept += text;  // where nobody takes it message by message
        return true;
    };
    return {setting.environment.read_some, write};
}

/// A command line as if somebody had typed it, but that the workload may be a text of the call, and that nothing is
/// read from the session's own input or written anywhere else.
Outcome run_quietly(const ToolCall& call, std::string_view format, const Environment& world) {
    Environment environment;
    environment.variable = world.variable;
    environment.clock = world.clock;
    environment.now = world.now;
    environment.locate = [&](const std::string& argument) {
        const bool is_text = call.text && argument == kCalledWorkload;
        // `/dev/stdin` is the session's own input.
        if (!is_text) refuse_stream(argument, "name a file, or write its text");
        return Located{argument, argument, is_text ? make_source(argument, *call.text) : nullptr};
    };
    std::vector<std::string> arguments = call.arguments;
    arguments.insert(arguments.begin() + 1, {"--format", std::string(format)});
    return run(arguments, environment);
}

/// The page and its data; of a mistaken call what is wrong with it. A check that fails is an answer.
ToolAnswer answer_call(const ToolCall& call, const Environment& world) {
    const Outcome page = run_quietly(call, "text", world);
    if (page.exit_code > kExitNo) return {page.err, "", true};
    const Outcome data = run_quietly(call, "json", world);
    return {page.err.empty() ? page.out : page.out + "\n" + page.err, data.out};
}

}  // namespace

Outcome run_lsp(const CommandSetting& setting) {
    Outcome outcome;
    const bool polite = serve_language(streams_of(setting, outcome.out));
    outcome.exit_code = polite ? kExitAnswered : kExitNo;
    return outcome;
}

Outcome run_mcp(const CommandSetting& setting) {
    Outcome outcome;
    serve_tools(streams_of(setting, outcome.out),
                [&](const ToolCall& call) { return answer_call(call, setting.environment); });
    return outcome;
}

}  // namespace bote
