#include "missing.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "bote/base/text.hpp"

namespace bote {
namespace {

constexpr double kNever = 1e9;
constexpr double kInput = 1;
constexpr double kResult = 2.5;  // given itself: easier than three inputs
constexpr std::size_t kMostNames = 4;

std::size_t at(int id) { return static_cast<std::size_t>(id); }

/// Follows what each absent quantity lacks on its cheapest way; the ids on the way, from the first that comes again.
/// `known` holds what an earlier walk has passed.
std::vector<int> cycle_behind(const Graph& graph, const Missing& missing, int start, std::unordered_set<int>& known) {
    std::vector<int> path;
    std::unordered_set<int> seen;
    for (int id = start; id >= 0 && !known.contains(id); id = missing.next_on_cheapest_way(id)) {
        if (!seen.insert(id).second) {
            known.insert(path.begin(), path.end());
            return {std::find(path.begin(), path.end(), id), path.end()};
        }
        path.push_back(id);
        if (graph.ways(id).empty()) break;
    }
    known.insert(path.begin(), path.end());
    return {};
}

bool rests_on_given_absent(const Graph& graph, const Missing& missing, int id) {
    const auto lacks = missing.lacking(graph.ways(id).front());
    return std::any_of(lacks.begin(), lacks.end(), [&](int each) { return graph.given(each) != nullptr; });
}

}  // namespace

Missing::Missing(const Graph& graph) : graph_(graph), cost_(at(graph.space().size()), kNever) {
    std::vector<std::pair<int, int>> waiting;  // an id, and what of it has become cheaper
    for (int id = 0; id < graph.space().size(); ++id) waiting.emplace_back(id, kNoId);
    while (!waiting.empty()) {
        const auto [id, cheaper] = waiting.back();
        waiting.pop_back();
        const double cost = cost_after(id, cheaper);
        if (cost >= cost_[at(id)]) continue;
        cost_[at(id)] = cost;
        graph.for_each_user(id, [&, part = id](int user) { waiting.emplace_back(user, part); });
    }
}

std::vector<std::string> Missing::inputs(int id) const {
    std::vector<std::string> names;
    std::unordered_set<int> seen;
    const Alternative* way = cheapest_way(id);
    if (way == nullptr) return {graph_.space().name(id)};
    for (const int each : lacking(*way)) collect(each, names, seen);
    return names;
}

std::vector<std::string> Missing::inputs(const Alternative& way, int via) const {
    std::vector<std::string> names;
    std::unordered_set<int> seen;
    for (const int id : lacking(way, via)) collect(id, names, seen);
    return names;
}

std::vector<int> Missing::lacking(const Alternative& way, int via) const {
    const Tree tree = way.tree;
    if (tree.empty()) return way.names.empty() ? std::vector<int>{} : cheapest_part(way);
    std::vector<Lack> stack;
    for (const Node& node : tree) {
        const auto first = stack.end() - node.arguments;
        Lack result = node.op == Op::name ? lack_of(way.names[node.name], via) : combine(node, {first, stack.end()});
        stack.erase(first, stack.end());
        stack.push_back(std::move(result));
    }
    return stack.back().ids;
}

int Missing::next_on_cheapest_way(int id) const {
    int next = -1;
    double best = 2 * kNever;
    for (const Alternative& way : graph_.ways(id)) {
        const auto lacks = lacking(way);
        double cost = 0;
        for (const int each : lacks) cost += cost_[at(each)];
        if (lacks.empty() || cost >= best) continue;
        best = cost;
        next = lacks.front();
    }
    return next;
}

Missing::Lack Missing::lack_of(int id, int via) const {
    if (id < 0 || graph_.is_present(id)) return {0, {}, id == via};
    return {cost_[at(id)], {id}, id == via};
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

std::vector<int> Missing::cheapest_part(const Alternative& way) const {
    int best = way.names.front();
    for (const int id : way.names) {
        if (cost_[at(id)] < cost_[at(best)]) best = id;
    }
    return {best};
}

/// A sum costs what its cheapest part costs: no need to look at all the others again.
double Missing::cost_after(int id, int cheaper) const {
    const Space& space = graph_.space();
    const auto ways = graph_.ways(id);
    const bool sum = !graph_.is_present(id) && ways.size() == 1 && ways.front().way == Way::parts;
    const bool by_part = sum && cheaper != kNoId && space.scope_of(cheaper) > 0 &&
                         space.definition_of(cheaper) == space.definition_of(id);
    return by_part ? std::min(cost_[at(id)], cost_[at(cheaper)]) : cost_of(id);
}

double Missing::cost_of(int id) const {
    if (graph_.is_present(id)) return 0;
    if (graph_.ways(id).empty()) return kInput;
    double best = cost_given(id);
    for (const Alternative& way : graph_.ways(id)) best = std::min(best, cost_of(way));
    return best;
}

const Alternative* Missing::cheapest_way(int id) const {
    const auto ways = graph_.ways(id);
    const auto best = std::min_element(
        ways.begin(), ways.end(), [&](const Alternative& a, const Alternative& b) { return cost_of(a) < cost_of(b); });
    return best == ways.end() ? nullptr : &*best;
}

double Missing::cost_of(const Alternative& way, int via) const {
    double cost = 0;
    for (const int each : lacking(way, via)) cost += cost_[at(each)];
    return cost;
}

double Missing::cost_given(int id) const {
    const Space& space = graph_.space();
    if (graph_.given(id) != nullptr || space.is_own(id) || space.definition(id).internal) return kNever;
    const int definition = space.definition_of(id);
    const auto& rows = space.catalog().definitions;
    const auto reads = [](const Alternative& way, int name) {
        return std::find(way.names.begin(), way.names.end(), name) != way.names.end();
    };
    const auto is_input = [&](int name) {  // which may be computed from the quantity the other way round
        const auto& back = rows[at(name)].alternatives;
        return std::all_of(back.begin(), back.end(), [&](const Alternative& way) { return reads(way, definition); });
    };
    const auto& ways = space.definition(id).alternatives;
    const bool as_input = std::any_of(ways.begin(), ways.end(), [&](const Alternative& way) {
        return std::all_of(way.names.begin(), way.names.end(), is_input);
    });
    return as_input ? kInput : kResult;  // such as `object_size`, and such as `data`
}

void Missing::collect(int start, std::vector<std::string>& names, std::unordered_set<int>& seen) const {
    std::vector<int> waiting{start};
    while (!waiting.empty() && names.size() < kMostNames) {
        const int id = waiting.back();
        waiting.pop_back();
        if (graph_.is_present(id) || !seen.insert(id).second) continue;
        const auto ways = graph_.ways(id);
        const auto best = std::find_if(ways.begin(), ways.end(), [&](const Alternative& way) {
            const double cost = cost_of(way);
            return cost <= cost_[at(id)] && cost <= cost_given(id);
        });
        if (best == ways.end()) {
            names.push_back(graph_.space().name(id));
            continue;
        }
        auto next = lacking(*best);
        waiting.insert(waiting.end(), next.rbegin(), next.rend());
    }
}

std::string quoted_list(std::vector<std::string> names) {
    for (auto& name : names) name = "`" + name + "`";
    if (names.size() < 2) return names.empty() ? "something" : names.front();
    const std::string last = names.back();
    names.pop_back();
    return join(names, ", ") + " and " + last;
}

std::vector<std::string> missing_inputs(const Graph& graph, const std::vector<int>& ids) {
    const Missing missing(graph);
    std::vector<std::string> texts;
    for (const int id : ids) {
        const std::string text = quoted_list(missing.inputs(id));
        const std::string name = graph.space().name(id);
        texts.push_back(text == "`" + name + "`" ? fmt::format("`{}` has no value", name)
                                                 : fmt::format("`{}` has no value: it lacks {}", name, text));
    }
    return texts;
}

Errors find_absent(const Graph& graph) {
    Errors errors;
    std::vector<int> absent;
    for (int id = 0; id < graph.space().size(); ++id) {
        if (graph.given(id) != nullptr && !graph.is_present(id)) absent.push_back(id);
    }
    if (absent.empty()) return errors;
    const Missing missing(graph);
    std::unordered_set<int> known;
    for (const int id : absent) {
        const Given& given = *graph.given(id);
        if (given.layer == Layer::profile) continue;
        if (const auto cycle = cycle_behind(graph, missing, id, known); !cycle.empty()) {
            errors.push_back(graph.cycle_error(cycle));
            continue;
        }
        if (rests_on_given_absent(graph, missing, id)) continue;
        auto inputs = missing.inputs(graph.ways(id).front(), id);
        if (inputs.empty()) continue;  // behind a cycle that has been told
        errors.push_back(
            {given.value.span,
             fmt::format("{}: the formula lacks {}", graph.space().name(id), quoted_list(std::move(inputs))),
             "give it a value"});
    }
    return errors;
}

}  // namespace bote
