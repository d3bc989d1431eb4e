#include "bote/formula/expectation.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "literal.hpp"
#include "reading.hpp"
#include "respell.hpp"

namespace bote {
namespace {

bool is_comparison(const Token& token) {
    constexpr std::string_view kComparisons[] = {"<", "<=", ">", ">=", "==", "~"};
    return token.kind == TokenKind::symbol &&
           std::find(std::begin(kComparisons), std::end(kComparisons), token.text) != std::end(kComparisons);
}

Comparison read_comparison(Reading& reading) {
    if (!is_comparison(reading.peek())) {
        if (reading.peek().kind != TokenKind::end) reading.refuse(reading.peek());
        reading.fail(0, reading.tokens[reading.at > 0 ? reading.at - 1 : 0].end, "an expectation compares two values",
                     "write `storage <= 5 PB` or `qps ~ 100k/s within 5%`");
    }
    const auto symbol = reading.take().text;
    if (symbol == "<") return Comparison::less;
    if (symbol == "<=") return Comparison::less_equal;
    if (symbol == ">") return Comparison::greater;
    if (symbol == ">=") return Comparison::greater_equal;
    return symbol == "==" ? Comparison::equal : Comparison::about;
}

/// `<>` and `~~`: a sign of which only the first half was read.
void check_one_sign(const Reading& reading) {
    const Token& sign = reading.tokens[reading.at - 1];
    const Token& next = reading.peek();
    if (!is_comparison(next)) return;
    const std::string both = reading.text.text.substr(sign.begin, next.end - sign.begin);
    reading.fail(sign.begin, next.end, fmt::format("'{}' is no comparison", both),
                 sign.text == next.text ? fmt::format("write `{}`", sign.text)
                                        : std::string("write `<`, `<=`, `>`, `>=`, `==` or `~`"));
}

/// `1 TB < storage < 5 EB`
void check_one_comparison(const Reading& reading, const Token& first) {
    const Token& second = reading.peek();
    if (!is_comparison(second)) return;
    const std::string_view text = reading.text.text;
    const auto left = trim(text.substr(0, second.begin));
    const auto right = trim(text.substr(first.end));
    reading.fail(second, "an expectation makes one comparison", fmt::format("write two: `{}` and `{}`", left, right));
}

double read_tolerance(Reading& reading, Comparison comparison) {
    const double usual = comparison == Comparison::about ? kAboutTolerance : kEqualTolerance;
    if (!reading.at_name("within")) return usual;
    const Token& word = reading.take();
    if (comparison != Comparison::about) reading.fail(word, "`within` goes with `~`", "");
    if (reading.peek().kind != TokenKind::number || reading.peek(1).text != "%")
        reading.fail(reading.peek(), "`within` takes a percentage", "write `within 5%`");
    const double share = reading.take().value / kPerCent;
    reading.take();
    return share;
}

/// A range as a whole side would be compared by its median alone.
void check_sides(const Text& text, const Expectation& claim) {
    for (const Expression* side : {&claim.left, &claim.right}) {
        const Node& whole = side->nodes().back();
        if (row_of(whole.op).range != nullptr)
            throw InputError(formula_error(text, whole.begin, whole.end, "a claim compares single values, not a range",
                                           "write two claims, as in `storage >= 300 TB` and `storage <= 400 TB`"));
    }
}

/// `at 95%`: how likely the comparison has to hold.
double read_chance(Reading& reading) {
    if (!reading.at_name("at")) return 0;
    reading.take();
    if (reading.peek().kind != TokenKind::number || reading.peek(1).text != "%")
        reading.fail(reading.peek(), "`at` takes a percentage", "write `at 95%`");
    const Token& number = reading.take();
    const double share = number.value / kPerCent;
    if (!(share > 0 && share < 1)) reading.fail(number, "a chance lies between 0% and 100%", "write `at 95%`");
    reading.take();
    return share;
}

Expectation read_claim(const Text& text, const Vocabulary& vocabulary) {
    Reading reading(text, vocabulary);
    for (const Token& token : reading.tokens) {
        if (token.text == kPlusMinus)
            reading.fail(token, "an expectation has its tolerance behind `within`", "write `qps ~ 100k/s within 10%`");
    }
    Expectation result;
    if (is_comparison(reading.peek())) reading.fail(reading.peek(), "nothing stands on the left of the comparison", "");
    read_sum(reading);
    result.left = reading.take_expression();
    result.terms.comparison = read_comparison(reading);
    const Token sign = reading.tokens[reading.at - 1];
    if (reading.peek().kind == TokenKind::end)
        reading.fail(reading.peek(), "nothing stands on the right of the comparison", "");
    check_one_sign(reading);
    read_sum(reading);
    check_one_comparison(reading, sign);
    result.right = reading.take_expression();
    result.terms.tolerance = read_tolerance(reading, result.terms.comparison);
    result.terms.chance = read_chance(reading);
    if (reading.peek().kind != TokenKind::end) reading.refuse(reading.peek());
    check_sides(text, result);
    return result;
}

}  // namespace

Expectation parse_expectation(const Text& text, const Vocabulary& vocabulary) {
    if (const Parsed* parsed = text.parsed)
        return {Expression(parsed->formula), Expression(parsed->right), parsed->terms};
    try {
        return read_claim(text, vocabulary);
    } catch (const InputError& problem) {
        Error error = problem.errors().front();
        if (error.hint.empty())
            error.hint = hint_for_spelling(text, [&](const Text& other) { read_claim(other, vocabulary); });
        throw InputError(std::move(error));
    }
}

bool holds(const Terms& terms, double left, double right) {
    return holds(terms.comparison, terms.tolerance, left, right);
}

bool holds(Comparison comparison, double tolerance, double left, double right) {
    if (!std::isfinite(left) || !std::isfinite(right)) return false;
    const double slack = tolerance * std::abs(right);
    switch (comparison) {
        case Comparison::less: return right - left > slack;
        case Comparison::less_equal: return left - right <= slack;
        case Comparison::greater: return left - right > slack;
        case Comparison::greater_equal: return right - left <= slack;
        case Comparison::equal:
        case Comparison::about: return std::abs(left - right) <= slack;
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

Comparison turned(Comparison comparison) {
    switch (comparison) {
        case Comparison::less: return Comparison::greater;
        case Comparison::less_equal: return Comparison::greater_equal;
        case Comparison::greater: return Comparison::less;
        case Comparison::greater_equal: return Comparison::less_equal;
        case Comparison::equal:
        case Comparison::about: break;
    }
    return comparison;
}

}  // namespace bote
