#include "command.hpp"

#include <algorithm>
#include <string>

namespace bote {
namespace {

struct CommandName {
    std::string_view typed;
    Command command;
};
constexpr CommandName kCommands[] = {
    {"?", Command::hint},    {"hint", Command::hint}, {"!", Command::show},  {"show", Command::show},
    {".", Command::skip},    {"skip", Command::skip}, {"why", Command::why}, {"again", Command::again},
    {"help", Command::help}, {"h", Command::help},    {"q", Command::quit},  {"quit", Command::quit},
    {"exit", Command::quit},
};

std::string lower_case(std::string_view typed) {
    std::string lower(typed);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

}  // namespace

Command command_of(std::string_view typed) {
    const std::string lower = lower_case(typed);
    const auto* row = std::find_if(std::begin(kCommands), std::end(kCommands),
                                   [&](const CommandName& each) { return each.typed == lower; });
    return row == std::end(kCommands) ? Command::none : row->command;
}

Reply reply_of(std::string_view typed) {
    const std::string lower = lower_case(typed);
    if (lower == "y" || lower == "yes") return Reply::yes;
    return lower == "n" || lower == "no" ? Reply::no : Reply::neither;
}

}  // namespace bote
