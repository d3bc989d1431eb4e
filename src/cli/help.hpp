#pragma once
// What `bote --help` and `bote COMMAND --help` print.

#include <string>

namespace bote {

struct Command;

std::string root_help();
std::string command_help(const Command& command);

}  // namespace bote
