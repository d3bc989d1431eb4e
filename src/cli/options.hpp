#pragma once
// The options of the command line, a row each, and where their values go.
//
//   for (const Option& option : all_options()) if (applies(option, command)) ...

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bote {

/// Options of the command line, each with its value as text. None where it was not given.
struct Options {
    std::vector<std::string> words;  // what is not an option
    std::vector<std::string> set;
    std::vector<std::string> define;
    std::optional<std::string> format;
    std::optional<std::string> output;
    std::optional<std::string> profile;
    std::optional<std::string> day;
    std::optional<std::string> color;
    std::optional<std::string> scenario;
    std::optional<std::string> until;  // timeline
    std::optional<std::string> step;
    std::vector<std::string> with;
    std::optional<std::string> steps;  // sweep
    std::optional<std::string> scale;
    std::optional<std::string> by;  // compare
    std::optional<std::string> samples;
    std::optional<std::string> seed;
    std::optional<std::string> percentiles;
    std::optional<std::string> pull;   // drivers
    std::optional<std::string> topic;  // practice
    std::optional<std::string> script;
    bool spot = false;
    bool numbers = false;
    bool history = false;
    bool no_history = false;
    bool exact = false;  // percentiles
    bool all = false;
    bool say = false;                  // explain
    bool strict = false;               // check
    bool force = false;                // new, embed
    bool quiet = false;                // estimate, explain, check
    bool document = false;             // new
    std::vector<std::string> section;  // of the answer
    std::optional<std::string> chart;
    std::optional<std::string> base;  // link
    bool card = false;
    bool fragment = false;
    bool check = false;  // embed
    bool clean = false;
    bool list = false;
    bool to_output = false;
    bool require = false;
    bool anywhere = false;
};

/// What a command takes besides the options that all take.
enum class Takes { nothing, workload };

/// Where the value of an option goes: one of the three.
struct Target {
    std::optional<std::string> Options::*text = nullptr;
    std::vector<std::string> Options::*list = nullptr;
    bool Options::*flag = nullptr;
};

struct Command;

/// `value` says what stands there, in the help and for completions: QUANTITY, FILE, SCENARIO, ...
struct Option {
    std::string_view flags;
    std::string_view value;
    std::string_view meaning;
    Takes takes;
    Target target;
    std::string_view only = "";  // the commands that take it; empty: all
    /// All that it takes; stands behind the meaning. Null: whatever `value` says.
    std::vector<std::string> (*choices)(const Command& command) = nullptr;
    std::string_view except = "";  // commands that do not take it
};

std::span<const Option> all_options();

/// Whether a command takes an option.
bool applies(const Option& option, const Command& command);

}  // namespace bote
