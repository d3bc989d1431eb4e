#include "next_question.hpp"

#include <string_view>
#include <utility>
#include <vector>

#include "bote/base/ink.hpp"
#include "bote/base/text.hpp"

namespace bote {

std::string quote_word(const std::string& word) {
    constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./=:,%+@";
    if (!word.empty() && word.find_first_not_of(kPlain) == std::string::npos) return word;
    std::string quoted = "'";
    for (const char letter : word) {
        if (letter == '\'') quoted += "'\\''";
        else quoted += letter;
    }
    return quoted + "'";
}

bool suggests_next(const CommandSetting& setting) {
    const Options& options = setting.options;
    return setting.environment.out_is_terminal && setting.format.name == "table" && !options.output && !options.quiet &&
           options.section.empty();
}

std::string suggestion_line(const std::string& command, const CommandSetting& setting) {
    if (command.empty() || !suggests_next(setting)) return "";
    const std::string line = "Next: " + show_in_line(command);
    if (setting.canvas.width > 0 && display_width(line) > setting.canvas.width) return "";
    return paint(line, Style::dim, setting.canvas.ink) + '\n';
}

std::string command_for(const NextQuestion& question, const std::string& workload, const CommandSetting& setting) {
    if (workload == "-") return "";
    std::string command = "bote " + std::string(question.command) + ' ' + quote_word(workload);
    if (!question.quantity.empty()) command += ' ' + quote_word(question.quantity);
    const auto add = [&](std::string_view option, const auto& values) {
        for (const std::string& value : values) command += ' ' + std::string(option) + ' ' + quote_word(value);
    };
    const auto all = [](const std::optional<std::string>& value) {
        return value ? std::vector{*value} : std::vector<std::string>{};
    };
    const Options& options = setting.options;
    add("--set", options.set);
    add("--define", options.define);
    add("--scenario", all(options.scenario));
    add("--with", options.with);
    add("--profile", all(options.profile));
    add("--day", all(options.day));
    return command;
}

}  // namespace bote
