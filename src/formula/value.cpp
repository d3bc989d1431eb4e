#include <algorithm>
#include <cmath>

#include "bote/base/index.hpp"
#include "bote/formula/check.hpp"
#include "bote/formula/lexer.hpp"

namespace bote {

double literal_value(const Node& node, const Conventions& conventions) {
    return node.unit == kNoUnit ? node.number : node.number * factor(unit_at(node.unit), conventions);
}

namespace {

/// `sum` and `max` leave out what is absent, which is NaN here. All else is absent with one of its arguments: also 1 to
/// the power of it, whatever the library says.
double compute_known(Op op, std::span<double> arguments) {
    const auto absent = std::remove_if(arguments.begin(), arguments.end(), [](double x) { return std::isnan(x); });
    const auto known = arguments.first(position_of(absent, arguments));
    const bool enough = row_of(op).forgiving ? !known.empty() : known.size() == arguments.size();
    return enough ? compute(op, known) : NAN;
}

}  // namespace

double evaluate(Tree tree, std::span<const double> names, const Conventions& conventions) {
    if (tree.size() == 1 && tree.front().op == Op::literal) return literal_value(tree.front(), conventions);
    std::vector<double> stack;
    for (const Node& node : tree) {
        const std::size_t first = stack.size() - node.arguments;
        double result = 0;
        if (node.op == Op::literal) result = literal_value(node, conventions);
        else if (node.op == Op::name) result = names[node.name];
        else result = compute_known(node.op, std::span(stack).subspan(first));
        stack.resize(first);
        stack.push_back(result);
    }
    return stack.back();
}

void check_ranges(const Text& text, Tree tree, const Conventions& conventions, std::span<const double> names) {
    std::vector<double> stack;  // NaN where a name without a value is involved
    for (std::size_t i = 0; i < tree.size(); ++i) {
        const Node& node = tree[i];
        const std::size_t first = stack.size() - node.arguments;
        const std::span<const double> arguments(stack.data() + first, node.arguments);
        const bool known = std::none_of(arguments.begin(), arguments.end(), [](double x) { return std::isnan(x); });
        const RangeRule* rule = row_of(node.op).range;
        if (rule != nullptr && known && !rule->is_ordered(arguments))
            throw InputError(formula_error(text, node.begin, node.end, rule->disorder, std::string(rule->hint)));
        double result = NAN;
        if (node.op == Op::literal) result = literal_value(node, conventions);
        else if (node.op == Op::name) result = names.empty() ? NAN : names[node.name];
        else if (!names.empty()) result = compute_known(node.op, std::span(stack).subspan(first));
        else if (node.op == Op::negate) result = -arguments[0];
        else if (node.op == Op::divide && known) result = arguments[0] / arguments[1];
        else if (node.op == Op::multiply && known) result = arguments[0] * arguments[1];
        stack.resize(first);
        stack.push_back(result);
    }
}

std::optional<std::pair<double, double>> range_ends(Tree tree, const Conventions& conventions) {
    if (tree.empty() || tree.back().op != Op::range) return std::nullopt;
    // The first node of the high end: where the subtrees counted from the back are complete.
    std::size_t begin = tree.size() - 1;
    for (int wanted = 1; wanted > 0; --begin) wanted += tree[begin - 1].arguments - 1;
    const Tree low = tree.subspan(0, begin);
    const Tree high = tree.subspan(begin, tree.size() - 1 - begin);
    for (const Node& node : tree) {
        if (node.op == Op::name) return std::nullopt;
    }
    return std::pair(evaluate(low, {}, conventions), evaluate(high, {}, conventions));
}

}  // namespace bote
