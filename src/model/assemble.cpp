#include "assemble.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "bote/formula/check.hpp"

namespace bote {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// Turns the graph into the list of present quantities with their formulas.
class Assembler {
public:
    Assembler(Plan& plan, Model& model)
        : plan_(plan),
          graph_(*plan.graph),
          model_(model),
          index_(at(plan.space.size()), -1),
          formulas_(plan.formulas) {}

    /// `rivals` name ids.
    void run(std::vector<Rival> rivals) {
        const auto order = without_idle_policies(graph_.order());
        model_.quantities.reserve(order.size());
        formulas_->names.reserve(most_names(order));  // once and for all: quantities and rules point to them
        for (const int id : order) {
            index_[at(id)] = static_cast<int>(model_.quantities.size());
            add_quantity(id, model_.quantities.emplace_back());
        }
        sort_names();
        for (const auto& given : plan_.givens.all) {
            if (given.layer == Layer::profile || given.implied || given.asked ||
                plan_.givens.in_force[at(given.id)] != &given)
                continue;
            model_.given.push_back(plan_.space.name(given.id));
        }
        model_.expectations = std::move(plan_.expectations);
        for (std::size_t i = 0; i < model_.expectations.size(); ++i) {
            model_.expectations[i].left_names = bound(plan_.expected[2 * i]);
            model_.expectations[i].right_names = bound(plan_.expected[2 * i + 1]);
        }
        model_.rules.reserve(plan_.space.catalog().rules.size());
        for (const auto& rule : plan_.space.catalog().rules) {
            const auto [first, last] = scopes_of(rule);
            for (int scope = first; scope <= last; ++scope) bind_rule(rule, scope);
        }
        for (Rival& rival : rivals) bind_rival(rival);
        model_.formulas = formulas_;
    }

private:
    /// Beside objects a policy of the top level that nobody gave counts only for what reads it there.
    [[nodiscard]] std::vector<int> without_idle_policies(std::vector<int> order) const {
        const Space& space = plan_.space;
        if (!space.has_objects()) return order;
        std::vector<char> is_read(at(space.size()), 0);
        const auto is_idle = [&](int id) {
            return !space.is_own(id) && space.scope_of(id) == 0 && space.definition(id).kind == Class::policy &&
                   graph_.given(id) == nullptr && is_read[at(id)] == 0;
        };
        for (auto id = order.rbegin(); id != order.rend(); ++id) {
            if (is_idle(*id)) continue;
            for (const int name : graph_.read_ids(*id)) {
                if (name >= 0) is_read[at(name)] = 1;
            }
        }
        order.erase(std::remove_if(order.begin(), order.end(), is_idle), order.end());
        return order;
    }

    [[nodiscard]] std::size_t most_names(const std::vector<int>& order) const {
        std::size_t names = 0;
        for (const int id : order) names += graph_.read_ids(id).size();
        for (const auto& each : plan_.expected) names += each.size();
        for (const auto& rule : plan_.space.catalog().rules) {
            const std::size_t each = rule.left_names.size() + rule.right_names.size() + rule.text_names.size();
            const auto [first, last] = scopes_of(rule);
            names += each * at(last - first + 1);
        }
        return names;
    }

    /// The first and the last.
    [[nodiscard]] std::pair<int, int> scopes_of(const Rule& rule) const {
        const Space& space = plan_.space;
        switch (rule.kind) {
            case Class::object: return {space.has_objects() ? 1 : 0, space.scopes() - 1};
            case Class::tier: return {space.scopes(), space.all_scopes() - 1};
            case Class::workload:
            case Class::policy:
            case Class::total: break;
        }
        return {0, 0};
    }

    void sort_names() {
        const Space& space = plan_.space;
        const auto definitions = static_cast<int>(space.catalog().definitions.size());
        model_.of_definition.reserve(at(definitions));
        for (int definition = 0; definition < definitions; ++definition)
            model_.of_definition.push_back(index_[at(space.id(definition, 0))]);
        for (int id = space.has_objects() ? 0 : definitions; id < space.size(); ++id) {
            if ((space.is_own(id) || space.scope_of(id) > 0) && index_[at(id)] >= 0)
                model_.by_name.push_back(index_[at(id)]);
        }
        std::sort(model_.by_name.begin(), model_.by_name.end(),
                  [&](int a, int b) { return model_.quantities[at(a)].name < model_.quantities[at(b)].name; });
    }

    void bind_rival(Rival& rival) {
        rival.quantity = index_[at(rival.quantity)];
        for (int& id : rival.because) id = index_[at(id)];
        std::erase(rival.because, -1);
        model_.rivals.push_back(std::move(rival));
    }

    /// A rule of which something is absent has nothing to say.
    void bind_rule(const Rule& rule, int scope) {
        if (!are_present(rule.left_names, scope) || !are_present(rule.right_names, scope) ||
            !are_present(rule.text_names, scope) || is_any_present(rule.unless, scope))
            return;
        const bool of_tier = rule.kind == Class::tier;
        const int tier = of_tier ? scope - plan_.space.scopes() : -1;
        model_.rules.push_back({&rule, of_tier ? -1 : scope - 1, tier, bound(rule.left_names, scope),
                                bound(rule.right_names, scope), bound(rule.text_names, scope)});
    }

    bool is_any_present(std::span<const int> definitions, int scope) const {
        return std::any_of(definitions.begin(), definitions.end(),
                           [&](int definition) { return graph_.is_present(plan_.space.id(definition, scope)); });
    }

    bool are_present(std::span<const int> definitions, int scope) const {
        return std::all_of(definitions.begin(), definitions.end(),
                           [&](int definition) { return graph_.is_present(plan_.space.id(definition, scope)); });
    }

    std::span<const Binding> bound(std::span<const int> definitions, int scope) {
        for (const int definition : definitions)
            formulas_->names.push_back({index_[at(plan_.space.id(definition, scope))], false});
        return last_names(definitions.size());
    }

    std::span<const Binding> bound(const std::vector<Resolved>& names) {
        for (const auto& name : names)
            formulas_->names.push_back({name.id < 0 ? -1 : index_[at(name.id)], name.is_word});
        return last_names(names.size());
    }

    void add_quantity(int id, ModelQuantity& result) {
        const bool of_top = !plan_.space.is_own(id) && plan_.space.scope_of(id) == 0;
        if (of_top) result.name = plan_.space.definition(id).name;
        else result.name = formulas_->texts.emplace_back(plan_.space.name(id));
        if (plan_.space.is_own(id)) {
            result.display = plan_.own_displays[at(plan_.space.own_of(id))];
        } else {
            result.definition = &plan_.space.definition(id);
            result.display = result.definition->display;
            const int scope = plan_.space.scope_of(id);
            const bool of_tier = plan_.space.is_tier_scope(scope);
            result.tier = of_tier ? scope - plan_.space.scopes() : -1;
            result.object = of_tier ? -1 : scope - 1;
        }
        fill(id, result);
    }

    std::span<const Binding> last_names(std::size_t count) const { return std::span(formulas_->names).last(count); }

    void fill(int id, ModelQuantity& result) {
        const Alternative& taken = graph_.chosen(id);
        switch (taken.way) {
            case Way::catalog: fill_catalog(id, result); break;
            case Way::given: fill_given(*graph_.given(id), result); break;
            case Way::inherited:
                result.origin = inherited_origin(graph_.chosen(id).names.front());
                result.inherited = true;
                result.neutral = is_neutral(graph_.chosen(id).names.front());
                return fill_names(id, result);
            case Way::parts: return fill_names(id, result);
        }
        // Names in arguments that are left out are absent.
        const auto reads = graph_.read_ids(id);
        for (std::size_t i = 0; i < reads.size(); ++i) {
            const bool is_word = taken.way == Way::given && graph_.given(id)->names[i].is_word;
            formulas_->names.push_back({reads[i] < 0 ? -1 : index_[at(reads[i])], is_word});
        }
        result.names = last_names(reads.size());
    }

    /// Of a policy at the top level: mostly given, but it may also follow from a given total.
    [[nodiscard]] Origin inherited_origin(int policy) const {
        if (graph_.given(policy) != nullptr) return Origin::given;
        return is_default(graph_.chosen(policy)) ? Origin::assumed : Origin::computed;
    }

    /// Whether nobody has given a policy, and its default changes nothing.
    [[nodiscard]] bool is_neutral(int policy) const {
        return graph_.given(policy) == nullptr && graph_.chosen(policy).neutral;
    }

    void fill_catalog(int id, ModelQuantity& result) const {
        // Where there are objects, the graph's ways are copies.
        const auto& ways = plan_.space.definition(id).alternatives;
        const auto* text = graph_.chosen(id).text.data();
        const Alternative& alternative =
            *std::find_if(ways.begin(), ways.end(), [&](const Alternative& each) { return each.text.data() == text; });
        result.way = &alternative;
        result.neutral = alternative.neutral;
        if (is_default(alternative)) result.origin = Origin::assumed;
    }

    void fill_given(const Given& given, ModelQuantity& result) {
        const bool assumed = given.layer == Layer::profile && result.definition != nullptr;
        result.origin = given.asked ? Origin::computed : assumed ? Origin::assumed : Origin::given;
        result.layer = given.layer;
        result.implied = given.implied && given.asked;
        result.place = static_cast<int>(model_.places.size());
        model_.places.push_back(given.value.part(0, given.value.text.size()));
        result.way = keep(formulas_->texts.emplace_back(given.value.text), *given.formula);
    }

    const Alternative* keep(std::string_view text, Tree tree) {
        Alternative& way = formulas_->ways.emplace_back();
        way.text = text;
        way.tree = tree;
        return &way;
    }

    /// The sum over the objects, or the policy of the top level: a formula made of names alone.
    void fill_names(int quantity, ModelQuantity& result) {
        if (graph_.chosen(quantity).way == Way::parts) return fill_sum(graph_.read_ids(quantity), result);
        const int policy = graph_.read_ids(quantity).front();
        std::vector<Node> nodes;
        add_name(policy, nodes);
        keep_names(plan_.space.name(policy), std::move(nodes), result);
    }

    void fill_sum(std::span<const int> parts, ModelQuantity& result) {
        std::vector<Node> nodes;
        std::string text;
        for (const int id : parts) {
            if (id < 0) continue;
            add_name(id, nodes);
            constexpr std::size_t kMostShown = 6;
            if (nodes.size() <= kMostShown) text += (text.empty() ? "" : " + ") + plan_.space.name(id);
            else if (nodes.size() == kMostShown + 1) text += " + ...";
        }
        Node sum;
        sum.op = Op::sum;
        sum.arguments = static_cast<std::uint16_t>(nodes.size());
        nodes.push_back(sum);
        keep_names(std::move(text), std::move(nodes), result);
    }

    void add_name(int id, std::vector<Node>& nodes) {
        Node node;
        node.op = Op::name;
        node.name = static_cast<std::uint32_t>(nodes.size());
        nodes.push_back(node);
        formulas_->names.push_back({index_[at(id)], false});
    }

    void keep_names(std::string text, std::vector<Node> nodes, ModelQuantity& result) {
        const Tree tree = formulas_->trees.emplace_back(std::move(nodes));
        result.way = keep(formulas_->texts.emplace_back(std::move(text)), tree);
        result.names = last_names(count_names(tree));
    }

    Plan& plan_;
    const Graph& graph_;
    Model& model_;
    std::vector<int> index_;
    const std::shared_ptr<Formulas>& formulas_;
};

}  // namespace

void assemble(Plan& plan, std::vector<Rival> rivals, Model& model) { Assembler(plan, model).run(std::move(rivals)); }

}  // namespace bote
