// An operation is found by walking down a formula from its root to the name whose value is carried: each node on the
// way says what it does to that value, and the other arguments are printed in numbers. Of `filled * replication`, where
// `filled` is carried, that is "x 3".

#include "chain_operation.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/base/text.hpp"
#include "bote/formula/check.hpp"
#include "bote/formula/print.hpp"
#include "chain_words.hpp"

namespace bote {
namespace {

constexpr std::string_view kFromAll = "subtracted from 100%";

bool holds_name(Tree tree, QuantityIndex name) {
    return std::any_of(tree.begin(), tree.end(), [&](const Node& node) {
        return node.op == Op::name && index_at<QuantityIndex>(node.name) == name;
    });
}

/// Whether it adds or subtracts something, outside of parentheses.
bool adds(std::string_view operation) {
    int depth = 0;
    for (std::size_t i = 0; i < operation.size(); ++i) {
        if (operation[i] == '(') ++depth;
        if (operation[i] == ')') --depth;
        const std::string_view sign = operation.substr(i, 2);
        if (depth == 0 && (sign == "+ " || sign == "- ")) return true;
    }
    return false;
}

std::string_view rounding(const Node& node) {
    if (is_call(node, "ceil")) return "rounded up";
    if (is_call(node, "floor")) return "rounded down";
    return is_call(node, "round") ? "rounded" : "";
}

class OperationText {
public:
    OperationText(const Working& working, QuantityIndex from, QuantityIndex to, Figures figures)
        : working_(working), model_(working.estimate->model), from_(from), to_(to), figures_(figures) {}

    std::string run() const {
        const Reduced& formula = working_.reduction.formulas[to_];
        std::string done = done_by(formula.nodes);
        const std::string time = change_of_time(working_, from_, to_, figures_);
        return time.empty() || done.empty() ? time + done : time + " " + done;
    }

private:
    /// What a formula does to the value it carries: "x 3 at the peak"; nothing where that is all there is.
    std::string done_by(Tree tree) const {
        const Node& last = tree.back();
        if (last.op == Op::name) return "";
        const auto arguments = arguments_of(tree);
        const auto holds = [&](Tree argument) { return holds_name(argument, from_); };
        const auto main = std::find_if(arguments.begin(), arguments.end(), holds);
        if (main == arguments.end()) return "";
        const std::string before = done_by(*main);
        const auto behind = [&](std::string_view more) {
            if (before.empty() || more.empty()) return before + std::string(more);
            // "+ 5k/s, / 10k/s": of the sum, not of its last part.
            return fmt::format("{}{} {}", before, adds(before) || before.ends_with(kFromAll) ? "," : "", more);
        };
        if (is_sum(last)) return behind(summands(arguments, position_of(main, arguments)));
        if (const auto words = rounding(last); !words.empty())
            return is_rounded_already(*main, tree) ? before : behind(words);
        if (is_call(last, "max") || is_call(last, "min")) return before;
        if (is_call(last, "in_series")) return behind(times_others(arguments, position_of(main, arguments)));
        const bool first = main == arguments.begin();
        if (last.op == Op::multiply) return behind(with_sign("x ", arguments[first ? 1 : 0]));
        if (last.op == Op::divide && first) return behind(divided_by(arguments[1]));
        if (last.op == Op::subtract && first) return behind("- " + operand(arguments[1]));
        if (what_is_left(tree)) return behind(kFromAll);
        return std::string(kWholeFormula) + printed(tree);
    }

    /// Whether a value reads the same before it is rounded.
    bool is_rounded_already(Tree before, Tree after) const {
        constexpr double kSame = 1e-9;
        const double value = value_of(working_, before, figures_.arithmetic);
        const double rounded = value_of(working_, after, figures_.arithmetic);
        const double shown = value < kSaidWhole ? value : std::round(value);
        return std::abs(shown - rounded) <= kSame * std::abs(rounded);
    }

    /// "/ 4", and "a day" of a unit alone.
    std::string divided_by(Tree tree) const {
        const bool unit = tree.size() == 1 && tree.front().op == Op::literal && tree.front().number == 1;
        const std::string numbers = unit ? printed(tree) : "";
        if (numbers.empty() || !is_letter(numbers.front())) return with_sign("/ ", tree);
        return std::string(trim(spoken_rate("/" + numbers)));
    }

    /// Nothing of a factor that a reader takes for 1: a month of traffic on the bill of a month.
    std::string with_sign(std::string_view sign, Tree tree) const {
        const std::string numbers = printed(tree);
        const bool name = tree.size() == 1 && tree.front().op == Op::name;
        if (!name && (numbers == "1" || numbers.ends_with(kBillingMonth))) return "";
        return std::string(sign) + operand(tree);
    }

    std::string summands(const std::vector<Tree>& arguments, std::size_t main) const {
        constexpr std::size_t kMostNamed = 3;
        std::string all;
        double rest = 0;
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            if (i == main) continue;
            rest += value_of(working_, arguments[i], figures_.arithmetic);
            if (!all.empty()) all += " ";
            all += "+ " + summand(arguments[i]);
        }
        if (arguments.size() <= kMostNamed) return all;
        const Conventions& conventions =
            figures_.arithmetic == Arithmetic::exact ? model_.conventions : model_.whiteboard;
        return fmt::format("+ {} of {} others", spoken_rate(format(rest, model_[to_].display, conventions)),
                           arguments.size() - 1);
    }

    std::string summand(Tree whole) const {
        const std::vector<Node> tree = without_limits(whole);
        std::string numbers = printed(tree);
        if (tree.size() != 1 || tree.front().op != Op::name) return numbers;
        return numbers + " " + summand_label(model_, index_at<QuantityIndex>(tree.front().name), to_);
    }

    std::string times_others(const std::vector<Tree>& arguments, std::size_t main) const {
        std::string all;
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            if (i != main) all += (all.empty() ? "x " : " x ") + printed(arguments[i]);
        }
        return all;
    }

    std::string operand(Tree whole) const {
        const std::vector<Node> tree = without_limits(whole);
        if (const auto left = what_is_left(tree)) return format(*left, *parse_display("%"), model_.conventions);
        if (tree.size() == 1 && tree.front().op == Op::name)
            return factor_said(working_, index_at<QuantityIndex>(tree.front().name), from_, figures_);
        const std::string numbers = printed(tree);
        const bool infix = tree.size() > 1 && (!is_function(tree.back().op) || is_sum(tree.back()) ||
                                               is_written_range(tree.back(), working_.reduction.formulas[to_].text));
        return infix ? "(" + numbers + ")" : numbers;
    }

    /// The formula with that argument of each minimum and maximum which it comes to.
    std::vector<Node> without_limits(Tree tree) const {
        std::vector<std::vector<Node>> stack;
        const auto less = [&](const std::vector<Node>& a, const std::vector<Node>& b) {
            return value_of(working_, a, figures_.arithmetic) < value_of(working_, b, figures_.arithmetic);
        };
        for (const Node& node : tree) {
            const auto first = stack.end() - node.arguments;
            std::vector<Node> part;
            if (is_call(node, "min")) part = *std::min_element(first, stack.end(), less);
            else if (is_call(node, "max")) part = *std::max_element(first, stack.end(), less);
            else {
                for (auto each = first; each != stack.end(); ++each)
                    part.insert(part.end(), each->begin(), each->end());
                part.push_back(node);
            }
            stack.erase(first, stack.end());
            stack.push_back(std::move(part));
        }
        return std::move(stack.back());
    }

    /// 1 - 30% is 70%.
    std::optional<double> what_is_left(Tree tree) const {
        const bool one_less = tree.size() == 3 && tree.back().op == Op::subtract && tree[0].op == Op::literal &&
                              tree[0].number == 1 && tree[0].unit == kNoUnit && tree[1].op == Op::name;
        if (!one_less || model_[index_at<QuantityIndex>(tree[1].name)].display.numerator != Numerator::share) return {};
        return value_of(working_, tree, figures_.arithmetic);
    }

    std::string printed(Tree tree) const {
        const auto show = [&](std::uint32_t name) {
            return ShownValue{value_text(working_, index_at<QuantityIndex>(name), figures_), std::nullopt};
        };
        return with_times(spoken_rate(print_with_values(tree, working_.reduction.formulas[to_].text, show)));
    }

    const Working& working_;
    const Model& model_;
    QuantityIndex from_;
    QuantityIndex to_;
    Figures figures_;
};

}  // namespace

bool is_sum(const Node& node) { return node.op == Op::add || node.op == Op::sum; }

bool is_call(const Node& node, std::string_view function) { return row_of(node.op).name == function; }

double value_of(const Working& working, Tree tree, Arithmetic arithmetic) {
    const Estimate& estimate = *working.estimate;
    if (arithmetic == Arithmetic::exact) return evaluate(tree, estimate.values.quantities, estimate.model.conventions);
    return evaluate(tree, working.whiteboard, estimate.model.whiteboard);
}

std::string operation_between(const Working& working, QuantityIndex from, QuantityIndex to, Figures figures) {
    return OperationText(working, from, to, figures).run();
}

}  // namespace bote
