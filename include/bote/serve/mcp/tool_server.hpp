#pragma once
// `bote mcp`: tools for agents, by the Model Context Protocol on standard input and output.
//
//   serve_tools({read, write}, [](const ToolCall& call) { return run_quietly(call.arguments); });

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "bote/serve/framing.hpp"

namespace bote {

/// A call as a command line: `solve --set=spares=0 -- workload dau 'storage <= 1 PB'`.
struct ToolCall {
    std::vector<std::string> arguments;
    std::optional<std::string> text = {};  // of the workload that the arguments call kCalledWorkload
};

inline constexpr std::string_view kCalledWorkload = "workload";

struct ToolAnswer {
    std::string text;  // for the reader
    std::string data;  // the same as JSON; empty where the call was mistaken
    bool is_error = false;
};

/// Until the input ends.
void serve_tools(const Streams& streams, const std::function<ToolAnswer(const ToolCall&)>& run);

}  // namespace bote
