// The commands that answer from one workload: estimate, explain, value, check.

#include <deque>
#include <memory>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/views/check.hpp"
#include "bote/views/estimate.hpp"
#include "bote/views/explain.hpp"
#include "bote/views/scenarios.hpp"
#include "bote/views/value.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "inputs.hpp"

namespace bote {

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

}  // namespace bote
