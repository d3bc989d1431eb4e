#include "arguments.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "bote/base/error.hpp"
#include "bote/base/text.hpp"
#include "bote/model/catalog.hpp"
#include "bote/render/render.hpp"
#include "commands.hpp"
#include "option_values.hpp"

namespace bote {
namespace {

bool is_option(std::string_view argument) { return argument.starts_with('-'); }

/// The option of a flag, if it takes a value.
const Option* option_with_value(std::string_view flag) {
    if (!is_option(flag)) return nullptr;
    for (const Option& option : all_options()) {
        const auto flags = split(option.flags, ',');
        if (!option.value.empty() && std::find(flags.begin(), flags.end(), flag) != flags.end()) return &option;
    }
    return nullptr;
}

bool takes_value(std::string_view argument) { return option_with_value(argument) != nullptr; }

/// The index of the first argument that is neither an option nor the value of one.
std::size_t first_word(const std::vector<std::string>& arguments) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--") return arguments.size();
        if (arguments[i].size() > 1 && arguments[i].front() == '-') i += takes_value(arguments[i]) ? 1 : 0;
        else return i;
    }
    return arguments.size();
}

Error unknown_option(const std::string& option, const Command& command) {
    std::vector<std::string_view> known{"--help", "--version"};
    for (const auto& each : all_options()) {
        if (applies(each, command)) known.push_back(split(each.flags, ',').back());
    }
    const auto name = option.substr(0, option.find('='));
    const auto bare = std::string_view(name).substr(std::min(name.find_first_not_of('-'), name.size()));
    auto what = fmt::format("there is no option '{}' for {}", show_in_line(name), command.name);
    if (built_in_catalog().find(bare)) return {{}, std::move(what), fmt::format("write `--set {}=VALUE`", bare)};
    if (find_format(bare) != nullptr) return {{}, std::move(what), fmt::format("write `--format {}`", bare)};
    const auto near = closest(name, known);
    return {{},
            std::move(what),
            near ? fmt::format("did you mean '{}'?", *near) : fmt::format("see `bote {} --help`", command.name)};
}

[[noreturn]] void refuse_command(const std::string& name) {
    std::vector<std::string_view> known;
    for (const Command& each : all_commands()) known.push_back(each.name);
    const auto near = closest(name, known);
    refuse(fmt::format("there is no command '{}'", show_in_line(name)),
           near ? fmt::format("did you mean '{}'?", *near) : "`bote help` lists the commands");
}

bool mentions(const std::vector<std::string>& arguments, const Option& option) {
    const auto flags = split(option.flags, ',');
    return std::any_of(arguments.begin(), arguments.end(), [&](std::string_view argument) {
        return std::any_of(flags.begin(), flags.end(),
                           [&](std::string_view flag) { return argument.starts_with(flag); });
    });
}

/// An App without a help flag: it would take longer to set one up than all else.
struct Splitter : CLI::App {
    Splitter() : CLI::App("", "", nullptr) {}
};

/// What an option is called, and where its value goes.
void add_to(CLI::App& app, const Option& option, Options& options, Errors& errors) {
    const std::string flags(option.flags);
    if (option.target.flag != nullptr) {
        app.add_flag(flags, options.*option.target.flag)->disable_flag_override();
    } else if (option.target.list != nullptr) {
        app.add_option(flags, options.*option.target.list)
            ->type_size(1)
            ->expected(1)
            ->take_all()
            ->allow_extra_args(false);
    } else {
        auto& into = options.*option.target.text;
        const bool once = option.target.text == &Options::scenario;  // of two none can be meant to win
        const auto take = [&into, &errors, once,
                           name = split(option.flags, ',').back()](const std::vector<std::string>& all) {
            if (once && all.size() > 1)
                errors.push_back({{}, fmt::format("{} is given twice", name), "keep one of them"});
            into = all.back();
        };
        app.add_option_function<std::vector<std::string>>(flags, take)
            ->type_size(1)
            ->expected(1)
            ->take_all()
            ->allow_extra_args(false);
    }
}

Hint see_help(const Command& command) { return fmt::format("see `bote {} --help`", command.name); }

/// `--all=3`, where `--all` takes no value.
bool gives_flag_a_value(std::string_view argument, const Command& command) {
    const auto equals = argument.find('=');
    return equals != argument.npos && std::any_of(all_options().begin(), all_options().end(), [&](const Option& each) {
               return each.target.flag != nullptr && each.flags == argument.substr(0, equals) && applies(each, command);
           });
}

/// The arguments without the options that lack their value, or have one where none belongs; with an error for each.
std::vector<std::string> take_out_halves(std::span<const std::string> arguments, const Command& command,
                                         Errors& errors) {
    std::vector<std::string> whole;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        if (gives_flag_a_value(argument, command)) {
            errors.push_back({{},
                              fmt::format("{} takes no value", argument.substr(0, argument.find('='))),
                              "remove everything after '='"});
            continue;
        }
        const Option* const option = option_with_value(argument);
        const bool wants_value = option != nullptr && applies(*option, command);
        if (wants_value && (i + 1 == arguments.size() || arguments[i + 1].starts_with("--"))) {
            errors.push_back({{}, fmt::format("{} needs a value", argument), see_help(command)});
            continue;
        }
        whole.push_back(argument);
        if (wants_value) whole.push_back(arguments[++i]);
    }
    return whole;
}

/// CLI11 splits the arguments; it hands out texts only, since it misreads numbers. It need not know of options that
/// nobody gives: each takes it microseconds.
void parse(const Command& command, const std::vector<std::string>& arguments, Options& options, Errors& errors) {
    if (std::none_of(arguments.begin(), arguments.end(), is_option)) {  // nothing to split
        options.words = arguments;
        return;
    }
    const auto bar = std::find(arguments.begin(), arguments.end(), "--");
    auto given = take_out_halves({arguments.begin(), bar}, command, errors);
    Splitter app;
    app.allow_extras();
    for (const auto& option : all_options()) {
        if (applies(option, command) && mentions(given, option)) add_to(app, option, options, errors);
    }
    app.add_option("words", options.words)->allow_extra_args(true);
    try {
        std::reverse(given.begin(), given.end());
        app.parse(std::move(given));  // takes the last first
    } catch (const CLI::ParseError&) {
        refuse("the command line cannot be read", see_help(command));
    }
    const auto extras = app.remaining();
    options.words.insert(options.words.end(), extras.begin(), extras.end());
    std::erase_if(options.words, [&](const std::string& word) {
        const bool is_unknown = word.size() > 1 && is_option(word);
        if (is_unknown) errors.push_back(unknown_option(word, command));
        return is_unknown;
    });
    if (bar != arguments.end()) options.words.insert(options.words.end(), bar + 1, arguments.end());
}

/// "NAME and CONDITION": the words that are missing behind those that are there.
std::string missing_words(const Command& command, std::size_t count) {
    std::vector<std::string> missing;
    const auto names = split(command.words, ' ');
    for (std::size_t i = count; i < command.least_words && i < names.size(); ++i) {
        const std::string_view name = names[i];
        missing.emplace_back(name.substr(0, name.find("...")));
    }
    return join(missing, " and ");
}

void check_words(const Command& command, const std::vector<std::string>& words, Errors& errors) {
    const std::size_t count = words.size();
    const auto fail = [&](std::string what) {
        errors.push_back(
            {{},
             std::move(what),
             fmt::format("usage: bote {}{}{}", command.name, command.words.empty() ? "" : " ", command.words)});
    };
    if (count > 0 && count < command.least_words)
        fail(fmt::format("{} also needs {}", command.name, missing_words(command, count)));
    else if (count < command.least_words)
        fail(fmt::format("{} needs {}", command.name,
                         command.takes == Takes::workload || command.words == "W"
                             ? "a workload: a preset, a file or - for standard input"
                         : command.words == "LINK" ? "a link, or - for standard input"
                                                   : "a name"));
    if (count > command.most_words)
        fail(fmt::format("'{}' is one word too many for {}", show_in_line(words[command.most_words]), command.name));
    if (std::any_of(words.begin(), words.end(), [](const std::string& word) { return word.empty(); }))
        fail("empty argument");
}

/// Takes out the options with an empty value; with an error for each.
void take_out_empty(const Command& command, Options& options, Errors& errors) {
    for (const auto& option : all_options()) {
        if (option.target.text == nullptr) continue;
        auto& value = options.*option.target.text;
        if (!value || !value->empty()) continue;
        errors.push_back(
            {{}, fmt::format("{} has an empty value", split(option.flags, ',').back()), see_help(command)});
        value.reset();
    }
}

/// All that is wrong with the command line itself, before anything is opened.
void read_options(const Command& command, const std::vector<std::string>& arguments, Options& options) {
    Errors errors;
    parse(command, arguments, options, errors);
    // What stands behind an unknown option may be its value.
    if (errors.empty()) check_words(command, options.words, errors);
    take_out_empty(command, options, errors);
    check_values(options, command, errors);
    if (!errors.empty()) throw InputError(std::move(errors));
}

bool is_flag(const std::vector<std::string>& arguments, std::string_view name) {
    const auto end = std::find(arguments.begin(), arguments.end(), "--");
    for (auto each = arguments.begin(); each != end; ++each) {
        if (*each == name) return true;
        if (takes_value(*each) && each + 1 != end) ++each;
    }
    return false;
}

}  // namespace

UnfinishedLine read_unfinished_line(const std::vector<std::string>& arguments) {
    UnfinishedLine line;
    for (const auto& argument : arguments) {
        if (line.open != nullptr) {
            line.open = nullptr;
        } else if (argument.size() > 1 && is_option(argument)) {
            line.open = option_with_value(argument);
        } else if (const Command* command = find_command(argument);
                   command != nullptr && line.command == nullptr && line.words.empty()) {
            line.command = command;
        } else if (argument != "help" || !line.words.empty()) {
            line.words.push_back(argument);
        }
    }
    return line;
}

CommandLine read_command_line(const std::vector<std::string>& arguments) {
    CommandLine line;
    line.arguments = arguments;
    std::vector<std::string> rest = arguments;
    std::size_t word = first_word(rest);
    line.version = is_flag(arguments, "--version");
    line.verbose = is_flag(arguments, "--verbose");
    line.help = is_flag(arguments, "--help") || is_flag(arguments, "-h");
    const bool asked_by_word = word < rest.size() && rest[word] == "help";
    if (asked_by_word) {
        line.help = true;
        rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(word));
        word = first_word(rest);
    }
    const Command* command = word < rest.size() ? find_command(rest[word]) : nullptr;
    if (command != nullptr) {
        rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(word));
        line.command = command;
    }
    if (line.help && asked_by_word && command == nullptr && word < rest.size()) refuse_command(rest[word]);
    if (line.help || line.version) return line;
    if (command == nullptr) command = find_command("estimate");  // `bote W` is `bote estimate W`
    line.command = command;
    read_options(*command, rest, line.options);
    return line;
}

}  // namespace bote
