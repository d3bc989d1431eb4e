#include "chosen_formulas.hpp"

#include <utility>

#include <fmt/format.h>

#include "bote/formula/check.hpp"

namespace bote {

void ChosenFormulas::fill(NodeIndex id, ModelQuantity& quantity) {
    switch (graph_.chosen(id).derivation) {
        case Derivation::catalog: fill_catalog(id, quantity); return bind_reads(id, quantity);
        case Derivation::given: fill_given(*graph_.given(id), quantity); return bind_reads(id, quantity);
        case Derivation::inherited: return fill_inherited(id, quantity);
        case Derivation::parts: return fill_parts(id, quantity);
    }
}

void ChosenFormulas::fill_catalog(NodeIndex id, ModelQuantity& quantity) const {
    // Where there are objects the graph has copies of the catalogue's alternatives.
    quantity.formula = &plan_.nodes.definition(id).alternatives[at(graph_.chosen(id).rank)];
    quantity.neutral = quantity.formula->neutral;
    if (is_default(*quantity.formula)) quantity.origin = Origin::assumed;
}

void ChosenFormulas::fill_given(const Given& given, ModelQuantity& quantity) {
    const bool assumed = given.layer == Layer::profile && quantity.definition != nullptr;
    quantity.origin = given.asked ? Origin::computed : assumed ? Origin::assumed : Origin::given;
    quantity.layer = given.layer;
    quantity.implied = given.implied && given.asked;
    quantity.place = static_cast<int>(places_.size());
    places_.push_back(given.value.part(0, given.value.text.size()));
    quantity.formula = keep(formulas_.texts.emplace_back(given.value.text), *given.formula);
}

/// What the alternative that was taken reads. Names in arguments that `sum` and `max` leave out are absent.
void ChosenFormulas::bind_reads(NodeIndex id, ModelQuantity& quantity) {
    const bool is_given = graph_.chosen(id).derivation == Derivation::given;
    const auto reads = graph_.read_ids(id);
    for (std::size_t i = 0; i < reads.size(); ++i)
        bindings_.add(reads[i], is_given && graph_.given(id)->names[i].is_word);
    quantity.names = bindings_.last(reads.size());
}

void ChosenFormulas::fill_inherited(NodeIndex id, ModelQuantity& quantity) {
    const NodeIndex policy = nodes_of(graph_.chosen(id).names).front();
    quantity.origin = inherited_origin(policy);
    quantity.inherited = true;
    quantity.neutral = is_neutral(policy);
    const NodeIndex read = graph_.read_ids(id).front();
    std::vector<Node> nodes;
    add_name(read, nodes);
    keep_names(plan_.nodes.name(read), std::move(nodes), quantity);
}

/// Of a policy at the top level: mostly given, but it may also follow from a given total.
Origin ChosenFormulas::inherited_origin(NodeIndex policy) const {
    if (graph_.given(policy) != nullptr) return Origin::given;
    return is_default(graph_.chosen(policy)) ? Origin::assumed : Origin::computed;
}

/// Whether nobody has given a policy, and its default changes nothing.
bool ChosenFormulas::is_neutral(NodeIndex policy) const {
    return graph_.given(policy) == nullptr && graph_.chosen(policy).neutral;
}

/// What the objects' or tiers' quantities are together: `a + b`, `max(a, b)`.
void ChosenFormulas::fill_parts(NodeIndex id, ModelQuantity& quantity) {
    const Op op = plan_.nodes.definition(id).parts;
    const std::string_view between = op == Op::sum ? " + " : ", ";
    std::vector<Node> nodes;
    std::string text;
    for (const NodeIndex part : graph_.read_ids(id)) {
        if (part == NodeIndex::none) continue;
        add_name(part, nodes);
        constexpr std::size_t kMostShown = 6;
        if (!text.empty() && nodes.size() <= kMostShown + 1) text += between;
        if (nodes.size() <= kMostShown) text += plan_.nodes.name(part);
        else if (nodes.size() == kMostShown + 1) text += "...";
    }
    Node whole;
    whole.op = op;
    whole.arguments = static_cast<std::uint16_t>(nodes.size());
    nodes.push_back(whole);
    if (op != Op::sum) text = fmt::format("{}({})", row_of(op).name, text);
    keep_names(std::move(text), std::move(nodes), quantity);
}

void ChosenFormulas::add_name(NodeIndex id, std::vector<Node>& nodes) {
    Node node;
    node.op = Op::name;
    node.name = static_cast<std::uint32_t>(nodes.size());
    nodes.push_back(node);
    bindings_.add(id);
}

/// A formula made of names alone, which have been bound one by one.
void ChosenFormulas::keep_names(std::string text, std::vector<Node> nodes, ModelQuantity& quantity) {
    const Tree tree = formulas_.trees.emplace_back(std::move(nodes));
    quantity.formula = keep(formulas_.texts.emplace_back(std::move(text)), tree);
    quantity.names = bindings_.last(count_names(tree));
}

const Alternative* ChosenFormulas::keep(std::string_view text, Tree tree) {
    Alternative& alternative = formulas_.alternatives.emplace_back();
    alternative.text = text;
    alternative.tree = tree;
    return &alternative;
}

}  // namespace bote
