#pragma once
// A command line as a command gets it, in a test that runs the command itself.
//
//   const Asked asked("explain tinyurl storage");
//   run_explain(asked.setting).out

#include <string>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "project/command.hpp"

namespace bote::test {

struct Asked {
    explicit Asked(const std::string& words, Environment world = {})
        : line(read_command_line(parse_command("bote " + words).arguments)), environment(std::move(world)) {}
    Asked(const Asked&) = delete;
    Asked& operator=(const Asked&) = delete;

    CommandLine line;
    Environment environment;
    const Format& format = *find_format(line.options.format.value_or("markdown"));
    CommandSetting setting{line.options, environment, format, {}, format.audience};
};

}  // namespace bote::test
