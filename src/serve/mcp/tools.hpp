#pragma once
// The tools, a row each: what an agent reads about them, what they take, and the command line that a call becomes.
//
//   call_of(*find_tool("explain"), {{"workload", "tinyurl"}, {"quantity", "storage"}}).arguments
//                                             // {"explain", "--", "tinyurl", "storage"}

#include <span>
#include <string_view>

#include "bote/serve/mcp/tool_server.hpp"
#include "bote/serve/message.hpp"

namespace bote {

enum class ParameterKind {
    workload,  // a preset, a path or a text; the first word
    word,
    option,   // `--scenario=sale`
    options,  // a list: one for each
    flag,
};

struct ToolParameter {
    std::string_view name;
    ParameterKind kind = ParameterKind::word;
    std::string_view meaning;
    bool required = false;
    std::string_view option = "";  // "--set"
};

struct Tool {
    std::string_view name;  // of the command too
    std::string_view title;
    std::string_view meaning;
    std::span<const ToolParameter> parameters;  // words in their order
};

std::span<const Tool> all_tools();

/// Null where there is none of this name.
const Tool* find_tool(std::string_view name);

/// As `tools/list` has it.
Json json_of(const Tool& tool);

/// Throws WrongParameters where these are not what the tool takes.
ToolCall call_of(const Tool& tool, const Json& given);

}  // namespace bote
