#pragma once
// What the command line says about a workload: which file, what is laid over it, which numbers are meant.
//
//   Estimate estimate = estimate_for({"storage"}, "twitter", setting);

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "bote/views/asking.hpp"
#include "bote/views/estimate.hpp"
#include "bote/views/scenarios.hpp"
#include "commands.hpp"

namespace bote {

/// --profile, --with, --scenario, --set and --day. `complete` adds what else the command lays over it, before a failure
/// asks how many machines that takes.
Overlay overlay_for(const Workload& workload, const CommandSetting& setting,
                    const std::function<void(Overlay&)>& complete = {});

/// An estimate of which some quantities will be asked for, from a preset, a file or standard input.
Estimate estimate_for(const Names& asked, const std::string& argument, const CommandSetting& setting);

/// The file as it is written, then each of its scenarios; one alone where --scenario names it.
std::vector<NamedEstimate> estimates_of(const std::string& argument, const CommandSetting& setting);

/// The page of `bote estimate`: of one, or of several side by side.
Report describe_page(const std::vector<NamedEstimate>& estimates, Audience audience, const CommandSetting& setting);

/// An option that is a length of time, as seconds under the conventions of the workload.
double read_time(std::string_view option, const std::string& value, const Conventions& conventions);

/// What is said of a count that is out of range.
struct CountHelp {
    std::string_view wanted;
    std::string_view hint;
};

/// An option that is a count from `least` up to a billion, such as `100k`.
std::uint64_t read_count(std::string_view option, const std::string& value, double least, const CountHelp& help);

/// --samples, --seed and --percentiles.
SampleRequest read_request(const Options& options);

/// With the sections of --section, or all of them.
std::string render(const Report& report, const CommandSetting& setting);

/// With its charts in every format: `render` keeps them from those for people.
std::string render_drawn(const Report& report, const CommandSetting& setting);

/// With these sections alone. Throws InputError where the report or the format has none of that name.
std::string render_sections(const Report& report, const std::vector<std::string>& sections,
                            const CommandSetting& setting);

}  // namespace bote
