// The grammar of formulas, by recursive descent, from the operator that binds least to the one that binds most: sum,
// product, sign, power, primary. A method reads one rule and appends its nodes to the reading behind those of its
// arguments, so that `dau * 2/day + 1/s` becomes  dau 2 * day / 1 s / +.

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "literal.hpp"
#include "range.hpp"
#include "reading.hpp"
#include "wrong_word.hpp"

namespace bote {
namespace {

constexpr int kDeepest = 50;

class Deeper {
public:
    explicit Deeper(Reading& reading) : reading_(reading) {
        if (++reading_.depth > kDeepest)
            reading_.fail(reading_.peek(), "the formula is nested too deep (limit: 50)", "");
    }
    ~Deeper() { --reading_.depth; }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;

private:
    Reading& reading_;
};

std::string wanted_arguments(const OperationRow& row) {
    if (row.least == row.most) return fmt::format("{} argument{}", row.least, row.least == 1 ? "" : "s");
    return row.most == kAnyNumber ? "one or more arguments" : fmt::format("{} or {} arguments", row.least, row.most);
}

/// Whether a term is a plain number or a product of them.
bool is_plain_product(std::span<const Node> term) {
    return std::all_of(term.begin(), term.end(), [](const Node& node) {
        return node.op == Op::multiply ||
               (node.op == Op::literal && node.unit == kNoUnit && node.written == Written::plain);
    });
}

/// `200 + 2 * 500 + 4 bytes`: a plain number that is added to one with a unit, on its right, is of that unit.
void share_unit_of(std::span<const std::span<Node>> terms) {
    const Node* with_unit = nullptr;
    for (auto term = terms.rbegin(); term != terms.rend(); ++term) {
        const Node& first = term->front();
        const bool is_plain = is_plain_product(*term);
        const bool is_size = first.unit != kNoUnit && unit_at(first.unit).dimension != kMoney;
        if (!is_plain) {
            const bool gives = term->size() == 1 && (is_size || first.written == Written::attached_b);
            with_unit = gives ? &first : nullptr;
        } else if (with_unit != nullptr && with_unit->written == Written::attached_b) {
            term->front().written = Written::shared_b;
        } else if (with_unit != nullptr) {
            term->front().unit = with_unit->unit;
        }
    }
}

Node node_at(const Token& token) {
    Node node;
    node.begin = static_cast<std::uint32_t>(token.begin);
    node.end = static_cast<std::uint32_t>(token.end);
    return node;
}

const OperationRow& function_named(const Reading& reading, const Token& name) {
    const OperationRow* row = find_function(name.text);
    if (row == nullptr) refuse_function(reading, name);
    return *row;
}

void check_arguments(const Reading& reading, const Token& name, const OperationRow& row, int arguments) {
    if (arguments >= row.least && arguments <= row.most) return;
    reading.fail(name.begin, reading.tokens[reading.at - 1].end,
                 fmt::format("{} takes {}, not {}", row.name, wanted_arguments(row), arguments),
                 fmt::format("write {}", row.signature));
}

/// `once`, `twice`, `thrice`: a number in words.
bool read_times_word(Reading& reading) {
    constexpr std::string_view kTimes[] = {"once", "twice", "thrice"};
    const Token& token = reading.peek();
    const auto* row = std::find(std::begin(kTimes), std::end(kTimes), token.text);
    if (row == std::end(kTimes)) return false;
    Node times = node_at(token);
    times.number = static_cast<double>(row - std::begin(kTimes) + 1);
    reading.take();
    reading.add(times);
    return true;
}

/// A method for each rule of the grammar. `first`: nothing stands before it, so that it may be a range.
class Grammar {
public:
    explicit Grammar(Reading& reading) : reading_(reading) {}

    void sum() {
        const std::size_t begin = reading_.peek().begin;
        const std::size_t first = reading_.nodes.size();
        product(true);
        std::vector<std::pair<std::size_t, std::size_t>> added{{first, reading_.nodes.size()}};  // the terms' nodes
        while (reading_.at_symbol('+') || reading_.at_symbol('-')) {
            const Op op = reading_.take().text == "+" ? Op::add : Op::subtract;
            if (op == Op::subtract) share_unit(added);
            const std::size_t term = reading_.nodes.size();
            product(false);
            if (op == Op::subtract) added.clear();
            added.emplace_back(term, reading_.nodes.size());
            reading_.add_operator(op, begin, 2);
        }
        share_unit(added);
    }

private:
    void share_unit(const std::vector<std::pair<std::size_t, std::size_t>>& added) {
        if (added.size() < 2) return;
        std::vector<std::span<Node>> terms;
        for (const auto& [begin, end] : added) terms.push_back(std::span(reading_.nodes).subspan(begin, end - begin));
        share_unit_of(terms);
    }

    void product(bool first) {
        const std::size_t begin = reading_.peek().begin;
        unary(first);
        for (;;) {
            if (at_rate_word(reading_) && reading_.nodes.back().op != Op::name) {
                reading_.add(read_rate_word(reading_));
                reading_.add_operator(Op::divide, begin, 2);
            } else if (reading_.at_symbol('*') || reading_.at_symbol('/') || at_per(reading_)) {
                const bool times = reading_.take().text == "*";
                // `5/$`: a sign alone, as what a dollar buys is printed.
                const bool alone = reading_.at_symbol('$') && reading_.peek(1).kind != TokenKind::number;
                if (alone && !times) word();
                else if (!times && at_magnitude(reading_)) reading_.add(read_term(reading_));
                else unary(false);
                reading_.add_operator(times ? Op::multiply : Op::divide, begin, 2);
            } else {
                return;
            }
        }
    }

    /// A sign is weaker than a power: -2^2 is -4.
    void unary(bool first) {
        const std::size_t begin = reading_.peek().begin;
        if (first && looks_like_range(reading_)) return read_range(reading_);
        const bool negative = reading_.at_symbol('-');
        if (negative) reading_.take();
        power();
        if (negative) reading_.add_operator(Op::negate, begin, 1);
    }

    void power() {
        const std::size_t begin = reading_.peek().begin;
        primary();
        if (!reading_.at_symbol('^')) return;
        const Deeper deeper(reading_);
        reading_.take();
        const std::size_t exponent = reading_.nodes.size();
        const bool written = reading_.peek().kind == TokenKind::number;
        unary(false);
        Node unit;
        const bool lone = written && reading_.nodes.size() == exponent + 1;
        if (lone) unit.unit = std::exchange(reading_.nodes.back().unit, kNoUnit);
        if (unit.unit != kNoUnit) reading_.nodes.back().end = reading_.nodes.back().begin;  // its text holds the unit
        reading_.add_operator(Op::power, begin, 2);
        if (unit.unit != kNoUnit) multiply_by(unit, begin);
    }

    /// `10^5 s`, `(16 + 16) B`: a unit behind a number that is written as a formula.
    void multiply_by(Node unit, std::size_t begin) {
        unit.number = 1;
        unit.begin = unit.end = static_cast<std::uint32_t>(reading_.tokens[reading_.at - 1].end);
        reading_.add(unit);
        reading_.add_operator(Op::multiply, begin, 2);
    }

    void primary() {
        const Token& token = reading_.peek();
        if (token.kind == TokenKind::number || reading_.at_symbol('$')) return reading_.add(read_literal(reading_));
        if (reading_.at_symbol('(')) return parentheses();
        if (token.kind != TokenKind::name || is_reserved(token.text)) reading_.refuse(token);
        if (reading_.peek(1).kind == TokenKind::symbol && reading_.peek(1).text == "(") return call();
        if (!reading_.vocabulary.is_quantity(token.text) && frequency()) return;
        word();
    }

    /// A unit, or a name; a unit never names a quantity.
    void word() {
        const bool divides = reading_.at > 0 && reading_.tokens[reading_.at - 1].text == "/";
        const Token token = reading_.take();
        if (divides && token.text == "m" && !reading_.vocabulary.is_quantity(token.text))
            reading_.fail(token, "'m' behind a slash has no single meaning", "write `/min` or `/month`");
        Node node = node_at(token);
        if (const Unit* unit = find_unit(token.text)) {
            node.number = 1;
            node.unit = index_of(*unit);
        } else {
            node.op = Op::name;
            node.name = reading_.name_index(token.text);
        }
        reading_.add(node);
    }

    /// `once`, `twice`, `daily`, `every 4 seconds`: how often, in words.
    bool frequency() {
        if (read_times_word(reading_)) return true;
        const Token& token = reading_.peek();
        const bool adverb = at_rate_word(reading_) && token.text.ends_with("ly");
        const bool every = at_per(reading_) && (token.text == "every" || token.text == "each");
        if (!adverb && !every) return false;
        const std::size_t begin = token.begin;
        Node one = node_at(token);
        one.number = 1;
        one.end = one.begin;
        reading_.add(one);
        if (every) reading_.take();
        if (adverb) reading_.add(read_rate_word(reading_));
        else primary();
        reading_.add_operator(Op::divide, begin, 2);
        return true;
    }

    void parentheses() {
        const Deeper deeper(reading_);
        const Token open = reading_.take();
        if (reading_.at_symbol(')')) reading_.fail(open.begin, reading_.peek().end, "the parentheses are empty", "");
        sum();
        close(open);
        const Token& next = reading_.peek();
        if (next.kind != TokenKind::name || is_reserved(next.text) || at_per(reading_)) return;
        if (const Unit* unit = find_unit(next.text)) {
            reading_.take();
            Node node;
            node.unit = index_of(*unit);
            multiply_by(node, open.begin);
        }
    }

    /// In braces and brackets YAML ends a value at its comma.
    [[nodiscard]] Hint hint_for_comma() const {
        const Span& where = reading_.text.span;
        const bool at_comma = where.source && where.source->kind == SourceKind::file && where.end > where.begin &&
                              trim(std::string_view(where.source->text).substr(where.end)).starts_with(',');
        return at_comma ? "in braces or brackets the comma ends the value: quote the whole value" : "";
    }

    void close(const Token& open) {
        if (reading_.peek().kind == TokenKind::end) reading_.fail(open, "'(' is not closed", hint_for_comma());
        if (!reading_.at_symbol(')')) reading_.refuse(reading_.peek());
        reading_.take();
    }

    void call() {
        const Deeper deeper(reading_);
        const Token name = reading_.take();
        const OperationRow& row = function_named(reading_, name);
        const Token open = reading_.take();
        std::vector<std::size_t> arguments;  // their first tokens
        while (!reading_.at_symbol(')')) {
            arguments.push_back(reading_.at + (reading_.at_symbol('$') ? 1 : 0));
            sum();
            if (!reading_.at_symbol(',')) break;
            const Token& separator = reading_.take();
            if (reading_.at_symbol(')'))
                reading_.fail(separator, "an argument is missing behind the comma", "remove the comma");
        }
        close(open);
        check_arguments(reading_, name, row, static_cast<int>(arguments.size()));
        if (row.range != nullptr) check_magnitudes(reading_, arguments);
        reading_.add_operator(op_of(row), name.begin, static_cast<int>(arguments.size()));
    }

    Reading& reading_;
};

}  // namespace

void read_sum(Reading& reading) { Grammar(reading).sum(); }

Expression read_formula(const Text& text, const Vocabulary& vocabulary) {
    Reading reading(text, vocabulary);
    if (reading.peek().kind == TokenKind::end) reading.fail(reading.peek(), "a value is missing", "");
    read_sum(reading);
    if (reading.peek().kind != TokenKind::end) reading.refuse(reading.peek());
    return reading.take_expression();
}

}  // namespace bote
