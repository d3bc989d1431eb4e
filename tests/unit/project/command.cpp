#include "project/command.hpp"

#include <stdexcept>

#include "project/project_files.hpp"

namespace bote::test {
namespace {

constexpr std::string_view kOnlyShell = "|&;<>()$`*?[]{}~#!";

struct Word {
    std::string text;
    bool is_redirection = false;
};

class Words {
public:
    explicit Words(std::string_view line) : rest_(line) {}

    std::vector<Word> all() {
        std::vector<Word> words;
        for (skip_blanks(); !rest_.empty(); skip_blanks()) words.push_back(next());
        return words;
    }

private:
    [[noreturn]] static void refuse(const std::string& what) { throw std::runtime_error("command line: " + what); }

    void skip_blanks() { rest_.remove_prefix(std::min(rest_.find_first_not_of(' '), rest_.size())); }

    char take() {
        if (rest_.empty()) refuse("it ends too early");
        const char first = rest_.front();
        rest_.remove_prefix(1);
        return first;
    }

    Word next() {
        if (rest_.front() == '<') return {std::string(1, take()), true};
        Word word;
        while (!rest_.empty() && rest_.front() != ' ') append(word.text, take());
        return word;
    }

    void append(std::string& word, char c) {
        if (c == '\\') word += take();
        else if (c == '\'') append_single(word);
        else if (c == '"') append_double(word);
        else if (kOnlyShell.find(c) != std::string_view::npos) refuse(std::string("quote the ") + c);
        else word += c;
    }

    void append_single(std::string& word) {
        for (char c = take(); c != '\''; c = take()) word += c;
    }

    void append_double(std::string& word) {
        for (char c = take(); c != '"'; c = take()) {
            if (c == '$' || c == '`') refuse("only a shell expands $ and ` in double quotes");
            const bool escapes = c == '\\' && !rest_.empty() && std::string_view("\\\"$`").find(rest_[0]) != rest_.npos;
            word += escapes ? take() : c;
        }
    }

    std::string_view rest_;
};

bool is_assignment(std::string_view word) {
    constexpr std::string_view kNameCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
    const auto equals = word.find_first_not_of(kNameCharacters);
    return equals != std::string_view::npos && equals > 0 && word[equals] == '=';
}

void assign(Command& command, const std::string& word) {
    const auto equals = word.find('=');
    const auto name = word.substr(0, equals);
    const auto value = word.substr(equals + 1);
    if (name == "TERMINAL") command.terminal_columns = std::stoul(value);
    else command.variables[name] = value;
}

}  // namespace

Command parse_command(std::string_view line) {
    const auto words = Words(line).all();
    Command command;
    std::size_t at = 0;
    while (at < words.size() && is_assignment(words[at].text)) assign(command, words[at++].text);
    if (at == words.size() || words[at].text != "bote") throw std::runtime_error("command line: `bote` is missing");
    for (++at; at < words.size(); ++at) {
        if (!words[at].is_redirection) command.arguments.push_back(words[at].text);
        else if (++at < words.size()) command.input_file = words[at].text;
        else throw std::runtime_error("command line: a file is missing behind <");
    }
    return command;
}

Outcome run_command(const Command& command) {
    Environment environment;
    environment.variable = [&](std::string_view name) -> std::optional<std::string> {
        const auto found = command.variables.find(name);
        return found == command.variables.end() ? std::nullopt : std::optional(found->second);
    };
    environment.read_input = [&](std::size_t most) {
        return command.input_file.empty() ? std::string() : read_text(command.input_file).substr(0, most);
    };
    environment.read_line = [rest = command.input_file.empty()
                                        ? std::string()
                                        : read_text(command.input_file)]() mutable -> std::optional<std::string> {
        if (rest.empty()) return std::nullopt;
        const auto end = rest.find('\n');
        std::string line = rest.substr(0, end);
        rest.erase(0, end == std::string::npos ? rest.size() : end + 1);
        return line;
    };
    environment.out_is_terminal = command.terminal_columns > 0;
    environment.terminal_columns = command.terminal_columns;
    return run(command.arguments, environment);
}

std::string show(const Outcome& outcome) {
    std::string shown = outcome.out + outcome.err;
    if (!shown.empty() && shown.back() != '\n') shown += "\n[no line feed at the end]\n";
    if (outcome.exit_code != 0) shown += "[exit " + std::to_string(outcome.exit_code) + "]\n";
    return shown;
}

}  // namespace bote::test
