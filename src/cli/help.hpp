#pragma once
// What `bote --help`, `bote COMMAND --help` and `bote --version --verbose` print.

#include <span>
#include <string>
#include <string_view>

namespace bote {

struct Command;
struct Option;

struct ExitCode {
    int code = 0;
    std::string_view word;
    std::string_view meaning;
};

std::span<const ExitCode> all_exit_codes();

std::string root_help();
std::string command_help(const Command& command);

/// With all that it takes: "log, linear".
std::string meaning_of(const Option& option, const Command& command);

/// `bote 0.1.0`, and how the program was built.
std::string version_text();
std::string long_version_text();

}  // namespace bote
