#include "bound_rules.hpp"

#include <algorithm>
#include <span>

namespace bote {
namespace {

/// Those that a rule is asked in: [first, end).
struct Scopes {
    int first = 0;
    int end = 1;
};

Scopes scopes_of(const Rule& rule, const NodeTable& nodes) {
    switch (rule.kind) {
        case Class::object: return {nodes.has_objects() ? 1 : 0, nodes.scopes()};
        case Class::tier: return {nodes.scopes(), nodes.all_scopes()};
        case Class::workload:
        case Class::policy:
        case Class::total: break;
    }
    return {};
}

/// Rules in one scope of a workload.
class ScopeOfRules {
public:
    ScopeOfRules(const Plan& plan, Bindings& bindings, int scope) : plan_(plan), bindings_(bindings), scope_(scope) {}

    /// A rule of which something is absent has nothing to say.
    [[nodiscard]] bool has_all_of(const Rule& rule) const {
        return are_present(rule.left_names) && are_present(rule.right_names) && are_present(rule.text_names) &&
               std::none_of(rule.unless.begin(), rule.unless.end(),
                            [&](DefinitionIndex each) { return is_present(each); });
    }

    [[nodiscard]] BoundRule bind(const Rule& rule) {
        const bool of_tier = rule.kind == Class::tier;
        const int tier = of_tier ? scope_ - plan_.nodes.scopes() : -1;
        return {&rule,
                of_tier ? -1 : scope_ - 1,
                tier,
                bound(rule.left_names),
                bound(rule.right_names),
                bound(rule.text_names)};
    }

private:
    [[nodiscard]] bool is_present(DefinitionIndex definition) const {
        return plan_.graph->is_present(plan_.nodes.id(definition, scope_));
    }

    [[nodiscard]] bool are_present(IndexList<DefinitionIndex> definitions) const {
        return std::all_of(definitions.begin(), definitions.end(),
                           [&](DefinitionIndex each) { return is_present(each); });
    }

    [[nodiscard]] std::span<const Binding> bound(IndexList<DefinitionIndex> definitions) {
        for (const DefinitionIndex definition : definitions) bindings_.add(plan_.nodes.id(definition, scope_));
        return bindings_.last(definitions.size());
    }

    const Plan& plan_;
    Bindings& bindings_;
    int scope_;
};

}  // namespace

std::size_t most_names_of_rules(const NodeTable& nodes) {
    std::size_t names = 0;
    for (const auto& rule : nodes.catalog().rules) {
        const auto [first, end] = scopes_of(rule, nodes);
        const std::size_t each = rule.left_names.size() + rule.right_names.size() + rule.text_names.size();
        for (int scope = first; scope < end; ++scope) names += each;
    }
    return names;
}

void add_rules(const Plan& plan, Bindings& bindings, Model& model) {
    const auto& rules = plan.nodes.catalog().rules;
    model.rules.reserve(rules.size());
    for (const auto& rule : rules) {
        const auto [first, end] = scopes_of(rule, plan.nodes);
        for (int scope = first; scope < end; ++scope) {
            ScopeOfRules in_scope(plan, bindings, scope);
            if (in_scope.has_all_of(rule)) model.rules.push_back(in_scope.bind(rule));
        }
    }
}

}  // namespace bote
