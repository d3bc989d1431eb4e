#include "bote/formula/check.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/character.hpp"
#include "bote/formula/lexer.hpp"
#include "respell.hpp"

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
        dimensions_.reserve(tree_.size());
        for (std::size_t i = 0; i < tree_.size(); ++i) {
            const Node& node = tree_[i];
            const std::size_t first = stack_.size() - node.arguments;
            const Measured result = measure(node, first, i);
            stack_.resize(first);
            stack_.push_back(result);
            dimensions_.push_back(result.dimension);
        }
        return stack_.back();
    }

    /// The months beside money of a tree that was run.
    [[nodiscard]] const std::vector<std::size_t>& months() const { return months_; }
    /// Whether money is divided by a time in it, or something in it is money over time.
    [[nodiscard]] bool has_rent() const { return has_rent_; }

private:
    Measured measure(const Node& node, std::size_t first, std::size_t index) const {
        if (node.op == Op::literal) return literal(node);
        if (node.op == Op::name) {
            const Dimension named = names_[node.name];
            has_rent_ = has_rent_ || (named.money != 0 && named.second < 0);
            return {named};
        }
        switch (row_of(node.op).dimensions) {
            case Dimensions::same: return alike(node, first);
            case Dimensions::counts: return counts(node, first);
            case Dimensions::steps: return node.arguments > 1 ? alike(node, first) : counts(node, first);
            case Dimensions::product:
                note_months(first, index);
                return {stack_[first].dimension * stack_[first + 1].dimension, stack_[first].is_zero};
            case Dimensions::quotient:
                note_months(first, index);
                if (is_money_divided(index) && stack_[first + 1].dimension == kSecond) has_rent_ = true;
                return {stack_[first].dimension / stack_[first + 1].dimension, stack_[first].is_zero};
            case Dimensions::power: return power(node, first, index);
        }
        return {};
    }

    static Measured literal(const Node& node) {
        if (node.written == Written::attached_b || node.written == Written::shared_b) return {kByte};
        if (node.unit != kNoUnit) return {unit_at(node.unit).dimension};
        return {kCount, node.number == 0 && node.written == Written::plain};
    }

    [[noreturn]] void fail(const Node& node, std::string_view what, Hint hint = {}) const {
        throw InputError(formula_error(text_, node.begin, node.end, what, std::move(hint)));
    }

    Measured alike(const Node& node, std::size_t first) const {
        Measured result = stack_[first];
        for (std::size_t i = first + 1; i < first + node.arguments; ++i) {
            const Measured& next = stack_[i];
            if (next.is_zero) continue;
            if (!result.is_zero && result.dimension != next.dimension) {
                fail(node,
                     fmt::format("`{}` {}", shown(node),
                                 fmt::format(fmt::runtime(row_of(node.op).mixture), describe(result.dimension),
                                             describe(next.dimension))),
                     hint_for_mixture(node, result, next));
            }
            result = next;
        }
        return result;
    }

    Hint hint_for_mixture(const Node& node, const Measured& left, const Measured& right) const {
        if (!is_usual(left.dimension) || !is_usual(right.dimension)) return in_parentheses(text_, tree_).hint(text_);
        Hint share = hint_for_share(text_, tree_, node);
        if (!share.empty() || node.op != Op::subtract) return share;
        if (Hint dash = hint_for_dash_of_units(text_); !dash.empty()) return dash;
        if (const auto range = as_range(text_.text)) {
            Hint hint = rewrite(text_, *range);
            hint.text = fmt::format("a range is written `{}`", *range);
            return hint;
        }
        return "a range is written with `to`, as in `1 to 5 per day`";
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

    Measured counts(const Node& node, std::size_t first) const {
        for (std::size_t i = first; i < first + node.arguments; ++i) {
            if (stack_[i].dimension == kCount) continue;
            Hint rewritten = in_parentheses(text_, tree_).hint(text_);
            fail(node,
                 fmt::format("{} takes plain numbers, not {}", row_of(node.op).name, describe(stack_[i].dimension)),
                 is_usual(stack_[i].dimension) || rewritten.empty()
                     ? Hint("divide by a unit first; a rate goes in parentheses: `ceil(qps / (50k/s))`")
                     : rewritten);
        }
        return {kCount};
    }

    /// A month that money is divided by or multiplied with.
    void note_months(std::size_t first, std::size_t index) const {
        const bool by_money = stack_[first].dimension.money != 0;
        if (tree_[index].op == Op::divide ? is_money_divided(index) : by_money) note_month(index - 1);
        if (stack_[first + 1].dimension.money != 0) note_month(start_of(index - 1) - 1);
    }

    /// A unit behind a slash belongs to the factor before it: `$5 * 3/day` is a price times a rate, as `3/day * $5` is.
    bool is_money_divided(std::size_t index) const {
        std::size_t divided = start_of(index - 1) - 1;
        if (!is_unit(index - 1)) return dimensions_[divided].money != 0;
        while (!is_in_parentheses(divided)) {
            if (tree_[divided].op == Op::multiply) divided = divided - 1;
            else if (tree_[divided].op == Op::divide && is_unit(divided - 1)) divided = divided - 2;
            else break;
        }
        return dimensions_[divided].money != 0;
    }

    /// A tree that was put together has nodes of other texts.
    bool is_unit(std::size_t index) const {
        const Node& node = tree_[index];
        const bool is_measured = node.op == Op::literal && node.unit != kNoUnit;
        return is_measured && node.begin < text_.text.size() && is_letter(text_.text[node.begin]);
    }

    bool is_in_parentheses(std::size_t index) const {
        const auto next = text_.text.find_first_not_of(' ', tree_[index].end);
        return next != std::string::npos && text_.text[next] == ')';
    }

    /// The first node of the subtree that ends with this one.
    std::size_t start_of(std::size_t index) const {
        for (int wanted = 1; wanted > 0; --index) wanted += tree_[index].arguments - 1;
        return index + 1;
    }

    void note_month(std::size_t index) const {
        const Node& node = tree_[index];
        if (node.op == Op::literal && node.unit != kNoUnit && unit_at(node.unit).follows == Follows::month)
            months_.push_back(index);
    }

    const Text& text_;
    Tree tree_;
    std::span<const Dimension> names_;
    std::vector<Measured> stack_;
    std::vector<Dimension> dimensions_;  // of each node before the one that is looked at
    mutable std::vector<std::size_t> months_;
    mutable bool has_rent_ = false;
};

}  // namespace

/// A month beside money is a twelfth of a year.
void bill_months(const Text& text, Expression& tree, std::span<const Dimension> names) {
    if (!has_month(tree)) return;
    Checker checker(text, tree, names);
    checker.run();
    for (const std::size_t index : checker.months()) {
        UnitIndex& unit = tree.change()[index].unit;
        unit = index_of(beside_money(unit_at(unit)));
    }
}

bool has_attached_b(Tree tree) {
    return std::any_of(tree.begin(), tree.end(), [](const Node& node) { return node.written == Written::attached_b; });
}

bool has_month(Tree tree) {
    return std::any_of(tree.begin(), tree.end(), [](const Node& node) {
        return node.unit != kNoUnit && unit_at(node.unit).follows == Follows::month;
    });
}

bool has_rent(const Text& text, Tree tree, std::span<const Dimension> names) {
    Checker checker(text, tree, names);
    checker.run();
    return checker.has_rent();
}

Measured check_dimensions(const Text& text, Tree tree, std::span<const Dimension> names) {
    return Checker(text, tree, names).run();
}

}  // namespace bote
