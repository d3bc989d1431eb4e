#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/formula/check.hpp"
#include "bote/formula/lexer.hpp"
#include "respell.hpp"

namespace bote {
namespace {

bool is_percentage(const Node& node) { return node.op == Op::literal && node.written == Written::percent; }

Amount amount_of_literal(const Node& node) {
    if (node.written == Written::percent) return Amount::share;
    return node.unit == kNoUnit && node.number <= 1 ? Amount::either : Amount::number;
}

/// Of what a node makes of its arguments.
Amount combined(const Node& node, std::span<const Amount> arguments) {
    const auto all = [&](Amount wanted) {
        return std::all_of(arguments.begin(), arguments.end(), [&](Amount each) { return each == wanted; });
    };
    const auto any = [&](Amount wanted) {
        return std::any_of(arguments.begin(), arguments.end(), [&](Amount each) { return each == wanted; });
    };
    if (node.op == Op::negate) return arguments.front();
    if (node.op == Op::range) return arguments.back();
    if (node.op == Op::multiply)  // twice 10% is a share, half of the users are a number
        return any(Amount::number) && !any(Amount::share) ? Amount::number : Amount::either;
    if (node.op != Op::add && node.op != Op::subtract) return Amount::either;
    if (any(Amount::number)) return Amount::number;
    return all(Amount::share) ? Amount::share : Amount::either;
}

}  // namespace

bool is_usual(Dimension dimension) {
    const auto once = [](int power) { return power >= -1 && power <= 1; };
    return once(dimension.byte) && once(dimension.second) && once(dimension.money);
}

Hint hint_for_unusual(const Text& text, Tree tree, Dimension found) {
    const auto rewritten = in_parentheses(text, tree);
    if (!rewritten.text.empty() && is_usual(found * rewritten.change)) return rewritten.hint(text);
    if (found.byte > 1) return "`B` is bytes: a number in billions reads `3 billion`";
    return "a rate behind a slash goes in parentheses: `qps / (10k/s)`";
}

void check_factor(const Text& text, Tree tree, const Display& display) {
    if (display.dimension != kCount || !is_factor(tree)) return;
    const auto fail = [&](std::string_view wanted, Hint hint) {
        throw InputError(formula_error(text, 0, text.text.size(),
                                       fmt::format("expected {}, found the factor '{}'", wanted, text.text),
                                       std::move(hint)));
    };
    if (display.numerator == Numerator::count || display.numerator == Numerator::whole)
        fail("a count", "give the value itself: write `200M`, or a product such as `2 * 100M`");
    const bool rises = is_lone_literal(tree) && tree.front().number >= 1;  // `growth: 1.2x` gets a hint of its own
    if (display.numerator == Numerator::share && !rises) fail("a percentage", "write `20%`");
}

void check_percent_signs(const Text& text, Tree tree, const Display& display) {
    const auto is_written = [](const Node& node) { return node.op == Op::literal && node.begin < node.end; };
    const auto is_bare = [&](const Node& node) { return is_written(node) && node.written == Written::plain; };
    const bool all_shares = std::all_of(tree.begin(), tree.end(), [&](const Node& node) {
        const bool is_share = node.unit == kNoUnit && (is_bare(node) || node.written == Written::percent);
        return node.op != Op::name && (!is_written(node) || is_share);
    });
    const bool is_high =
        std::any_of(tree.begin(), tree.end(), [&](const Node& node) { return is_bare(node) && node.number >= 1; });
    if (display.numerator != Numerator::share || !all_shares || !is_high) return;
    if (!is_lone_literal(tree) && !is_uncertain(tree)) return;
    std::set<std::size_t> ends;  // `30 ± 5%` has its 30 twice
    for (const Node& node : tree) {
        if (is_bare(node)) ends.insert(node.end);
    }
    std::string instead = text.text;
    for (auto end = ends.rbegin(); end != ends.rend(); ++end) instead.insert(*end, "%");  // so that places stay
    throw InputError(formula_error(text, 0, text.text.size(), fmt::format("'{}' is not a percentage", text.text),
                                   write_instead(text.text, std::string(trim(instead)))));
}

void check_shares(const Text& text, Tree tree, const std::function<Amount(std::uint32_t)>& amount_of) {
    std::vector<Amount> stack;
    std::vector<bool> percentages;
    for (const Node& node : tree) {
        const std::size_t first = stack.size() - node.arguments;
        if (node.op == Op::add || node.op == Op::subtract) {
            const bool mixed = (percentages[first + 1] && stack[first] == Amount::number) ||
                               (percentages[first] && stack[first + 1] == Amount::number);
            if (mixed) {
                const auto written = text.text.substr(node.begin, node.end - node.begin);
                const std::string_view does =
                    node.op == Op::add ? "adds a share and a count" : "takes a share from a count";
                throw InputError(formula_error(text, node.begin, node.end, fmt::format("`{}` {}", written, does),
                                               hint_for_share(text, tree, node)));
            }
        }
        Amount amount = Amount::either;
        if (node.op == Op::literal) amount = amount_of_literal(node);
        else if (node.op == Op::name) amount = amount_of(node.name);
        else amount = combined(node, std::span(stack).subspan(first));
        stack.resize(first);
        percentages.resize(first);
        stack.push_back(amount);
        percentages.push_back(is_percentage(node));
    }
}

namespace {

enum class Part : char { percentage, one, other };

Part combined(const Node& node, std::span<const Part> arguments) {
    const auto is_percentage = [](Part part) { return part == Part::percentage; };
    const auto is_other = [](Part part) { return part == Part::other; };
    const bool all = std::all_of(arguments.begin(), arguments.end(), is_percentage);
    const auto percentage_if = [](bool condition) { return condition ? Part::percentage : Part::other; };
    const bool all_but_ones = std::any_of(arguments.begin(), arguments.end(), is_percentage) &&
                              std::none_of(arguments.begin(), arguments.end(), is_other);
    if (node.op == Op::negate) return Part::other;
    if (node.op == Op::power) return percentage_if(is_percentage(arguments.front()));
    if (node.op == Op::multiply) return percentage_if(all_but_ones);
    if (node.op == Op::subtract) return percentage_if(!is_other(arguments.front()) && is_percentage(arguments.back()));
    const OperationRow& row = row_of(node.op);
    return percentage_if(all && (row.dimensions == Dimensions::same || row.name.starts_with("in_")));
}

}  // namespace

bool gives_percentage(Tree tree, const std::function<bool(std::uint32_t)>& is_percentage) {
    std::vector<Part> stack;
    for (const Node& node : tree) {
        const std::size_t first = stack.size() - node.arguments;
        Part part = Part::other;
        if (node.op == Op::name) part = is_percentage(node.name) ? Part::percentage : Part::other;
        else if (node.op != Op::literal) part = combined(node, std::span(stack).subspan(first));
        else if (node.written == Written::percent) part = Part::percentage;
        else if (node.written == Written::plain && node.unit == kNoUnit && node.number == 1) part = Part::one;
        stack.resize(first);
        stack.push_back(part);
    }
    return stack.back() == Part::percentage;
}

}  // namespace bote
