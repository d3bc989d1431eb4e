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
std::vector<std::string> missing_inputs(const Graph& graph, const std::vector<NodeIndex>& ids);

/// "`a`, `b` and `c`".
std::string quoted_list(std::vector<std::string> names);

/// What it would take to have an absent quantity: the inputs that people are most likely to give, found like shortest
/// paths. An input costs 1 where people usually give it, and more where they rarely do.
class Missing {
public:
    static constexpr NodeIndex kNoId{-2};
    static constexpr double kNever = 1e9;

    /// `unread` are given ids that nothing reads yet: what they would make is not asked for in their place.
    explicit Missing(const Graph& graph, const std::vector<NodeIndex>& unread = {});

    /// The names of the inputs, at most a handful. Its own only where there is no way to compute it.
    std::vector<std::string> inputs(NodeIndex id) const;

    /// The inputs that an alternative lacks where it reads `via`.
    std::vector<std::string> inputs(const Alternative& alternative, NodeIndex via) const;

    /// The inputs that make absent ids, each once, in the order in which they are named.
    std::vector<NodeIndex> expand(const std::vector<NodeIndex>& absent) const;

    /// How much it asks for to give these inputs; kNever where one of them cannot be given.
    double cost_of(const std::vector<NodeIndex>& inputs) const;

    /// The absent ids that an alternative cannot do without: the cheapest of them, or those beside `via`.
    std::vector<NodeIndex> lacking(const Alternative& alternative, NodeIndex via = kNoId) const;

    /// What an absent quantity lacks first by its cheapest alternative; none if nothing.
    NodeIndex next_on_cheapest_path(NodeIndex id) const;

    /// The names of ids, at most a handful.
    std::vector<std::string> names_of(const std::vector<NodeIndex>& ids) const;

private:
    struct Lack {
        double cost = 0;
        std::vector<NodeIndex> ids;
        bool reads_via = false;
    };

    Lack lack_of(NodeIndex id, NodeIndex via) const;
    static Lack combine(const Node& node, const std::vector<Lack>& arguments);
    std::vector<NodeIndex> cheapest_part(const Alternative& alternative) const;
    double cost_after(NodeIndex id, NodeIndex cheaper) const;
    double cost_of(NodeIndex id) const;
    double cost_of(const Alternative& alternative) const;
    const Alternative* cheapest_alternative(NodeIndex id) const;
    double cost_given(NodeIndex id) const;
    bool is_input(NodeIndex id) const;
    void find_costs();
    void find_made_of(const std::vector<NodeIndex>& unread);
    void mark_completions(NodeIndex id, NodeIndex part);
    bool is_made_of(NodeIndex id, NodeIndex part) const;

    const Graph& graph_;
    IndexedVector<NodeIndex, char> made_of_unread_;    // absent ids that what is not read yet would make, with more
    IndexedVector<NodeIndex, char> completes_unread_;  // and the inputs that it takes beside it
    IndexedVector<NodeIndex, double> cost_;
};

}  // namespace bote
