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

/// The file as it is written, then its scenarios; with errors as far as it came.
std::vector<NamedEstimate> estimates_of(const Workload& workload, const Overlay& overlay, Errors& errors) {
    std::vector<NamedEstimate> estimates;
    collect_errors(errors, [&] { estimates.push_back({"", "", sampled(workload, overlay)}); });
    for (const Scenario& scenario : workload.scenarios) {
        collect_errors(errors, [&] {
            estimates.push_back(
                {scenario.name.text, changes_text(scenario), sampled(workload, with_scenario(scenario, overlay))});
        });
    }
    drop_repeated(errors);
    return estimates;
}

/// A claim that is half typed leaves the figures standing.
void estimate_all(Analysis& analysis) {
    const Overlay overlay = analysis.overlay ? *analysis.overlay : Overlay();
    std::vector<NamedEstimate> estimates = estimates_of(*analysis.workload, overlay, analysis.errors);
    if (!analysis.errors.empty() && !analysis.workload->expectations.empty()) {
        Workload silent = *analysis.workload;
        silent.expectations.clear();
        Errors others;
        estimates = estimates_of(silent, overlay, others);
        if (!others.empty()) return;
    } else if (!analysis.errors.empty()) {
        return;
    }
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

Analysis analyse(const std::string& name, std::string text, Encoding encoding, SharedOverlay overlay) {
    Analysis analysis(make_source(name, std::move(text)), encoding);
    analysis.is_workload = true;
    const bool reads = collect_errors(analysis.errors, [&] {
        analysis.tree = read_yaml(analysis.source);
        analysis.workload = load_workload(analysis.source, analysis.tree);
    });
    if (!reads) return analysis;
    analysis.names = names_in(*analysis.workload);
    analysis.overlay = std::move(overlay);
    estimate_all(analysis);
    return analysis;
}

}  // namespace bote
