#include "literal.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/units/decimal.hpp"
#include "bote/units/display.hpp"
#include "wrong_word.hpp"

namespace bote {
namespace {

struct Magnitude {
    std::string_view letters;
    double factor;
};
constexpr Magnitude kShort[] = {{"k", 1e3}, {"K", 1e3}, {"M", 1e6}, {"B", 1e9}, {"T", 1e12}};
constexpr Magnitude kLong[] = {
    {"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9},   {"trillion", 1e12}, {"mn", 1e6},       {"bn", 1e9},
    {"tn", 1e12},      {"hundred", 1e2}, {"thousands", 1e3}, {"millions", 1e6},  {"billions", 1e9}, {"trillions", 1e12},
    {"mil", 1e6},      {"mln", 1e6},     {"mio", 1e6},       {"bil", 1e9},       {"bln", 1e9},      {"mrd", 1e9},
    {"trn", 1e12},     {"lakh", 1e5},    {"lakhs", 1e5},     {"crore", 1e7},     {"crores", 1e7}};

std::optional<double> find_in(std::span<const Magnitude> rows, std::string_view letters) {
    for (const auto& row : rows) {
        if (row.letters == letters) return row.factor;
    }
    return std::nullopt;
}

[[noreturn]] void fail(const Reading& reading, const Token& token, std::string_view what, Hint hint) {
    reading.fail(token.begin, token.end, what, std::move(hint));
}

/// The letters directly behind the number: a magnitude, a unit or a word.
void read_suffix(const Reading& reading, const Token& number, Node& node) {
    const auto letters = number.text;
    if (letters.empty()) return;
    if (letters == "x" || letters == "X") {  // `5x`, as a factor is printed
        const Token& next = reading.peek(1);
        const bool rate = at_per(reading) || (reading.at_symbol('/') && next.kind == TokenKind::name &&
                                              (find_unit(next.text) != nullptr || is_counted_word(reading, next.text)));
        if (rate || number.written != Written::plain)
            fail(reading, number, fmt::format("'{}' behind a number is a factor, which has nothing behind it", letters),
                 node.number > 1 ? fmt::format("leave it out; growth by that factor reads `{}%`",
                                               format_number((node.number - 1) * 100, kShownDigits))
                                 : "leave it out");
        node.written = Written::factor;
        return;
    }
    if (letters == "B" && number.written == Written::plain) {
        node.written = Written::attached_b;
    } else if (const auto factor = find_magnitude(letters); factor && number.written == Written::plain) {
        node.number *= *factor;
    } else if (const Unit* unit = find_unit(letters)) {
        node.unit = index_of(*unit);
    } else if (!is_counted_word(reading, letters)) {
        refuse_wrong_word(reading, number, letters);
    }
}

/// The word behind the number, if there is one: a long magnitude first, then a unit or counting word.
void read_word(Reading& reading, Node& node) {
    const auto is_plain_name = [&] {
        const bool called = reading.peek(1).text == "(" && find_function(reading.peek().text) != nullptr;
        return reading.peek().kind == TokenKind::name && !is_reserved(reading.peek().text) && !called;
    };
    if (!is_plain_name() || at_per(reading) || at_rate_word(reading)) return;
    if (const Unit* unit = find_unit(reading.peek().text)) {
        node.unit = index_of(*unit);
    } else if (!is_counted_word(reading, reading.peek().text)) {
        refuse_wrong_word(reading, reading.peek(), reading.peek().text);
    }
    ++reading.at;
}

/// `3 hundred thousand`.
void read_magnitudes(Reading& reading, Node& node) {
    while (reading.peek().kind == TokenKind::name) {
        const auto factor = find_long_magnitude(reading.peek().text);
        if (!factor) return;
        node.number *= *factor;
        ++reading.at;
    }
}

/// `30%`, `30 percent`, `30 per cent`.
bool at_percent(const Reading& reading) {
    const bool apart = reading.at_name("per") && reading.peek(1).text == "cent";
    return apart || reading.at_name("percent") || reading.at_name("pct") || reading.at_symbol('%');
}

}  // namespace

std::vector<std::string_view> long_magnitudes() {
    std::vector<std::string_view> words;
    for (const auto& row : kLong) words.push_back(row.letters);
    return words;
}

std::optional<double> find_long_magnitude(std::string_view word) {
    std::string lower(word);
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return find_in(kLong, lower);  // `Million`, `Mio`
}

std::optional<double> find_magnitude(std::string_view letters) {
    if (const auto factor = find_in(kShort, letters)) return factor;
    return find_long_magnitude(letters);
}

Node read_literal(Reading& reading) {
    Node node;
    node.begin = static_cast<std::uint32_t>(reading.peek().begin);
    const bool money = reading.peek().text == "$" && reading.peek().kind == TokenKind::symbol;
    if (money) ++reading.at;
    if (reading.peek().kind != TokenKind::number)
        fail(reading, reading.tokens[reading.at - 1], "'$' stands before a number", "write `$5`");
    const Token& number = reading.tokens[reading.at++];
    node.number = number.value;
    node.written = number.written;
    read_suffix(reading, number, node);
    if (number.text.empty()) read_magnitudes(reading, node);
    if (at_percent(reading)) {
        if (node.written == Written::attached_b || node.unit != kNoUnit)
            fail(reading, reading.peek(), "a percentage has no unit", "");
        node.number /= kPerCent;
        node.written = Written::percent;
        reading.at += reading.at_name("per") ? 2 : 1;
    }
    const std::size_t before_word = reading.at;
    if (node.unit == kNoUnit) read_word(reading, node);
    if (reading.at > before_word && node.written == Written::attached_b) {  // `1B users`: the word says what is counted
        node.number *= *find_magnitude("B");
        node.written = Written::plain;
    }
    if (money) {
        const UnitIndex dollar = index_of(*find_unit("$"));  // `$5 USD` says it twice
        if (node.unit != kNoUnit && node.unit != dollar)
            fail(reading, reading.tokens[reading.at - 1], "an amount of money has no other unit", "write `$5 / GB`");
        if (node.written == Written::attached_b) node.number *= *find_magnitude("B");
        node.written = Written::plain;
        node.unit = dollar;
    }
    if (!std::isfinite(node.number)) fail(reading, number, "the number is out of range", "");
    node.end = static_cast<std::uint32_t>(reading.tokens[reading.at - 1].end);
    return node;
}

bool at_per(const Reading& reading) {
    if (reading.at_name("per")) return true;
    if (reading.peek().kind != TokenKind::name) return false;
    const auto word = reading.peek().text;
    const Token& next = reading.peek(1);
    const Unit* unit = next.kind == TokenKind::name ? find_unit(next.text) : nullptr;
    const bool time = unit != nullptr && unit->dimension == kSecond;
    if (word == "a" || word == "an") return time;
    return (word == "each" || word == "every") && (time || next.kind == TokenKind::number);
}

bool at_magnitude(const Reading& reading) {
    return reading.peek().kind == TokenKind::name && find_long_magnitude(reading.peek().text);
}

bool at_rate_word(const Reading& reading) {
    return reading.peek().kind == TokenKind::name && find_rate_word(reading.peek().text) != nullptr;
}

Node read_rate_word(Reading& reading) {
    const Token& token = reading.take();
    Node node;
    node.number = 1;
    node.unit = index_of(*find_rate_word(token.text));
    node.begin = static_cast<std::uint32_t>(token.begin);
    node.end = static_cast<std::uint32_t>(token.end);
    return node;
}

Node read_term(Reading& reading) {
    const std::size_t first = reading.at;
    Node node;
    node.number = 1;
    node.begin = static_cast<std::uint32_t>(reading.peek().begin);
    read_magnitudes(reading, node);
    read_word(reading, node);
    if (reading.at == first) reading.refuse(reading.peek());
    node.end = static_cast<std::uint32_t>(reading.tokens[reading.at - 1].end);
    return node;
}

}  // namespace bote
