#include <algorithm>
#include <unordered_set>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "missing.hpp"

namespace bote {
namespace {

/// Follows what each absent quantity lacks by its cheapest alternative; the ids passed, from the first that comes
/// again. `known` holds what an earlier walk has passed.
std::vector<NodeIndex> cycle_behind(const Graph& graph, const Missing& missing, NodeIndex start,
                                    std::unordered_set<NodeIndex>& known) {
    std::vector<NodeIndex> path;
    std::unordered_set<NodeIndex> seen;
    for (NodeIndex id = start; id != NodeIndex::none && !known.contains(id); id = missing.next_on_cheapest_path(id)) {
        if (!seen.insert(id).second) {
            known.insert(path.begin(), path.end());
            return {std::find(path.begin(), path.end(), id), path.end()};
        }
        path.push_back(id);
        if (graph.alternatives(id).empty()) break;
    }
    known.insert(path.begin(), path.end());
    return {};
}

bool rests_on_given_absent(const Graph& graph, const Missing& missing, NodeIndex id) {
    const auto lacks = missing.lacking(graph.alternatives(id).front());
    return std::any_of(lacks.begin(), lacks.end(), [&](NodeIndex each) { return graph.given(each) != nullptr; });
}

}  // namespace

std::vector<std::string> missing_inputs(const Graph& graph, const std::vector<NodeIndex>& ids) {
    const Missing missing(graph);
    std::vector<std::string> texts;
    for (const NodeIndex id : ids) {
        const std::string text = quoted_list(missing.inputs(id));
        const std::string name = graph.nodes().name(id);
        texts.push_back(text == "`" + name + "`" ? fmt::format("`{}` has no value", name)
                                                 : fmt::format("`{}` has no value: it needs {}", name, text));
    }
    return texts;
}

Errors find_absent(const Graph& graph) {
    Errors errors;
    std::vector<NodeIndex> absent;
    for (const NodeIndex id : graph.nodes().all()) {
        if (graph.given(id) != nullptr && !graph.is_present(id)) absent.push_back(id);
    }
    if (absent.empty()) return errors;
    const Missing missing(graph);
    std::unordered_set<NodeIndex> known;
    for (const NodeIndex id : absent) {
        const Given& given = *graph.given(id);
        if (given.layer == Layer::profile) continue;
        if (const auto cycle = cycle_behind(graph, missing, id, known); !cycle.empty()) {
            errors.push_back(graph.cycle_error(cycle));
            continue;
        }
        if (rests_on_given_absent(graph, missing, id)) continue;
        auto inputs = missing.inputs(graph.alternatives(id).front(), id);
        if (inputs.empty()) continue;  // behind a cycle that has been told
        errors.push_back(
            {given.value.span,
             fmt::format("{}: the formula needs {}", graph.nodes().name(id), quoted_list(std::move(inputs))),
             "give it a value"});
    }
    return errors;
}

std::string quoted_list(std::vector<std::string> names) {
    for (auto& name : names) name = "`" + name + "`";
    if (names.size() < 2) return names.empty() ? "something" : names.front();
    const std::string last = names.back();
    names.pop_back();
    return join(names, ", ") + " and " + last;
}

}  // namespace bote
