#include <algorithm>
#include <cmath>

#include "bote/formula/check.hpp"
#include "bote/formula/lexer.hpp"

namespace bote {

double literal_value(const Node& node, const Conventions& conventions) {
    return node.unit == kNoUnit ? node.number : node.number * factor(unit_at(node.unit), conventions);
}

namespace {

/// `sum` and `max` leave out what is absent, which is NaN here.
double apply_to_known(Function function, std::span<const double> arguments) {
    if (!is_forgiving(function)) {
        const bool absent = std::any_of(arguments.begin(), arguments.end(), [](double x) { return std::isnan(x); });
        return absent ? NAN : call_function(function, arguments);
    }
    std::vector<double> known;
    for (const double argument : arguments) {
        if (!std::isnan(argument)) known.push_back(argument);
    }
    return known.empty() ? NAN : call_function(function, known);
}

}  // namespace

double evaluate(Tree tree, const std::vector<double>& names, const Conventions& conventions) {
    if (tree.size() == 1 && tree.front().op == Op::literal) return literal_value(tree.front(), conventions);
    std::vector<double> stack;
    for (const Node& node : tree) {
        const std::size_t first = stack.size() - node.arguments;
        const auto argument = [&](std::size_t i) { return stack[first + i]; };
        double result = 0;
        switch (node.op) {
            case Op::literal: result = literal_value(node, conventions); break;
            case Op::name: result = names[node.name]; break;
            case Op::add: result = argument(0) + argument(1); break;
            case Op::subtract: result = argument(0) - argument(1); break;
            case Op::multiply: result = argument(0) * argument(1); break;
            case Op::divide: result = argument(0) / argument(1); break;
            case Op::power: {  // 1 to the power of what is absent is absent, whatever the library says
                const bool absent = std::isnan(argument(0)) || std::isnan(argument(1));
                result = absent ? NAN : std::pow(argument(0), argument(1));
                break;
            }
            case Op::negate: result = -argument(0); break;
            case Op::range: result = median_of_range(argument(0), argument(1)); break;
            case Op::call: result = apply_to_known(node.function, {stack.data() + first, node.arguments}); break;
        }
        stack.resize(first);
        stack.push_back(result);
    }
    return stack.back();
}

namespace {

std::string_view backwards(Function function, std::span<const double> a) {
    switch (function) {
        case Function::uniform: return a[0] < a[1] ? "" : "the first number must be below the second";
        case Function::normal: return a[1] > 0 ? "" : "the standard deviation must be above 0";
        case Function::triangular:
            return a[0] <= a[1] && a[1] <= a[2] && a[0] < a[2] ? "" : "the numbers must rise: low, mode, high";
        default: return "";
    }
}

}  // namespace

void check_ranges(const Text& text, Tree tree, const Conventions& conventions) {
    std::vector<double> stack;  // NaN where a name is involved
    for (std::size_t i = 0; i < tree.size(); ++i) {
        const Node& node = tree[i];
        const std::size_t first = stack.size() - node.arguments;
        const std::span<const double> arguments(stack.data() + first, node.arguments);
        const bool known = std::none_of(arguments.begin(), arguments.end(), [](double x) { return std::isnan(x); });
        if (node.op == Op::range && known && !(arguments[0] < arguments[1])) {
            throw InputError(formula_error(text, node.begin, node.end, "a range goes from a low to a high end",
                                           "its ends are the 5th and the 95th percentile"));
        }
        if (node.op == Op::call && known) {
            if (const auto wrong = backwards(node.function, arguments); !wrong.empty())
                throw InputError(formula_error(text, node.begin, node.end, wrong, ""));
        }
        double result = NAN;
        if (node.op == Op::literal) result = literal_value(node, conventions);
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
