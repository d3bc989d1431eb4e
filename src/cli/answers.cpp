// The commands that answer from one workload: estimate, explain, value, diagram, check.

#include <algorithm>
#include <deque>
#include <memory>

#include <fmt/format.h>

#include "bote/base/character.hpp"
#include "bote/base/text.hpp"
#include "bote/model/catalog.hpp"
#include "bote/report/select.hpp"
#include "bote/views/check.hpp"
#include "bote/views/diagram.hpp"
#include "bote/views/estimate.hpp"
#include "bote/views/explain.hpp"
#include "bote/views/scenarios.hpp"
#include "bote/views/value.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "inputs.hpp"
#include "next_question.hpp"
#include "series.hpp"

namespace bote {

namespace {

/// A word behind the first workload that is neither a workload nor a section.
[[noreturn]] void refuse_word(const std::string& word, const InputError& problem, const Report& page) {
    Errors errors = problem.errors();
    const bool is_no_file = errors.size() == 1 && !errors.front().where.source;
    if (!is_no_file || word.find_first_of("./-=") != std::string::npos) throw InputError(std::move(errors));
    const auto& sections = built_in_catalog().page.sections;
    const bool is_elsewhere = word == "decisions" || word == "expectations" ||
                              std::any_of(sections.begin(), sections.end(), [&](const PageSection& each) {
                                  return lower_case(each.title) == lower_case(std::string_view(word));
                              });
    errors.front() = {{},
                      fmt::format(fmt::runtime(is_elsewhere ? "this workload has no section '{}'"
                                                            : "there is no preset, file or section '{}'"),
                                  word),
                      "sections: " + section_names(page)};
    throw InputError(std::move(errors));
}

/// The words of the command line as workloads, and as sections of the first one's page.
struct Pages {
    std::deque<std::vector<NamedEstimate>> estimates;
    std::vector<std::string> sections;
};

void read_words(const CommandSetting& setting, Pages& pages) {
    const auto& words = setting.options.words;
    Errors errors;
    Report page;  // what sections there are
    for (const auto& word : words) {
        if (has_section(page, word)) {
            pages.sections.push_back(word);
            continue;
        }
        collect_errors(errors, [&] {
            try {
                pages.estimates.push_back(estimates_of(word, setting));
            } catch (const InputError& problem) {
                if (page.blocks.empty()) throw;
                refuse_word(word, problem, page);
            }
            if (words.size() > 1) append(page, describe_page(pages.estimates.back(), Audience::people, setting));
        });
    }
    drop_repeated(errors);
    if (!errors.empty()) throw InputError(std::move(errors));
}

}  // namespace

Report describe_page(const std::vector<NamedEstimate>& estimates, Audience audience, const CommandSetting& setting) {
    const Extent extent = setting.options.all ? Extent::all : Extent::brief;
    return estimates.size() > 1 ? describe_scenarios(estimates, audience, extent)
                                : describe_estimate(estimates.front().estimate, audience, extent);
}

Outcome run_estimate(const CommandSetting& setting) {
    struct Remains {
        Pages pages;
        Report report;
    };
    Outcome outcome;
    const auto remains = std::make_shared<Remains>();
    Pages& pages = remains->pages;
    pages.sections = setting.options.section;
    if (setting.options.words.size() == 1 && can_stream(setting)) {
        const Series series(setting.options.words.front(), setting);
        if (series.is_large()) return stream(series, setting);
        pages.estimates.push_back(series.compute_all());
    } else {
        read_words(setting, pages);
    }
    std::vector<std::string> warnings;
    for (const auto& estimates : pages.estimates) {
        for (const auto& each : estimates) add_warnings(each, setting.options, warnings);
        Report report = describe_page(estimates, setting.audience, setting);
        if (&estimates == &pages.estimates.front()) remains->report = std::move(report);
        else append(remains->report, std::move(report));
    }
    outcome.err = describe_warnings(warnings);
    outcome.out = pages.sections.empty() ? render(remains->report, setting)
                                         : render_sections(remains->report, pages.sections, setting);
    if (pages.estimates.size() == 1 && pages.sections.empty() && suggests_next(setting)) {
        if (const auto question = next_question_after(pages.estimates.front().front().estimate))
            outcome.next = command_for(*question, setting.options.words.front(), setting);
    }
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
    Outcome outcome{kExitAnswered, render(describe_explanation(explanation, extent), setting), ""};
    if (!asked.empty() && explanation.steps.size() > 1)
        outcome.next = command_for({"drivers", asked.front()}, words[0], setting);
    return outcome;
}

Outcome run_value(const CommandSetting& setting) {
    const auto& words = setting.options.words;
    const Names asked = names_asked(std::span(words).subspan(1));
    const Estimate estimate = estimate_for(asked, words[0], setting);
    const Answers answers = compute_answers(estimate, asked);
    if (setting.format.audience == Audience::people) return {kExitAnswered, value_lines(estimate, answers), ""};
    return {kExitAnswered, render(describe_answers(estimate, answers), setting), ""};
}

Outcome run_diagram(const CommandSetting& setting) {
    const Estimate estimate = estimate_for({}, setting.options.words[0], setting);
    return {kExitAnswered, render_drawn(describe_diagram(estimate, compute_diagram(estimate)), setting), ""};
}

Outcome run_check(const CommandSetting& setting) {
    Outcome outcome;
    std::vector<CheckedFile> files;
    for (const auto& word : setting.options.words) {
        try {
            const auto estimates = estimates_of(word, setting);
            files.push_back(check_estimates(estimates));
            const Estimate& estimate = estimates.front().estimate;
            if (setting.options.words.size() == 1 && !failed_expectations(estimate).empty())
                outcome.next = command_for(*next_question_after(estimate), word, setting);
        } catch (const InputError& problem) {
            outcome.exit_code = kExitWrongInput;
            outcome.err += describe(problem.errors(), setting.err_ink);
            files.push_back({show_in_line(word), show_in_line(word), false, {}});
            files.back().errors = problem.errors();
            outcome.errors.insert(outcome.errors.end(), problem.errors().begin(), problem.errors().end());
        }
    }
    const Strictness strictness = setting.options.strict ? Strictness::all : Strictness::expectations;
    if (outcome.exit_code == kExitAnswered && !passes(files, strictness)) outcome.exit_code = kExitNo;
    // A single file with errors has no answer; of several the others have. Programs get the errors as findings.
    if (outcome.exit_code != kExitWrongInput || files.size() > 1 || !setting.format.only.empty())
        outcome.out = render(describe_check(files, strictness), setting);
    return outcome;
}

}  // namespace bote
