#include "bote/formula/print.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "bote/units/display.hpp"

namespace bote {
namespace {

constexpr int kAllDigits = 15;  // of a number whose own text cannot be shown

enum Binding { kNone, kSum, kProduct, kPower, kAtom };

enum class Month { none, of_days, billing };

struct Piece {
    std::string text;
    Binding binding = kAtom;
    bool present = true;
    bool is_unit = false;                         // a unit alone, as behind a slash
    std::optional<double> number = std::nullopt;  // of a literal without unit, or a neutral value
    bool neutral = false;                         // may be dropped where it changes nothing
    Month month = Month::none;                    // a lone `1 month`
};

using Pieces = std::vector<Piece>::iterator;  // used up by what takes them

std::string wrapped(Piece& piece, Binding least) {
    if (piece.binding < least) piece.text.insert(0, 1, '(').push_back(')');
    return std::move(piece.text);
}

/// A printed value such as `50 GB/day` holds a division, and one below zero a sign.
Binding binding_of_value(std::string_view text) {
    if (text.starts_with('-')) return kSum;
    return text.find('/') == std::string_view::npos ? kAtom : kProduct;
}

struct Sign {
    Op op;
    std::string_view text;
    Binding binding;  // of the result and of the left side
    Binding least_right;
    double identity;   // on the right it changes nothing
    bool either_side;  // on the left neither
};

constexpr Sign kSigns[] = {{Op::add, " + ", kSum, kSum, 0, true},
                           {Op::subtract, " - ", kSum, kProduct, 0, false},
                           {Op::multiply, " * ", kProduct, kProduct, 1, true},
                           {Op::divide, " / ", kProduct, kPower, 1, false}};

/// What is left of a neutral piece's partner: with it, that is as neutral as it is itself a plain number.
Piece remaining(Piece piece) {
    piece.neutral = piece.neutral || piece.number.has_value();
    return piece;
}

/// Dropped where it is a factor.
Piece one() { return {"1", kAtom, true, false, 1, true}; }

/// Around a sum of 1 and what only makes up for rounding, `1 + 1e-12`.
bool is_speck(const Piece& piece) {
    constexpr double kSpeck = 1e-9;
    return piece.number && *piece.number != 0 && std::abs(*piece.number) < kSpeck;
}

/// To a reader both are a month: that of 30 days and that of a bill, a twelfth of a year.
bool is_month_as_billed(const Piece& left, const Piece& right) {
    return left.month != Month::none && right.month != Month::none && left.month != right.month;
}

Piece infix(const Sign& sign, Piece& left, Piece& right) {
    if (right.neutral && right.number == sign.identity) return remaining(std::move(left));
    if (sign.either_side && left.neutral && left.number == sign.identity) return remaining(std::move(right));
    const bool divides = sign.op == Op::divide;
    if (divides && is_month_as_billed(left, right)) return one();
    if (divides && right.text.ends_with(kBillingMonth)) return std::move(left);
    if (sign.identity == 0 && left.number == 1 && is_speck(right)) return one();
    if (divides && (left.neutral || right.neutral) && left.text == right.text) return one();
    const bool unit = divides && right.is_unit;
    std::string text = wrapped(left, sign.binding);
    text.append(unit ? "/" : sign.text).append(unit ? right.text : wrapped(right, sign.least_right));
    return {std::move(text), sign.binding};
}

Piece call(const Node& node, Pieces first) {
    const bool forgiving = is_forgiving(node);
    const bool plus = node.op == Op::sum;
    std::string text;
    std::size_t shown = 0;
    Binding alone = kSum;
    for (auto piece = first; piece != first + node.arguments; ++piece) {
        if (!piece->present) {
            if (!forgiving) return {"", kAtom, false};
            continue;
        }
        alone = piece->binding;
        if (shown++ > 0) text += plus ? " + " : ", ";
        text += plus ? wrapped(*piece, kSum) : piece->text;
    }
    if (shown == 0) return {"", kAtom, false};
    if (plus || (forgiving && shown == 1)) return {text, shown > 1 ? kSum : alone};
    return {std::string(row_of(node.op).name) + "(" + text + ")", kAtom};
}

Piece combine(const Node& node, Pieces a) {
    for (const Sign& sign : kSigns) {
        if (sign.op == node.op) return infix(sign, a[0], a[1]);
    }
    if (node.op == Op::power) return {wrapped(a[0], kAtom) + " ^ " + wrapped(a[1], kAtom), kPower};
    return {"-" + wrapped(a[0], kAtom), kSum};
}

/// A unit as it is read behind a slash; a literal that stands for a word (`every 4 s`) in digits.
std::string literal_text(const Node& node, std::string_view text) {
    const std::string_view symbol = node.unit == kNoUnit ? std::string_view() : unit_at(node.unit).symbol;
    if (node.begin == node.end)
        return format_number(node.number, kAllDigits) + (symbol.empty() ? "" : " ") + std::string(symbol);
    const auto written = text.substr(node.begin, node.end - node.begin);
    return std::string(find_rate_word(written) != nullptr ? symbol : written);
}

Month month_of(const Node& node) {
    if (node.unit == kNoUnit || node.number != 1) return Month::none;
    const Unit& unit = unit_at(node.unit);
    if (unit.symbol == kBillingMonth) return Month::billing;
    return unit.follows == Follows::month ? Month::of_days : Month::none;
}

Piece literal(const Node& node, std::string_view text) {
    Piece piece{literal_text(node, text)};
    piece.is_unit = node.unit != kNoUnit && !piece.text.empty() && (piece.text[0] < '0' || piece.text[0] > '9');
    if (node.unit == kNoUnit) piece.number = node.number;
    piece.month = month_of(node);
    return piece;
}

Piece name(std::optional<ShownValue> value) {
    if (!value) return {"", kAtom, false};
    const Binding binding = binding_of_value(value->text);
    return {std::move(value->text), binding, true, false, value->neutral, value->neutral.has_value()};
}

Piece written_range(const Node& node, std::string_view text) {
    return {std::string(text.substr(node.begin, node.end - node.begin)), kNone};
}

}  // namespace

bool is_written_range(const Node& node, std::string_view text) {
    if (node.op == Op::range) return true;
    constexpr std::string_view kNormal = "normal";
    return row_of(node.op).name == kNormal && !text.substr(node.begin).starts_with(kNormal);
}

std::string print_with_values(Tree tree, std::string_view text, const ShowName& show) {
    std::vector<Piece> stack;
    stack.reserve(tree.size());
    for (const Node& node : tree) {
        if (node.op == Op::literal) {
            stack.push_back(literal(node, text));
        } else if (node.op == Op::name) {
            stack.push_back(name(show(node.name)));
        } else {
            const auto first = stack.end() - node.arguments;
            const bool present = std::all_of(first, stack.end(), [](const Piece& piece) { return piece.present; });
            Piece result = is_written_range(node, text) ? written_range(node, text)
                           : is_function(node.op)       ? call(node, first)
                                                        : combine(node, first);
            if (!is_function(node.op)) result.present = result.present && present;
            stack.erase(first, stack.end());
            stack.push_back(std::move(result));
        }
    }
    return stack.empty() || !stack.back().present ? std::string() : std::move(stack.back().text);
}

}  // namespace bote
