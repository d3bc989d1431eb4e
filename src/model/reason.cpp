#include "reason.hpp"

#include <algorithm>
#include <functional>
#include <queue>
#include <tuple>
#include <unordered_set>

#include <fmt/format.h>

namespace bote {
namespace {

template <class Indices, Index I>
bool has(const Indices& indices, I index) {
    return std::find(indices.begin(), indices.end(), index) != indices.end();
}

void add_once(std::vector<std::string>& list, const std::string& text) {
    if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
}

std::string given_text(const Graph& graph, NodeIndex id) {
    const Span& where = graph.given(id)->value.span;
    const bool by_option = !where.source || where.source->kind == SourceKind::option;
    return fmt::format("`{}` is given {}", graph.space().name(id),
                       by_option ? "by an option" : fmt::format("on line {}", place_of(where).line));
}

/// What a present quantity comes from instead.
std::string displacement(const Graph& graph, NodeIndex id) {
    const Alternative& taken = graph.chosen(id);
    switch (taken.way) {
        case Way::given: return given_text(graph, id);
        case Way::inherited: return displacement(graph, nodes_of(taken.names).front());
        case Way::catalog:
        case Way::parts: break;
    }
    std::string text(taken.text);
    for (auto found = text.find(kOfTier); found != std::string::npos; found = text.find(kOfTier))
        text.erase(found, kOfTier.size());  // as in a tier's own formulas
    return fmt::format("`{}` comes from `{}`", graph.space().name(id), text);
}

/// All alternatives that would read an id, also those that a given value replaced: their names as ids.
template <class Visit>
void for_each_reader(const Graph& graph, NodeIndex id, Visit visit) {
    const Space& space = graph.space();
    if (space.is_own(id)) return;
    const DefinitionIndex definition = space.definition_of(id);
    // What is in an object is read there; what is at the top in all objects, of which a few will do.
    constexpr int kEnough = 4;
    const int own = space.scope_of(id);
    std::vector<int> scopes{own};
    for (int scope = 1; scope < space.scopes() && scope < kEnough && own == 0; ++scope) scopes.push_back(scope);
    for (int scope = space.scopes(); scope < space.all_scopes() && own == 0; ++scope) scopes.push_back(scope);
    if (own > 0 && !space.is_tier_scope(own)) scopes.push_back(0);
    for (const DefinitionIndex d : space.definition(id).users) {
        for (const int scope : scopes) {
            const bool is_sum = scope == 0 && space.has_objects() && space.kind_of(d) == Class::total;
            if (is_sum || !space.exists(d, scope)) continue;
            for (const auto& alternative : space.row_in(d, scope).alternatives) {
                if (!has(alternative.names, definition)) continue;
                const auto ids = [&](IndexList<DefinitionIndex> definitions) {
                    std::vector<int> result;
                    for (const DefinitionIndex each : definitions) result.push_back(number_of(space.id(each, scope)));
                    return result;
                };
                const auto names = ids(alternative.names);
                const auto given = ids(alternative.given);
                const auto unless = ids(alternative.unless);
                Alternative way = alternative;
                way.names = names;
                way.given = given;
                way.unless = unless;
                if (has(nodes_of(way.names), id) && graph.allows(way)) visit(space.id(d, scope), way);
            }
        }
    }
}

class Search {
public:
    Search(const Graph& graph, const Missing& missing) : graph_(graph), missing_(missing) {}

    Reason run(NodeIndex start) {
        push(start, {});
        while (!steps_.empty()) {
            const Step step = steps_.top();
            steps_.pop();
            if (!seen_.insert(step.id).second) continue;
            if (step.cost > 0 && !reason_.displaced.empty()) break;
            if (!is_same_in_object(start, step.id) && is_result(graph_, step.id)) {
                reason_.leads_to_answer = true;
                reason_.needs = step.inputs;
                break;
            }
            for_each_reader(graph_, step.id,
                            [&](NodeIndex reader, const Alternative& way) { consider(step, reader, way); });
            graph_.for_each_user(step.id, [&](NodeIndex user) { take_over(step, user); });
        }
        if (reason_.displaced.empty() && !reason_.leads_to_answer) reason_.displaced = std::move(displaced_further_on_);
        return std::move(reason_);
    }

private:
    struct Step {
        double cost = 0;
        int order = 0;
        NodeIndex id = NodeIndex::none;
        std::vector<NodeIndex> inputs;  // that are missing up to here
        friend bool operator>(const Step& a, const Step& b) {
            return std::tie(a.cost, a.order) > std::tie(b.cost, b.order);
        }
    };

    /// The value itself, or what an object takes over from it.
    [[nodiscard]] bool is_same_in_object(NodeIndex start, NodeIndex id) const {
        const Space& space = graph_.space();
        return id == start ||
               (!space.is_own(start) && !space.is_own(id) && space.definition_of(id) == space.definition_of(start));
    }

    void push(NodeIndex id, std::vector<NodeIndex> inputs) {
        const double cost = missing_.cost_of(inputs);
        if (cost < Missing::kNever && !seen_.contains(id)) steps_.push({cost, order_++, id, std::move(inputs)});
    }

    void push_lacking(const Step& step, NodeIndex reader, const Alternative& way) {
        const std::vector<NodeIndex> lacking = missing_.lacking(way, step.id);
        if (lacking.empty() && !graph_.could_be(way) && graph_.is_present(step.id)) return;  // behind a cycle
        std::vector<NodeIndex> inputs = step.inputs;
        for (const NodeIndex id : missing_.expand(lacking)) {
            if (!has(inputs, id)) inputs.push_back(id);
        }
        push(reader, std::move(inputs));
    }

    void consider(const Step& step, NodeIndex reader, const Alternative& way) {
        const bool is_last_resort = way.back || !way.given.empty();  // nobody would think of it first
        if (!graph_.is_present(reader)) return is_last_resort ? void() : push_lacking(step, reader, way);
        const Alternative& taken = graph_.chosen(reader);
        if (taken.way == Way::catalog) {
            if (has(graph_.read_ids(reader), step.id)) return push(reader, step.inputs);
            // The trees of a definition lie in the order of its alternatives.
            const bool is_preferred = way.tree.data() <= taken.tree.data();
            if (is_preferred && (way.tree.data() == taken.tree.data() || !graph_.could_be(way)))
                return push_lacking(step, reader, way);
            if (is_preferred || has(nodes_of(taken.names), step.id)) return;
        }
        add_once(step.cost > 0 ? displaced_further_on_ : reason_.displaced, displacement(graph_, reader));
    }

    /// Sums, objects that take a policy over, and what is given as a formula.
    void take_over(const Step& step, NodeIndex user) {
        if (graph_.space().is_own(user)) return;
        if (graph_.given(user) != nullptr) {
            if (has(graph_.read_ids(user), step.id)) return push(user, step.inputs);  // by its formula
            const bool same = graph_.space().definition_of(user) == graph_.space().definition_of(step.id);
            if (same) add_once(displaced_further_on_, given_text(graph_, user));
            return;
        }
        for (const Alternative& way : graph_.ways(user)) {
            const bool by_name = way.way == Way::parts || way.way == Way::inherited;
            if (by_name && has(nodes_of(way.names), step.id)) push(user, step.inputs);
        }
    }

    const Graph& graph_;
    const Missing& missing_;
    std::priority_queue<Step, std::vector<Step>, std::greater<>> steps_;
    std::unordered_set<NodeIndex> seen_;
    int order_ = 0;
    Reason reason_;
    std::vector<std::string> displaced_further_on_;
};

}  // namespace

bool is_result(const Graph& graph, NodeIndex id) {
    if (graph.space().is_own(id)) return true;
    const Definition& row = graph.space().definition(id);
    const auto& ways = row.alternatives;
    const bool has_default = std::any_of(ways.begin(), ways.end(), is_default);
    const bool is_usual = std::any_of(ways.begin(), ways.end(), [](const Alternative& way) { return way.usual; });
    return !row.internal && !row.constant && !has_default && !is_usual;
}

Reason find_reason(const Graph& graph, const Missing& missing, NodeIndex id) { return Search(graph, missing).run(id); }

}  // namespace bote
