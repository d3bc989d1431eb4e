#pragma once
// A command line as it stands in a golden file or in the README, run inside the test.
//
//   Command command = parse_command("NO_COLOR=1 bote explain - 'tweet.storage' < twitter.yaml");
//   show(run_command(command))    // standard output, standard error, `[exit 2]`

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "bote/cli/run.hpp"

namespace bote::test {

struct Command {
    std::map<std::string, std::string, std::less<>> variables;
    std::size_t terminal_columns = 0;  // 0: standard output is a pipe
    std::vector<std::string> arguments;
    std::string input_file;  // empty: nothing on standard input
};

/// Words of a shell: blanks part them, quotes and backslashes keep them together. Throws on what only a real shell
/// can do (`|`, `>`, `$`, ...) and on anything that is not `bote`. `TERMINAL=80` before it is a terminal of 80 columns.
Command parse_command(std::string_view line);

/// In the working folder.
Outcome run_command(const Command& command);

/// What a reader sees: standard output, then standard error, then the exit code where it is not 0.
std::string show(const Outcome& outcome);

}  // namespace bote::test
