#include "options.hpp"

#include <algorithm>

#include "bote/base/text.hpp"
#include "bote/model/embedded.hpp"
#include "bote/model/failure.hpp"
#include "bote/render/render.hpp"
#include "commands.hpp"

namespace bote {
namespace {

using Choices = std::vector<std::string>;

Choices format_names(const Command& command) {
    Choices names;
    for (const Format& format : all_formats()) {
        if (format.only.empty() || format.only == command.name) names.emplace_back(format.name);
    }
    return names;
}

Choices failure_names(const Command&) {
    Choices names;
    for (const Failure& failure : all_failures()) names.emplace_back(failure.name);
    return names;
}

Choices profile_names(const Command&) {
    Choices names;
    for (const auto& profile : embedded_profiles()) names.emplace_back(profile.name);
    return names;
}

Choices practice_topics(const Command&) {
    return {"traffic", "storage", "network", "cache", "servers", "keys", "tiers"};
}

Choices scale_names(const Command&) { return {"log", "linear"}; }

Choices color_settings(const Command&) { return {"auto", "always", "never"}; }

constexpr Option kOptions[] = {
    {"--set", "NAME=VALUE", "replace a value; may be repeated", Takes::workload, {.list = &Options::set}},
    {"--define", "NAME=FORMULA", "an own quantity; may be repeated", Takes::workload, {.list = &Options::define}},
    {"--scenario",
     "SCENARIO",
     "one of the file's sets of changes, or a failure: ",
     Takes::workload,
     {.text = &Options::scenario},
     "",
     failure_names},
    {"--with", "FILE", "more settings, such as prices; may be repeated", Takes::workload, {.list = &Options::with}},
    {"--profile", "NAME", "machine constants: ", Takes::workload, {.text = &Options::profile}, "", profile_names},
    {"--day", "LENGTH", "length of a day, as in 100000s", Takes::workload, {.text = &Options::day}},
    {"--all", "", "the long form", Takes::workload, {.flag = &Options::all}, "estimate explain compare drivers watch"},
    {"--say", "", "in sentences, by the whiteboard", Takes::workload, {.flag = &Options::say}, "explain"},
    {"--strict",
     "",
     "waiting inputs and contradictions fail (exit code 1)",
     Takes::workload,
     {.flag = &Options::strict},
     "check"},
    {"--steps", "N", "number of values from end to end", Takes::workload, {.text = &Options::steps}, "sweep"},
    {"--scale", "NAME", "", Takes::workload, {.text = &Options::scale}, "sweep", scale_names},
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
     "number of samples; else until the digits are stable",
     Takes::workload,
     {.text = &Options::samples},
     "estimate check drivers solve watch"},
    {"--seed",
     "N",
     "the same number repeats the same draws, or problem",
     Takes::workload,
     {.text = &Options::seed},
     "estimate check drivers solve practice watch"},
    {"--percentiles",
     "LIST",
     "of ranges; else 5,50,95",
     Takes::workload,
     {.text = &Options::percentiles},
     "estimate watch"},
    {"--exact",
     "",
     "percentiles to the last digit; takes twice as long",
     Takes::workload,
     {.flag = &Options::exact},
     "estimate watch"},
    {"--pull",
     "SHARE",
     "how far a plain value is pulled; else 20%",
     Takes::workload,
     {.text = &Options::pull},
     "drivers"},
    {"--topic", "NAME", "", Takes::workload, {.text = &Options::topic}, "practice", practice_topics},
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
    {"--section",
     "SECTION",
     "only this part of the page; may be repeated",
     Takes::workload,
     {.list = &Options::section},
     "estimate explain timeline sweep solve drivers compare check watch"},
    {"--chart",
     "CHART",
     "one chart alone; a wrong name lists them",
     Takes::workload,
     {.text = &Options::chart},
     "estimate timeline sweep drivers"},
    {"--card",
     "",
     "1200 x 630 with the verdict, for a chat (svg)",
     Takes::workload,
     {.flag = &Options::card},
     "estimate"},
    {"--fragment",
     "",
     "without head and body, to paste into a page (html)",
     Takes::workload,
     {.flag = &Options::fragment},
     "estimate explain timeline sweep solve drivers compare check"},
    {"--base", "URL", "where the page is; else bote.html", Takes::nothing, {.text = &Options::base}, "link"},
    {"--doc", "", "a section for a design document", Takes::nothing, {.flag = &Options::document}, "new"},
    {"--check",
     "",
     "write nothing; a diff and exit code 1 if stale",
     Takes::nothing,
     {.flag = &Options::check},
     "embed"},
    {"--stdout",
     "",
     "print the document instead of writing it",
     Takes::nothing,
     {.flag = &Options::to_output},
     "embed"},
    {"--list", "", "the blocks and their commands", Takes::nothing, {.flag = &Options::list}, "embed"},
    {"--clean", "", "remove the answers", Takes::nothing, {.flag = &Options::clean}, "embed"},
    {"--require", "", "a document without blocks is an error", Takes::nothing, {.flag = &Options::require}, "embed"},
    {"--anywhere",
     "",
     "read files outside of the document's folder",
     Takes::nothing,
     {.flag = &Options::anywhere},
     "embed"},
    {"--force", "", "overwrite what is there", Takes::nothing, {.flag = &Options::force}, "new embed"},
    {"-o,--output",
     "FILE",
     "write to a file",
     Takes::nothing,
     {.text = &Options::output},
     "",
     nullptr,
     "lsp mcp watch"},
    {"--format",
     "NAME",
     "",
     Takes::nothing,
     {.text = &Options::format},
     "",
     format_names,
     "new link open schema completions lsp mcp man"},
    {"--quiet",
     "",
     "no suggestion of the next question",
     Takes::workload,
     {.flag = &Options::quiet},
     "estimate explain check"},
    {"--color", "WHEN", "", Takes::nothing, {.text = &Options::color}, "", color_settings},
};

}  // namespace

std::span<const Option> all_options() { return kOptions; }

bool applies(const Option& option, const Command& command) {
    const auto lists_command = [&](std::string_view names) {
        const auto each = split(names, ' ');
        return std::find(each.begin(), each.end(), command.name) != each.end();
    };
    if (!option.only.empty()) return lists_command(option.only);
    if (lists_command(option.except)) return false;
    return option.takes == Takes::nothing || command.takes == option.takes;
}

}  // namespace bote
