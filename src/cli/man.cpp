// The manual page, in the language of man: made from the tables that the help and the command line are made from.

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "commands.hpp"
#include "help.hpp"

namespace bote {
namespace {

/// Text as roff reads it: no command at the start of a line, dashes that can be copied.
std::string plain(std::string_view text) {
    std::string out = text.starts_with('.') || text.starts_with('\'') ? "\\&" : "";
    for (const char letter : text) {
        if (letter == '\\') out += "\\e";
        else if (letter == '-') out += "\\-";
        else out += letter;
    }
    return out;
}

std::string bold(std::string_view text) { return fmt::format("\\fB{}\\fR", plain(text)); }

std::string italic(std::string_view text) { return text.empty() ? "" : fmt::format("\\fI{}\\fR", plain(text)); }

std::string section(std::string_view title) { return fmt::format(".SH {}\n", title); }

/// Lines of a width that editors show; where they break means nothing.
std::string filled(std::string_view text) {
    constexpr std::size_t kWidth = 78;
    std::string out;
    for (const auto& line : wrap(text, kWidth))
        out += (line.starts_with('.') || line.starts_with('\'') ? "\\&" : "") + line + "\n";
    return out;
}

std::string entry(std::string_view head, std::string_view text) {
    return fmt::format(".TP\n{}\n{}", head, filled(text));
}

std::string sentence(std::string_view text) {
    std::string out = plain(text);
    if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out.ends_with('?') ? out : out + ".";
}

std::string commands() {
    std::string text = section("COMMANDS");
    for (const auto& command : all_commands()) {
        const std::string words = command.words.empty() ? "" : " " + italic(command.words);
        text += entry(bold(command.name) + words, sentence(command.summary));
        text += fmt::format(".br\n{}\n", italic(command.example));
    }
    return text;
}

std::string bold_names(std::string_view commands) {
    std::vector<std::string> names;
    for (const auto name : split(commands, ' ')) names.push_back(bold(name));
    return join(names, ", ");
}

/// The commands that take an option: all, all with a workload, all but some, or their names.
std::string takers(const Option& option) {
    if (!option.only.empty()) return bold_names(option.only);
    const std::string all = option.takes == Takes::workload ? "all commands with a workload" : "all commands";
    return option.except.empty() ? all : fmt::format("{} but {}", all, bold_names(option.except));
}

/// What an option takes, and how many of the commands that have it take that.
std::map<std::string, std::vector<std::string_view>> takers_of_choices(const Option& option,
                                                                       std::vector<std::string>& order) {
    std::map<std::string, std::vector<std::string_view>> takers;
    for (const Command& command : all_commands()) {
        if (!applies(option, command)) continue;
        for (auto& choice : option.choices(command)) {
            auto& commands = takers[choice];
            if (commands.empty()) order.push_back(choice);
            commands.push_back(command.name);
        }
    }
    return takers;
}

/// With what any of the commands takes; what only one of them takes names it.
std::string meaning_for_all(const Option& option) {
    if (option.choices == nullptr) return std::string(option.meaning);
    std::vector<std::string> order;
    const auto takers = takers_of_choices(option, order);
    const bool for_one = split(option.only, ' ').size() == 1 && !option.only.empty();
    for (auto& choice : order) {
        const auto& commands = takers.at(choice);
        if (commands.size() == 1 && !for_one) choice += fmt::format(" ({} alone)", commands.front());
    }
    return std::string(option.meaning) + join(order, ", ");
}

std::string options() {
    std::string text = section("OPTIONS");
    for (const auto& option : all_options()) {
        std::vector<std::string> flags;
        for (const auto flag : split(option.flags, ',')) flags.push_back(bold(flag));
        const std::string value = option.value.empty() ? "" : " " + italic(option.value);
        text += entry(join(flags, ", ") + value,
                      fmt::format("{} Of {}.", sentence(meaning_for_all(option)), takers(option)));
    }
    text += entry(bold("-h") + ", " + bold("--help"), "What there is, or what a command takes.");
    text += entry(bold("--version"), "The version; with " + bold("--verbose") + " how the program was built.");
    return text;
}

std::string exit_codes() {
    std::string text = section("EXIT STATUS");
    for (const auto& each : all_exit_codes()) text += entry(bold(std::to_string(each.code)), plain(each.meaning));
    return text;
}

std::string surroundings() {
    std::string text = section("ENVIRONMENT");
    text += entry(bold("NO_COLOR") + ", " + bold("CLICOLOR_FORCE") + ", " + bold("TERM"),
                  "Whether there are colours, unless " + bold("--color") + " says it.");
    text += entry(bold("COLUMNS"), "The width of a table, in a pipe and a file too.");
    text += entry(bold("XDG_CONFIG_HOME") + ", " + bold("XDG_DATA_HOME"),
                  "Where own presets and the history of practice are kept.");
    text += section("FILES");
    text += entry(italic("presets/*.yaml") + ", " + italic("~/.config/bote/presets/*.yaml"),
                  "Own presets, known by their names.");
    text +=
        entry(italic("*.bote.yaml"), "Workloads, as editors know them by the schema of " + bold("bote schema") + ".");
    text += entry(italic("~/.local/share/bote/history.jsonl"), "The answers of " + bold("bote practice") + ".");
    return text;
}

}  // namespace

Outcome run_man(const CommandSetting&) {
    std::string text = fmt::format(".TH BOTE 1 \"\" \"bote {}\" \"User Commands\"\n", BOTE_VERSION);
    text += section("NAME") + "bote \\- back\\-of\\-the\\-envelope capacity estimates\n";
    text += section("SYNOPSIS") +
            fmt::format("{} [{}] {} [{}]\n", bold("bote"), italic("COMMAND"), italic("W"), italic("OPTIONS"));
    text += section("DESCRIPTION");
    text +=
        filled("A workload is a few lines of YAML that say how many users there are and what they do. " + bold("bote") +
               " answers with traffic, storage, bandwidth, cache and servers, and shows how each "
               "number came about.");
    text += ".PP\n" + italic("W") + " is a preset, a file, or " + bold("-") + " for standard input; " +
            italic("./NAME") + " is always a file.\n";
    text +=
        filled(plain("`bote W` is `bote estimate W`. The answer is a table on a terminal and Markdown elsewhere, "
                     "unless --format or the ending of --output says it."));
    return {kExitAnswered, text + commands() + options() + exit_codes() + surroundings(), ""};
}

}  // namespace bote
