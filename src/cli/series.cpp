#include "series.hpp"

#include <memory>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/views/common.hpp"
#include "bote/views/uncertainty.hpp"
#include "files.hpp"
#include "inputs.hpp"
#include "option_values.hpp"
#include "progress.hpp"

namespace bote {

Series::Series(const std::string& argument, const CommandSetting& setting)
    : setting_(setting),
      workload_(read_workload(argument, setting)),
      overlay_(overlay_for(workload_, setting)),
      request_(read_request(setting.options)) {
    if (size() == 1) request_.audience = setting.audience;
    request_.runs = size();
    request_.extent = setting.options.all ? Extent::all : Extent::brief;
}

std::size_t Series::size() const { return setting_.options.scenario ? 1 : 1 + workload_.scenarios.size(); }

NamedEstimate Series::compute(std::size_t index) const {
    NamedEstimate result;
    if (index == 0) {
        result.estimate = compute_estimate(workload_, overlay_);
    } else {
        const Scenario& scenario = workload_.scenarios[index - 1];
        result = {scenario.name.text, changes_text(scenario),
                  compute_estimate(workload_, with_scenario(scenario, overlay_))};
    }
    Progress progress(setting_.environment, "samples");
    SampleRequest request = request_;
    const auto all = static_cast<double>(request.count);
    request.progress = [&](std::uint64_t done) { progress.reach(static_cast<double>(done), all); };
    sample(result.estimate, request);
    return result;
}

bool Series::is_large() const {
    const std::size_t each = 1 + workload_.objects.size() + workload_.tiers.size();
    return size() > 1 && each * size() > setting_.environment.most_at_once;
}

std::vector<NamedEstimate> Series::compute_all() const {
    if (is_large())
        throw InputError(
            Error{{},
                  fmt::format("{} scenarios of {} objects and tiers are too many for one page",
                              workload_.scenarios.size(), workload_.objects.size() + workload_.tiers.size()),
                  "`bote W --format json` writes all of them; `--scenario NAME` shows one"});
    std::vector<NamedEstimate> estimates;
    Errors errors;
    for (std::size_t i = 0; i < size(); ++i) collect_errors(errors, [&] { estimates.push_back(compute(i)); });
    drop_repeated(errors);
    if (!errors.empty()) throw InputError(std::move(errors));
    return estimates;
}

bool can_stream(const CommandSetting& setting) {
    const Format& format = setting.format;
    return !setting.options.chart && setting.options.section.empty() &&
           (format.line != nullptr || (format.audience == Audience::program && format.only.empty()));
}

namespace {

/// Hands pieces on as they come, or keeps them where nobody takes them.
class Pieces {
public:
    Pieces(const CommandSetting& setting, std::string& kept) : setting_(setting), kept_(kept) {}

    /// False: nobody reads on.
    bool add(std::string_view text) {
        if (setting_.write) return setting_.write(text);
        kept_ += text;
        return true;
    }

private:
    const CommandSetting& setting_;
    std::string& kept_;
};

std::string render_records(const NamedEstimate& estimate, const CommandSetting& setting) {
    Report report;
    report.conventions = estimate.estimate.model.conventions;
    report.records = records_of_scenario(estimate);
    return setting.format.render(report, setting.canvas);
}

void stream_records(const Series& series, const CommandSetting& setting, Pieces& pieces, Progress& progress) {
    for (std::size_t i = 0; i < series.size(); ++i) {
        const std::string text = render_records(series.compute(i), setting);
        const std::size_t heading = i == 0 ? 0 : text.find('\n') + 1;
        if (!pieces.add(std::string_view(text).substr(heading))) return;
        progress.reach(static_cast<double>(i + 1), static_cast<double>(series.size()));
    }
}

/// A value that stands within two others.
std::string indented(std::string_view text) {
    std::string result;
    for (const char each : text.substr(0, text.find_last_not_of('\n') + 1)) {
        if (result.empty() || result.back() == '\n') result += "    ";
        result += each;
    }
    return result;
}

void stream_data(const Series& series, const CommandSetting& setting, Pieces& pieces, Progress& progress) {
    std::string frame;
    {
        std::vector<NamedEstimate> written;
        written.push_back(series.compute(0));
        frame = setting.format.render(describe_scenarios(written, Audience::program, Extent::all), setting.canvas);
    }
    const std::size_t list = frame.rfind(']');  // of the scenarios, which come last
    if (!pieces.add(std::string_view(frame).substr(0, list))) return;
    for (std::size_t i = 1; i < series.size(); ++i) {
        Report report;
        report.data = data_of_scenario(series.compute(i));
        const std::string_view before = i == 1 ? "\n" : ",\n";
        if (!pieces.add(std::string(before) + indented(setting.format.render(report, setting.canvas)))) return;
        progress.reach(static_cast<double>(i + 1), static_cast<double>(series.size()));
    }
    pieces.add("\n  " + frame.substr(list));
}

}  // namespace

Outcome stream(const Series& series, const CommandSetting& setting) {
    Outcome outcome;
    std::vector<std::string> warnings;
    {
        Progress progress(setting.environment, "scenarios checked");
        for (std::size_t i = 0; i < series.size(); ++i) {
            add_warnings(series.compute(i), setting.options, warnings);
            progress.reach(static_cast<double>(i + 1), static_cast<double>(series.size()));
        }
    }
    outcome.err = describe_warnings(warnings);
    Pieces pieces(setting, outcome.out);
    Progress progress(setting.environment, "scenarios written");
    if (setting.format.line != nullptr) stream_records(series, setting, pieces, progress);
    else stream_data(series, setting, pieces, progress);
    return outcome;
}

void add_warnings(const NamedEstimate& estimate, const Options& options, std::vector<std::string>& warnings) {
    const std::string file = show_in_line(estimate.estimate.model.file);
    const std::string name = estimate.name.empty() ? "" : show_in_line(estimate.name) + ": ";
    std::vector<std::string> lines;
    if (!options.scenario) lines = failed_expectations(estimate.estimate);
    if (std::string beyond = out_of_range_text(estimate.estimate); !beyond.empty()) lines.push_back(std::move(beyond));
    for (const auto& line : lines) warnings.push_back(fmt::format("{}: warning: {}{}\n", file, name, line));
}

std::string describe_warnings(const std::vector<std::string>& warnings) {
    constexpr std::size_t kMostShown = 20;
    std::string text;
    for (std::size_t i = 0; i < warnings.size() && i < kMostShown; ++i) text += warnings[i];
    if (warnings.size() > kMostShown) {
        const std::size_t more = warnings.size() - kMostShown;
        text += fmt::format("{} more {}\n", more, more == 1 ? "warning" : "warnings");
    }
    return text;
}

}  // namespace bote
