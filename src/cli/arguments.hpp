#pragma once
// The command line: which command, with which words and options. Texts only; nothing is opened or computed.

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
    bool say = false;     // explain
    bool strict = false;  // check
    bool force = false;   // new
};

/// What a command takes besides the options that all take.
enum class Takes { nothing, workload };

struct CommandLine {
    std::string_view command;  // of the table below; empty for the root
    Options options;
    bool help = false;
    bool version = false;
};

struct CommandText {
    std::string_view name;
    std::string_view words;  // "W [QUANTITY]"
    std::string_view summary;
    std::string_view example;
    std::size_t least_words = 0;
    std::size_t most_words = 0;
    Takes takes = Takes::nothing;
};

std::span<const CommandText> all_commands();

/// Throws InputError where the command line is wrong.
CommandLine read_command_line(const std::vector<std::string>& arguments);

std::string root_help();
std::string command_help(const CommandText& command);

}  // namespace bote
