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
    return fmt::format("`{}` is given {}", graph.nodes().name(id),
                       by_option ? "by an option" : fmt::format("on line {}", location_of(where).line));
}

/// What a present quantity comes from instead.
std::string displacement(const Graph& graph, NodeIndex id) {
    const Alternative& taken = graph.chosen(id);
    switch (taken.derivation) {
        case Derivation::given: return given_text(graph, id);
        case Derivation::inherited: return displacement(graph, nodes_of(taken.names).front());
        case Derivation::catalog:
        case Derivation::parts: break;
    }
    std::string text(taken.text);
    for (auto found = text.find(kTierPrefix); found != std::string::npos; found = text.find(kTierPrefix))
        text.erase(found, kTierPrefix.size());  // as in a tier's own formulas
    return fmt::format("`{}` comes from `{}`", graph.nodes().name(id), text);
}

/// An alternative of the catalogue as it is in a scope: its names as ids.
struct ScopedAlternative {
    ScopedAlternative(const NodeTable& nodes, const Alternative& of_catalog, int scope) : alternative(of_catalog) {
        const auto ids = [&](IndexList<DefinitionIndex> definitions) {
            std::vector<int> result;
            for (const DefinitionIndex each : definitions) result.push_back(number_of(nodes.id(each, scope)));
            return result;
        };
        alternative.names = names = ids(of_catalog.names);
        alternative.given = given = ids(of_catalog.given);
        alternative.unless = unless = ids(of_catalog.unless);
    }
    ScopedAlternative(const ScopedAlternative&) = delete;
    ScopedAlternative& operator=(const ScopedAlternative&) = delete;

    Alternative alternative;
    std::vector<int> names;  // to which those of the alternative point, as the next two
    std::vector<int> given;
    std::vector<int> unless;
};

/// What is in an object is read there; what is at the top in all objects, of which a few will do.
std::vector<int> reading_scopes(const NodeTable& nodes, int own) {
    constexpr int kEnough = 4;
    std::vector<int> scopes{own};
    for (int scope = 1; scope < nodes.scopes() && scope < kEnough && own == 0; ++scope) scopes.push_back(scope);
    for (int scope = nodes.scopes(); scope < nodes.all_scopes() && own == 0; ++scope) scopes.push_back(scope);
    if (own > 0 && !nodes.is_tier_scope(own)) scopes.push_back(0);
    return scopes;
}

struct ScopedRow {
    DefinitionIndex definition;
    int scope;
};

template <class Visit>
void for_each_reader_at(const ScopedRow& row, const Graph& graph, NodeIndex id, Visit visit) {
    const NodeTable& nodes = graph.nodes();
    const auto [reader, scope] = row;
    const bool is_sum = scope == 0 && nodes.has_objects() && nodes.kind_of(reader) == Class::total;
    if (is_sum || !nodes.exists(reader, scope)) return;
    for (const auto& alternative : nodes.row_in(reader, scope).alternatives) {
        if (!has(alternative.names, nodes.definition_of(id))) continue;
        const ScopedAlternative scoped(nodes, alternative, scope);
        if (has(nodes_of(scoped.alternative.names), id) && graph.allows(scoped.alternative))
            visit(nodes.id(reader, scope), scoped.alternative);
    }
}

/// Visits all alternatives that would read an id, also those that a given value replaced: their names as ids.
template <class Visit>
void for_each_reader(const Graph& graph, NodeIndex id, Visit visit) {
    const NodeTable& nodes = graph.nodes();
    if (nodes.is_own(id)) return;
    for (const DefinitionIndex reader : nodes.definition(id).users) {
        for (const int scope : reading_scopes(nodes, nodes.scope_of(id)))
            for_each_reader_at({reader, scope}, graph, id, visit);
    }
}

class Search {
public:
    Search(const Graph& graph, const Missing& missing) : graph_(graph), missing_(missing) {}

    Reason run(NodeIndex start) {
        push(start, {});
        while (!candidates_.empty()) {
            const Candidate candidate = candidates_.top();
            candidates_.pop();
            if (!seen_.insert(candidate.id).second) continue;
            if (candidate.cost > 0 && !reason_.displaced.empty()) break;
            if (!is_same_in_object(start, candidate.id) && is_result(graph_, candidate.id)) {
                reason_.leads_to_answer = true;
                reason_.needs = candidate.inputs;
                break;
            }
            for_each_reader(graph_, candidate.id, [&](NodeIndex reader, const Alternative& alternative) {
                consider(candidate, reader, alternative);
            });
            graph_.for_each_user(candidate.id, [&](NodeIndex user) { take_over(candidate, user); });
        }
        if (reason_.displaced.empty() && !reason_.leads_to_answer) reason_.displaced = std::move(displaced_further_on_);
        return std::move(reason_);
    }

private:
    struct Candidate {
        double cost = 0;
        int order = 0;
        NodeIndex id = NodeIndex::none;
        std::vector<NodeIndex> inputs;  // that are missing up to here
        friend bool operator>(const Candidate& a, const Candidate& b) {
            return std::tie(a.cost, a.order) > std::tie(b.cost, b.order);
        }
    };

    /// The value itself, or what an object takes over from it.
    [[nodiscard]] bool is_same_in_object(NodeIndex start, NodeIndex id) const {
        const NodeTable& nodes = graph_.nodes();
        return id == start ||
               (!nodes.is_own(start) && !nodes.is_own(id) && nodes.definition_of(id) == nodes.definition_of(start));
    }

    void push(NodeIndex id, std::vector<NodeIndex> inputs) {
        const double cost = missing_.cost_of(inputs);
        if (cost < Missing::kNever && !seen_.contains(id)) candidates_.push({cost, order_++, id, std::move(inputs)});
    }

    void push_lacking(const Candidate& candidate, NodeIndex reader, const Alternative& alternative) {
        const std::vector<NodeIndex> lacking = missing_.lacking(alternative, candidate.id);
        if (lacking.empty() && !graph_.could_be(alternative) && graph_.is_present(candidate.id))
            return;  // behind a cycle
        std::vector<NodeIndex> inputs = candidate.inputs;
        for (const NodeIndex id : missing_.expand(lacking)) {
            if (!has(inputs, id)) inputs.push_back(id);
        }
        push(reader, std::move(inputs));
    }

    void consider(const Candidate& candidate, NodeIndex reader, const Alternative& alternative) {
        const bool is_last_resort = alternative.back || !alternative.given.empty();  // nobody would think of it first
        if (!graph_.is_present(reader)) return is_last_resort ? void() : push_lacking(candidate, reader, alternative);
        const Alternative& taken = graph_.chosen(reader);
        if (taken.derivation == Derivation::catalog) {
            if (has(graph_.read_ids(reader), candidate.id)) return push(reader, candidate.inputs);
            const bool is_preferred = alternative.rank <= taken.rank;
            if (is_preferred && (alternative.rank == taken.rank || !graph_.could_be(alternative)))
                return push_lacking(candidate, reader, alternative);
            if (is_preferred || has(nodes_of(taken.names), candidate.id)) return;
        }
        add_once(candidate.cost > 0 ? displaced_further_on_ : reason_.displaced, displacement(graph_, reader));
    }

    /// Sums, objects that take a policy over, and what is given as a formula.
    void take_over(const Candidate& candidate, NodeIndex user) {
        if (graph_.nodes().is_own(user)) return;
        if (graph_.given(user) != nullptr) {
            if (has(graph_.read_ids(user), candidate.id)) return push(user, candidate.inputs);  // by its formula
            const bool same = graph_.nodes().definition_of(user) == graph_.nodes().definition_of(candidate.id);
            if (same) add_once(displaced_further_on_, given_text(graph_, user));
            return;
        }
        for (const Alternative& alternative : graph_.alternatives(user)) {
            const bool by_name =
                alternative.derivation == Derivation::parts || alternative.derivation == Derivation::inherited;
            if (by_name && has(nodes_of(alternative.names), candidate.id)) push(user, candidate.inputs);
        }
    }

    const Graph& graph_;
    const Missing& missing_;
    std::priority_queue<Candidate, std::vector<Candidate>, std::greater<>> candidates_;
    std::unordered_set<NodeIndex> seen_;
    int order_ = 0;
    Reason reason_;
    std::vector<std::string> displaced_further_on_;
};

}  // namespace

bool is_result(const Graph& graph, NodeIndex id) {
    if (graph.nodes().is_own(id)) return true;
    const Definition& row = graph.nodes().definition(id);
    const auto& alternatives = row.alternatives;
    const bool has_default = std::any_of(alternatives.begin(), alternatives.end(), is_default);
    const bool is_usual = std::any_of(alternatives.begin(), alternatives.end(),
                                      [](const Alternative& alternative) { return alternative.usual; });
    return !row.internal && !row.constant && !has_default && !is_usual;
}

Reason find_reason(const Graph& graph, const Missing& missing, NodeIndex id) { return Search(graph, missing).run(id); }

}  // namespace bote
