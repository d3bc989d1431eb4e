#pragma once
// The commands, a row each: what the help says of a command, which words it takes, and what it runs. Each reads its
// workloads, asks its view, and renders the report.
//
//   find_command("explain")->run(setting)

#include <cstddef>
#include <functional>
#include <span>
#include <string_view>

#include "bote/base/error.hpp"
#include "bote/cli/run.hpp"
#include "bote/render/render.hpp"
#include "options.hpp"

namespace bote {

/// What a command runs with.
struct CommandSetting {
    const Options& options;
    const Environment& environment;
    const Format& format;
    Canvas canvas = {};
    Audience audience = Audience::people;  // that of the format, or a page where a chart is asked for
    Ink err_ink = Ink::plain;
    std::span<const std::string> arguments = {};
    std::string command = {};                                    // its name
    std::shared_ptr<const std::vector<SourcePtr>> sources = {};  // what was read so far
    std::function<bool(std::string_view)> write = {};  // as Environment::write_output, or to the file of --output
};

/// Whether a command may stand in a document, whoever wrote it: it must do no more than read and answer.
enum class Effect { any, reads };

struct Command {
    std::string_view name;
    std::string_view words;  // "W [QUANTITY]"
    std::string_view summary;
    std::string_view example;
    std::size_t least_words = 0;
    std::size_t most_words = 0;
    Takes takes = Takes::nothing;
    Outcome (*run)(const CommandSetting&) = nullptr;  // throws InputError where an input is wrong
    Effect effect = Effect::any;
    bool verbatim = false;  // prints a text of its own kind, whatever the format
};

std::span<const Command> all_commands();

/// Null where there is none of this name.
const Command* find_command(std::string_view name);

struct CommandLine;

/// Runs a command line that has been read. Throws InputError.
Outcome answer(const CommandLine& line, const Environment& world);

Outcome run_estimate(const CommandSetting& setting);
Outcome run_explain(const CommandSetting& setting);
Outcome run_value(const CommandSetting& setting);
Outcome run_diagram(const CommandSetting& setting);
Outcome run_check(const CommandSetting& setting);
Outcome run_timeline(const CommandSetting& setting);
Outcome run_sweep(const CommandSetting& setting);
Outcome run_solve(const CommandSetting& setting);
Outcome run_drivers(const CommandSetting& setting);
Outcome run_compare(const CommandSetting& setting);
Outcome run_watch(const CommandSetting& setting);
Outcome run_practice(const CommandSetting& setting);
Outcome run_presets(const CommandSetting& setting);
Outcome run_new(const CommandSetting& setting);
Outcome run_embed(const CommandSetting& setting);
Outcome run_constants(const CommandSetting& setting);
Outcome run_quantities(const CommandSetting& setting);
Outcome run_units(const CommandSetting& setting);
Outcome run_link(const CommandSetting& setting);
Outcome run_open(const CommandSetting& setting);
Outcome run_schema(const CommandSetting& setting);
Outcome run_completions(const CommandSetting& setting);
Outcome run_lsp(const CommandSetting& setting);
Outcome run_mcp(const CommandSetting& setting);
Outcome run_man(const CommandSetting& setting);
Outcome run_tiers(const CommandSetting& setting);

}  // namespace bote
