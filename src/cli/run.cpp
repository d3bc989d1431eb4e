#include "bote/cli/run.hpp"

#include <algorithm>
#include <charconv>
#include <exception>
#include <filesystem>
#include <new>

#include <fmt/format.h>

#include "arguments.hpp"
#include "bote/base/error.hpp"
#include "bote/base/text.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "help.hpp"
#include "next_question.hpp"
#include "output_file.hpp"

namespace bote {
namespace {

constexpr std::size_t kUsualWidth = 80;
constexpr std::size_t kLeastWidth = 20;
constexpr std::size_t kMostWidth = 10'000;

bool is_set(const Environment& environment, std::string_view name) {
    const auto value = environment.variable(name);
    return value && !value->empty();
}

bool is_forced(const Environment& environment, std::string_view name) {
    return is_set(environment, name) && *environment.variable(name) != "0";
}

/// --color, NO_COLOR, TERM=dumb, CLICOLOR_FORCE or FORCE_COLOR, then whether the stream is a terminal.
Ink choose_ink(const std::optional<std::string>& color, bool is_terminal, const Environment& environment) {
    if (color == "always") return Ink::color;
    if (color == "never") return Ink::plain;
    if (!is_terminal && !is_forced(environment, "CLICOLOR_FORCE") && !is_forced(environment, "FORCE_COLOR"))
        return Ink::plain;
    return is_set(environment, "NO_COLOR") || environment.variable("TERM") == "dumb" ? Ink::plain : Ink::color;
}

/// COLUMNS, else the terminal; 0, no limit, where there is neither.
std::size_t choose_width(bool is_terminal, const Environment& environment) {
    if (const auto columns = environment.variable("COLUMNS")) {
        std::size_t width = 0;
        const auto result = std::from_chars(columns->data(), columns->data() + columns->size(), width);
        const bool whole = result.ec == std::errc() && result.ptr == columns->data() + columns->size();
        if (whole && width >= kLeastWidth && width <= kMostWidth) return width;
    }
    if (!is_terminal) return 0;
    return environment.terminal_columns >= kLeastWidth ? environment.terminal_columns : kUsualWidth;
}

/// ASCII on a terminal whose locale has another encoding than UTF-8. A pipe is no terminal, and most of those in which
/// nothing is set show UTF-8.
Charset choose_charset(bool is_terminal, const Environment& environment) {
    const std::vector<std::string_view> names{"LC_ALL", "LC_CTYPE", "LANG"};
    const auto name = std::find_if(names.begin(), names.end(), [&](auto each) { return is_set(environment, each); });
    if (!is_terminal || name == names.end()) return Charset::unicode;
    const std::string locale = *environment.variable(*name);
    const std::vector<std::string_view> spellings{"UTF-8", "utf-8", "UTF8", "utf8"};
    const bool utf8 = std::any_of(spellings.begin(), spellings.end(),
                                  [&](auto each) { return locale.find(each) != std::string::npos; });
    return utf8 ? Charset::unicode : Charset::ascii;
}

/// The format that the ending of a file says; null where it has none.
const Format* format_of_file(const std::string& path) {
    const std::string ending = std::filesystem::path(path).extension().string();
    if (ending.empty()) return nullptr;
    if (const Format* format = find_format_of(ending)) return format;
    std::vector<std::string> known;
    for (const Format& each : all_formats()) {
        if (each.only.empty() && !each.endings.empty()) known.emplace_back(each.endings);
    }
    throw InputError(Error{
        {},
        fmt::format("--output {}: no format has files that end in '{}'", show_in_line(path), show_in_line(ending)),
        fmt::format("use one of {}, or choose the format with --format", join(known, " "))});
}

/// --format, else what the output file's ending says, else a table for a terminal and Markdown for the rest.
const Format& choose_format(const CommandLine& line, const Environment& environment) {
    const Options& options = line.options;
    if (options.format) return *find_format(*options.format);
    if (options.output && !line.command->verbatim) {
        if (const Format* format = format_of_file(*options.output)) return *format;
    }
    if (options.card) return *find_format("svg");
    const bool terminal = environment.out_is_terminal && !options.output;
    return *find_format(terminal ? "table" : "markdown");
}

/// Options that only some formats take.
void check_form(const Options& options, const Format& format, const Command& command) {
    const auto refuse = [&](std::string_view option, std::string_view wanted) {
        throw InputError(Error{{},
                               fmt::format("{} has no use with the format {}", option, format.name),
                               fmt::format("write `--format {}`, or leave it out", wanted)});
    };
    if (!format.only.empty() && format.only != command.name)
        throw InputError(Error{{},
                               fmt::format("the format {} is of `{}` alone", format.name, format.only),
                               "`--format json` has everything"});
    if (options.card && format.name != "svg") refuse("--card", "svg");
    if (options.fragment && format.name != "html") refuse("--fragment", "html");
    if (options.chart && format.audience == Audience::program) refuse("--chart", "csv");
    if (options.chart && options.card)
        throw InputError(Error{{}, "--card and --chart are two pictures", "leave one of them out"});
    if (options.chart && !options.section.empty())
        throw InputError(Error{{}, "a chart has no sections", "leave `--section` or `--chart` out"});
}

PageForm choose_form(const Options& options) {
    return options.card ? PageForm::card : options.fragment ? PageForm::fragment : PageForm::whole;
}

/// A workload that takes a while to write is worth more than the answer that a slip puts in its place. The error number
/// where nobody can tell.
int check_output(const std::string& output, const std::vector<std::string>& read) {
    int error = 0;
    if (std::any_of(read.begin(), read.end(),
                    [&](const std::string& path) { return is_same_file(path, output, error); }))
        throw InputError(
            Error{{}, fmt::format("--output {}: this file is an input", show_in_line(output)), "name another file"});
    return error;
}

void check_new(const std::string& output) {
    std::error_code failed;
    if (std::filesystem::is_regular_file(output, failed))
        throw InputError(
            Error{{}, fmt::format("--output {}: the file exists", show_in_line(output)), "`--force` replaces it"});
}

/// The answer goes into a file, which becomes the new one only when it is whole.
Outcome answer_into_file(const CommandLine& line, CommandSetting& setting, const std::vector<std::string>& read) {
    const std::string& output = *line.options.output;
    const bool is_new = line.command->name == "new" && !line.options.force;
    if (is_new) check_new(output);
    OutputFile file(output, is_new ? Existing::stays : Existing::goes);
    setting.write = [&](std::string_view text) {
        const int error = check_output(output, read);
        return error == 0 ? file.write(text) : file.fail(error);
    };
    Outcome outcome = line.command->run(setting);
    if (!outcome.out.empty()) setting.write(outcome.out);
    if (const auto problem = file.finish()) return {kExitNotWritten, "", outcome.err + "error: " + *problem + "\n"};
    outcome.out.clear();
    return outcome;
}

Outcome help(const CommandLine& line) {
    if (line.version) return {kExitAnswered, line.verbose ? long_version_text() : version_text(), ""};
    return {kExitAnswered, line.command != nullptr ? command_help(*line.command) : root_help(), ""};
}

}  // namespace

Outcome answer(const CommandLine& line, const Environment& world) {
    const Options& options = line.options;
    std::vector<std::string> read;
    Environment environment = world;
    environment.note_read = [&](const std::string& path) {
        read.push_back(path);
        world.note_read(path);  // of what is within something else, as the answer of a block in a document
    };
    const auto sources = std::make_shared<std::vector<SourcePtr>>();
    environment.note_source = [sources](const SourcePtr& source) { sources->push_back(source); };
    CommandSetting setting{options, environment, choose_format(line, environment)};
    setting.arguments = line.arguments;
    setting.command = line.command->name;
    setting.sources = sources;
    check_form(options, setting.format, *line.command);
    setting.audience = options.chart ? Audience::page : setting.format.audience;
    const bool to_terminal = environment.out_is_terminal && !options.output;
    setting.canvas = {choose_width(to_terminal, environment), choose_ink(options.color, to_terminal, environment),
                      choose_charset(to_terminal, environment), choose_form(options)};
    setting.err_ink = choose_ink(options.color, environment.err_is_terminal, environment);
    if (!options.output || *options.output == "-") {
        setting.write = environment.write_output;
        Outcome outcome = line.command->run(setting);
        outcome.out += suggestion_line(outcome.next, setting);
        return outcome;
    }
    return answer_into_file(line, setting, read);
}

Outcome run(const std::vector<std::string>& arguments, const Environment& environment) {
    try {
        if (arguments.empty()) return {kExitWrongInput, "", root_help()};
        const CommandLine line = read_command_line(arguments);
        if (line.help || line.version) return help(line);
        return answer(line, environment);
    } catch (const InputError& problem) {
        const Ink ink = choose_ink(std::nullopt, environment.err_is_terminal, environment);
        return {kExitWrongInput, "", describe(problem.errors(), ink)};
    } catch (const std::bad_alloc&) {
        return {kExitFault, "", "error: out of memory\n"};
    } catch (const std::exception&) {
        return {kExitFault, "", "error: a fault of bote's own; please report it with this input\n"};
    }
}

}  // namespace bote
