#pragma once
// The line below a page on a terminal: a command that asks the next question, ready to be copied.
//
//   outcome.next = command_for({"drivers", "storage"}, "shop.yaml", setting);   // "bote drivers shop.yaml storage"

#include <string>

#include "bote/views/next_question.hpp"
#include "commands.hpp"

namespace bote {

/// Whether a page ends with such a line: on a terminal, unless `--quiet` is given.
bool suggests_next(const CommandSetting& setting);

/// The question about a workload as the command line named it, with the options that shape the workload. Empty where
/// the workload came from standard input, which is read once.
std::string command_for(const NextQuestion& question, const std::string& workload, const CommandSetting& setting);

/// "Next: bote drivers shop.yaml storage"; empty where the page has none, or no room for it.
std::string suggestion_line(const std::string& command, const CommandSetting& setting);

/// A word as a shell reads it.
std::string quote_word(const std::string& word);

}  // namespace bote
