// What is given should have an effect. A given value has one if an expectation reads it, or a result of the model that
// is computed, directly or through other quantities. What nothing reads is one of three things:
//
//   an answer         `storage: 3 PB` where nothing given would compute it
//   a mistake         `writes_per_user` beside `writes`: the given writes displaced it
//   on its way        `growth` without `horizon`: it waits for another input, which the page names
//
// Marker walks from the results down to the inputs and stops as soon as every given value is reached, which for most
// files is early.

#include "usage.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/base/text.hpp"
#include "reason.hpp"

namespace bote {
namespace {

bool is_computed(const Graph& graph, NodeIndex id) {
    const Alternative& taken = graph.chosen(id);
    if (taken.derivation == Derivation::parts) return true;
    return taken.derivation == Derivation::catalog && !is_default(taken);
}

/// A given quantity that answers by itself: the model could compute it, but not from what was given.
bool answers_alone(const Graph& graph, NodeIndex id) {
    if (graph.nodes().is_own(id)) return true;
    if (!is_result(graph, id)) return false;
    const auto alternatives = graph.other_alternatives(id);
    const auto could_be = [&](const Alternative& alternative) {
        return !alternative.back && graph.could_be(alternative);
    };
    return !alternatives.empty() && std::none_of(alternatives.begin(), alternatives.end(), could_be);
}

class Marker {
public:
    /// Until all of the given ones are used.
    Marker(const Graph& graph, const std::vector<NodeIndex>& given)
        : graph_(graph), used_(graph.nodes().size(), 0), unused_given_(given.size()) {}

    void mark_inputs(NodeIndex id) {
        waiting_.push_back(id);
        while (!waiting_.empty()) {
            const auto reads = graph_.read_ids(waiting_.back());
            waiting_.pop_back();
            for (const NodeIndex next : reads) {
                if (next == NodeIndex::none || used_[next] != 0) continue;
                use(next);
                waiting_.push_back(next);
            }
        }
    }
    void mark(NodeIndex id) {
        if (!is_used(id)) use(id);
        mark_inputs(id);
    }
    [[nodiscard]] bool is_used(NodeIndex id) const { return used_[id] != 0; }
    [[nodiscard]] bool are_all_used() const { return unused_given_ == 0; }

private:
    void use(NodeIndex id) {
        used_[id] = 1;
        if (graph_.given(id) != nullptr && graph_.is_present(id)) --unused_given_;
    }

    const Graph& graph_;
    IndexedVector<NodeIndex, char> used_;
    std::size_t unused_given_;
    std::vector<NodeIndex> waiting_;
};

/// Given on the command line, where a value that changes nothing is a slip, and not a step towards a whole file.
bool is_typed(const Given& given) {
    const auto& source = given.value.span.source;
    return given.layer == Layer::option && (!source || source->kind == SourceKind::option);
}

/// What comes from elsewhere; where that is long, one of it says enough.
std::string displacers(const std::vector<std::string>& displaced) {
    constexpr std::size_t kLongest = 250;
    std::string all = join(displaced, ", ");
    if (all.size() <= kLongest || displaced.size() == 1) return all;
    return fmt::format("{}, and {} more like it", displaced.front(), displaced.size() - 1);
}

Error needs_error(const Given& given, const std::string& name, const std::vector<std::string>& needs) {
    const std::string inputs = quoted_list(needs);
    return {given.key.span, fmt::format("`{}` has no effect: it needs {}", name, inputs),
            fmt::format("add {}, or remove this line", inputs)};
}

/// What one machine of a tier can do: not every tier asks for all of it.
bool is_of_machine(const NodeTable& nodes, NodeIndex id) {
    return !nodes.is_own(id) && nodes.is_tier_scope(nodes.scope_of(id)) && nodes.definition(id).constant;
}

NodeIndex id_in_tier(const NodeTable& nodes, std::string_view row, NodeIndex id) {
    return nodes.id(*nodes.catalog().find(row), nodes.scope_of(id));
}

/// Whether it is of a tier of which no machines follow yet.
bool is_of_idle_tier(const Graph& graph, NodeIndex id) {
    const NodeTable& nodes = graph.nodes();
    return !nodes.is_own(id) && nodes.is_tier_scope(nodes.scope_of(id)) &&
           !graph.is_present(id_in_tier(nodes, "tier.machines", id));
}

}  // namespace

Unread find_unread(const Graph& graph, const std::vector<NodeIndex>& roots) {
    std::vector<NodeIndex> given;
    for (const NodeIndex id : graph.nodes().all()) {
        if (graph.given(id) != nullptr && graph.is_present(id)) given.push_back(id);
    }
    Marker marker(graph, given);
    for (const NodeIndex id : roots) marker.mark(id);
    for (const NodeIndex id : graph.nodes().all()) {
        if (marker.are_all_used()) break;
        if (!graph.is_present(id)) continue;
        if (graph.nodes().is_own(id)) marker.mark(id);
        else if (is_result(graph, id) && is_computed(graph, id)) marker.mark_inputs(id);
    }
    Unread unread;
    if (marker.are_all_used()) return unread;
    for (const NodeIndex id : given) {
        if (marker.is_used(id) || !answers_alone(graph, id)) continue;
        marker.mark(id);
        unread.alone.push_back(id);
    }
    // What a given formula reads is as used as the formula is.
    for (const NodeIndex id : given) {
        if (marker.is_used(id)) marker.mark_inputs(id);
    }
    const auto is_exempt = [&](NodeIndex id) {
        return graph.given(id)->layer == Layer::profile || graph.given(id)->implied;
    };
    std::erase_if(unread.alone, is_exempt);
    for (const NodeIndex id : given) {
        if (!marker.is_used(id) && !is_exempt(id)) unread.unused.push_back(id);
    }
    return unread;
}

std::vector<NodeIndex> Unread::all() const {
    std::vector<NodeIndex> ids = unused;
    ids.insert(ids.end(), alone.begin(), alone.end());
    std::sort(ids.begin(), ids.end());
    return ids;
}

Findings judge(const Graph& graph, const Missing& missing, const Unread& unread) {
    Findings findings;
    for (const NodeIndex id : unread.all()) {
        const std::string name = graph.nodes().name(id);
        const Given& given = *graph.given(id);
        const bool alone = std::find(unread.alone.begin(), unread.alone.end(), id) != unread.alone.end();
        if (alone && !graph.nodes().is_own(id) && !graph.nodes().definition(id).scale) continue;
        const Reason reason = find_reason(graph, missing, id);
        const auto needs = missing.names_of(reason.needs);
        if (!is_typed(given) && is_of_idle_tier(graph, id)) {
            const bool leads_on = reason.leads_to_answer && !needs.empty() && !is_of_machine(graph.nodes(), id);
            findings.waiting.push_back(
                {name, leads_on ? needs : missing.inputs(id_in_tier(graph.nodes(), "tier.machines", id))});
        } else if (!reason.displaced.empty() && !is_of_machine(graph.nodes(), id)) {
            if (alone) continue;
            findings.errors.push_back({given.key.span,
                                       fmt::format("`{}` has no effect: {}", name, displacers(reason.displaced)),
                                       "keep one of them"});
        } else if (reason.leads_to_answer) {
            if (is_typed(given) && !alone) findings.errors.push_back(needs_error(given, name, needs));
            else findings.waiting.push_back({name, needs});
        } else if (is_result(graph, id)) {
            continue;  // an answer itself
        } else if (is_typed(given)) {
            findings.errors.push_back(
                {given.key.span, fmt::format("`{}` has no effect: nothing reads it", name), "remove this line"});
        } else {
            findings.waiting.push_back({name, {}});
        }
    }
    return findings;
}

std::string describe(const WaitingInput& input) {
    return fmt::format("`{}` (for {})", input.name,
                       input.needs.empty() ? "a formula that reads it" : quoted_list(input.needs));
}

}  // namespace bote
