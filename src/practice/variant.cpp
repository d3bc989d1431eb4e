#include "bote/practice/variant.hpp"

#include <cmath>

#include "bote/base/index.hpp"
#include "bote/engine/whiteboard.hpp"
#include "bote/formula/check.hpp"

namespace bote {
namespace {

/// The nodes that are the arguments of a node, first to last.
std::vector<std::size_t> arguments_of(const std::vector<std::size_t>& parents, std::size_t node) {
    std::vector<std::size_t> arguments;
    for (std::size_t i = 0; i < node; ++i) {
        if (parents[i] == node) arguments.push_back(i);
    }
    return arguments;
}

Mention mention_at(Tree tree, const std::vector<std::size_t>& parents, QuantityIndex reader, std::size_t node) {
    Mention mention{reader, node};
    if (parents[node] == node) return mention;
    const Node& parent = tree[parents[node]];
    mention.parent = parent.op;
    const auto arguments = arguments_of(parents, parents[node]);
    mention.is_right = arguments.back() == node && arguments.size() > 1;
    for (const auto argument : arguments) {
        if (argument != node && tree[argument].op == Op::literal) mention.beside_literal = true;
    }
    return mention;
}

std::vector<double> values_of(std::span<const Binding> names, const QuantityValues& values) {
    std::vector<double> found;
    for (const auto& binding : names) {
        if (binding.quantity != QuantityIndex::none) found.push_back(values[binding.quantity]);
        else found.push_back(binding.is_word ? 1 : NAN);
    }
    return found;
}

}  // namespace

std::vector<std::size_t> parents_of(Tree tree) {
    std::vector<std::size_t> parents(tree.size(), 0);
    std::vector<std::size_t> stack;
    for (std::size_t i = 0; i < tree.size(); ++i) {
        for (std::uint16_t k = 0; k < tree[i].arguments; ++k) {
            parents[stack.back()] = i;
            stack.pop_back();
        }
        stack.push_back(i);
    }
    for (const auto each : stack) parents[each] = each;
    return parents;
}

std::vector<Replacement> replacements_of(const Model& model, QuantityIndex quantity, double value) {
    std::vector<Replacement> replacements{{quantity, value}};
    const ModelQuantity& each = model[quantity];
    if (model.objects.size() != 1 || each.definition == nullptr) return replacements;
    for (const QuantityIndex i : model.quantities.indices()) {
        if (model[i].definition == each.definition && i != quantity) replacements.push_back({i, value});
    }
    return replacements;
}

Variants::Variants(const Model& model, QuantityIndex quantity)
    : model_(model), quantity_(quantity), support_(model.quantities.size(), 1) {
    values_ = evaluate_all({}, nullptr);
    support_.assign(model.quantities.size(), 0);
    support_[quantity] = 1;
    for (std::size_t i = model.quantities.size(); i-- > 0;) {
        const auto index = index_at<QuantityIndex>(i);
        if (support_[index] == 0 || is_leaf(index)) continue;
        for (const auto& name : model[index].names) {
            if (name.quantity != QuantityIndex::none) support_[name.quantity] = 1;
        }
    }
}

bool Variants::is_leaf(QuantityIndex quantity) const {
    const ModelQuantity& each = model_[quantity];
    if (each.names.empty()) return true;
    // An inherited policy is what it is inherited from: one quantity under two names.
    return each.origin == Origin::given && each.definition != nullptr && !each.inherited && quantity != quantity_;
}

std::vector<QuantityIndex> Variants::leaves() const {
    std::vector<QuantityIndex> found;
    for (const QuantityIndex i : support_.indices()) {
        if (support_[i] != 0 && is_leaf(i)) found.push_back(i);
    }
    return found;
}

std::vector<Mention> Variants::mentions_of(QuantityIndex quantity) const {
    std::vector<Mention> mentions;
    for (const QuantityIndex i : support_.indices()) {
        const ModelQuantity& reader = model_[i];
        if (support_[i] == 0 || is_leaf(i)) continue;
        const Tree tree = reader.formula->tree;
        const auto parents = parents_of(tree);
        for (std::size_t node = 0; node < tree.size(); ++node) {
            if (tree[node].op == Op::name && reader.names[tree[node].name].quantity == quantity)
                mentions.push_back(mention_at(tree, parents, i, node));
        }
    }
    return mentions;
}

QuantityValues Variants::evaluate_all(std::span<const Replacement> changes, const Edit* edit) const {
    QuantityValues values;
    values.reserve(model_.quantities.size());
    std::vector<double> names;
    for (const QuantityIndex index : model_.quantities.indices()) {
        const ModelQuantity& quantity = model_[index];
        if (support_[index] == 0) {
            values.push_back(values_[index]);
            continue;
        }
        names = values_of(quantity.names, values);
        const Tree tree = edit != nullptr && edit->quantity == index ? Tree(edit->tree) : quantity.formula->tree;
        double value = evaluate(tree, names, model_.conventions);
        for (const auto& change : changes) {
            if (change.quantity == index) value = change.value;
        }
        values.push_back(value);
    }
    return values;
}

double Variants::restated_value(const Conventions& conventions, std::span<const Replacement> changes,
                                const QuantityValues* exact) const {
    QuantityValues values(model_.quantities.size(), NAN);
    for (const QuantityIndex i : values.indices()) {
        if (support_[i] == 0) continue;
        const ModelQuantity& each = model_[i];
        const bool given = exact != nullptr && each.names.empty();
        values[i] = given ? given_on_whiteboard(each, model_.conventions, conventions)
                          : evaluate(each.formula->tree, values_of(each.names, values), conventions);
        for (const auto& change : changes) {
            if (change.quantity == i) values[i] = restated(change.value, each.display, model_.conventions, conventions);
        }
        if (exact == nullptr || each.names.empty()) continue;
        values[i] = write_down({values[i], (*exact)[i]}, note_of(each), model_.conventions, conventions);
    }
    return restated(values[quantity_], model_[quantity_].display, conventions, model_.conventions);
}

double Variants::value_under(const Conventions& conventions, std::span<const Replacement> changes) const {
    return restated_value(conventions, changes, nullptr);
}

double Variants::value_on_whiteboard(std::span<const Replacement> changes) const {
    const QuantityValues exact = evaluate_all(changes, nullptr);
    return restated_value(model_.whiteboard, changes, &exact);
}

double Variants::value_of(const Edit& edit) const {
    return evaluate(edit.tree, values_of(model_[edit.quantity].names, values_), model_.conventions);
}

double Variants::value_with(std::span<const Replacement> changes, const Edit* edit) const {
    return evaluate_all(changes, edit)[quantity_];
}

double Variants::ratio_with(std::span<const Replacement> changes, const Edit* edit) const {
    const double ratio = value_with(changes, edit) / exact();
    return std::isfinite(ratio) && ratio > 0 ? ratio : NAN;
}

}  // namespace bote
