#include "analysis.hpp"

#include "bote/views/uncertainty.hpp"

namespace bote {
namespace {

/// As `bote check` has them.
Estimate sampled(const Workload& workload, const Overlay& overlay) {
    Estimate estimate = compute_estimate(workload, overlay);
    SampleRequest request;
    request.audience = workload.scenarios.empty() ? Audience::people : Audience::program;
    request.extent = Extent::brief;
    sample(estimate, request);
    return estimate;
}

void estimate_all(Analysis& analysis) {
    const Workload& workload = *analysis.workload;
    std::vector<NamedEstimate> estimates;
    const bool good = collect_errors(analysis.errors, [&] { estimates.push_back({"", "", sampled(workload, {})}); });
    for (std::size_t i = 0; good && i < workload.scenarios.size(); ++i) {
        const Scenario& scenario = workload.scenarios[i];
        collect_errors(analysis.errors, [&] {
            estimates.push_back(
                {scenario.name.text, changes_text(scenario), sampled(workload, with_scenario(scenario, {}))});
        });
    }
    if (!analysis.errors.empty()) return;
    analysis.estimates = std::move(estimates);
    analysis.checked = check_estimates(analysis.estimates);
}

}  // namespace

const NameUse* Analysis::name_at(std::size_t offset) const {
    const NameUse* longest = nullptr;
    for (const NameUse& use : names) {
        if (use.where.begin > offset || offset > use.where.end) continue;
        const auto length = [](const NameUse& each) { return each.where.end - each.where.begin; };
        if (longest == nullptr || length(use) > length(*longest)) longest = &use;
    }
    return longest;
}

Analysis analyse(const std::string& name, std::string text, Encoding encoding) {
    Analysis analysis(make_source(name, std::move(text)), encoding);
    analysis.is_workload = true;
    const bool reads = collect_errors(analysis.errors, [&] {
        analysis.tree = read_yaml(analysis.source);
        analysis.workload = load_workload(analysis.source, analysis.tree);
    });
    if (!reads) return analysis;
    analysis.names = names_in(*analysis.workload);
    estimate_all(analysis);
    return analysis;
}

}  // namespace bote
