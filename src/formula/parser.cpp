#include "bote/formula/parser.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/formula/check.hpp"
#include "bote/formula/expectation.hpp"
#include "literal.hpp"
#include "range.hpp"
#include "reading.hpp"
#include "respell.hpp"

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
    if (row.least == row.most) return std::to_string(row.least);
    return row.most == kAnyNumber ? "one or more" : fmt::format("{} or {}", row.least, row.most);
}

/// A method for each rule of the grammar. `first`: nothing stands before it, so that it may be a range.
class Grammar {
public:
    explicit Grammar(Reading& reading) : reading_(reading) {}

    void sum() {
        const std::size_t begin = reading_.peek().begin;
        const std::size_t first = reading_.nodes.size();
        product(true);
        while (reading_.at_symbol('+') || reading_.at_symbol('-')) {
            const Op op = reading_.take().text == "+" ? Op::add : Op::subtract;
            product(false);
            reading_.add_operator(op, begin, 2);
        }
        share_unit(first);
    }

private:
    /// `200 + 500 + 4 bytes`: plain numbers that are added to one with a unit are of that unit.
    void share_unit(std::size_t first) {
        const auto nodes = std::span(reading_.nodes).subspan(first);
        const Node* last = nullptr;
        for (Node& node : nodes) {
            if (node.op == Op::add) continue;
            const bool has_unit = last != nullptr && (last->unit != kNoUnit || last->written != Written::plain);
            if (node.op != Op::literal || has_unit) return;
            last = &node;
        }
        if (last != nullptr && last->written == Written::attached_b) {
            for (Node& node : nodes) {
                if (node.op == Op::literal && &node != last) node.written = Written::shared_b;
            }
        }
        if (last == nullptr || last->unit == kNoUnit || unit_at(last->unit).dimension == kMoney) return;
        for (Node& node : nodes) {
            if (node.op == Op::literal) node.unit = last->unit;
        }
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
                unary(false);
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
        reading_.take();
        reading_.add(node);
    }

    /// `once`, `twice`, `daily`, `every 4 seconds`: how often, in words.
    bool frequency() {
        const Token& token = reading_.peek();
        Node times;
        times.number = 1;
        if (token.text == "once" || token.text == "twice" || token.text == "thrice") {
            times.number = token.text == "once" ? 1 : token.text == "twice" ? 2 : 3;
            times.begin = static_cast<std::uint32_t>(token.begin);
            times.end = static_cast<std::uint32_t>(token.end);
            reading_.take();
            reading_.add(times);
            return true;
        }
        const bool adverb = at_rate_word(reading_) && token.text.ends_with("ly");
        const bool every = at_per(reading_) && (token.text == "every" || token.text == "each");
        if (!adverb && !every) return false;
        const std::size_t begin = token.begin;
        times.begin = times.end = static_cast<std::uint32_t>(begin);
        reading_.add(times);
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

    void close(const Token& open) {
        if (reading_.peek().kind == TokenKind::end) reading_.fail(open, "'(' is not closed", "");
        if (!reading_.at_symbol(')')) reading_.refuse(reading_.peek());
        reading_.take();
    }

    void call() {
        const Deeper deeper(reading_);
        const Token name = reading_.take();
        const OperationRow* row = find_function(name.text);
        if (row == nullptr) {
            std::vector<std::string_view> known;
            for (const auto& each : all_functions()) known.push_back(each.name);
            reading_.fail(name, fmt::format("there is no function '{}'", name.text), suggest(name.text, known));
        }
        const Token open = reading_.take();
        int arguments = 0;
        if (!reading_.at_symbol(')')) {
            do {
                sum();
                ++arguments;
            } while (reading_.at_symbol(',') && (reading_.take(), true));
        }
        close(open);
        if (arguments < row->least || arguments > row->most) {
            reading_.fail(name.begin, reading_.tokens[reading_.at - 1].end,
                          fmt::format("{} takes {} arguments, not {}", row->name, wanted_arguments(*row), arguments),
                          fmt::format("write {}", row->signature));
        }
        reading_.add_operator(op_of(*row), name.begin, arguments);
    }

    std::uint32_t name_index(std::string_view name) {
        const auto found = std::find(reading_.names.begin(), reading_.names.end(), name);
        const auto index = found - reading_.names.begin();
        if (found == reading_.names.end()) reading_.names.emplace_back(name);
        return static_cast<std::uint32_t>(index);
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

namespace {

bool reads(const std::string& formula, const Vocabulary& vocabulary) {
    try {
        read_formula({formula, {}, false, ""}, vocabulary);
        return true;
    } catch (const InputError&) {
        return false;
    }
}

/// `10%-20%` would be a minus, `5-10 KB` a mixture: without blanks it is meant as a range.
void check_dash(const Text& text, Tree tree) {
    const auto dash = text.text.find('-', 1);
    const bool apart = dash == std::string::npos || text.text[dash - 1] == ' ' || dash + 1 >= text.text.size() ||
                       text.text[dash + 1] == ' ';
    const bool difference =
        std::any_of(tree.begin(), tree.end(), [](const Node& node) { return node.op == Op::subtract; });
    if (apart || !difference) return;
    if (const auto range = as_range(text.text))
        throw InputError(formula_error(
            text, 0, text.text.size(), fmt::format("`{}` could be a range or a difference", trim(text.text)),
            with_edit(fmt::format("write `{}`; a minus has blanks around it", *range), text.text, *range)));
}

}  // namespace

Expression parse_formula(const Text& text, const Vocabulary& vocabulary) {
    if (text.parsed != nullptr) return Expression(text.parsed->formula);
    try {
        Expression tree = read_formula(text, vocabulary);
        check_dash(text, tree);
        return tree;
    } catch (const InputError& problem) {
        Error error = problem.errors().front();
        Hint hint = hint_for_spelling(text, [&](const std::string& other) { return reads(other, vocabulary); });
        if (!hint.empty()) error.hint = std::move(hint);
        throw InputError(std::move(error));
    }
}

bool is_reserved(std::string_view word) { return word == "to" || word == "per" || word == "within" || word == "at"; }

}  // namespace bote
