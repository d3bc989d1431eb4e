// Slips in the shape of the formulas: a term of a sum left out, an exponent off by one, a number of an own formula
// forgotten.

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "collect.hpp"

namespace bote {
namespace {

bool is_computed(const Collector& collector, QuantityIndex index) {
    return collector.variants.rests_on(index) && !collector.variants.is_leaf(index);
}

Edit edit_of(const Collector& collector, QuantityIndex index) {
    const Tree tree = collector.quantity(index).formula->tree;
    return {index, {tree.begin(), tree.end()}};
}

Node literal_node(double value) {
    Node node;
    node.op = Op::literal;
    node.number = value;
    return node;
}

/// "the images", "the metadata": what a term of a sum is called.
std::string term_name(const Collector& collector, QuantityIndex index) {
    const ModelQuantity& each = collector.quantity(index);
    const auto& objects = collector.variants.model().objects;
    if (each.object >= 0 && objects.size() > 1 && each.definition->kind == Class::total)
        return fmt::format("the {} of {}", spoken_name(each.definition->name), objects[at(each.object)]);
    return "the " + spoken_name(collector.base_name(index));
}

bool is_traffic(std::string_view name) { return name.find("ingress") != name.npos || name.find("egress") != name.npos; }

void leave_out_term(Collector& collector, QuantityIndex reader, std::size_t node) {
    const ModelQuantity& each = collector.quantity(reader);
    const QuantityIndex term = each.names[each.formula->tree[node].name].quantity;
    if (term == QuantityIndex::none || !std::isfinite(collector.variants.value(term))) return;
    Edit edit = edit_of(collector, reader);
    edit.tree[node] = literal_node(0);
    if (collector.variants.value_of(edit) == 0) return;  // it is no part but all of it
    const double ratio = collector.variants.ratio_with({}, &edit);
    constexpr double kNearlyAll = 0.05;
    if (ratio < kNearlyAll) return;  // nobody forgets the main thing
    const bool direction = collector.dimension() == kByte / kSecond && is_traffic(collector.base_name(term)) &&
                           !is_traffic(collector.base_name(reader));
    const bool spare = collector.base_name(term).ends_with("spares");
    const SlipKind kind = spare       ? SlipKind::not_rounded_up
                          : direction ? SlipKind::one_direction
                                      : SlipKind::part_left_out;
    collector.add(kind, ratio, "left out " + term_name(collector, term), term);
}

/// Names that stand as terms of a sum: in `a + b` and in `sum(a, b)`.
void collect_sums(Collector& collector, QuantityIndex reader) {
    const Tree tree = collector.quantity(reader).formula->tree;
    const auto parents = parents_of(tree);
    for (std::size_t i = 0; i < tree.size(); ++i) {
        if (tree[i].op != Op::name || parents[i] == i) continue;
        const Node& parent = tree[parents[i]];
        const bool sum = parent.op == Op::add || parent.op == Op::sum;
        bool beside_one = false;  // `1 + overhead`: a factor, not a part
        for (std::size_t k = 0; k < tree.size(); ++k)
            beside_one = beside_one || (k != i && parents[k] == parents[i] && tree[k].op == Op::literal);
        if (sum && !beside_one) leave_out_term(collector, reader, i);
    }
}

/// A product that is a term of a sum is left out with all of it: `writes * a + reads * b`.
void collect_products(Collector& collector, QuantityIndex reader) {
    const Tree tree = collector.quantity(reader).formula->tree;
    const auto parents = parents_of(tree);
    for (std::size_t i = 0; i < tree.size(); ++i) {
        if (tree[i].op != Op::multiply || parents[i] == i) continue;
        const Node& parent = tree[parents[i]];
        if (parent.op != Op::add && parent.op != Op::sum) continue;
        Edit edit = edit_of(collector, reader);
        edit.tree.insert(edit.tree.begin() + static_cast<std::ptrdiff_t>(i) + 1, {literal_node(0), edit.tree[i]});
        if (collector.variants.value_of(edit) == 0) continue;  // it is no part but all of it
        QuantityIndex first = QuantityIndex::none;             // what it is the product of
        for (std::size_t k = i; k-- > 0 && first == QuantityIndex::none;) {
            if (tree[k].op == Op::name && parents[k] == i)
                first = collector.quantity(reader).names[tree[k].name].quantity;
        }
        if (first == QuantityIndex::none) continue;
        const bool spare = collector.base_name(first).ends_with("spares");  // where there is anything to do
        collector.add(spare ? SlipKind::not_rounded_up : SlipKind::part_left_out,
                      collector.variants.ratio_with({}, &edit),
                      fmt::format("left out {}{}", spare ? "" : "the part with ", term_name(collector, first)), first);
    }
}

/// `alphabet ^ length` with a character more or less, `radius ^ 2` without the square.
void collect_powers(Collector& collector, QuantityIndex reader) {
    const ModelQuantity& each = collector.quantity(reader);
    const Tree tree = each.formula->tree;
    const auto parents = parents_of(tree);
    for (std::size_t i = 0; i + 1 < tree.size(); ++i) {
        const std::size_t power = parents[i];
        const bool exponent = power == i + 1 && tree[power].op == Op::power;
        if (!exponent) continue;
        const double value = tree[i].op == Op::literal ? tree[i].number
                             : tree[i].op == Op::name  ? collector.variants.value(each.names[tree[i].name].quantity)
                                                       : NAN;
        if (!(value >= 2) || value != std::floor(value)) continue;
        const bool square = value == 2;
        for (const double other : {value - 1, value + 1}) {
            Edit edit = edit_of(collector, reader);
            edit.tree[i] = literal_node(other);
            collector.add(square ? SlipKind::radius_for_area : SlipKind::key_power,
                          collector.variants.ratio_with({}, &edit),
                          fmt::format("to the power of {} instead of {}", format_number(other, kShownDigits),
                                      format_number(value, kShownDigits)));
        }
    }
}

/// A plain number of an own formula: the 2 of keys and values, the 10% of writers.
void collect_numbers(Collector& collector, QuantityIndex reader) {
    const ModelQuantity& each = collector.quantity(reader);
    if (each.definition != nullptr && each.origin != Origin::given) return;
    const Tree tree = each.formula->tree;
    const auto parents = parents_of(tree);
    for (std::size_t i = 0; i < tree.size(); ++i) {
        const Op parent = tree[parents[i]].op;
        const bool factor = tree[i].op == Op::literal && tree[i].unit == kNoUnit && tree[i].number != 1 &&
                            parents[i] != i && (parent == Op::multiply || parent == Op::divide);
        if (!factor) continue;
        Edit edit = edit_of(collector, reader);
        edit.tree[i] = literal_node(1);
        const bool share = tree[i].written == Written::percent;
        const std::string text = format_number(tree[i].number * (share ? 100 : 1), kShownDigits) + (share ? "%" : "");
        collector.add(share ? SlipKind::share_left_out : SlipKind::model_factor,
                      collector.variants.ratio_with({}, &edit), fmt::format("left out the {} of {}", text, each.name),
                      reader);
    }
}

/// `heads` for `kv_heads`: an own quantity whose name is part of the other's, or the other way round.
void collect_namesakes(Collector& collector) {
    const Model& model = collector.variants.model();
    for (const QuantityIndex leaf : collector.variants.leaves()) {
        const ModelQuantity& used = collector.quantity(leaf);
        if (used.definition != nullptr) continue;
        for (const QuantityIndex index : model.quantities.indices()) {
            const ModelQuantity& other = model[index];
            const bool alike = other.name != used.name && (other.name.find(used.name) != std::string_view::npos ||
                                                           used.name.find(other.name) != std::string_view::npos);
            if (other.definition != nullptr || !alike || !(other.display.dimension == used.display.dimension)) continue;
            const Replacement swapped{leaf, collector.variants.value(index)};
            collector.add(SlipKind::model_factor, {&swapped, 1}, fmt::format("took {} for {}", other.name, used.name),
                          leaf);
        }
    }
}

}  // namespace

void collect_terms(Collector& collector) {
    for (const QuantityIndex i : collector.variants.model().quantities.indices()) {
        if (!is_computed(collector, i)) continue;
        collect_sums(collector, i);
        collect_products(collector, i);
        collect_powers(collector, i);
        collect_numbers(collector, i);
    }
    collect_namesakes(collector);
}

}  // namespace bote
