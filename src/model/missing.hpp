#pragma once
// What of the given is not there, and what it would take to have it.

#include <string>
#include <unordered_set>
#include <vector>

#include "bote/base/error.hpp"
#include "graph.hpp"

namespace bote {

/// An error for each given formula that cannot be computed: a cycle, or the inputs that it lacks.
Errors find_absent(const Graph& graph);

/// For each absent id: "`data` has no value: it lacks `object_size`".
std::vector<std::string> missing_inputs(const Graph& graph, const std::vector<int>& ids);

/// "`a`, `b` and `c`".
std::string quoted_list(std::vector<std::string> names);

/// What it would take to have an absent quantity: the fewest inputs, found like shortest paths.
class Missing {
public:
    static constexpr int kNoId = -2;

    explicit Missing(const Graph& graph);

    /// The names of the inputs, at most a handful. Its own only where there is no way to compute it.
    std::vector<std::string> inputs(int id) const;

    /// The inputs that a way lacks where it reads `via`.
    std::vector<std::string> inputs(const Alternative& way, int via) const;

    /// How much a way asks for where it reads `via`: about the number of these inputs.
    double cost_of(const Alternative& way, int via = kNoId) const;

    /// The absent ids that a way cannot do without, by its cheapest way, or by the way that reads `via`.
    std::vector<int> lacking(const Alternative& way, int via = kNoId) const;

    /// What an absent quantity lacks first on its cheapest way; negative if nothing.
    int next_on_cheapest_way(int id) const;

private:
    struct Lack {
        double cost = 0;
        std::vector<int> ids;
        bool reads_via = false;
    };

    Lack lack_of(int id, int via) const;
    static Lack combine(const Node& node, const std::vector<Lack>& arguments);
    std::vector<int> cheapest_part(const Alternative& way) const;
    double cost_after(int id, int cheaper) const;
    double cost_of(int id) const;
    const Alternative* cheapest_way(int id) const;
    double cost_given(int id) const;
    void collect(int start, std::vector<std::string>& names, std::unordered_set<int>& seen) const;

    const Graph& graph_;
    std::vector<double> cost_;
};

}  // namespace bote
