#include "help.hpp"

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "commands.hpp"

namespace bote {

std::string root_help() {
    std::string text =
        "bote: back-of-the-envelope capacity estimates from a short YAML workload\nusage: bote [COMMAND] W [OPTIONS]   "
        "  "
        "W: a preset, a file, or - (standard input)\n\n";
    for (const auto& command : all_commands())
        text +=
            fmt::format("  {} {}\n", pad_right(fmt::format("{} {}", command.name, command.words), 24), command.summary);
    text +=
        "\nOptions such as --set NAME=VALUE: `bote COMMAND --help`.\n"
        "`bote W` is `bote estimate W`, as in `bote tinyurl`; ./NAME is always a file.\n"
        "Exit codes: 0 answered, 1 no, 2 wrong input, 3 not written, 70 a fault of ours.\n";
    return text;
}

std::string command_help(const Command& command) {
    std::string text = fmt::format("usage: bote {}{}{} [OPTIONS]\n\n{}\n\n", command.name,
                                   command.words.empty() ? "" : " ", command.words, command.summary);
    for (const auto& option : all_options()) {
        if (!applies(option, command)) continue;
        constexpr std::size_t kBefore = 25;
        constexpr std::size_t kRoom = 55;
        std::string before = pad_right(fmt::format("  {} {}", option.flags, option.value), kBefore - 1) + " ";
        const std::string meaning(option.meaning);
        for (const auto& line : wrap(meaning + (option.choices != nullptr ? option.choices() : ""), kRoom)) {
            text += before + line + "\n";
            before = std::string(kBefore, ' ');
        }
    }
    return text + fmt::format("\nexample:\n  {}\n", command.example);
}

}  // namespace bote
