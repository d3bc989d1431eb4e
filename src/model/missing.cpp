// What to ask for. An absent quantity can usually be had in many ways: `storage` from users, actions and sizes, from
// writes a day, from the data itself. The inputs to name are those that a person most likely knows, so each input has a
// cost: 1 where people usually give it, more where they rarely do. The cost of a quantity is that of its cheapest
// alternative, whose cost is the sum over what it reads; what is present costs nothing.
// With `dau: 10M` alone, storage lacks `writes_per_user` and `object_size`; `writes` would make the users useless.
//
// It is a shortest path in a graph whose edges have several tails (an alternative needs all that it reads), found as
// D. E. Knuth generalized Dijkstra's algorithm (1977).

#include "missing.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <queue>
#include <utility>

#include "bote/base/index.hpp"

namespace bote {
namespace {

constexpr double kCommon = 1;
constexpr double kCompletion = 1.5;  // of what the file already has
constexpr double kInput = 3.5;       // rather three common ones
constexpr double kResult = 10;       // rather what makes it
constexpr double kItself = 0.001;  // an input that could be computed too: where both ask for as much, that comes first
constexpr std::size_t kMostNames = 4;

}  // namespace

Missing::Missing(const Graph& graph, const std::vector<NodeIndex>& unread)
    : graph_(graph),
      made_of_unread_(graph.nodes().size(), 0),
      completes_unread_(graph.nodes().size(), 0),
      cost_(graph.nodes().size(), kNever) {
    find_made_of(unread);
    find_costs();
}

/// What costs least is final.
void Missing::find_costs() {
    using Entry = std::pair<double, NodeIndex>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> waiting;
    const auto lower = [&](NodeIndex id, double cost) {
        if (cost >= cost_[id]) return;
        cost_[id] = cost;
        waiting.emplace(cost, id);
    };
    for (const NodeIndex id : graph_.nodes().all()) {
        if (graph_.is_present(id)) cost_[id] = 0;
    }
    for (const NodeIndex id : graph_.nodes().all()) lower(id, cost_of(id));
    while (!waiting.empty()) {
        const auto [cost, id] = waiting.top();
        waiting.pop();
        if (cost > cost_[id]) continue;
        graph_.for_each_user(id, [&, part = id](NodeIndex user) { lower(user, cost_after(user, part)); });
    }
}

std::vector<std::string> Missing::inputs(NodeIndex id) const {
    const Alternative* alternative = cheapest_alternative(id);
    if (alternative == nullptr) return {graph_.nodes().name(id)};
    return names_of(expand(lacking(*alternative)));
}

std::vector<std::string> Missing::inputs(const Alternative& alternative, NodeIndex via) const {
    return names_of(expand(lacking(alternative, via)));
}

std::vector<std::string> Missing::names_of(const std::vector<NodeIndex>& ids) const {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(ids.size(), kMostNames); ++i) names.push_back(graph_.nodes().name(ids[i]));
    return names;
}

double Missing::cost_of(const std::vector<NodeIndex>& inputs) const {
    double cost = 0;
    for (const NodeIndex id : inputs) cost += cost_[id];
    return std::min(cost, kNever);
}

std::vector<NodeIndex> Missing::lacking(const Alternative& alternative, NodeIndex via) const {
    const Tree tree = alternative.tree;
    if (tree.empty()) return alternative.names.empty() ? std::vector<NodeIndex>{} : cheapest_part(alternative);
    std::vector<Lack> stack;
    for (const Node& node : tree) {
        const auto first = stack.end() - node.arguments;
        Lack result = node.op == Op::name ? lack_of(nodes_of(alternative.names)[node.name], via)
                                          : combine(node, {first, stack.end()});
        stack.erase(first, stack.end());
        stack.push_back(std::move(result));
    }
    std::vector<NodeIndex> ids = std::move(stack.back().ids);
    for (const NodeIndex id : conditions_of(alternative)) {
        if (!lack_of(id, via).ids.empty() && std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    }
    return ids;
}

NodeIndex Missing::next_on_cheapest_path(NodeIndex id) const {
    NodeIndex next = NodeIndex::none;
    double best = 2 * kNever;
    for (const Alternative& alternative : graph_.alternatives(id)) {
        if (alternative.back || !graph_.allows(alternative)) continue;
        const auto lacks = lacking(alternative);
        double cost = 0;
        for (const NodeIndex each : lacks) cost += cost_[each];
        if (lacks.empty() || cost >= best) continue;
        best = cost;
        next = lacks.front();
    }
    return next;
}

Missing::Lack Missing::lack_of(NodeIndex id, NodeIndex via) const {
    if (id == NodeIndex::none || id == via || graph_.is_present(id)) return {0, {}, id == via};
    return {cost_[id], {id}, false};
}

Missing::Lack Missing::combine(const Node& node, const std::vector<Lack>& arguments) {
    if (is_forgiving(node)) {
        return *std::min_element(arguments.begin(), arguments.end(), [](const Lack& a, const Lack& b) {
            return a.reads_via != b.reads_via ? a.reads_via : a.cost < b.cost;
        });
    }
    Lack result;
    for (const Lack& each : arguments) {
        result.cost += each.cost;
        result.ids.insert(result.ids.end(), each.ids.begin(), each.ids.end());
        result.reads_via = result.reads_via || each.reads_via;
    }
    return result;
}

std::vector<NodeIndex> Missing::cheapest_part(const Alternative& alternative) const {
    NodeIndex best = nodes_of(alternative.names).front();
    for (const NodeIndex id : nodes_of(alternative.names)) {
        if (cost_[id] < cost_[best]) best = id;
    }
    return {best};
}

/// A sum costs what its cheapest part costs: no need to look at all the others again.
double Missing::cost_after(NodeIndex id, NodeIndex cheaper) const {
    const NodeTable& nodes = graph_.nodes();
    const auto alternatives = graph_.alternatives(id);
    const bool sum =
        !graph_.is_present(id) && alternatives.size() == 1 && alternatives.front().derivation == Derivation::parts;
    const bool by_part = sum && cheaper != kNoId && nodes.scope_of(cheaper) > 0 &&
                         nodes.definition_of(cheaper) == nodes.definition_of(id);
    return by_part ? std::min(cost_[id], cost_[cheaper]) : cost_of(id);
}

double Missing::cost_of(NodeIndex id) const {
    if (graph_.is_present(id)) return 0;
    double best = cost_given(id);
    for (const Alternative& alternative : graph_.alternatives(id)) best = std::min(best, cost_of(alternative));
    return best;
}

const Alternative* Missing::cheapest_alternative(NodeIndex id) const {
    const auto alternatives = graph_.alternatives(id);
    const auto best =
        std::min_element(alternatives.begin(), alternatives.end(),
                         [&](const Alternative& a, const Alternative& b) { return cost_of(a) < cost_of(b); });
    return best == alternatives.end() ? nullptr : &*best;
}

/// That of lacking(alternative), without collecting them.
double Missing::cost_of(const Alternative& alternative) const {
    const auto cost_of_name = [&](NodeIndex id) { return id == NodeIndex::none ? 0 : cost_[id]; };
    if (!graph_.allows(alternative) || !alternative.given.empty() || alternative.back)
        return kNever;  // nobody would think of it first
    if (alternative.tree.empty()) return alternative.names.empty() ? 0 : cost_[cheapest_part(alternative).front()];
    if (!alternative.forgiving) {
        double cost = 0;
        for (const NodeIndex id : nodes_of(alternative.names)) cost += cost_of_name(id);
        return std::min(cost, kNever);
    }
    std::vector<double> stack;
    for (const Node& node : alternative.tree) {
        const auto first = stack.end() - node.arguments;
        const double cost = node.op == Op::name  ? cost_of_name(nodes_of(alternative.names)[node.name])
                            : is_forgiving(node) ? *std::min_element(first, stack.end())
                                                 : std::accumulate(first, stack.end(), 0.0);
        stack.erase(first, stack.end());
        stack.push_back(std::min(cost, kNever));
    }
    double cost = stack.back();
    for (const NodeIndex id : conditions_of(alternative)) cost += cost_of_name(id);
    return std::min(cost, kNever);
}

double Missing::cost_given(NodeIndex id) const {
    const NodeTable& nodes = graph_.nodes();
    if (graph_.given(id) != nullptr || nodes.is_own(id) || nodes.definition(id).internal) return kNever;
    const DefinitionIndex definition = nodes.definition_of(id);
    const int scope = nodes.scope_of(id);
    const bool is_sum =
        nodes.is_sum_of_tiers(id) || (nodes.has_objects() && scope == 0 && nodes.kind_of(definition) == Class::total);
    if (is_sum || !nodes.exists(definition, scope)) return kNever;
    if (made_of_unread_[id] != 0) return kResult;
    const double itself = nodes.definition(id).alternatives.empty() ? 0 : kItself;
    if (nodes.definition(id).common) return kCommon + itself;
    if (completes_unread_[id] != 0) return kCompletion;
    return (is_input(id) ? kInput : kResult) + itself;  // such as `latency`, and such as `data`
}

/// Whether people know it from elsewhere: nothing makes it, or only what it may be computed from the other way round.
bool Missing::is_input(NodeIndex id) const {
    const NodeTable& nodes = graph_.nodes();
    const DefinitionIndex definition = nodes.definition_of(id);
    const auto is_back = [&](DefinitionIndex name) {
        const auto& back = nodes.catalog()[name].alternatives;
        return std::all_of(back.begin(), back.end(), [&](const Alternative& alternative) {
            return std::find(alternative.names.begin(), alternative.names.end(), definition) != alternative.names.end();
        });
    };
    const auto& alternatives = nodes.definition(id).alternatives;
    return alternatives.empty() ||
           std::any_of(alternatives.begin(), alternatives.end(), [&](const Alternative& alternative) {
               return std::all_of(alternative.names.begin(), alternative.names.end(), is_back);
           });
}

/// Whether an alternative reads a part, other than one that leads back: `reads / read_write_ratio` where `writes` are
/// given leaves the ratio its use.
bool Missing::is_made_of(NodeIndex id, NodeIndex part) const {
    const NodeTable& nodes = graph_.nodes();
    const DefinitionIndex definition = nodes.definition_of(id);
    const auto names = [](const Alternative& alternative, DefinitionIndex name) {
        return std::find(alternative.names.begin(), alternative.names.end(), name) != alternative.names.end();
    };
    const auto leads_back = [&](DefinitionIndex name) {
        const auto& alternatives = nodes.catalog()[name].alternatives;
        return std::any_of(alternatives.begin(), alternatives.end(),
                           [&](const Alternative& alternative) { return names(alternative, definition); });
    };
    const auto& alternatives = nodes.definition(id).alternatives;
    return std::any_of(alternatives.begin(), alternatives.end(), [&](const Alternative& alternative) {
        return names(alternative, nodes.definition_of(part)) &&
               std::none_of(alternative.names.begin(), alternative.names.end(), leads_back);
    });
}

/// What is at the end of all, such as `daily_share`, is not worth an input.
void Missing::mark_completions(NodeIndex id, NodeIndex part) {
    const NodeTable& nodes = graph_.nodes();
    if (nodes.definition(id).users.empty()) return;
    for (const Alternative& alternative : graph_.alternatives(id)) {
        const auto names = nodes_of(alternative.names);
        if (std::find(names.begin(), names.end(), part) == names.end()) continue;
        for (const NodeIndex name : names) {
            if (name != NodeIndex::none && !nodes.is_own(name) && nodes.definition(name).alternatives.empty())
                completes_unread_[name] = 1;
        }
    }
}

void Missing::find_made_of(const std::vector<NodeIndex>& unread) {
    std::vector<NodeIndex> waiting = unread;
    while (!waiting.empty()) {
        const NodeIndex part = waiting.back();
        waiting.pop_back();
        graph_.for_each_user(part, [&](NodeIndex user) {
            if (graph_.is_present(user) || graph_.nodes().is_own(user) || made_of_unread_[user] != 0) return;
            if (graph_.nodes().is_own(part) || !is_made_of(user, part)) return;
            made_of_unread_[user] = 1;
            waiting.push_back(user);
            if (graph_.given(part) != nullptr) mark_completions(user, part);
        });
    }
}

std::vector<NodeIndex> Missing::expand(const std::vector<NodeIndex>& absent) const {
    std::vector<NodeIndex> inputs;
    std::unordered_set<NodeIndex> seen;
    std::vector<NodeIndex> waiting(absent.rbegin(), absent.rend());
    while (!waiting.empty()) {
        const NodeIndex id = waiting.back();
        waiting.pop_back();
        if (graph_.is_present(id) || !seen.insert(id).second) continue;
        const auto alternatives = graph_.alternatives(id);
        const auto best = std::find_if(alternatives.begin(), alternatives.end(), [&](const Alternative& alternative) {
            const double cost = cost_of(alternative);
            return cost <= cost_[id] && cost < cost_given(id);
        });
        if (best == alternatives.end()) {
            inputs.push_back(id);
            continue;
        }
        const auto next = lacking(*best);
        waiting.insert(waiting.end(), next.rbegin(), next.rend());
    }
    return inputs;
}

}  // namespace bote
