// An agent calls a tool: the first byte chooses it; each line is an argument, `name=JSON` or `name=text`, and what
// follows a line `workload:` is the workload. Or bytes from a client as they are.

#include <string>
#include <vector>

#include "../demand.hpp"
#include "../targets.hpp"
#include "bote/serve/framing.hpp"
#include "bote/serve/message.hpp"

namespace bote::fuzz {
namespace {

constexpr int kFault = -32603;
constexpr const char* kTools[] = {"estimate", "explain", "solve", "check", "quantities", "presets"};
constexpr std::string_view kWorkloadFollows = "\nworkload:\n";

Json arguments_from(std::string_view bytes) {
    const auto end = std::min(bytes.find(kWorkloadFollows), bytes.size());
    Json arguments = Json::object();
    for (const auto& line : lines_of(bytes.substr(0, end))) {
        const auto equals = line.find('=');
        if (equals == std::string::npos) continue;
        const auto value = parse_json(line.substr(equals + 1));
        arguments[line.substr(0, equals)] = value ? *value : Json(line.substr(equals + 1));
    }
    if (end < bytes.size()) arguments["workload"] = bytes.substr(end + kWorkloadFollows.size());
    return arguments;
}

std::vector<Json> answers_to(const std::vector<std::string>& messages) {
    std::size_t next = 0;
    Environment environment;
    environment.read_some = [&] { return next < messages.size() ? messages[next++] : std::string(); };
    const auto outcome = run({"mcp"}, environment);
    demand_sound(outcome);
    FrameReader frames(Framing::lines);
    frames.feed(outcome.out);
    std::vector<Json> answers;
    while (const auto frame = frames.next()) answers.push_back(Json::parse(frame->body));
    return answers;
}

std::string message(const Json& content) { return framed(write_json(content), Framing::lines); }

}  // namespace

void agent(std::string_view bytes) {
    const std::size_t way = take_choice(bytes, std::size(kTools) + 1);
    const std::string begin =
        message({{"jsonrpc", "2.0"},
                 {"id", 1},
                 {"method", "initialize"},
                 {"params", {{"protocolVersion", "2025-06-18"}, {"capabilities", Json::object()}}}});
    if (way == std::size(kTools)) {
        (void)answers_to({begin, std::string(bytes)});
        return;
    }
    if (find_invalid_utf8(bytes)) return;
    const Json call{{"name", kTools[way]}, {"arguments", arguments_from(bytes)}};
    const auto answers =
        answers_to({begin, message({{"jsonrpc", "2.0"}, {"id", 2}, {"method", "tools/call"}, {"params", call}})});
    demand(answers.size() == 2 && answers[1]["id"] == 2, "other than one answer", bytes);
    const bool fault = answers[1].contains("error") && answers[1]["error"]["code"] == kFault;
    demand(!fault, "a fault", bytes);
}

}  // namespace bote::fuzz
