#pragma once
// What may stand next on a command line that somebody is still typing, for the completions of shells.
//
//   next_words({"explain", "tinyurl"}, setting)      // "storage", "qps", ...

#include <string>
#include <vector>

#include "commands.hpp"

namespace bote {

struct NextWord {
    std::string text;     // what ends in '=' goes on; `:files` is any file
    std::string meaning;  // may be empty
};

/// After these arguments, which are complete. Never throws: a workload with errors only has fewer words to offer.
std::vector<NextWord> next_words(const std::vector<std::string>& arguments, const CommandSetting& setting);

/// The options that the command of these arguments takes.
std::vector<NextWord> next_options(const std::vector<std::string>& arguments);

}  // namespace bote
