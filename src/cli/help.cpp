#include "help.hpp"

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/cli/run.hpp"
#include "commands.hpp"

namespace bote {

std::span<const ExitCode> all_exit_codes() {
    static constexpr ExitCode kCodes[] = {
        {kExitAnswered, "answered", "The question is answered."},
        {kExitNo, "no",
         "The answer is no: an expectation fails, a document is stale, or `check --strict` finds something."},
        {kExitWrongInput, "wrong input", "The command line or an input is wrong; nothing is written."},
        {kExitNotWritten, "not written", "The output could not be written."},
        {kExitFault, "a fault of ours", "A fault of bote's own."},
    };
    return kCodes;
}

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
        "`bote W` is `bote estimate W`, as in `bote tinyurl`; ./NAME is always a file.\n";
    std::vector<std::string> codes;
    for (const auto& each : all_exit_codes()) codes.push_back(fmt::format("{} {}", each.code, each.word));
    return text + fmt::format("Exit codes: {}.\n", join(codes, ", "));
}

std::string meaning_of(const Option& option, const Command& command) {
    const std::string meaning(option.meaning);
    return option.choices == nullptr ? meaning : meaning + join(option.choices(command), ", ");
}

std::string command_help(const Command& command) {
    std::string text = fmt::format("usage: bote {}{}{} [OPTIONS]\n\n{}\n\n", command.name,
                                   command.words.empty() ? "" : " ", command.words, command.summary);
    for (const auto& option : all_options()) {
        if (!applies(option, command)) continue;
        constexpr std::size_t kBefore = 25;
        constexpr std::size_t kRoom = 55;
        std::string before = pad_right(fmt::format("  {} {}", option.flags, option.value), kBefore - 1) + " ";
        for (const auto& line : wrap(meaning_of(option, command), kRoom)) {
            text += before + line + "\n";
            before = std::string(kBefore, ' ');
        }
    }
    return text + fmt::format("\nexample:\n  {}\n", command.example);
}

}  // namespace bote
