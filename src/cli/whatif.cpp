// The commands that ask what if: timeline, solve, drivers, compare. For `sweep` see sweep.cpp.

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/model/asked.hpp"
#include "bote/views/common.hpp"
#include "bote/views/compare.hpp"
#include "bote/views/drivers.hpp"
#include "bote/views/solve.hpp"
#include "bote/views/timeline.hpp"
#include "bote/yaml/yaml.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "inputs.hpp"
#include "option_values.hpp"
#include "progress.hpp"

namespace bote {
namespace {

/// Assumed, not given: where nothing grows it is no mistake of anybody's.
Setting usual_horizon() {
    Setting setting = read_option("horizon=5 years");
    setting.layer = Layer::profile;
    return setting;
}

/// Unset where nobody asked for so many samples that it takes a while.
std::function<void(std::uint64_t)> told_of(const SampleRequest& request, Progress& progress) {
    if (request.count == 0) return {};
    return [&progress, all = static_cast<double>(request.count)](std::uint64_t done) {
        progress.reach(static_cast<double>(done), all);
    };
}

/// What two readings give, with the errors of both.
template <class First, class Second>
auto both(First first, Second second) {
    Errors errors;
    std::optional<decltype(first())> a;
    std::optional<decltype(second())> b;
    collect_errors(errors, [&] { a = first(); });
    collect_errors(errors, [&] { b = second(); });
    drop_repeated(errors);
    if (!errors.empty()) throw InputError(std::move(errors));
    return std::pair(std::move(*a), std::move(*b));
}

/// Of the quantity that was asked for, or the usual one.
Difference difference_between(const ComparedSide& a, const ComparedSide& b, const Names& asked) {
    const std::string quantity = asked.empty() ? usual_quantity(a.estimate, b.estimate) : asked.front();
    if (quantity.empty()) return {};
    find_asked(a.estimate.model, quantity);
    find_asked(b.estimate.model, quantity);
    const auto rebuild = [&](const std::vector<Setting>& changes) {
        Overlay overlay = a.overlay;
        overlay.options.insert(overlay.options.end(), changes.begin(), changes.end());
        return compute_estimate(a.workload, overlay);
    };
    return compute_difference(a.estimate, b.estimate, quantity, changes_between(a, b), rebuild);
}

}  // namespace

Outcome run_timeline(const CommandSetting& setting) {
    const Options& options = setting.options;
    const Workload workload = read_workload(options.words.front(), setting);
    const Overlay overlay = overlay_for(workload, setting, [&](Overlay& each) {
        if (options.until) each.options.push_back(value_of_option("--until", "horizon", *options.until));
        else if (!gives(workload, each, "horizon")) each.profile.insert(each.profile.begin(), usual_horizon());
    });
    TimelineOptions timeline;
    timeline.quantities = names_asked(std::span(options.words).subspan(1));
    const Estimate estimate = estimate_for(timeline.quantities, workload, overlay);
    if (options.step) timeline.step = read_step(*options.step, estimate.model.conventions);
    return {kExitAnswered, render(describe_timeline(estimate, compute_timeline(estimate, timeline)), setting), ""};
}

Outcome run_solve(const CommandSetting& setting) {
    const auto& words = setting.options.words;
    Workload workload = read_workload(words[0], setting);
    const auto source = make_source("CONDITION", words[2], SourceKind::option);
    check_text(source);
    workload.expectations.push_back({words[2], {source, 0, words[2].size()}, true, ""});
    const AskedInput input = read_input_name(words[1]);
    Estimate estimate = estimate_with({input.name}, {}, workload, overlay_for(workload, setting));
    const SampleRequest samples = read_request(setting.options);
    const QuantityIndex index = find_input(input, estimate.model);
    Progress progress(setting.environment, "samples of a value");
    const Solution solution =
        compute_solution(estimate, index, {samples.count, samples.seed, told_of(samples, progress)});
    return {solution.stretches.empty() ? kExitNo : kExitAnswered,
            render(describe_solution(estimate, solution), setting), ""};
}

Outcome run_drivers(const CommandSetting& setting) {
    const auto& words = setting.options.words;
    const Names asked = names_asked(std::span(words).subspan(1));
    const Estimate estimate = estimate_for(asked, words.front(), setting);
    const std::string name = asked.empty() ? usual_quantity(estimate, estimate) : asked.front();
    if (name.empty()) refuse("nothing can be computed from this workload", "name a quantity");
    const SampleRequest samples = read_request(setting.options);
    Progress progress(setting.environment, "samples");
    DriverRequest request{.samples = samples.count, .seed = samples.seed, .progress = told_of(samples, progress)};
    if (setting.options.pull) request.pull = read_pull(*setting.options.pull);
    const Drivers drivers = compute_drivers(estimate, find_asked(estimate.model, name), request);
    const Extent extent = setting.options.all ? Extent::all : Extent::brief;
    return {kExitAnswered, render(describe_drivers(estimate, drivers, extent), setting), ""};
}

Outcome run_compare(const CommandSetting& setting) {
    const auto& words = setting.options.words;
    // One workload is compared with itself under --set and --scenario.
    const auto workloads = both([&] { return read_workload(words.front(), setting); },
                                [&] { return read_workload(words.back(), setting); });
    const Workload& a = workloads.first;
    const Workload& b = workloads.second;
    Overlay over_b = overlay_for(b, setting);
    // A failure is one of each workload's machines.
    const bool shared = words.size() == 1 || over_b.failure == nullptr;
    Overlay over_a = shared ? over_b : overlay_for(a, setting);
    if (words.size() == 1) over_a.options.clear();
    if (words.size() == 1 && over_b.options.empty() && over_b.errors.empty())
        refuse("compare takes two workloads, or one and what is changed", "write `bote compare W --set dau=5M`");
    Names asked;
    if (setting.options.by) asked.push_back(asked_name(*setting.options.by));
    over_a = asking(asked, std::move(over_a));
    over_b = asking(asked, std::move(over_b));
    const auto estimates =
        both([&] { return estimate_for(asked, a, over_a); }, [&] { return estimate_for(asked, b, over_b); });
    const Estimate& from = estimates.first;
    const Estimate& to = estimates.second;
    const Difference difference = difference_between({a, over_a, from}, {b, over_b, to}, asked);
    std::string changed = setting.options.scenario.value_or(std::string(kChanged));
    Titles titles{std::string(kAsWritten), changed};
    if (words.size() > 1) titles = {from.model.name, to.model.name};
    if (titles.a == titles.b) titles = {show_in_line(from.model.file), show_in_line(to.model.file)};
    const Extent extent = setting.options.all ? Extent::all : Extent::brief;
    return {kExitAnswered, render(describe_difference(from, to, difference, titles, extent), setting), ""};
}

}  // namespace bote
