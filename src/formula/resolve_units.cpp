// What a formula is once its dimension is known: the reading of an attached `B`, and of a month beside money.

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "bote/formula/check.hpp"
#include "bote/formula/lexer.hpp"
#include "bote/units/decimal.hpp"
#include "respell.hpp"

namespace bote {
namespace {

/// `1 to 4B` as `1B to 4B`, and `10 to 1B`, which would then fall, as `10 to 1 billion`.
std::string with_billions(const Text& text, const Node& range) {
    std::string instead = text.text;
    const auto first = instead.find(' ', range.begin);
    instead.insert(std::min(first, instead.size()), "B");
    const auto rising = as_range(instead.substr(range.begin, range.end + 1 - range.begin));
    if (rising) return instead;
    instead = text.text;
    const auto last = instead.rfind('B', range.end);
    if (last != std::string::npos) instead.replace(last, 1, " billion");
    return instead;
}

void read_b_as(const Text& text, Expression& tree, bool bytes) {
    constexpr double kBillion = 1e9;
    if (!has_attached_b(tree)) return;
    for (Node& node : tree.change()) {
        if (node.written == Written::shared_b) {
            node.written = Written::plain;
            if (bytes) node.unit = index_of(*find_unit("B"));
        }
        if (node.written != Written::attached_b) continue;
        node.written = Written::plain;
        if (node.op == Op::range) {  // `1 to 4B`: the low end has taken the unit of the high end, but no magnitude
            if (bytes) continue;
            throw InputError(formula_error(text, node.begin, node.end,
                                           "the low end of the range is either billions or a plain number",
                                           rewrite(text, with_billions(text, node))));
        }
        if (bytes) node.unit = index_of(*find_unit("B"));
        else node.number *= kBillion;
    }
}

/// How a value of a dimension is written.
std::string example_of(Dimension wanted) {
    if (wanted == kByte) return "a size has a unit, as in `500 B` or `2 KB`";
    if (wanted == kSecond) return "a duration has a unit, as in `5 years` or `2 ms`";
    if (wanted == kCount / kSecond) return "a rate reads `5M/day` or `200/s`";
    if (wanted == kByte / kSecond) return "a data rate reads `200 MB/s` or `10 Gbps`";
    if (wanted == kMoney) return "an amount of money starts with `$`";
    if (wanted == kMoney / kSecond) return "a price over time reads `$100/month`";
    return "";
}

/// A hint for converting one dimension into another: "multiply by a time, as in `* 1 day`".
std::string missing_factor(Dimension wanted, Dimension given) {
    const Dimension missing = wanted / given;
    if (given == kCount && wanted != kCount / kSecond) return example_of(wanted);
    if (missing == kByte) return "multiply by a size, as in `* 1 KB`";
    if (missing == kSecond && wanted == kCount)
        return "write it without a time, or multiply by a time, as in `* 1 day`";
    if (missing == kSecond) return "multiply by a time, as in `* 1 day`";
    if (missing == kCount / kSecond) return "say per how long, as in `/day` or `/s`";
    if (missing == kCount / kByte) return "divide by a size, as in `/ (1 KB)`";
    return example_of(wanted);
}

std::optional<Measured> try_check(const Text& text, Tree tree, std::span<const Dimension> names) {
    try {
        return check_dimensions(text, tree, names);
    } catch (const InputError&) {
        return std::nullopt;
    }
}

/// `1 B/day` where a number of something is asked for: bytes by the letter, and probably billions.
Hint hint_for_billions(const Text& text, Tree tree, std::span<const Dimension> names, Dimension wanted) {
    std::vector<Node> counted(tree.begin(), tree.end());
    std::string instead = text.text;
    for (auto node = counted.rbegin(); node != counted.rend(); ++node) {  // so that places stay
        const bool is_written = node->op == Op::literal && node->begin < node->end;
        if (!is_written || node->unit == kNoUnit || unit_at(node->unit).symbol != "B") continue;
        if (text.text.substr(node->begin, node->end - node->begin).find(" B") == std::string::npos) continue;
        instead.replace(node->end - 1, 1, "billion");
        node->unit = kNoUnit;
    }
    const auto found = instead == text.text ? std::nullopt : try_check(text, counted, names);
    return found && found->dimension == wanted ? rewrite(text, instead) : Hint();
}

/// `1/2 KB`, which divides by two kilobytes.
Hint hint_for_fraction(const Text& text, Tree tree, Dimension wanted) {
    constexpr int kDigits = 6;
    constexpr std::size_t kParts = 3;
    if (tree.size() != kParts || tree[2].op != Op::divide || tree[0].op != Op::literal || tree[1].op != Op::literal)
        return {};
    const Node& below = tree[1];
    if (below.unit == kNoUnit || unit_at(below.unit).dimension != wanted || tree[0].unit != kNoUnit ||
        below.number == 0)
        return {};
    return rewrite(text, fmt::format("{} {}", format_number(tree[0].number / below.number, kDigits),
                                     spoken_symbol(unit_at(below.unit))));
}

[[noreturn]] void refuse(const Text& text, Tree tree, std::span<const Dimension> names, Dimension wanted,
                         Dimension given) {
    Hint hint = hint_for_billions(text, tree, names, wanted);
    const auto rewritten = in_parentheses(text, tree);
    if (hint.empty() && !rewritten.text.empty() && given * rewritten.change == wanted) hint = rewritten.hint(text);
    if (hint.empty()) hint = hint_for_fraction(text, tree, wanted);
    if (hint.empty()) {
        hint = missing_factor(wanted, given);
        if (wanted / given == kCount / kByte && has_names(tree))
            hint.text += "; a number in billions reads `3 billion`";
    }
    throw InputError(formula_error(text, 0, text.text.size(),
                                   fmt::format("expected {}, found {}", describe(wanted), describe(given)),
                                   std::move(hint)));
}

Dimension fitting(const Text& text, Tree tree, std::span<const Dimension> names, std::optional<Dimension> wanted) {
    const Measured found = check_dimensions(text, tree, names);
    if (wanted && found.is_zero) return *wanted;
    if (wanted && found.dimension != *wanted) refuse(text, tree, names, *wanted, found.dimension);
    return found.dimension;
}

/// `500B` where neither bytes nor a number of something is asked for.
std::string hint_for_attached_b(const Text& text, Dimension wanted) {
    const auto number = text.text.substr(0, text.text.find('B'));
    const bool is_number = number.find_first_not_of("0123456789.") == std::string::npos && text.text.ends_with('B');
    if (is_number && wanted == kCount / kSecond) return fmt::format("write `{} billion/day`", number);
    if (is_number && wanted == kByte / kSecond) return fmt::format("write `{} B/s`", number);
    const std::string example = example_of(wanted);
    return example.empty() ? "write `1 billion` or `1 B`" : example;
}

Dimension resolve_attached_b(const Text& text, Expression& tree, std::span<const Dimension> names,
                             std::optional<Dimension> wanted) {
    if (!has_attached_b(tree) || !wanted) {
        read_b_as(text, tree, true);
        return fitting(text, tree, names, wanted);
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
                      fmt::format("expected {}; reading `B` as bytes or as billion gives neither", describe(*wanted)),
                      hint_for_attached_b(text, *wanted)));
}

}  // namespace

Dimension resolve_units(const Text& text, Expression& tree, std::span<const Dimension> names,
                        std::optional<Dimension> wanted) {
    const Dimension found = resolve_attached_b(text, tree, names, wanted);
    bill_months(text, tree, names);
    return found;
}

namespace {

Hint hint_for_sides(const Text& text, const Expectation& sides, Dimension left, Dimension right) {
    const auto of_left = in_parentheses(text, sides.left);
    const auto of_right = in_parentheses(text, sides.right);
    if (!of_left.text.empty() && left * of_left.change == right) return of_left.hint(text);
    if (!of_right.text.empty() && right * of_right.change == left) return of_right.hint(text);
    return missing_factor(left, right);
}

Dimension common_dimension(const Text& text, const Expectation& sides, std::span<const Dimension> left_names,
                           std::span<const Dimension> right_names) {
    const Measured left = check_dimensions(text, sides.left, left_names);
    const Measured right = check_dimensions(text, sides.right, right_names);
    if (left.is_zero) return right.dimension;
    if (right.is_zero || left.dimension == right.dimension) return left.dimension;
    throw InputError(
        formula_error(text, 0, text.text.size(),
                      fmt::format("{} cannot be compared with {}", describe(left.dimension), describe(right.dimension)),
                      hint_for_sides(text, sides, left.dimension, right.dimension)));
}

/// Money over time by the month or the year, or something that is such a cost by itself.
bool is_billed(Tree tree, std::span<const Dimension> names) {
    return std::any_of(tree.begin(), tree.end(), [&](const Node& node) {
        if (node.op == Op::name) return names[node.name] == kMoney / kSecond;
        return node.unit != kNoUnit && unit_at(node.unit).symbol == kBillingMonth;
    });
}

}  // namespace

Dimension resolve_units(const Text& text, Expectation& expectation, std::span<const Dimension> left_names,
                        std::span<const Dimension> right_names) {
    const auto read_as = [&](Expectation& reading, bool bytes) {
        read_b_as(text, reading.left, bytes);
        read_b_as(text, reading.right, bytes);
        const Dimension dimension = common_dimension(text, reading, left_names, right_names);
        bill_months(text, reading.left, left_names);
        bill_months(text, reading.right, right_names);
        if (is_billed(reading.left, left_names) || is_billed(reading.right, right_names)) {
            bill_traffic(text, reading.left, left_names);
            bill_traffic(text, reading.right, right_names);
        }
        return dimension;
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

}  // namespace bote
