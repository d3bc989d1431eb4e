// What the command line lays over a workload: profiles, files of settings, scenarios, single values.

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "bote/base/suggest.hpp"
#include "bote/base/text.hpp"
#include "bote/model/asked.hpp"
#include "bote/model/embedded.hpp"
#include "bote/views/failures.hpp"
#include "bote/yaml/yaml.hpp"
#include "files.hpp"
#include "inputs.hpp"

namespace bote {
namespace {

/// The changes of a scenario of the file; null where it has none of that name.
const Scenario* find_scenario(const Workload& workload, const std::string& name) {
    const auto found = std::find_if(workload.scenarios.begin(), workload.scenarios.end(),
                                    [&](const Scenario& each) { return each.name.text == name; });
    return found == workload.scenarios.end() ? nullptr : &*found;
}

Error unknown_scenario(const Workload& workload, const std::string& name) {
    std::vector<std::string_view> known;
    for (const auto& scenario : workload.scenarios) known.push_back(scenario.name.text);
    for (const Failure& failure : all_failures())
        if (std::find(known.begin(), known.end(), failure.name) == known.end()) known.push_back(failure.name);
    const auto near = closest(name, known);
    return {{},
            fmt::format("there is no scenario '{}'", show_in_line(name)),
            near ? fmt::format("did you mean '{}'?", *near) : fmt::format("they are: {}", fmt::join(known, ", "))};
}

void add_file(SettingsFile file, Overlay& overlay) {
    overlay.profile.insert(overlay.profile.end(), std::make_move_iterator(file.settings.begin()),
                           std::make_move_iterator(file.settings.end()));
    for (auto& own : file.own) add_definition(std::move(own), overlay.own);
}

/// What is given twice: the last would win silently.
void check_once(std::string_view option, std::string_view name, const std::vector<std::string_view>& before) {
    if (std::find(before.begin(), before.end(), name) != before.end())
        throw InputError(
            Error{{}, fmt::format("{} {} is given twice", option, show_in_line(name)), "keep one of them"});
}

/// `dau=5M` of each --set.
void add_options(const std::vector<std::string>& assignments, Overlay& overlay) {
    std::vector<std::string_view> names;
    for (const auto& each : assignments) {
        const auto name = trim(std::string_view(each).substr(0, each.find('=')));
        collect_errors(overlay.errors, [&] {
            overlay.options.push_back(read_option(each));
            check_once("--set", name, names);
        });
        names.push_back(name);
    }
}

/// `x=5M` of each --define.
void add_definitions(const std::vector<std::string>& assignments, Overlay& overlay) {
    std::vector<std::string> names;
    for (const auto& each : assignments) {
        collect_errors(overlay.errors, [&] {
            OwnQuantity own = read_definition(each);
            check_once("--define", own.name.text, {names.begin(), names.end()});
            names.push_back(own.name.text);
            add_definition(std::move(own), overlay.own);
        });
    }
}

Overlay read_overlay(const CommandSetting& setting) {
    const Options& options = setting.options;
    Overlay overlay;
    Errors& errors = overlay.errors;
    if (options.profile) add_file(load_settings(*find_embedded(embedded_profiles(), *options.profile)), overlay);
    for (const auto& file : options.with)
        collect_errors(errors, [&] { add_file(read_settings(file, setting.environment), overlay); });
    add_options(options.set, overlay);
    add_definitions(options.define, overlay);
    if (options.day) collect_errors(errors, [&] { overlay.day = value_of_option("--day", "day", *options.day); });
    return overlay;
}

}  // namespace

Workload read_workload(const std::string& argument, const CommandSetting& setting) {
    try {
        return read_workload(argument, setting.environment);
    } catch (const InputError& problem) {
        Errors errors = problem.errors();
        const Overlay overlay = read_overlay(setting);
        errors.insert(errors.end(), overlay.errors.begin(), overlay.errors.end());
        throw InputError(std::move(errors));
    }
}

Overlay overlay_for(const Workload& workload, const CommandSetting& setting,
                    const std::function<void(Overlay&)>& complete) {
    Overlay overlay = read_overlay(setting);
    const auto& name = setting.options.scenario;
    const Scenario* scenario = name ? find_scenario(workload, *name) : nullptr;
    const Failure* failure = name && scenario == nullptr ? find_failure(*name) : nullptr;
    if (name && scenario == nullptr && failure == nullptr) overlay.errors.push_back(unknown_scenario(workload, *name));
    if (scenario != nullptr) overlay = with_scenario(*scenario, std::move(overlay));
    if (complete) collect_errors(overlay.errors, [&] { complete(overlay); });
    const bool is_whole = failure != nullptr && overlay.errors.empty();
    return is_whole ? with_failure(*failure, workload, std::move(overlay)) : overlay;
}

}  // namespace bote
