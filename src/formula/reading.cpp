#include "reading.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "literal.hpp"

namespace bote {

std::size_t begin_of_rate_word(std::string_view letters) {
    for (std::size_t at = 0; at < letters.size(); ++at) {
        if (find_rate_word(letters.substr(at)) != nullptr && (at == 0 || find_magnitude(letters.substr(0, at))))
            return at;
    }
    return letters.size();
}

namespace {

constexpr std::size_t kMostNodes = 2000;

std::vector<Token> part_rate_words(std::vector<Token> tokens) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        Token& number = tokens[i];
        const std::size_t kept =
            number.kind == TokenKind::number ? begin_of_rate_word(number.text) : number.text.size();
        if (kept == number.text.size()) continue;
        Token word{TokenKind::name,         number.end - (number.text.size() - kept), number.end, 0, Written::plain,
                   number.text.substr(kept)};
        number.text = number.text.substr(0, kept);
        number.end = word.begin;
        tokens.insert(tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1, word);
    }
    return tokens;
}

}  // namespace

Reading::Reading(const Text& from, const Vocabulary& words)
    : text(from), vocabulary(words), tokens(part_rate_words(lex(from))) {
    nodes.reserve(tokens.size());
}

const Token& Reading::peek(std::size_t ahead) const { return tokens[std::min(at + ahead, tokens.size() - 1)]; }

bool Reading::at_symbol(char symbol) const {
    const Token& token = peek();
    return token.kind == TokenKind::symbol && token.text.size() == 1 && token.text.front() == symbol;
}

bool Reading::at_name(std::string_view name) const { return peek().kind == TokenKind::name && peek().text == name; }

void Reading::fail(std::size_t begin, std::size_t end, std::string_view what, Hint hint) const {
    throw InputError(formula_error(text, begin, end, what, std::move(hint)));
}

void Reading::fail(const Token& token, std::string_view what, Hint hint) const {
    // An error at the end of the formula points at its last character: the end may be on another line.
    const bool at_end = token.kind == TokenKind::end && at > 0;
    const std::size_t end = at_end ? tokens[at - 1].end : std::max(token.end, token.begin + 1);
    fail(at_end ? end - 1 : token.begin, end, what, std::move(hint));
}

void Reading::refuse(const Token& token) const {
    if (token.kind == TokenKind::end) fail(token, "the formula stops in the middle", "");
    if (token.text == ")") fail(token, "')' closes nothing", "");
    if (token.kind == TokenKind::name && (token.text == "TO" || token.text == "To"))
        fail(token, fmt::format("'{}' is not known", token.text), write_instead(token.text, "to"));
    if (token.text == "to")
        fail(token, "a range is two plain values with `to` between them, at the start of a formula or in parentheses",
             "write `(10 to 20) * 2`");
    if (token.text == "per" && at == 0) fail(token, "'per' stands behind a number", "write `5M per day`");
    if (token.text == "per") fail(token, "'per' needs a unit behind it", "write `per day`");
    constexpr std::string_view kComparisons[] = {"<", "<=", ">", ">=", "~", "=="};
    if (std::find(std::begin(kComparisons), std::end(kComparisons), token.text) != std::end(kComparisons))
        fail(token, "a comparison is only for `expect`", "");
    std::string hint = token.text == "%" ? "a percent sign stands behind a number" : "";
    constexpr std::string_view kInWords[] = {"is",    "are",  "below", "under",  "less",   "fewer",
                                             "above", "over", "more",  "equals", "exceeds"};
    if (text.subject.empty() && std::find(std::begin(kInWords), std::end(kInWords), token.text) != std::end(kInWords))
        hint = "write `<`, `<=`, `>`, `>=`, `~` or `==`";
    const bool after_name = at > 0 && tokens[at - 1].kind == TokenKind::name;
    if (after_name && (tokens[at - 1].text == "between" || tokens[at - 1].text == "from"))
        hint = "a range is written `1M to 2M`";
    fail(token, fmt::format("'{}' is not expected here", text.text.substr(token.begin, token.end - token.begin)),
         std::move(hint));
}

std::uint32_t Reading::name_index(std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    const auto index = found - names.begin();
    if (found == names.end()) names.emplace_back(name);
    return static_cast<std::uint32_t>(index);
}

Expression Reading::take_expression() {
    names.clear();
    return Expression(std::exchange(nodes, {}));
}

void Reading::add(Node node) {
    if (nodes.size() >= kMostNodes)
        fail(node.begin, node.end, "the formula is too long (limit: 2000 parts)", "split it with `define`");
    nodes.push_back(node);
}

void Reading::add_operator(Op op, std::size_t begin, int arguments) {
    Node node;
    node.op = op;
    node.arguments = static_cast<std::uint16_t>(arguments);
    node.begin = static_cast<std::uint32_t>(begin);
    node.end = static_cast<std::uint32_t>(at > 0 ? tokens[at - 1].end : begin);
    add(node);
}

}  // namespace bote
