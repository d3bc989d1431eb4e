#include "commands.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <memory>

#include <fmt/format.h>

#include "bote/base/suggest.hpp"
#include "bote/base/text.hpp"
#include "bote/formula/check.hpp"
#include "bote/formula/parser.hpp"
#include "bote/model/embedded.hpp"
#include "bote/model/find.hpp"
#include "bote/model/yaml.hpp"
#include "bote/views/check.hpp"
#include "bote/views/estimate.hpp"
#include "bote/views/explain.hpp"
#include "bote/views/listings.hpp"
#include "bote/views/scenarios.hpp"
#include "bote/views/timeline.hpp"
#include "bote/views/value.hpp"
#include "files.hpp"
#include "inputs.hpp"
#include "practice.hpp"
#include "whatif.hpp"

namespace bote {
namespace {

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
    struct Remains {
        std::deque<std::vector<NamedEstimate>> estimates;
        Report report;
    };
    Outcome outcome;
    const auto remains = std::make_shared<Remains>();
    Report& all = remains->report;
    for (const auto& word : setting.options.words) {
        const auto& estimates = remains->estimates.emplace_back(estimates_of(word, setting));
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
    outcome.remains = remains;
    return outcome;
}

Outcome run_explain(const CommandSetting& setting) {
    const auto& words = setting.options.words;
    const Names asked = names_asked(std::span(words).subspan(1));
    const Estimate estimate = estimate_for(asked, words[0], setting);
    const Explanation explanation = compute_explanation(estimate, asked.empty() ? "" : asked.front());
    if (setting.options.say) return {kExitAnswered, render(describe_spoken(explanation), setting), ""};
    const Extent extent = setting.options.all ? Extent::all : Extent::brief;
    return {kExitAnswered, render(describe_explanation(explanation, extent), setting), ""};
}

Outcome run_value(const CommandSetting& setting) {
    const auto& words = setting.options.words;
    const Names asked = names_asked(std::span(words).subspan(1));
    const Estimate estimate = estimate_for(asked, words[0], setting);
    const Answers answers = compute_answers(estimate, asked);
    if (setting.format.audience == Audience::people) return {kExitAnswered, value_lines(estimate, answers), ""};
    return {kExitAnswered, render(describe_answers(estimate, answers), setting), ""};
}

Outcome run_check(const CommandSetting& setting) {
    Outcome outcome;
    std::vector<CheckedFile> files;
    for (const auto& word : setting.options.words) {
        try {
            const auto estimates = estimates_of(word, setting);
            files.push_back(check_estimate(estimates.front().estimate));
            files.back().waiting = waiting_in(estimates);
        } catch (const InputError& problem) {
            outcome.exit_code = kExitWrongInput;
            outcome.err += describe(problem.errors(), setting.err_ink);
            files.push_back({show_in_line(word), show_in_line(word), false, {}});
        }
    }
    const Strictness strictness = setting.options.strict ? Strictness::all : Strictness::expectations;
    if (outcome.exit_code == kExitAnswered && !passes(files, strictness)) outcome.exit_code = kExitNo;
    // A single file with errors has no answer; of several the others have.
    if (outcome.exit_code != kExitWrongInput || files.size() > 1)
        outcome.out = render(describe_check(files, strictness), setting);
    return outcome;
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

Outcome run_constants(const CommandSetting& setting) {
    const auto& words = setting.options.words;
    const std::string topic = words.empty() ? "" : words.front();
    const auto topics = constant_topics();
    if (topic.empty() || std::find(topics.begin(), topics.end(), topic) != topics.end())
        return {kExitAnswered, render(describe_constants(built_in_catalog(), {}, topic), setting), ""};
    const std::vector<std::string_view> known(topics.begin(), topics.end());
    const auto near = closest(topic, known);
    throw InputError(
        Error{{},
              fmt::format("expected latency, powers or nines, found '{}'", show_in_line(topic)),
              near ? fmt::format("did you mean '{}'?", *near) : "without a word it lists what the model assumes"});
}

Outcome run_quantities(const CommandSetting& setting) {
    const auto& words = setting.options.words;
    const std::string asked = words.empty() ? "" : words.front();
    const Report report = describe_quantities(built_in_catalog(), asked);
    if (!report.records.rows.empty()) return {kExitAnswered, render(report, setting), ""};
    const auto near = closest_meant(built_in_catalog(), asked);
    throw InputError(Error{{},
                           fmt::format("no quantity has '{}' in its name or meaning", show_in_line(asked)),
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
    {"value", run_value},
    {"timeline", run_timeline},
    {"sweep", run_sweep},
    {"solve", run_solve},
    {"drivers", run_drivers},
    {"compare", run_compare},
    {"practice", run_practice},
    {"check", run_check},
    {"presets",
     [](const CommandSetting& s) {
         return Outcome{kExitAnswered, render(describe_presets(find_presets(s.environment)), s), ""};
     }},
    {"new", run_new},
    {"constants", run_constants},
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
