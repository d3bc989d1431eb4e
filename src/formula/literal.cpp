#include "literal.hpp"

#include <cmath>
#include <string>

#include <fmt/format.h>

#include "bote/base/text.hpp"

namespace bote {
namespace {

struct Magnitude {
    std::string_view letters;
    double factor;
};
constexpr Magnitude kShort[] = {{"k", 1e3}, {"K", 1e3}, {"M", 1e6}, {"B", 1e9}, {"T", 1e12}};
constexpr Magnitude kLong[] = {{"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9}, {"trillion", 1e12},
                               {"mn", 1e6},       {"bn", 1e9},      {"tn", 1e12}};

struct Misread {
    std::string_view letters;
    std::string_view hint;
};
constexpr Misread kMisread[] = {
    {"m", "`{0}M` is million, `{0} min` minutes, `{0} months` months"},
    {"G", "`{0} billion`, or `{0} GB` for bytes"},
    {"g", "`{0} billion`, or `{0} GB` for bytes"},
    {"MM", "`{0}M` is million, `{0} trillion` a million million"},
    {"mm", "`{0}M` is million, `{0} ms` milliseconds"},
    {"P", "`{0}e15`, or `{0} PB` for bytes"},
    {"b", "`{0} billion`, `{0} bit` or `{0} B`"},
    {"t", "`{0}T` is trillion, `{0} TB` bytes"},
    {"K", "attach it: `{0}K`, or write `{0} KB` for bytes"},
    {"k", "attach it: `{0}k`, or write `{0} KB` for bytes"},
    {"M", "attach it: `{0}M`, or write `{0} MB` for bytes"},
    {"T", "attach it: `{0}T`, or write `{0} TB` for bytes"},
};

constexpr double kHundred = 100;

std::optional<double> find_in(std::span<const Magnitude> rows, std::string_view letters) {
    for (const auto& row : rows) {
        if (row.letters == letters) return row.factor;
    }
    return std::nullopt;
}

[[noreturn]] void fail(const Reading& reading, const Token& token, std::string_view what, std::string hint) {
    reading.fail(token.begin, token.end, what, std::move(hint));
}

bool is_word(const Reading& reading, std::string_view word) {
    return !reading.vocabulary.is_quantity(word) && (is_counting_word(word) || reading.vocabulary.is_word(word));
}

[[noreturn]] void refuse_word(const Reading& reading, const Token& token, std::string_view word) {
    const auto number =
        token.kind == TokenKind::number ? reading.text.text.substr(token.begin, token.end - token.begin - word.size())
        : reading.at > 0
            ? reading.text.text.substr(reading.tokens[reading.at - 1].begin,
                                       reading.tokens[reading.at - 1].end - reading.tokens[reading.at - 1].begin)
            : std::string("5");
    if (const auto readings = ambiguous_unit(word); !readings.empty()) {
        fail(reading, token, fmt::format("'{}' could be bits or bytes", word), std::string(readings));
    }
    for (const auto& row : kMisread) {
        if (row.letters == word)
            fail(reading, token, fmt::format("'{}' behind a number has no single meaning", word),
                 fmt::format(fmt::runtime(row.hint), number));
    }
    if (word == "and" || word == "or")
        fail(reading, token, fmt::format("'{}' is not known", word), "write one condition alone");
    if (word == "TO" || word == "To") fail(reading, token, fmt::format("'{}' is not known", word), "write `to`");
    if (reading.vocabulary.is_quantity(word)) {
        fail(reading, token, fmt::format("'{}' is a quantity", word),
             fmt::format("write `{} * {}`, or leave the word out", number, word));
    }
    std::vector<std::string_view> known;
    for (const auto& unit : all_units()) known.push_back(unit.symbol);
    for (const auto& row : kLong) known.push_back(row.letters);
    known.insert(known.end(), all_counting_words().begin(), all_counting_words().end());
    known.insert(known.end(), reading.vocabulary.words.begin(), reading.vocabulary.words.end());
    std::string hint = suggest(word, known);
    if (hint.empty()) hint = "`bote units` lists the units; magnitudes are k, M, billion, trillion";
    fail(reading, token, fmt::format("'{}' is no unit, magnitude or counting word", word), hint);
}

/// The letters directly behind the number: a magnitude, a unit or a word.
void read_suffix(const Reading& reading, const Token& number, Node& node) {
    const auto letters = number.text;
    if (letters.empty()) return;
    if (letters == "B" && number.written == Written::plain) {
        node.written = Written::attached_b;
    } else if (const auto factor = find_magnitude(letters); factor && number.written == Written::plain) {
        node.number *= *factor;
    } else if (const Unit* unit = find_unit(letters)) {
        node.unit = index_of(*unit);
    } else if (!is_word(reading, letters)) {
        refuse_word(reading, number, letters);
    }
}

/// The word behind the number, if there is one: a long magnitude first, then a unit or counting word.
void read_word(Reading& reading, Node& node) {
    const auto is_plain_name = [&] {
        const bool called = reading.tokens[std::min(reading.at + 1, reading.tokens.size() - 1)].text == "(" &&
                            find_function(reading.peek().text) != nullptr;
        return reading.peek().kind == TokenKind::name && !is_reserved(reading.peek().text) && !called;
    };
    if (!is_plain_name()) return;
    if (const Unit* unit = find_unit(reading.peek().text)) {
        node.unit = index_of(*unit);
    } else if (!is_word(reading, reading.peek().text)) {
        refuse_word(reading, reading.peek(), reading.peek().text);
    }
    ++reading.at;
}

}  // namespace

std::optional<double> find_long_magnitude(std::string_view word) { return find_in(kLong, word); }

std::optional<double> find_magnitude(std::string_view letters) {
    if (const auto factor = find_in(kShort, letters)) return factor;
    return find_in(kLong, letters);
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
    if (number.text.empty() && reading.peek().kind == TokenKind::name) {
        if (const auto factor = find_long_magnitude(reading.peek().text)) {
            node.number *= *factor;
            ++reading.at;
        }
    }
    if (reading.peek().kind == TokenKind::symbol && reading.peek().text == "%") {
        if (node.written == Written::attached_b || node.unit != kNoUnit)
            fail(reading, reading.peek(), "a percentage has no unit", "");
        node.number /= kHundred;  // 70 / 100 is exactly what 0.7 is
        node.written = Written::percent;
        ++reading.at;
    }
    const std::size_t before_word = reading.at;
    if (node.unit == kNoUnit) read_word(reading, node);
    if (reading.at > before_word && node.written == Written::attached_b) {  // `1B users`: the word says what is counted
        node.number *= *find_magnitude("B");
        node.written = Written::plain;
    }
    if (money) {
        if (node.unit != kNoUnit)
            fail(reading, reading.tokens[reading.at - 1], "an amount of money has no other unit", "write `$5 / GB`");
        if (node.written == Written::attached_b) node.number *= *find_magnitude("B");
        node.written = Written::plain;
        node.unit = index_of(*find_unit("$"));
    }
    if (!std::isfinite(node.number)) fail(reading, number, "the number is out of range", "");
    node.end = static_cast<std::uint32_t>(reading.tokens[reading.at - 1].end);
    return node;
}

Node read_term(Reading& reading) {
    Node node;
    node.number = 1;
    node.begin = static_cast<std::uint32_t>(reading.peek().begin);
    node.end = static_cast<std::uint32_t>(reading.peek().end);
    read_word(reading, node);
    return node;
}

}  // namespace bote
