#include "bote/formula/parser.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/formula/lexer.hpp"
#include "literal.hpp"

namespace bote {
namespace {

constexpr int kDeepest = 50;
constexpr std::size_t kMostNodes = 2000;

class Parser {
public:
    Parser(const Text& text, const Vocabulary& vocabulary) : text_(text), vocabulary_(vocabulary), tokens_(lex(text)) {
        out_.nodes.reserve(tokens_.size());
    }

    Expression formula() {
        if (peek().kind == TokenKind::end) fail(peek(), "a value is missing", "");
        sum();
        if (peek().kind != TokenKind::end) refuse(peek());
        return std::move(out_);
    }

    Expectation expectation() {
        Expectation result;
        if (is_comparison(peek())) fail(peek(), "nothing stands on the left of the comparison", "");
        sum();
        result.left = std::exchange(out_, {});
        result.middle = peek().begin;
        result.comparison = comparison();
        if (peek().kind == TokenKind::end) fail(peek(), "nothing stands on the right of the comparison", "");
        sum();
        result.right = std::exchange(out_, {});
        result.tolerance = tolerance(result.comparison);
        result.chance = chance();
        if (peek().kind != TokenKind::end) refuse(peek());
        return result;
    }

private:
    // Tokens.
    const Token& peek(std::size_t ahead = 0) const { return tokens_[std::min(at_ + ahead, tokens_.size() - 1)]; }
    bool at_symbol(char symbol) const {
        const Token& token = peek();
        return token.kind == TokenKind::symbol && token.text.size() == 1 && token.text.front() == symbol;
    }
    bool at_name(std::string_view name) const { return peek().kind == TokenKind::name && peek().text == name; }
    const Token& take() { return tokens_[at_++]; }

    [[noreturn]] void fail(std::size_t begin, std::size_t end, std::string_view what, std::string hint) const {
        throw InputError(formula_error(text_, begin, end, what, std::move(hint)));
    }
    [[noreturn]] void fail(const Token& token, std::string_view what, std::string hint) const {
        // An error at the end of the formula points at its last character: the end may be on another line.
        const bool at_end = token.kind == TokenKind::end && at_ > 0;
        const std::size_t end = at_end ? tokens_[at_ - 1].end : std::max(token.end, token.begin + 1);
        fail(at_end ? end - 1 : token.begin, end, what, std::move(hint));
    }

    [[noreturn]] void refuse(const Token& token) const {
        if (token.kind == TokenKind::end) fail(token, "the formula stops in the middle", "");
        if (token.text == ")") fail(token, "')' closes nothing", "");
        if (token.kind == TokenKind::name && (token.text == "TO" || token.text == "To"))
            fail(token, fmt::format("'{}' is not known", token.text), "write `to`");
        if (token.text == "to")
            fail(token,
                 "a range is two plain values with `to` between them, at the start of a formula or in parentheses",
                 "write `(10 to 20) * 2`");
        if (token.text == "per") fail(token, "'per' needs a unit behind it", "write `per day`");
        if (token.text == "<" || token.text == ">" || token.text == "~" || token.text == "==")
            fail(token, "a comparison is only for `expect`", "");
        fail(token,
             fmt::format("'{}' is not expected here", token.kind == TokenKind::number
                                                          ? text_.text.substr(token.begin, token.end - token.begin)
                                                          : std::string(token.text)),
             token.text == "%" ? "a percent sign stands behind a number" : "");
    }

    // Nodes.
    void add(Node node) {
        if (out_.nodes.size() >= kMostNodes)
            fail(node.begin, node.end, "the formula is too long (limit: 2000 parts)", "split it with `define`");
        out_.nodes.push_back(node);
    }
    void add_operator(Op op, std::size_t begin, int arguments) {
        Node node;
        node.op = op;
        node.arguments = static_cast<std::uint16_t>(arguments);
        node.begin = static_cast<std::uint32_t>(begin);
        node.end = static_cast<std::uint32_t>(at_ > 0 ? tokens_[at_ - 1].end : begin);
        add(node);
    }
    std::uint32_t name_index(std::string_view name) {
        const auto found = std::find(out_.names.begin(), out_.names.end(), name);
        const auto index = found - out_.names.begin();
        if (found == out_.names.end()) out_.names.emplace_back(name);
        return static_cast<std::uint32_t>(index);
    }

    class Deeper {
    public:
        explicit Deeper(Parser& parser) : parser_(parser) {
            if (++parser_.depth_ > kDeepest)
                parser_.fail(parser_.peek(), "the formula is nested too deep (limit: 50)", "");
        }
        ~Deeper() { --parser_.depth_; }
        Deeper(const Deeper&) = delete;
        Deeper& operator=(const Deeper&) = delete;

    private:
        Parser& parser_;
    };

    // Grammar.
    void sum() {
        const std::size_t begin = peek().begin;
        product(true);
        while (at_symbol('+') || at_symbol('-')) {
            const Op op = take().text == "+" ? Op::add : Op::subtract;
            product(false);
            add_operator(op, begin, 2);
        }
    }

    void product(bool first) {
        const std::size_t begin = peek().begin;
        power(first);
        while (at_symbol('*') || at_symbol('/') || at_name("per")) {
            const bool times = take().text == "*";
            power(false);
            add_operator(times ? Op::multiply : Op::divide, begin, 2);
        }
    }

    void power(bool first) {
        const std::size_t begin = peek().begin;
        unary(first);
        if (!at_symbol('^')) return;
        const Deeper deeper(*this);
        take();
        power(false);
        add_operator(Op::power, begin, 2);
    }

    void unary(bool first) {
        const std::size_t begin = peek().begin;
        if (first && looks_like_range()) return range();
        const bool negative = at_symbol('-');
        if (negative) take();
        primary();
        if (negative) add_operator(Op::negate, begin, 1);
    }

    void primary() {
        const Token& token = peek();
        if (token.kind == TokenKind::number || at_symbol('$')) return literal();
        if (at_symbol('(')) return parentheses();
        if (token.kind != TokenKind::name || is_reserved(token.text)) refuse(token);
        if (peek(1).kind == TokenKind::symbol && peek(1).text == "(") return call();
        Node node;
        if (const Unit* unit = find_unit(token.text)) {  // a unit never names a quantity
            node.number = 1;
            node.unit = index_of(*unit);
        } else {
            node.op = Op::name;
            node.name = name_index(token.text);
        }
        node.begin = static_cast<std::uint32_t>(token.begin);
        node.end = static_cast<std::uint32_t>(token.end);
        take();
        add(node);
    }

    void parentheses() {
        const Deeper deeper(*this);
        const Token open = take();
        if (at_symbol(')')) fail(open.begin, peek().end, "the parentheses are empty", "");
        sum();
        close(open);
    }

    void close(const Token& open) {
        if (peek().kind == TokenKind::end) fail(open, "'(' is not closed", "");
        if (!at_symbol(')')) refuse(peek());
        take();
    }

    void call() {
        const Deeper deeper(*this);
        const Token name = take();
        const FunctionRow* row = find_function(name.text);
        if (row == nullptr) {
            std::vector<std::string_view> known;
            for (const auto& each : all_functions()) known.push_back(each.name);
            fail(name, fmt::format("there is no function '{}'", name.text), suggest(name.text, known));
        }
        const Token open = take();
        int arguments = 0;
        if (!at_symbol(')')) {
            do {
                sum();
                ++arguments;
            } while (at_symbol(',') && (take(), true));
        }
        close(open);
        if (arguments < row->least || arguments > row->most) {
            fail(name.begin, tokens_[at_ - 1].end,
                 fmt::format("{} takes {} arguments, not {}", row->name,
                             row->least == row->most ? std::to_string(row->least) : "one or more", arguments),
                 fmt::format("write {}", row->signature));
        }
        add_operator(Op::call, name.begin, arguments);
        out_.nodes.back().function = row->function;
    }

    // Literals.
    void literal() {
        LiteralReader reader{text_, vocabulary_, tokens_, at_};
        add(reader.read());
        at_ = reader.at;
    }

    /// `phrase to` lies ahead: numbers, units and slashes up to a `to`, nothing else.
    bool looks_like_range() const {
        std::size_t ahead = peek().kind == TokenKind::symbol && peek().text == "-" ? 1 : 0;
        if (peek(ahead).kind == TokenKind::symbol && peek(ahead).text == "$") ++ahead;
        if (peek(ahead).kind != TokenKind::number) return false;
        for (++ahead; peek(ahead).kind != TokenKind::end; ++ahead) {
            const Token& token = peek(ahead);
            if (token.kind == TokenKind::name && token.text == "to") return true;
            const bool part = token.kind == TokenKind::name || token.text == "/" || token.text == "%";
            if (!part || token.kind == TokenKind::number) return false;
        }
        return false;
    }

    void range() {
        const std::size_t begin = peek().begin;
        const auto low = phrase();
        take();  // to
        const std::size_t high_begin = peek().begin;
        const auto high = phrase();
        range_takes_b_ = false;
        complete_low_end(low, high, high_begin);
        const double level = range_level();
        add_operator(Op::range, begin, 2);
        out_.nodes.back().number = level;
        if (range_takes_b_) out_.nodes.back().written = Written::attached_b;
    }

    /// `(50%)` behind a range: how much of it lies between the ends.
    double range_level() {
        const bool given =
            at_symbol('(') && peek(1).kind == TokenKind::number && peek(2).text == "%" && peek(3).text == ")";
        if (!given) return kRangeLevel;
        take();
        constexpr double kHundred = 100;
        const Token& number = take();
        const double level = number.value / kHundred;
        if (!(level > 0 && level < 1)) fail(number, "a level lies between 0% and 100%", "write `10 to 20 (50%)`");
        take();
        take();
        return level;
    }

    struct Phrase {
        std::size_t first = 0;   // nodes
        std::size_t number = 0;  // its literal
        std::size_t last = 0;    // one past
        std::size_t token = 0;   // of the number
        bool negative = false;
    };

    Phrase phrase() {
        Phrase result;
        result.first = out_.nodes.size();
        const std::size_t begin = peek().begin;
        result.negative = at_symbol('-');
        if (result.negative) take();
        result.token = at_ + (at_symbol('$') ? 1 : 0);
        if (peek().kind != TokenKind::number && !at_symbol('$')) refuse(peek());
        result.number = out_.nodes.size();
        literal();
        if (result.negative) add_operator(Op::negate, begin, 1);
        while (at_symbol('/') || at_name("per")) {
            take();
            add(read_term());
            add_operator(Op::divide, begin, 2);
        }
        result.last = out_.nodes.size();
        return result;
    }

    Node read_term() {
        const Token& token = peek();
        if (token.kind != TokenKind::name) refuse(token);
        LiteralReader reader{text_, vocabulary_, tokens_, at_};
        Node node = reader.read_term();
        at_ = reader.at;
        return node;
    }

    /// A low end without unit takes the units of the high end, never its magnitude.
    void complete_low_end(const Phrase& low, const Phrase& high, std::size_t high_begin) {
        const Token& low_token = tokens_[low.token];
        const Token& high_token = tokens_[high.token];
        const auto low_size = magnitude_of(low.token);
        const auto high_size = magnitude_of(high.token);
        const double low_value = out_.nodes[low.number].number * (low.negative ? -1 : 1);
        if (!low_size && high_size && low_value != 0 && low_value * *high_size < out_.nodes[high.number].number) {
            const std::string written(high_token.text.empty() ? tokens_[high.token + 1].text : high_token.text);
            const std::string blank = high_token.text.empty() ? " " : "";
            const auto number = text_.text.substr(low_token.begin, low_token.end - low_token.begin);
            const auto upper = text_.text.substr(high_begin, tokens_[at_ - 1].end - high_begin);
            fail(low_token.begin, tokens_[at_ - 1].end,
                 fmt::format("'{}' is either {}{}{} or just {}",
                             text_.text.substr(low_token.begin, tokens_[at_ - 1].end - low_token.begin), number, blank,
                             written, number),
                 fmt::format("write `{}{}{} to {}`, or the high end without its magnitude", number, blank, written,
                             upper));
        }
        const bool bare = low.last - low.number == 1U + (low.negative ? 1U : 0U) &&
                          out_.nodes[low.number].unit == kNoUnit && out_.nodes[low.number].written == Written::plain;
        const bool counted = low_size && out_.nodes[high.number].written == Written::attached_b;  // `100M to 2B`
        if (!bare || counted) return;
        range_takes_b_ = out_.nodes[high.number].written == Written::attached_b;
        copy_units(low, high);
    }

    void copy_units(const Phrase& low, const Phrase& high) {
        const Node source = out_.nodes[high.number];
        Node& target = out_.nodes[low.number];
        target.unit = source.unit;
        if (source.written != Written::ratio) target.written = source.written;
        constexpr double kHundred = 100;
        if (source.written == Written::percent) target.number /= kHundred;
        const std::size_t tail = high.number + 1U + (high.negative ? 1U : 0U);
        std::vector<Node> units(out_.nodes.begin() + static_cast<std::ptrdiff_t>(tail),
                                out_.nodes.begin() + static_cast<std::ptrdiff_t>(high.last));
        out_.nodes.insert(out_.nodes.begin() + static_cast<std::ptrdiff_t>(low.last), units.begin(), units.end());
    }

    /// The magnitude that a number carries, attached or as the next word.
    std::optional<double> magnitude_of(std::size_t token) const {
        const auto& number = tokens_[token];
        if (const auto attached = find_magnitude(number.text)) return attached;
        const auto& next = tokens_[std::min(token + 1, tokens_.size() - 1)];
        if (!number.text.empty() || next.kind != TokenKind::name) return std::nullopt;
        return find_long_magnitude(next.text);
    }

    // Expectations.
    static bool is_comparison(const Token& token) {
        constexpr std::string_view kComparisons[] = {"<", "<=", ">", ">=", "==", "~"};
        return token.kind == TokenKind::symbol &&
               std::find(std::begin(kComparisons), std::end(kComparisons), token.text) != std::end(kComparisons);
    }

    Comparison comparison() {
        if (!is_comparison(peek())) {
            if (peek().kind != TokenKind::end) refuse(peek());
            fail(0, tokens_[at_ > 0 ? at_ - 1 : 0].end, "an expectation compares two values",
                 "write `storage <= 5 PB` or `qps ~ 100k/s within 5%`");
        }
        const auto symbol = take().text;
        if (symbol == "<") return Comparison::less;
        if (symbol == "<=") return Comparison::less_equal;
        if (symbol == ">") return Comparison::greater;
        if (symbol == ">=") return Comparison::greater_equal;
        return symbol == "==" ? Comparison::equal : Comparison::about;
    }

    double tolerance(Comparison comparison) {
        const double usual = comparison == Comparison::about   ? kAboutTolerance
                             : comparison == Comparison::equal ? kEqualTolerance
                                                               : 0;
        if (!at_name("within")) return usual;
        const Token& word = take();
        if (comparison != Comparison::about) fail(word, "`within` goes with `~`", "");
        if (peek().kind != TokenKind::number || peek(1).text != "%")
            fail(peek(), "`within` wants a percentage", "write `within 5%`");
        constexpr double kHundred = 100;
        const double share = take().value / kHundred;
        take();
        return share;
    }

    /// `at 95%`: how likely the comparison has to hold.
    double chance() {
        if (!at_name("at")) return 0;
        take();
        if (peek().kind != TokenKind::number || peek(1).text != "%")
            fail(peek(), "`at` wants a percentage", "write `at 95%`");
        constexpr double kHundred = 100;
        const Token& number = take();
        const double share = number.value / kHundred;
        if (!(share > 0 && share < 1)) fail(number, "a chance lies between 0% and 100%", "write `at 95%`");
        take();
        return share;
    }

    const Text& text_;
    const Vocabulary& vocabulary_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    int depth_ = 0;
    bool range_takes_b_ = false;  // `1 to 4B`: fine for bytes, not for billions
    Expression out_;
};

}  // namespace

bool is_reserved(std::string_view word) { return word == "to" || word == "per" || word == "within" || word == "at"; }

Expression parse_formula(const Text& text, const Vocabulary& vocabulary) { return Parser(text, vocabulary).formula(); }

Expectation parse_expectation(const Text& text, const Vocabulary& vocabulary) {
    return Parser(text, vocabulary).expectation();
}

bool holds(const Expectation& expectation, double left, double right) {
    return holds(expectation.comparison, expectation.tolerance, left, right);
}

bool holds(Comparison comparison, double tolerance, double left, double right) {
    if (!std::isfinite(left) || !std::isfinite(right)) return false;
    switch (comparison) {
        case Comparison::less: return left < right;
        case Comparison::less_equal: return left <= right;
        case Comparison::greater: return left > right;
        case Comparison::greater_equal: return left >= right;
        case Comparison::equal:
        case Comparison::about: return std::abs(left - right) <= tolerance * std::abs(right);
    }
    return false;
}

std::string_view sign_of(Comparison comparison) {
    switch (comparison) {
        case Comparison::less: return "<";
        case Comparison::less_equal: return "<=";
        case Comparison::greater: return ">";
        case Comparison::greater_equal: return ">=";
        case Comparison::equal: return "==";
        case Comparison::about: return "~";
    }
    return {};
}

}  // namespace bote
