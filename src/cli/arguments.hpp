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
};

/// Throws InputError where the command line is wrong.
CommandLine read_command_line(const std::vector<std::string>& arguments);

}  // namespace bote
