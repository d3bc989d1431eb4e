#include "commands.hpp"

#include <algorithm>

namespace bote {
namespace {

constexpr std::size_t kAnyNumber = 1000;

constexpr Command kCommands[] = {
    {"estimate", "W... [SECTION]", "traffic, storage, bandwidth, cache and servers",
     "bote estimate whiteboard --set spares=0", 1, kAnyNumber, Takes::workload, run_estimate, Effect::reads},
    {"explain", "W [QUANTITY]", "the working, step by step, beside a whiteboard's", "bote explain whiteboard storage",
     1, 2, Takes::workload, run_explain, Effect::reads},
    {"value", "W QUANTITY...", "bare answers, a line each", "bote value tinyurl storage 'qps in 1/min'", 2, kAnyNumber,
     Takes::workload, run_value, Effect::reads},
    {"diagram", "W", "the boxes, and what flows between them", "bote diagram twitter", 1, 1, Takes::workload,
     run_diagram, Effect::reads},
    {"timeline", "W [QUANTITY...]", "how it grows, and when a limit is crossed",
     "bote timeline instagram --until '5 years'", 1, kAnyNumber, Takes::workload, run_timeline, Effect::reads},
    {"sweep", "W NAME=LOW..HIGH...", "along one input, or a map over two", "bote sweep twitter dau=1M..1B app.machines",
     2, kAnyNumber, Takes::workload, run_sweep, Effect::reads},
    {"solve", "W NAME CONDITION", "the values for which a condition holds",
     "bote solve twitter dau 'app.servers <= 100'", 3, 3, Takes::workload, run_solve, Effect::reads},
    {"drivers", "W [QUANTITY]", "which assumption moves the answer most", "bote drivers tinyurl storage", 1, 2,
     Takes::workload, run_drivers, Effect::reads},
    {"compare", "A [B]", "side by side, factor by factor", "bote compare tinyurl --set replication=2", 1, 2,
     Takes::workload, run_compare, Effect::reads},
    {"watch", "W", "the page again whenever its file is saved", "bote watch shop.yaml", 1, 1, Takes::workload,
     run_watch},
    {"practice", "[W]", "estimate it yourself; slips are named", "bote practice tinyurl --topic storage", 0, 1,
     Takes::workload, run_practice},
    {"check", "W...", "is it valid, and do its `expect` lines hold?", "bote check tinyurl whiteboard", 1, kAnyNumber,
     Takes::workload, run_check, Effect::reads},
    {"presets", "", "the classic problems that are built in", "bote presets", 0, 0, Takes::nothing, run_presets,
     Effect::reads},
    {"new", "NAME", "a commented workload file to start from", "bote new \"Chat\" --output chat.bote.yaml", 1, 1,
     Takes::nothing, run_new, Effect::any, true},
    {"link", "W", "the workload in an address of bote's page", "bote link tinyurl --base bote.html", 1, 1,
     Takes::nothing, run_link, Effect::any, true},
    {"open", "LINK", "the workload that is in a link", "bote open '#1CNM6R0tJLLVSMPTlKi_KLEktji9ILYovLU4tAorppyRWcgEA'",
     1, 1, Takes::nothing, run_open, Effect::any, true},
    {"embed", "FILE.md...", "refresh the answers in Markdown documents", "bote embed --check design.md", 1, kAnyNumber,
     Takes::nothing, run_embed},
    {"constants", "[TOPIC]", "what the model assumes; latency, powers, nines", "bote constants latency", 0, 1,
     Takes::nothing, run_constants, Effect::reads},
    {"quantities", "[TEXT]", "every quantity: unit, formula, meaning", "bote quantities cache", 0, 1, Takes::nothing,
     run_quantities, Effect::reads},
    {"tiers", "[KIND]", "kinds of tiers, or what one asks and gives", "bote tiers kafka", 0, 1, Takes::nothing,
     run_tiers, Effect::reads},
    {"units", "", "units, magnitudes and functions", "bote units", 0, 0, Takes::nothing, run_units, Effect::reads},
    {"schema", "[json]", "a JSON Schema: of workloads, or of JSON answers", "bote schema --output bote.schema.json", 0,
     1, Takes::nothing, run_schema, Effect::any, true},
    {"completions", "SHELL", "a script for bash, zsh or fish", "bote completions fish --output bote.fish", 1,
     kAnyNumber, Takes::nothing, run_completions, Effect::any, true},
    {"lsp", "", "a language server, for editors", "bote lsp", 0, 0, Takes::nothing, run_lsp, Effect::any, true},
    {"mcp", "", "tools for agents (Model Context Protocol)", "bote mcp", 0, 0, Takes::nothing, run_mcp, Effect::any,
     true},
    {"man", "", "the manual page", "bote man --output bote.1", 0, 0, Takes::nothing, run_man, Effect::any, true},
};

}  // namespace

std::span<const Command> all_commands() { return kCommands; }

const Command* find_command(std::string_view name) {
    const auto* found = std::find_if(std::begin(kCommands), std::end(kCommands),
                                     [&](const Command& each) { return each.name == name; });
    return found == std::end(kCommands) ? nullptr : found;
}

}  // namespace bote
