#pragma once
// Workloads written into a test.
//
//   Estimate estimate = estimate_of("writes: 1M/day\nobject_size: 1 KB\n");
//   value(estimate, "data")                    // 1.825e12; NaN where it is absent
//   errors_of("dua: 5")                        // {"1:1: there is no quantity 'dua'; did you mean 'dau'?"}

#include <cmath>
#include <string>
#include <vector>

#include "bote/model/workload.hpp"
#include "bote/views/estimate.hpp"

namespace bote::test {

inline Workload workload_of(const std::string& yaml) { return load_workload(make_source("test.yaml", yaml)); }

inline Model model_of(const std::string& yaml, const Overlay& overlay = {}) {
    return build_model(workload_of(yaml), overlay);
}

inline Estimate estimate_of(const std::string& yaml, const Overlay& overlay = {}) {
    return compute_estimate(workload_of(yaml), overlay);
}

inline Overlay options(const std::vector<std::string>& assignments) {
    Overlay overlay;
    for (const auto& each : assignments) overlay.options.push_back(read_option(each));
    return overlay;
}

inline double value(const Estimate& estimate, std::string_view name) {
    const auto index = estimate.model.find(name);
    return index ? estimate.values.quantities[*index] : NAN;
}

inline std::string one_line(const Error& error) {
    const Location location = location_of(error.where);
    const std::string where =
        error.where.source ? std::to_string(location.line) + ":" + std::to_string(location.column) + ": " : "";
    return where + error.what + (error.hint.empty() ? "" : "; " + error.hint.text);
}

/// Everything that is wrong with a workload, each as `line:column: what; hint`.
inline std::vector<std::string> errors_of(const std::string& yaml, const Overlay& overlay = {}) {
    std::vector<std::string> lines;
    try {
        estimate_of(yaml, overlay);
    } catch (const InputError& problem) {
        for (const auto& error : problem.errors()) lines.push_back(one_line(error));
    }
    return lines;
}

}  // namespace bote::test
