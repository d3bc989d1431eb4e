#pragma once
// What the command line says about a workload: which file, what is laid over it, which numbers are meant.
//
//   Estimate estimate = estimate_for({"storage"}, "twitter", setting);

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "bote/views/asking.hpp"
#include "bote/views/estimate.hpp"
#include "bote/views/scenarios.hpp"
#include "commands.hpp"

namespace bote {

/// A workload by its word; where there is none, the errors of the options are told with its own. Throws InputError.
Workload read_workload(const std::string& argument, const CommandSetting& setting);

/// --profile, --with, --scenario, --set and --day, with what is wrong with them among its errors. `complete` adds what
/// else the command lays over it, before a failure asks how many machines that takes.
Overlay overlay_for(const Workload& workload, const CommandSetting& setting,
                    const std::function<void(Overlay&)>& complete = {});

/// An estimate of which some quantities will be asked for, from a preset, a file or standard input.
Estimate estimate_for(const Names& asked, const std::string& argument, const CommandSetting& setting);

/// The file as it is written, then each of its scenarios; one alone where --scenario names it.
std::vector<NamedEstimate> estimates_of(const std::string& argument, const CommandSetting& setting);

/// The page of `bote estimate`: of one, or of several side by side.
Report describe_page(const std::vector<NamedEstimate>& estimates, Audience audience, const CommandSetting& setting);

/// With the sections of --section, or all of them.
std::string render(const Report& report, const CommandSetting& setting);

/// With its charts in every format: `render` keeps them from those for people.
std::string render_drawn(const Report& report, const CommandSetting& setting);

/// With these sections alone. Throws InputError where the report or the format has none of that name.
std::string render_sections(const Report& report, const std::vector<std::string>& sections,
                            const CommandSetting& setting);

}  // namespace bote
