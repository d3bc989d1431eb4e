#include "arguments.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "bote/base/error.hpp"
#include "bote/base/text.hpp"

namespace bote {
namespace {

constexpr std::size_t kAnyNumber = 1000;

constexpr CommandText kCommands[] = {
    {"estimate", "W...", "traffic, storage, bandwidth, cache and servers", "bote estimate whiteboard --set spares=0", 1,
     kAnyNumber, Takes::workload},
    {"explain", "W [QUANTITY]", "the working, step by step, beside a whiteboard's", "bote explain whiteboard storage",
     1, 2, Takes::workload},
    {"value", "W QUANTITY...", "bare answers, a line each", "bote value tinyurl storage 'qps in 1/min'", 2, kAnyNumber,
     Takes::workload},
    {"timeline", "W [QUANTITY...]", "how it grows, and when a limit is crossed",
     "bote timeline instagram --until '5 years'", 1, kAnyNumber, Takes::workload},
    {"sweep", "W NAME=LOW..HIGH...", "along one input, or a map over two", "bote sweep twitter dau=1M..1B app.machines",
     2, kAnyNumber, Takes::workload},
    {"solve", "W NAME CONDITION", "the values for which a condition holds",
     "bote solve twitter dau 'app.servers <= 100'", 3, 3, Takes::workload},
    {"drivers", "W [QUANTITY]", "which assumption moves the answer most", "bote drivers tinyurl storage", 1, 2,
     Takes::workload},
    {"compare", "A [B]", "side by side, factor by factor", "bote compare tinyurl --set replication=2", 1, 2,
     Takes::workload},
    {"practice", "[W]", "estimate it yourself; slips are named", "bote practice tinyurl --topic storage", 0, 1,
     Takes::workload},
    {"check", "W...", "is it valid, and do its `expect` lines hold?", "bote check tinyurl whiteboard", 1, kAnyNumber,
     Takes::workload},
    {"presets", "", "the classic problems that are built in", "bote presets", 0, 0, Takes::nothing},
    {"new", "NAME", "a commented workload file to start from", "bote new \"Chat\" --output chat.yaml", 1, 1,
     Takes::nothing},
    {"constants", "[TOPIC]", "what the model assumes; latency, powers, nines", "bote constants latency", 0, 1,
     Takes::nothing},
    {"quantities", "[TEXT]", "every quantity: unit, formula, meaning", "bote quantities cache", 0, 1, Takes::nothing},
    {"units", "", "units, magnitudes and functions", "bote units", 0, 0, Takes::nothing},
};

/// Where an option's value goes: one of the three.
struct Place {
    std::optional<std::string> Options::*text = nullptr;
    std::vector<std::string> Options::*list = nullptr;
    bool Options::*flag = nullptr;
};

struct OptionText {
    std::string_view flags;
    std::string_view value;
    std::string_view meaning;
    Takes takes;
    Place place;
    std::string_view only = "";  // the commands that take it; empty: all
};
constexpr OptionText kOptions[] = {
    {"--set", "NAME=VALUE", "replace a value; may be repeated", Takes::workload, {.list = &Options::set}},
    {"--define", "NAME=FORMULA", "an own quantity; may be repeated", Takes::workload, {.list = &Options::define}},
    {"--scenario", "NAME", "one of the file's sets of changes", Takes::workload, {.text = &Options::scenario}},
    {"--with", "FILE", "more settings, such as prices; may be repeated", Takes::workload, {.list = &Options::with}},
    {"--profile", "NAME", "machine constants: typical, optimized", Takes::workload, {.text = &Options::profile}},
    {"--day", "LENGTH", "length of a day, as in 100000s", Takes::workload, {.text = &Options::day}},
    {"--all", "", "the long form", Takes::workload, {.flag = &Options::all}, "estimate explain compare drivers"},
    {"--say", "", "in sentences, by the whiteboard", Takes::workload, {.flag = &Options::say}, "explain"},
    {"--strict", "", "waiting inputs fail too (exit code 1)", Takes::workload, {.flag = &Options::strict}, "check"},
    {"--steps", "N", "so many values from end to end", Takes::workload, {.text = &Options::steps}, "sweep"},
    {"--scale", "NAME", "log, linear", Takes::workload, {.text = &Options::scale}, "sweep"},
    {"--by", "QUANTITY", "whose change is taken apart", Takes::workload, {.text = &Options::by}, "compare"},
    {"--until",
     "TIME",
     "where it ends; else the horizon, or 5 years",
     Takes::workload,
     {.text = &Options::until},
     "timeline"},
    {"--step", "TIME", "from one row to the next: year, month", Takes::workload, {.text = &Options::step}, "timeline"},
    {"--samples",
     "N",
     "so many of the ranges; else until the digits stand",
     Takes::workload,
     {.text = &Options::samples},
     "estimate check drivers solve"},
    {"--seed",
     "N",
     "other random numbers",
     Takes::workload,
     {.text = &Options::seed},
     "estimate check drivers solve practice"},
    {"--percentiles", "LIST", "of ranges; else 5,50,95", Takes::workload, {.text = &Options::percentiles}, "estimate"},
    {"--exact",
     "",
     "percentiles to the last digit; takes twice as long",
     Takes::workload,
     {.flag = &Options::exact},
     "estimate"},
    {"--pull",
     "SHARE",
     "how far a plain value is pulled; else 20%",
     Takes::workload,
     {.text = &Options::pull},
     "drivers"},
    {"--topic",
     "NAME",
     "traffic, storage, network, cache, servers, keys, tiers",
     Takes::workload,
     {.text = &Options::topic},
     "practice"},
    {"--spot", "", "find the slip in a worked estimate", Takes::workload, {.flag = &Options::spot}, "practice"},
    {"--numbers",
     "",
     "a minute of conversions and constants",
     Takes::workload,
     {.flag = &Options::numbers},
     "practice"},
    {"--script", "FILE", "read the answers from a file", Takes::workload, {.text = &Options::script}, "practice"},
    {"--history", "", "how it went so far", Takes::workload, {.flag = &Options::history}, "practice"},
    {"--no-history", "", "keep nothing", Takes::workload, {.flag = &Options::no_history}, "practice"},
    {"--force", "", "replace the file of --output", Takes::nothing, {.flag = &Options::force}, "new"},
    {"-o,--output", "FILE", "write to a file", Takes::nothing, {.text = &Options::output}},
    {"--format", "NAME", "table, markdown, csv, json", Takes::nothing, {.text = &Options::format}},
    {"--color", "WHEN", "auto, always, never", Takes::nothing, {.text = &Options::color}},
};

[[noreturn]] void refuse(std::string what, std::string hint) {
    throw InputError(Error{{}, std::move(what), std::move(hint)});
}

bool applies(const OptionText& option, const CommandText& command) {
    const auto only = split(option.only, ' ');
    if (!option.only.empty()) return std::find(only.begin(), only.end(), command.name) != only.end();
    return option.takes == Takes::nothing || command.takes == option.takes;
}

bool is_option(std::string_view argument) { return argument.starts_with('-'); }

bool takes_value(std::string_view argument) {
    if (!is_option(argument)) return false;
    if (argument == "-o") return true;
    return std::any_of(std::begin(kOptions), std::end(kOptions), [&](const OptionText& option) {
        return !option.value.empty() && split(option.flags, ',').back() == argument;
    });
}

const CommandText* find_command(std::string_view name) {
    const auto* found = std::find_if(std::begin(kCommands), std::end(kCommands),
                                     [&](const CommandText& each) { return each.name == name; });
    return found == std::end(kCommands) ? nullptr : found;
}

/// The index of the first argument that is neither an option nor the value of one.
std::size_t first_word(const std::vector<std::string>& arguments) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--") return arguments.size();
        if (arguments[i].size() > 1 && arguments[i].front() == '-') i += takes_value(arguments[i]) ? 1 : 0;
        else return i;
    }
    return arguments.size();
}

[[noreturn]] void refuse_option(const std::string& option, const CommandText& command) {
    std::vector<std::string_view> known{"--help", "--version"};
    for (const auto& each : kOptions) {
        if (applies(each, command)) known.push_back(split(each.flags, ',').back());
    }
    const auto name = option.substr(0, option.find('='));
    const auto near = closest(name, known);
    refuse(fmt::format("there is no option '{}' for {}", show_in_line(name), command.name),
           near ? fmt::format("did you mean '{}'?", *near) : fmt::format("see `bote {} --help`", command.name));
}

bool mentions(const std::vector<std::string>& arguments, const OptionText& option) {
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

/// CLI11 splits the arguments; it hands out texts only, since it misreads numbers. It need not know of options that
/// nobody gives: each takes it microseconds.
void parse(const CommandText& command, const std::vector<std::string>& arguments, Options& options) {
    if (std::none_of(arguments.begin(), arguments.end(), is_option)) {  // nothing to split
        options.words = arguments;
        return;
    }
    Splitter app;
    app.allow_extras();
    for (const auto& option : kOptions) {
        if (!applies(option, command) || !mentions(arguments, option)) continue;
        const std::string flags(option.flags);
        if (option.place.flag != nullptr) {
            app.add_flag(flags, options.*option.place.flag)->disable_flag_override();
        } else if (option.place.list != nullptr) {
            app.add_option(flags, options.*option.place.list)
                ->type_size(1)
                ->expected(1)
                ->take_all()
                ->allow_extra_args(false);
        } else {
            auto& into = options.*option.place.text;
            app.add_option_function<std::string>(flags, [&into](const std::string& value) { into = value; })
                ->take_last();
        }
    }
    app.add_option("words", options.words)->allow_extra_args(true);
    const auto bar = std::find(arguments.begin(), arguments.end(), "--");
    try {
        app.parse(std::vector<std::string>(std::make_reverse_iterator(bar), arguments.rend()));
    } catch (const CLI::ArgumentMismatch& problem) {
        const std::string_view message = problem.what();  // "--set: 1 required TEXT missing"
        if (const auto end = message.find(" was given a disallowed flag override"); end != std::string_view::npos)
            refuse(fmt::format("--{} takes no value", message.substr(0, end)), "leave out what is behind the '='");
        const auto name = message.starts_with('-') ? message.substr(0, message.find(':')) : "an option";
        refuse(fmt::format("{} lacks its value", name), fmt::format("see `bote {} --help`", command.name));
    } catch (const CLI::ParseError&) {
        refuse("the command line cannot be read", fmt::format("see `bote {} --help`", command.name));
    }
    const auto extras = app.remaining();
    const auto option = std::find_if(extras.begin(), extras.end(),
                                     [](const std::string& each) { return each.size() > 1 && each.front() == '-'; });
    if (option != extras.end()) refuse_option(*option, command);
    options.words.insert(options.words.end(), extras.begin(), extras.end());
    if (bar != arguments.end()) options.words.insert(options.words.end(), bar + 1, arguments.end());
}

void check_words(const CommandText& command, const Options& options) {
    const std::size_t count = options.words.size();
    const auto usage = [&] {
        return fmt::format("usage: bote {}{}{}", command.name, command.words.empty() ? "" : " ", command.words);
    };
    if (count > 0 && count < command.least_words)
        refuse(fmt::format("{} lacks words: {}", command.name, command.words), usage());
    if (count < command.least_words)
        refuse(fmt::format("{} lacks {}", command.name,
                           command.takes == Takes::workload ? "a workload: a preset, a file or - for standard input"
                                                            : "a name"),
               usage());
    if (count > command.most_words)
        refuse(fmt::format("'{}' is one word too many for {}", show_in_line(options.words[command.most_words]),
                           command.name),
               usage());
    if (std::any_of(options.words.begin(), options.words.end(), [](const std::string& word) { return word.empty(); }))
        refuse("an argument is empty", usage());
    for (const auto& option : kOptions) {
        if (option.place.text == nullptr) continue;
        const auto& value = options.*option.place.text;
        if (value && value->empty())
            refuse(fmt::format("{} has an empty value", split(option.flags, ',').back()),
                   fmt::format("see `bote {} --help`", command.name));
    }
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

std::span<const CommandText> all_commands() { return kCommands; }

CommandLine read_command_line(const std::vector<std::string>& arguments) {
    CommandLine line;
    std::vector<std::string> rest = arguments;
    std::size_t word = first_word(rest);
    line.version = is_flag(arguments, "--version");
    line.help = is_flag(arguments, "--help") || is_flag(arguments, "-h");
    if (word < rest.size() && rest[word] == "help") {
        line.help = true;
        rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(word));
        word = first_word(rest);
    }
    const CommandText* command = word < rest.size() ? find_command(rest[word]) : nullptr;
    if (command != nullptr) {
        rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(word));
        line.command = command->name;
    }
    if (line.help || line.version) return line;
    if (command == nullptr) command = find_command("estimate");  // `bote W` is `bote estimate W`
    line.command = command->name;
    parse(*command, rest, line.options);
    check_words(*command, line.options);
    return line;
}

std::string root_help() {
    std::string text =
        "bote: back-of-the-envelope capacity estimates from a short YAML workload\n\nusage: bote [COMMAND] W [OPTIONS] "
        "    W: a preset, a file, or - (standard input)\n\n";
    for (const auto& command : kCommands)
        text +=
            fmt::format("  {} {}\n", pad_right(fmt::format("{} {}", command.name, command.words), 24), command.summary);
    std::string options = "Options:";
    for (const auto& option : kOptions) {
        if (option.only.empty()) options += fmt::format(" {},", split(option.flags, ',').front());
    }
    options.back() = ';';
    constexpr std::size_t kWidth = 80;
    for (const auto& line : wrap(options + " see `bote COMMAND --help`.", kWidth)) text += "\n" + line;
    text +=
        "\n`bote W` is `bote estimate W`; a file named like a command is ./NAME.\n"
        "Exit codes: 0 answered, 1 no, 2 wrong input, 3 not written, 70 a fault of ours.\n"
        "`bote tinyurl` is a good start.\n";
    return text;
}

std::string command_help(const CommandText& command) {
    std::string text = fmt::format("usage: bote {}{}{} [OPTIONS]\n\n{}\n\n", command.name,
                                   command.words.empty() ? "" : " ", command.words, command.summary);
    for (const auto& option : kOptions) {
        if (applies(option, command))
            text += fmt::format("  {} {}\n", pad_right(fmt::format("{} {}", option.flags, option.value), 22),
                                option.meaning);
    }
    return text + fmt::format("\nexample:\n  {}\n", command.example);
}

}  // namespace bote
