#include "bote/formula/check.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/formula/lexer.hpp"

namespace bote {
namespace {

constexpr int kHighestPower = 9;

Dimension raised(Dimension base, int power) { return {base.byte * power, base.second * power, base.money * power}; }

/// Walks a tree in postfix order and keeps the dimension of each finished subtree.
class Checker {
public:
    Checker(const Text& text, Tree tree, std::span<const Dimension> names) : text_(text), tree_(tree), names_(names) {}

    Measured run() {
        if (tree_.size() == 1) return measure(tree_.front(), 0, 0);  // most often
        stack_.reserve(tree_.size());
        for (std::size_t i = 0; i < tree_.size(); ++i) {
            const Node& node = tree_[i];
            const std::size_t first = stack_.size() - node.arguments;
            const Measured result = measure(node, first, i);
            stack_.resize(first);
            stack_.push_back(result);
        }
        return stack_.back();
    }

private:
    Measured measure(const Node& node, std::size_t first, std::size_t index) const {
        switch (node.op) {
            case Op::literal: return literal(node);
            case Op::name: return {names_[node.name]};
            case Op::add: return alike(node, first, "adds {} and {}");
            case Op::subtract: return alike(node, first, "subtracts {1} from {0}");
            case Op::range: return alike(node, first, "goes from {} to {}");
            case Op::multiply: return {stack_[first].dimension * stack_[first + 1].dimension, stack_[first].is_zero};
            case Op::divide: return {stack_[first].dimension / stack_[first + 1].dimension, stack_[first].is_zero};
            case Op::negate: return stack_[first];
            case Op::power: return power(node, first, index);
            case Op::call: return call(node, first);
        }
        return {};
    }

    static Measured literal(const Node& node) {
        if (node.written == Written::attached_b) return {kByte};
        if (node.unit != kNoUnit) return {unit_at(node.unit).dimension};
        return {kCount, node.number == 0 && node.written == Written::plain};
    }

    [[noreturn]] void fail(const Node& node, std::string_view what, std::string hint = "") const {
        throw InputError(formula_error(text_, node.begin, node.end, what, std::move(hint)));
    }

    Measured alike(const Node& node, std::size_t first, std::string_view says) const {
        Measured result = stack_[first];
        for (std::size_t i = first + 1; i < first + node.arguments; ++i) {
            const Measured& next = stack_[i];
            if (next.is_zero) continue;
            if (!result.is_zero && result.dimension != next.dimension) {
                fail(node,
                     fmt::format("`{}` {}", shown(node),
                                 fmt::format(fmt::runtime(says), describe(result.dimension), describe(next.dimension))),
                     node.op == Op::subtract ? "a range is written with `to`, as in `1 to 5 per day`" : "");
            }
            result = next;
        }
        return result;
    }

    std::string shown(const Node& node) const {
        constexpr std::size_t kMost = 60;
        const auto whole = text_.text.substr(node.begin, node.end - node.begin);
        return whole.size() <= kMost ? whole : whole.substr(0, kMost) + "...";
    }

    Measured power(const Node& node, std::size_t first, std::size_t index) const {
        const Measured& base = stack_[first];
        if (stack_[first + 1].dimension != kCount)
            fail(node, "an exponent is a plain number, not " + describe(stack_[first + 1].dimension));
        if (base.dimension == kCount) return base;
        const Node& exponent = tree_[index - 1];
        const bool negative = exponent.op == Op::negate;
        const Node& literal = negative ? tree_[index - 2] : exponent;
        const bool whole = literal.op == Op::literal && std::floor(literal.number) == literal.number &&
                           literal.number <= kHighestPower;
        if (!whole) fail(node, fmt::format("{} can only be raised to a small whole number", describe(base.dimension)));
        return {raised(base.dimension, static_cast<int>(negative ? -literal.number : literal.number))};
    }

    Measured call(const Node& node, std::size_t first) const {
        const FunctionRow& row = row_of(node.function);
        const bool by_steps = row.dimensions == Dimensions::steps && node.arguments > 1;
        if (row.dimensions == Dimensions::same || by_steps) return alike(node, first, "mixes {} and {}");
        for (std::size_t i = first; i < first + node.arguments; ++i) {
            if (stack_[i].dimension != kCount)
                fail(node, fmt::format("{} takes plain numbers, not {}", row.name, describe(stack_[i].dimension)),
                     "divide by a unit first; a rate goes in parentheses: `ceil(qps / (50k/s))`");
        }
        return {kCount};
    }

    const Text& text_;
    Tree tree_;
    std::span<const Dimension> names_;
    std::vector<Measured> stack_;
};

void read_b_as(const Text& text, Expression& tree, bool bytes) {
    constexpr double kBillion = 1e9;
    for (Node& node : tree.nodes) {
        if (node.written != Written::attached_b) continue;
        node.written = Written::plain;
        if (node.op == Op::range) {  // `1 to 4B`: the low end has taken the unit of the high end, but no magnitude
            if (bytes) continue;
            throw InputError(formula_error(text, node.begin, node.end,
                                           "the low end of the range is either billions or a plain number",
                                           "write `1B to 4B`, or the high end in full"));
        }
        if (bytes) node.unit = index_of(*find_unit("B"));
        else node.number *= kBillion;
    }
}

/// What would turn `given` into `wanted`: "divide by a time, as in `/ day`".
std::string missing_factor(Dimension wanted, Dimension given) {
    const Dimension missing = wanted / given;
    if (missing == kByte)
        return wanted == kByte ? "a size has a unit, as in `500 B` or `2 KB`" : "multiply by a size, as in `* 1 KB`";
    if (missing == kSecond && wanted == kCount)
        return "a number without a time is wanted, such as `40%`; or multiply by a time, as in `* 1 day`";
    if (missing == kSecond)
        return wanted == kSecond ? "a duration has a unit, as in `5 years` or `30 days`"
                                 : "multiply by a time, as in `* 1 day`";
    if (missing == kCount / kSecond) return "say per how long, as in `/day` or `/s`";
    if (missing == kCount / kByte) return "divide by a size, as in `/ (1 KB)`";
    if (missing == kMoney) return "an amount of money starts with `$`";
    if (missing == kMoney / kSecond) return "a price over time reads `$100/month`";
    if (missing == kByte / kSecond) return "a data rate reads `200 MB/s` or `10 Gbps`";
    return "";
}

std::optional<Measured> try_check(const Text& text, Tree tree, std::span<const Dimension> names) {
    try {
        return check_dimensions(text, tree, names);
    } catch (const InputError&) {
        return std::nullopt;
    }
}

[[noreturn]] void refuse(const Text& text, Dimension wanted, Dimension given) {
    throw InputError(formula_error(text, 0, text.text.size(),
                                   fmt::format("{} was wanted, but this is {}", describe(wanted), describe(given)),
                                   missing_factor(wanted, given)));
}

}  // namespace

bool has_attached_b(Tree tree) {
    return std::any_of(tree.begin(), tree.end(), [](const Node& node) { return node.written == Written::attached_b; });
}

Measured check_dimensions(const Text& text, Tree tree, std::span<const Dimension> names) {
    return Checker(text, tree, names).run();
}

Dimension settle(const Text& text, Tree tree, std::span<const Dimension> names, std::optional<Dimension> wanted) {
    const Measured found = check_dimensions(text, tree, names);
    if (wanted && found.is_zero) return *wanted;
    if (wanted && found.dimension != *wanted) refuse(text, *wanted, found.dimension);
    return found.dimension;
}

Dimension settle(const Text& text, Expression& tree, std::span<const Dimension> names,
                 std::optional<Dimension> wanted) {
    if (!has_attached_b(tree)) return settle(text, Tree(tree), names, wanted);
    if (!wanted) {
        read_b_as(text, tree, true);
        return settle(text, Tree(tree), names, wanted);
    }
    for (const bool bytes : {true, false}) {
        Expression reading = tree;
        read_b_as(text, reading, bytes);
        const auto found = try_check(text, reading, names);
        if (!found || !(found->is_zero || found->dimension == *wanted)) continue;
        tree = std::move(reading);
        return *wanted;
    }
    throw InputError(
        formula_error(text, 0, text.text.size(),
                      fmt::format("{} was wanted; neither bytes nor billion for `B` gives that", describe(*wanted)),
                      "write `1 billion` or `1 B`"));
}

Dimension settle(const Text& text, const Sides& sides) {
    const Measured left = check_dimensions(text, sides.left, sides.left_names);
    const Measured right = check_dimensions(text, sides.right, sides.right_names);
    if (left.is_zero) return right.dimension;
    if (right.is_zero || left.dimension == right.dimension) return left.dimension;
    throw InputError(
        formula_error(text, 0, text.text.size(),
                      fmt::format("{} cannot be compared with {}", describe(left.dimension), describe(right.dimension)),
                      missing_factor(left.dimension, right.dimension)));
}

Dimension settle(const Text& text, Expectation& expectation, std::span<const Dimension> left_names,
                 std::span<const Dimension> right_names) {
    const auto read_as = [&](Expectation& reading, bool bytes) {
        read_b_as(text, reading.left, bytes);
        read_b_as(text, reading.right, bytes);
        return settle(text, {reading.left, reading.right, left_names, right_names});
    };
    if (has_attached_b(expectation.left) || has_attached_b(expectation.right)) {
        try {
            Expectation reading = expectation;
            const Dimension dimension = read_as(reading, true);
            expectation = std::move(reading);
            return dimension;
        } catch (const InputError&) {  // then it is billion
        }
    }
    return read_as(expectation, false);
}

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
