#include "commands.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/formula/check.hpp"
#include "bote/formula/parser.hpp"
#include "bote/model/embedded.hpp"
#include "bote/model/yaml.hpp"
#include "bote/views/check.hpp"
#include "bote/views/estimate.hpp"
#include "bote/views/explain.hpp"
#include "bote/views/listings.hpp"
#include "bote/views/scenarios.hpp"
#include "bote/views/timeline.hpp"
#include "files.hpp"

namespace bote {
namespace {

std::string render(const Report& report, const CommandSetting& setting) {
    return setting.format.render(report, setting.canvas);
}

std::vector<Setting> read_profile(const std::optional<std::string>& name) {
    if (!name) return {};
    std::vector<std::string_view> known;
    for (const auto& profile : embedded_profiles()) {
        if (profile.name == *name)
            return load_settings(tree_of(make_source(*name, std::string(profile.text)), profile), Layer::profile);
        known.push_back(profile.name);
    }
    throw InputError(Error{{}, fmt::format("there is no profile '{}'", show_in_line(*name)), suggest(*name, known)});
}

Setting read_day(const std::string& value) {
    const auto source = make_source("--day " + show_in_line(value), value, SourceKind::option);
    check_text(source);
    Setting setting;
    setting.key.text = "day";
    setting.value = {value, {source, 0, value.size()}, true, "day"};
    return setting;
}

/// The changes of a scenario of the file.
const Scenario& find_scenario(const Workload& workload, const std::string& name) {
    std::vector<std::string_view> known;
    for (const auto& scenario : workload.scenarios) {
        if (scenario.name.text == name) return scenario;
        known.push_back(scenario.name.text);
    }
    throw InputError(
        Error{{},
              fmt::format("there is no scenario '{}'", show_in_line(name)),
              known.empty() ? "the file has no `scenarios`" : fmt::format("they are: {}", fmt::join(known, ", "))});
}

Overlay read_overlay(const CommandSetting& setting) {
    const Options& options = setting.options;
    Overlay overlay;
    Errors errors;
    overlay.profile = read_profile(options.profile);
    for (const auto& file : options.with) {
        auto more = read_settings(file, setting.environment);
        overlay.profile.insert(overlay.profile.end(), std::make_move_iterator(more.begin()),
                               std::make_move_iterator(more.end()));
    }
    for (const auto& assignment : options.set) {
        try {
            overlay.options.push_back(read_option(assignment));
        } catch (const InputError& problem) {
            errors.insert(errors.end(), problem.errors().begin(), problem.errors().end());
        }
    }
    if (options.day) overlay.day = read_day(*options.day);
    if (!errors.empty()) throw InputError(std::move(errors));
    return overlay;
}

/// What --scenario changes comes before --set, which wins.
Overlay with_scenario(const Scenario& scenario, Overlay overlay) {
    overlay.options.insert(overlay.options.begin(), scenario.settings.begin(), scenario.settings.end());
    return overlay;
}

Overlay overlay_for(const Workload& workload, const CommandSetting& setting) {
    Overlay overlay = read_overlay(setting);
    const auto& name = setting.options.scenario;
    return name ? with_scenario(find_scenario(workload, *name), std::move(overlay)) : overlay;
}

Estimate estimate_of(const std::string& argument, const CommandSetting& setting) {
    const Workload workload = read_workload(argument, setting.environment);
    return compute_estimate(workload, overlay_for(workload, setting));
}

/// The file as it is written, then each of its scenarios; one alone where --scenario names it.
std::vector<NamedEstimate> estimates_of(const std::string& argument, const CommandSetting& setting) {
    const Workload workload = read_workload(argument, setting.environment);
    const Overlay overlay = overlay_for(workload, setting);
    std::vector<NamedEstimate> estimates;
    estimates.push_back({"", "", compute_estimate(workload, overlay)});
    if (setting.options.scenario) return estimates;
    for (const auto& scenario : workload.scenarios) {
        estimates.push_back(
            {scenario.name.text, changes_text(scenario), compute_estimate(workload, with_scenario(scenario, overlay))});
    }
    return estimates;
}

/// Several reports as one: their blocks and records in turn, their data as a list.
void append(Report& all, Report&& next) {
    for (auto& block : next.blocks) all.blocks.push_back(std::move(block));
    for (auto& row : next.records.rows) all.records.rows.push_back(std::move(row));
    if (!std::holds_alternative<Datum::Array>(all.data.value)) {
        Datum::Array list;
        list.push_back(std::move(all.data));
        all.data = {std::move(list)};
    }
    std::get<Datum::Array>(all.data.value).push_back(std::move(next.data));
}

Outcome run_estimate(const CommandSetting& setting) {
    Outcome outcome;
    Report all;
    for (const auto& word : setting.options.words) {
        const auto estimates = estimates_of(word, setting);
        const bool first = &word == &setting.options.words.front();
        const Extent extent = setting.options.all ? Extent::all : Extent::brief;
        for (const auto& each : estimates) {
            const std::string name = each.name.empty() ? "" : show_in_line(each.name) + ": ";
            for (const auto& line : failed_expectations(each.estimate))
                outcome.err += fmt::format("{}: warning: {}{}\n", show_in_line(each.estimate.model.file), name, line);
        }
        Report report = estimates.size() > 1
                            ? describe_scenarios(estimates, setting.format.audience, extent)
                            : describe_estimate(estimates.front().estimate, setting.format.audience, extent);
        if (first) all = std::move(report);
        else append(all, std::move(report));
    }
    outcome.out = render(all, setting);
    return outcome;
}

Outcome run_explain(const CommandSetting& setting) {
    const auto& words = setting.options.words;
    const Estimate estimate = estimate_of(words[0], setting);
    const Explanation explanation = compute_explanation(estimate, words.size() > 1 ? words[1] : "");
    return {kExitAnswered, render(describe_explanation(estimate, explanation), setting), ""};
}

Outcome run_check(const CommandSetting& setting) {
    Outcome outcome;
    std::vector<CheckedFile> files;
    for (const auto& word : setting.options.words) {
        try {
            files.push_back(check_estimate(estimates_of(word, setting).front().estimate));
        } catch (const InputError& problem) {
            outcome.exit_code = kExitWrongInput;
            outcome.err += describe(problem.errors(), setting.err_ink);
            files.push_back({show_in_line(word), show_in_line(word), false, {}});
        }
    }
    if (outcome.exit_code == kExitAnswered && !all_hold(files)) outcome.exit_code = kExitNo;
    // A single file with errors has no answer; of several the others have.
    if (outcome.exit_code != kExitWrongInput || files.size() > 1) outcome.out = render(describe_check(files), setting);
    return outcome;
}

/// An option that is a length of time, as seconds under the conventions of the workload.
double read_time(std::string_view option, const std::string& value, const Conventions& conventions) {
    const auto source = make_source(fmt::format("{} {}", option, show_in_line(value)), value, SourceKind::option);
    check_text(source);
    const Text text{value, {source, 0, value.size()}, true, std::string(option)};
    Expression tree = parse_formula(text, {});
    if (has_names(tree)) throw InputError(Error{text.span, "a length of time is wanted", "write `5 years`"});
    settle(text, tree, {}, kSecond);
    const double seconds = evaluate(tree, {}, conventions);
    if (!(seconds > 0) || !std::isfinite(seconds))
        throw InputError(Error{text.span, "a length of time above zero is wanted", "write `5 years`"});
    return seconds;
}

Outcome run_timeline(const CommandSetting& setting) {
    const Options& options = setting.options;
    const Workload workload = read_workload(options.words.front(), setting.environment);
    Overlay overlay = overlay_for(workload, setting);
    const auto is_horizon = [](const Setting& each) { return each.key.text == "horizon"; };
    const bool given = std::any_of(workload.settings.begin(), workload.settings.end(), is_horizon) ||
                       std::any_of(overlay.options.begin(), overlay.options.end(), is_horizon);
    if (options.until) overlay.options.push_back(read_option("horizon=" + *options.until));
    else if (!given) overlay.options.push_back(read_option("horizon=5 years"));
    const Estimate estimate = compute_estimate(workload, overlay);
    TimelineOptions timeline;
    if (options.step) {
        const bool named = *options.step == "year" || *options.step == "month";
        timeline.step = read_time("--step", named ? "1 " + *options.step : *options.step, estimate.model.conventions);
    }
    timeline.quantities.assign(options.words.begin() + 1, options.words.end());
    return {kExitAnswered, render(describe_timeline(estimate, compute_timeline(estimate, timeline)), setting), ""};
}

Outcome run_new(const CommandSetting& setting) {
    const std::string& name = setting.options.words.front();
    const auto source = make_source("NAME", name, SourceKind::option);
    check_text(source);
    if (name.find('\n') != std::string::npos || name.find('\t') != std::string::npos || trim(name).empty()) {
        throw InputError(Error{{source, 0, name.size()}, "a name is one line of text", ""});
    }
    constexpr std::size_t kLongestName = 200;
    if (name.size() > kLongestName)
        throw InputError(Error{{source, 0, name.size()}, "the name is longer than 200 bytes", ""});
    return {kExitAnswered, new_workload(name), ""};
}

Outcome run_quantities(const CommandSetting& setting) {
    const auto& words = setting.options.words;
    const std::string asked = words.empty() ? "" : words.front();
    const Report report = describe_quantities(built_in_catalog(), asked);
    if (!report.records.rows.empty()) return {kExitAnswered, render(report, setting), ""};
    std::vector<std::string_view> known;
    for (const auto& row : built_in_catalog().definitions) known.push_back(row.name);
    const auto near = closest(asked, known);
    throw InputError(Error{{},
                           fmt::format("no quantity has '{}' in its name", show_in_line(asked)),
                           near ? fmt::format("did you mean '{}'?", *near) : "`bote quantities` lists them all"});
}

using Run = Outcome (*)(const CommandSetting&);

struct Row {
    std::string_view name;
    Run run;
};

constexpr Row kRows[] = {
    {"estimate", run_estimate},
    {"explain", run_explain},
    {"timeline", run_timeline},
    {"check", run_check},
    {"presets",
     [](const CommandSetting& s) {
         return Outcome{kExitAnswered, render(describe_presets(find_presets(s.environment)), s), ""};
     }},
    {"new", run_new},
    {"constants",
     [](const CommandSetting& s) {
         return Outcome{kExitAnswered, render(describe_constants(built_in_catalog(), {}), s), ""};
     }},
    {"quantities", run_quantities},
    {"units",
     [](const CommandSetting& s) {
         return Outcome{kExitAnswered, render(describe_units({}), s), ""};
     }},
};

}  // namespace

Outcome run_command(std::string_view command, const CommandSetting& setting) {
    const auto* row =
        std::find_if(std::begin(kRows), std::end(kRows), [&](const Row& each) { return each.name == command; });
    return row->run(setting);
}

}  // namespace bote
