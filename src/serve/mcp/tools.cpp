#include "tools.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "bote/base/text.hpp"

namespace bote {
namespace {

constexpr std::size_t kMostOptions = 100;

constexpr ToolParameter kWorkload{
    "workload", ParameterKind::workload,
    "The text of a workload file (YAML: `dau: 10M`, `writes_per_user: 2/day`, ...), the name of a preset such as "
    "tinyurl or twitter, or the path of a file",
    true};
constexpr ToolParameter kSet{"set", ParameterKind::options,
                             "Assumptions to change: \"dau=5M\", \"tweet.object_size=1 KB\"", false, "--set"};
constexpr ToolParameter kScenario{"scenario", ParameterKind::option,
                                  "A scenario of the file, or a failure such as zone-down", false, "--scenario"};

constexpr ToolParameter kEstimate[] = {kWorkload, kSet, kScenario};
constexpr ToolParameter kExplain[] = {
    kWorkload,
    {"quantity", ParameterKind::word,
     "What to explain, such as storage or tweet.write_qps; without it the main results"},
    kSet,
    kScenario};
constexpr ToolParameter kSolve[] = {
    kWorkload,
    {"input", ParameterKind::word, "The input to vary, such as dau", true},
    {"condition", ParameterKind::word, "What has to hold, such as \"storage <= 1 PB\" or \"app.servers <= 100\"", true},
    kSet,
    kScenario};
constexpr ToolParameter kCheck[] = {
    kWorkload,
    kSet,
    kScenario,
    {"strict", ParameterKind::flag, "Contradictions, and inputs that nothing reads, fail too", false, "--strict"}};
constexpr ToolParameter kQuantities[] = {{"text", ParameterKind::word,
                                          "What to look for: a name, or words such as \"copies\" or \"cache memory\"; "
                                          "without it all of them, which is long"}};

constexpr Tool kTools[] = {
    {"estimate", "Estimate a system's capacity",
     "Traffic, storage, bandwidth, cache, servers and cost of a workload, and what to decide. Read `summary` first.",
     kEstimate},
    {"explain", "Explain a figure", "How a quantity comes about: formulas, the numbers in them, step by step.",
     kExplain},
    {"solve", "Find where a condition holds",
     "The values of one input for which a condition holds: how many users until a limit is reached.", kSolve},
    {"check", "Check a workload", "Whether a workload is valid, and whether its `expect` lines hold.", kCheck},
    {"quantities", "Look up quantities", "The quantities that a workload can give or ask for: unit, formula, meaning.",
     kQuantities},
    {"presets", "List the presets", "The classic problems that `workload` can name.", {}},
};

Json schema_of(const ToolParameter& parameter) {
    Json schema;
    if (parameter.kind == ParameterKind::options) {
        schema = {{"type", "array"}, {"items", {{"type", "string"}}}, {"maxItems", kMostOptions}};
    } else {
        schema = {{"type", parameter.kind == ParameterKind::flag ? "boolean" : "string"}};
    }
    schema["description"] = parameter.meaning;
    return schema;
}

/// No preset and no path has a line break, or a colon with a blank behind it; with a blank in it only a path has an
/// ending. `dau 10M` is a text with a mistake.
bool is_workload_text(const std::string& given) {
    const bool has_ending = given.ends_with(".yaml") || given.ends_with(".yml");
    return given.find('\n') != std::string::npos || given.find(": ") != std::string::npos || given.ends_with(':') ||
           (given.find(' ') != std::string::npos && !has_ending);
}

const std::string& text_from(const Json& value, std::string_view name) {
    if (!value.is_string()) throw WrongParameters(fmt::format("'{}' takes a text", name));
    return value.get_ref<const std::string&>();
}

class CallBuilder {
public:
    explicit CallBuilder(const Tool& tool) { call_.arguments.emplace_back(tool.name); }

    void add(const ToolParameter& parameter, const Json& value) {
        switch (parameter.kind) {
            case ParameterKind::workload: add_workload(text_from(value, parameter.name)); break;
            case ParameterKind::word: words_.push_back(text_from(value, parameter.name)); break;
            case ParameterKind::option: add_option(parameter, value); break;
            case ParameterKind::options: add_options(parameter, value); break;
            case ParameterKind::flag:
                if (!value.is_boolean()) throw WrongParameters(fmt::format("'{}' takes true or false", parameter.name));
                if (value.get<bool>()) call_.arguments.emplace_back(parameter.option);
        }
    }

    /// Behind the bar nothing is an option, whatever it begins with.
    ToolCall take() {
        call_.arguments.emplace_back("--");
        call_.arguments.insert(call_.arguments.end(), words_.begin(), words_.end());
        return std::move(call_);
    }

private:
    void add_workload(const std::string& given) {
        if (given == "-") throw WrongParameters("'workload' takes a text, a preset or a path, not standard input");
        const bool is_text = is_workload_text(given);
        if (is_text) call_.text = given;
        words_.push_back(is_text ? std::string(kCalledWorkload) : given);
    }

    void add_option(const ToolParameter& parameter, const Json& value) {
        call_.arguments.push_back(fmt::format("{}={}", parameter.option, text_from(value, parameter.name)));
    }

    void add_options(const ToolParameter& parameter, const Json& value) {
        if (!value.is_array() || value.size() > kMostOptions)
            throw WrongParameters(fmt::format("'{}' takes a list of at most {} texts", parameter.name, kMostOptions));
        for (const Json& each : value) {
            if (!each.is_string()) throw WrongParameters(fmt::format("'{}' takes a list of texts", parameter.name));
            add_option(parameter, each);
        }
    }

    ToolCall call_;
    std::vector<std::string> words_;
};

}  // namespace

std::span<const Tool> all_tools() { return kTools; }

const Tool* find_tool(std::string_view name) {
    const auto* found =
        std::find_if(std::begin(kTools), std::end(kTools), [&](const Tool& each) { return each.name == name; });
    return found == std::end(kTools) ? nullptr : found;
}

Json json_of(const Tool& tool) {
    Json properties = Json::object();
    Json required = Json::array();
    for (const ToolParameter& parameter : tool.parameters) {
        properties[std::string(parameter.name)] = schema_of(parameter);
        if (parameter.required) required.push_back(parameter.name);
    }
    Json schema{{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
    if (!required.empty()) schema["required"] = std::move(required);
    return {{"name", tool.name},
            {"title", tool.title},
            {"description", tool.meaning},
            {"inputSchema", std::move(schema)},
            {"annotations", {{"readOnlyHint", true}, {"openWorldHint", false}}}};
}

ToolCall call_of(const Tool& tool, const Json& given) {
    if (!given.is_object()) throw WrongParameters("'arguments' takes an object");
    for (const auto& [key, value] : given.items()) {
        const bool known = std::any_of(tool.parameters.begin(), tool.parameters.end(),
                                       [&, &name = key](const ToolParameter& each) { return each.name == name; });
        if (!known) throw WrongParameters(fmt::format("{} takes no '{}'", tool.name, show_in_line(key)));
    }
    CallBuilder builder(tool);
    for (const ToolParameter& parameter : tool.parameters) {
        const Json* value = find_member(given, parameter.name);
        const bool absent = value == nullptr || value->is_null();
        if (absent && parameter.required)
            throw WrongParameters(fmt::format("{} needs '{}'", tool.name, parameter.name));
        if (!absent) builder.add(parameter, *value);
    }
    return builder.take();
}

}  // namespace bote
