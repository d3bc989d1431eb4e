#pragma once
// The command line: which command, with which words and options. Texts only; nothing is opened or computed.

#include <string>
#include <vector>

#include "options.hpp"

namespace bote {

struct Command;

struct CommandLine {
    const Command* command = nullptr;  // null: none was named
    Options options;
    std::vector<std::string> arguments;  // as they were given
    bool help = false;
    bool version = false;
    bool verbose = false;  // with the version
};

/// A command line that somebody is still typing.
struct UnfinishedLine {
    const Command* command = nullptr;  // null: none is named yet
    std::vector<std::string> words;    // what is neither an option nor the value of one
    const Option* open = nullptr;      // whose value comes next
};

UnfinishedLine read_unfinished_line(const std::vector<std::string>& arguments);

/// Throws InputError where the command line is wrong.
CommandLine read_command_line(const std::vector<std::string>& arguments);

}  // namespace bote
