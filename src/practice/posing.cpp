// A file may say `image.writes: dau * 2/day * 60%`. A text tells the product, and whoever answers goes on from that: so
// the problem is posed twice, first to find what its text tells, then with these values given.

#include <utility>

#include "bote/practice/problem.hpp"

namespace bote {

Problem pose_workload(const Workload& workload, Overlay overlay, const PosingOptions& options) {
    Problem problem = pose(compute_estimate(workload, overlay), options);
    const auto told = told_settings(problem);
    if (told.empty()) return problem;
    try {
        for (const auto& setting : told) overlay.options.push_back(read_option(setting));
        return pose(compute_estimate(workload, overlay), options);
    } catch (const InputError&) {
        return problem;
    }
}

}  // namespace bote
