#include "range.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "bote/base/number_text.hpp"
#include "bote/formula/check.hpp"
#include "literal.hpp"

namespace bote {
namespace {

constexpr int kWrittenDigits = 15;

struct Phrase {
    std::size_t first = 0;   // nodes
    std::size_t number = 0;  // its literal
    std::size_t last = 0;    // one past
    std::size_t token = 0;   // of the number
    bool negative = false;
};

Phrase read_phrase(Reading& reading) {
    Phrase result;
    result.first = reading.nodes.size();
    const std::size_t begin = reading.peek().begin;
    result.negative = reading.at_symbol('-');
    if (result.negative) reading.take();
    result.token = reading.at + (reading.at_symbol('$') ? 1 : 0);
    if (reading.peek().kind != TokenKind::number && !reading.at_symbol('$')) reading.refuse(reading.peek());
    result.number = reading.nodes.size();
    reading.add(read_literal(reading));
    if (result.negative) reading.add_operator(Op::negate, begin, 1);
    while (reading.at_symbol('/') || at_per(reading) || at_rate_word(reading)) {
        const bool word = at_rate_word(reading);
        if (!word) reading.take();
        reading.add(word ? read_rate_word(reading) : read_term(reading));
        reading.add_operator(Op::divide, begin, 2);
    }
    result.last = reading.nodes.size();
    return result;
}

/// The magnitude that a number carries, attached or as the next word.
std::optional<double> magnitude_of(const Reading& reading, std::size_t token) {
    const auto& number = reading.tokens[token];
    if (const auto attached = find_magnitude(number.text)) return attached;
    const auto& next = reading.tokens[std::min(token + 1, reading.tokens.size() - 1)];
    if (!number.text.empty() || next.kind != TokenKind::name) return std::nullopt;
    return find_long_magnitude(next.text);
}

/// `10 to 20M`: the low end is ten or ten million.
[[noreturn]] void refuse_magnitude(const Reading& reading, const Phrase& low, const Phrase& high) {
    const std::string sign = low.negative ? "-" : "";
    const Token& low_token = reading.tokens[low.token];
    const Token& high_token = reading.tokens[high.token];
    const std::size_t end = reading.tokens[reading.at - 1].end;
    const std::string written(high_token.text.empty() ? reading.tokens[high.token + 1].text : high_token.text);
    const std::string blank = high_token.text.empty() ? " " : "";
    const auto number = sign + reading.text.text.substr(low_token.begin, low_token.end - low_token.begin);
    const auto upper = (high.negative ? "-" : "") + reading.text.text.substr(high_token.begin, end - high_token.begin);
    reading.fail(
        low_token.begin, end,
        fmt::format("'{}{}' is either {}{}{} or just {}", sign,
                    reading.text.text.substr(low_token.begin, end - low_token.begin), number, blank, written, number),
        fmt::format("write `{}{}{} to {}`, or the high end without its magnitude", number, blank, written, upper));
}

/// A number as it is written, without what stands behind it.
std::string digits_of(const Reading& reading, const Token& number) {
    return reading.text.text.substr(number.begin, number.end - number.begin - number.text.size());
}

/// "M", " million": a magnitude as it is written, or empty.
std::string written_magnitude(const Reading& reading, std::size_t token) {
    const Token& number = reading.tokens[token];
    if (!magnitude_of(reading, token)) return "";
    return number.text.empty() ? " " + std::string(reading.tokens[token + 1].text) : std::string(number.text);
}

/// Whether a number without magnitude could be meant with that of a larger one: `2` beside `10M`.
bool may_share_magnitude(const Reading& reading, std::size_t lesser, std::size_t greater) {
    const double number = reading.tokens[lesser].value;
    const auto size = magnitude_of(reading, greater);
    return size && !magnitude_of(reading, lesser) && number != 0 &&
           number * *size < reading.tokens[greater].value * *size;
}

/// Whether an argument that begins with a token is a number, perhaps with its unit.
bool is_lone_number(const Reading& reading, std::size_t token) {
    constexpr std::string_view kOperators = "+-*^(";
    return reading.tokens[token].kind == TokenKind::number &&
           kOperators.find(reading.tokens[token + 1].text) == std::string_view::npos;
}

/// Whether a number stands without a unit.
bool is_bare(const Node& number, const Phrase& phrase) {
    return phrase.last - phrase.number == 1U + (phrase.negative ? 1U : 0U) && number.unit == kNoUnit;
}

/// Whether the low end takes the units of the high one: `5 to 10 KB`, `$1k to $2k/month`.
bool lacks_units(const Node& low_number, const Phrase& low, const Node& high_number) {
    Node number = low_number;
    if (number.unit == high_number.unit && number.unit != kNoUnit && unit_at(number.unit).dimension == kMoney)
        number.unit = kNoUnit;
    return is_bare(number, low);
}

void copy_units(std::vector<Node>& nodes, const Phrase& low, const Phrase& high) {
    const Node source = nodes[high.number];
    Node& target = nodes[low.number];
    const bool is_percent = target.written == Written::percent;
    target.unit = source.unit;
    if (source.written != Written::ratio) target.written = source.written;
    if (source.written == Written::percent && !is_percent) target.number /= kPerCent;
    const std::size_t tail = high.number + 1U + (high.negative ? 1U : 0U);
    std::vector<Node> units(nodes.begin() + static_cast<std::ptrdiff_t>(tail),
                            nodes.begin() + static_cast<std::ptrdiff_t>(high.last));
    nodes.insert(nodes.begin() + static_cast<std::ptrdiff_t>(low.last), units.begin(), units.end());
}

/// `0.8 to 90%`: the low end is 80% or 0.8%.
bool is_share_or_percentage(const Node& low, const Node& high) {
    return low.written == Written::plain && low.unit == kNoUnit && high.written == Written::percent && low.number > 0 &&
           low.number < high.number;
}

[[noreturn]] void refuse_share(const Reading& reading, const Phrase& low, const Phrase& high) {
    const auto written = digits_of(reading, reading.tokens[low.token]);
    const auto upper = digits_of(reading, reading.tokens[high.token]);
    const auto share = format_number(reading.nodes[low.number].number * kPerCent, kWrittenDigits);
    reading.fail(reading.tokens[low.token].begin, reading.tokens[reading.at - 1].end,
                 fmt::format("'{0}' is either {1}% or {0}%", written, share),
                 fmt::format("write `{1}% to {2}%` or `{0}% to {2}%`", written, share, upper));
}

/// A low end without unit takes the units of the high end, never its magnitude.
bool complete_low_end(Reading& reading, const Phrase& low, const Phrase& high) {
    const Node& low_number = reading.nodes[low.number];
    const Node& high_number = reading.nodes[high.number];
    const auto low_size = magnitude_of(reading, low.token);
    const auto high_size = magnitude_of(reading, high.token);
    const double low_value = low_number.number * (low.negative ? -1 : 1);
    const double high_value = high_number.number * (high.negative ? -1 : 1);
    if (!low_size && high_size && low_value != 0 && low_value * *high_size < high_value) {
        refuse_magnitude(reading, low, high);
    }
    if (is_share_or_percentage(low_number, high_number)) refuse_share(reading, low, high);
    const bool plain = low_number.written == Written::plain ||
                       (low_number.written == Written::percent && high_number.written == Written::percent);
    const bool counted = low_size && high_number.written == Written::attached_b;  // `100M to 2B`
    if (!plain || !lacks_units(low_number, low, high_number) || counted) return false;
    const bool takes_b = high_number.written == Written::attached_b;
    copy_units(reading.nodes, low, high);
    return takes_b;
}

/// `(50%)` behind a range: how much of it lies between the ends.
double range_level(Reading& reading) {
    const bool given = reading.at_symbol('(') && reading.peek(1).kind == TokenKind::number &&
                       reading.peek(2).text == "%" && reading.peek(3).text == ")";
    if (!given) return kRangeLevel;
    reading.take();
    const Token& number = reading.take();
    const double level = number.value / kPerCent;
    if (!(level > 0 && level < 1)) reading.fail(number, "a level lies between 0% and 100%", "write `10 to 20 (50%)`");
    reading.take();
    reading.take();
    return level;
}

void add_number(Reading& reading, double value) {
    Node node;
    node.number = value;
    reading.add(node);
}

/// `50 ± 10% per day`: the units behind a share are those of the number.
void move_units(Reading& reading, std::size_t begin, Phrase& center, Phrase& deviation) {
    const auto first = reading.nodes.begin() + static_cast<std::ptrdiff_t>(deviation.number) + 1;
    const std::vector<Node> units(first, reading.nodes.begin() + static_cast<std::ptrdiff_t>(deviation.last));
    if (units.empty()) return;
    if (!is_bare(reading.nodes[center.number], center))
        reading.fail(begin, reading.tokens[reading.at - 1].end, "a share is of the number, which has its unit already",
                     "write `50/day ± 10%`");
    reading.nodes.erase(first, reading.nodes.end());
    reading.nodes.insert(reading.nodes.begin() + static_cast<std::ptrdiff_t>(center.last), units.begin(), units.end());
    center.last += units.size();
    deviation.first += units.size();
    deviation.number += units.size();
    deviation.last = deviation.number + 1;
}

/// `10M ± 2` is two million or two, `10M ± 20` lacks a percent sign or is twenty.
void check_deviation(const Reading& reading, std::size_t begin, const Phrase& center, const Phrase& deviation) {
    constexpr double kWholePercent = 100;
    const Node& number = reading.nodes[deviation.number];
    const auto size = magnitude_of(reading, center.token);
    const Token& token = reading.tokens[deviation.token];
    const bool is_percent = reading.nodes[center.number].written == Written::percent;
    if ((!size && !is_percent) || magnitude_of(reading, deviation.token) || number.written != Written::plain ||
        number.unit != kNoUnit || token.value == 0)
        return;
    const std::string written = digits_of(reading, token);
    if (is_percent)
        reading.fail(begin, token.end, fmt::format("'{0}' is either {0}% or just {0}", written),
                     fmt::format("write `{}% \u00b1 {}%`", digits_of(reading, reading.tokens[center.token]), written));
    const std::string whole =
        digits_of(reading, reading.tokens[center.token]) + written_magnitude(reading, center.token);
    const std::string scaled = written + written_magnitude(reading, center.token);
    if (may_share_magnitude(reading, deviation.token, center.token))
        reading.fail(begin, token.end, fmt::format("'{}' is either {} or just {}", written, scaled, written),
                     fmt::format("write `{} \u00b1 {}`, or both numbers in full", whole, scaled));
    if (token.value <= kWholePercent)
        reading.fail(begin, token.end, fmt::format("'{}' is either {}% or just {}", written, written, written),
                     fmt::format("write `{} \u00b1 {}%`, or both numbers in full", whole, written));
}

/// Behind `1M ±`: a share of it, or an amount. 90% lie within, evenly on both sides: a normal distribution.
void read_deviation(Reading& reading, std::size_t begin, Phrase center) {
    constexpr double kSpreadOf90 = 1.6448536269514722;  // standard deviations from the median to the 95th percentile
    const std::size_t written = reading.at;
    auto deviation = read_phrase(reading);
    if (!magnitude_of(reading, center.token) && magnitude_of(reading, deviation.token) &&
        reading.nodes[center.number].number < reading.nodes[deviation.number].number)
        reading.fail(begin, reading.tokens[written].end, "the first number has no magnitude, the second has one",
                     "write `10M ± 2M`");
    check_deviation(reading, begin, center, deviation);
    const bool share = !deviation.negative && reading.nodes[deviation.number].written == Written::percent &&
                       reading.nodes[center.number].written != Written::percent;
    if (share) {
        move_units(reading, begin, center, deviation);
        const std::vector<Node> again(reading.nodes.begin() + static_cast<std::ptrdiff_t>(center.first),
                                      reading.nodes.begin() + static_cast<std::ptrdiff_t>(center.last));
        for (const Node& node : again) reading.add(node);
        reading.add_operator(Op::multiply, begin, 2);
    } else if (complete_low_end(reading, center, deviation)) {
        reading.fail(begin, reading.tokens[written].end, "the first number is either billions or a plain number",
                     "write both in full");
    }
    add_number(reading, kSpreadOf90);
    reading.add_operator(Op::divide, begin, 2);
    reading.add_operator(op_of(*find_function("normal")), begin, 2);
}

}  // namespace

std::optional<LeadingNumber> leading_number(const Text& text) {
    const Vocabulary words;
    const Reading reading(text, words);
    const std::size_t token = reading.at_symbol('$') || reading.at_symbol('-') ? 1 : 0;
    if (reading.tokens[token].kind != TokenKind::number) return std::nullopt;
    return LeadingNumber{reading.tokens[token].value, magnitude_of(reading, token)};
}

bool looks_like_range(const Reading& reading) {
    std::size_t ahead = reading.peek().kind == TokenKind::symbol && reading.peek().text == "-" ? 1 : 0;
    if (reading.peek(ahead).kind == TokenKind::symbol && reading.peek(ahead).text == "$") ++ahead;
    if (reading.peek(ahead).kind != TokenKind::number) return false;
    for (++ahead; reading.peek(ahead).kind != TokenKind::end; ++ahead) {
        const Token& token = reading.peek(ahead);
        if ((token.kind == TokenKind::name && token.text == "to") || token.text == kPlusMinus) return true;
        if (token.kind != TokenKind::name && token.text != "/" && token.text != "%") return false;
    }
    return false;
}

void check_magnitudes(const Reading& reading, std::span<const std::size_t> arguments) {
    for (const std::size_t lesser : arguments) {
        for (const std::size_t greater : arguments) {
            const Token& token = reading.tokens[lesser];
            if (!is_lone_number(reading, lesser) || !is_lone_number(reading, greater) ||
                !may_share_magnitude(reading, lesser, greater))
                continue;
            const std::string number = digits_of(reading, token);
            const std::string scaled = number + written_magnitude(reading, greater);
            reading.fail(token, fmt::format("'{}' is either {} or just {}", number, scaled, number),
                         fmt::format("write {}, or all numbers in full", scaled));
        }
    }
}

void read_range(Reading& reading) {
    const std::size_t begin = reading.peek().begin;
    const auto low = read_phrase(reading);
    if (reading.take().text == kPlusMinus) return read_deviation(reading, begin, low);
    const auto high = read_phrase(reading);
    const bool takes_b = complete_low_end(reading, low, high);
    const double level = range_level(reading);
    reading.add_operator(Op::range, begin, 2);
    reading.nodes.back().number = level;
    if (takes_b) reading.nodes.back().written = Written::attached_b;
}

}  // namespace bote
