// Last step of the build: the graph, which numbers all quantities that could exist, becomes a model, which holds those
// that do. Quantities are put in the order in which they can be computed, each with the formula that was chosen for it;
// then what refers to them is bound to their places in that order: formulas, expectations, rules, contradictions.
//
//   graph:  dau (id 3), writes (12), written (31)        model:  dau 0, writes 1, written 2
//   written = writes * object_size                       names {1, ...}

#include "assemble.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "bindings.hpp"
#include "bote/base/index.hpp"
#include "bound_rules.hpp"
#include "chosen_formulas.hpp"

namespace bote {
namespace {

/// Beside objects a policy of the top level that nobody gave counts only for what reads it there.
std::vector<NodeIndex> without_idle_policies(std::vector<NodeIndex> order, const Graph& graph) {
    const NodeTable& nodes = graph.nodes();
    if (!nodes.has_objects()) return order;
    IndexedVector<NodeIndex, char> is_read(nodes.size(), 0);
    const auto is_idle = [&](NodeIndex id) {
        return !nodes.is_own(id) && nodes.scope_of(id) == 0 && nodes.definition(id).kind == Class::policy &&
               graph.given(id) == nullptr && is_read[id] == 0;
    };
    for (auto id = order.rbegin(); id != order.rend(); ++id) {
        if (is_idle(*id)) continue;
        for (const NodeIndex name : graph.read_ids(*id)) {
            if (name != NodeIndex::none) is_read[name] = 1;
        }
    }
    order.erase(std::remove_if(order.begin(), order.end(), is_idle), order.end());
    return order;
}

/// Quantities and rules point to their names, for which there has to be room from the start.
std::size_t most_names(const Plan& plan, const std::vector<NodeIndex>& order) {
    std::size_t names = most_names_of_rules(plan.nodes);
    for (const NodeIndex id : order) names += plan.graph->read_ids(id).size();
    for (const auto& each : plan.expected) names += each.size();
    return names;
}

/// What a quantity is called, and to which object or tier it belongs.
void describe_quantity(const Plan& plan, NodeIndex id, ModelQuantity& quantity) {
    const NodeTable& nodes = plan.nodes;
    const bool is_own = nodes.is_own(id);
    const int scope = nodes.scope_of(id);
    if (is_own || scope > 0) quantity.name = plan.formulas->texts.emplace_back(nodes.name(id));
    else quantity.name = nodes.definition(id).name;
    if (is_own) {
        quantity.display = plan.own_displays[nodes.own_of(id)];
        return;
    }
    quantity.definition = &nodes.definition(id);
    quantity.display = quantity.definition->display;
    const bool of_tier = nodes.is_tier_scope(scope);
    quantity.tier = of_tier ? scope - nodes.scopes() : -1;
    quantity.object = of_tier ? -1 : scope - 1;
}

void add_quantities(const Plan& plan, const std::vector<NodeIndex>& order, Bindings& bindings, Model& model) {
    ChosenFormulas formulas(plan, bindings, model.places);
    model.quantities.reserve(order.size());
    for (const NodeIndex id : order) {
        bindings.set_index(id, model.quantities.next_index());
        ModelQuantity& quantity = model.quantities.emplace_back();
        describe_quantity(plan, id, quantity);
        formulas.fill(id, quantity);
    }
}

/// By which names quantities are found.
void sort_names(const NodeTable& nodes, const Bindings& bindings, Model& model) {
    const auto& definitions = nodes.catalog().definitions;
    model.of_definition.reserve(definitions.size());
    for (const DefinitionIndex definition : definitions.indices())
        model.of_definition.push_back(bindings.index_of(nodes.id(definition, 0)));
    // Without objects what stands in front is of the whole.
    const auto first = index_at<NodeIndex>(nodes.has_objects() ? 0 : definitions.size());
    for (const NodeIndex id : IndexRange(first, index_at<NodeIndex>(nodes.size()))) {
        if ((nodes.is_own(id) || nodes.scope_of(id) > 0) && bindings.index_of(id) != QuantityIndex::none)
            model.by_name.push_back(bindings.index_of(id));
    }
    std::sort(model.by_name.begin(), model.by_name.end(),
              [&](QuantityIndex a, QuantityIndex b) { return model[a].name < model[b].name; });
}

/// The inputs of the file and the command line that count, in the order in which they stand there.
void list_given(const Plan& plan, Model& model) {
    for (const auto& given : plan.givens.all) {
        const bool in_force = plan.givens.in_force[given.id] == &given;
        if (given.layer != Layer::profile && !given.implied && !given.asked && in_force)
            model.given.push_back(plan.nodes.name(given.id));
    }
}

std::span<const Binding> bound(const std::vector<Resolved>& names, Bindings& bindings) {
    for (const auto& name : names) bindings.add(name.id, name.is_word);
    return bindings.last(names.size());
}

void add_expectations(Plan& plan, Bindings& bindings, Model& model) {
    model.expectations = std::move(plan.expectations);
    auto names = plan.expected.begin();
    for (auto& expectation : model.expectations) {
        expectation.left_names = bound(*names++, bindings);
        expectation.right_names = bound(*names++, bindings);
    }
}

void add_rivals(std::vector<RivalOfNode> rivals, const Bindings& bindings, Model& model) {
    for (RivalOfNode& rival : rivals) {
        Rival& bound = model.rivals.emplace_back();
        bound.quantity = bindings.index_of(rival.id);
        bound.formulas = std::move(rival.formulas);
        bound.is_at_least = rival.is_at_least;
        for (const NodeIndex id : rival.because) {
            const QuantityIndex quantity = bindings.index_of(id);
            if (quantity != QuantityIndex::none) bound.because.push_back(quantity);
        }
    }
}

}  // namespace

void assemble(Plan& plan, std::vector<RivalOfNode> rivals, Model& model) {
    const auto order = without_idle_policies(plan.graph->order(), *plan.graph);
    Bindings bindings(plan.nodes.size(), plan.formulas->names, most_names(plan, order));
    add_quantities(plan, order, bindings, model);
    sort_names(plan.nodes, bindings, model);
    list_given(plan, model);
    add_expectations(plan, bindings, model);
    add_rules(plan, bindings, model);
    add_rivals(std::move(rivals), bindings, model);
    model.formulas = plan.formulas;
}

}  // namespace bote
