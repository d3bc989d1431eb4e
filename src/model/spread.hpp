#pragma once
// A total that is given at the top level, beside objects that say what each of them has of it: the objects keep their
// proportions, and are scaled until they add up to what is given. So it reaches all that rests on the objects' parts.
//
//   read_qps: 100k/s                       tweet.read_qps becomes (reads * growth_factor) * scale.read_qps, where
//   objects:                               scale.read_qps is read_qps / sum(tweet.reads * tweet.growth_factor, ...)
//     tweet: {reads: 1 billion/day, ...}

#include <utility>
#include <vector>

#include "bote/model/workload.hpp"
#include "graph.hpp"

namespace bote {

/// What is to be added to a workload.
struct ScaledParts {
    std::vector<OwnQuantity> scales;
    std::vector<std::pair<std::size_t, Setting>> parts;  // with the index of their object
    [[nodiscard]] bool empty() const { return parts.empty(); }
};

/// Totals of which an object gives its part itself stay as they are, and so do those that the parts follow from
/// already.
ScaledParts spread_totals(const Graph& graph);

/// Throws InputError for a total that cannot be shared out, since no object has any of it, and that is lost on what the
/// objects have: `pushes` beside objects without `recipients`.
void check_parts(const Graph& graph);

/// The workload with it.
Workload with_spread(Workload workload, ScaledParts spread);

}  // namespace bote
