#include "bote/formula/expectation.hpp"

#include <algorithm>
#include <cmath>

#include "literal.hpp"
#include "reading.hpp"

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

double read_tolerance(Reading& reading, Comparison comparison) {
    const double usual = comparison == Comparison::about   ? kAboutTolerance
                         : comparison == Comparison::equal ? kEqualTolerance
                                                           : 0;
    if (!reading.at_name("within")) return usual;
    const Token& word = reading.take();
    if (comparison != Comparison::about) reading.fail(word, "`within` goes with `~`", "");
    if (reading.peek().kind != TokenKind::number || reading.peek(1).text != "%")
        reading.fail(reading.peek(), "`within` takes a percentage", "write `within 5%`");
    const double share = reading.take().value / kPerCent;
    reading.take();
    return share;
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

}  // namespace

Expectation parse_expectation(const Text& text, const Vocabulary& vocabulary) {
    if (const Parsed* parsed = text.parsed)
        return {Expression(parsed->formula), Expression(parsed->right), parsed->terms};
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
    if (reading.peek().kind == TokenKind::end)
        reading.fail(reading.peek(), "nothing stands on the right of the comparison", "");
    read_sum(reading);
    result.right = reading.take_expression();
    result.terms.tolerance = read_tolerance(reading, result.terms.comparison);
    result.terms.chance = read_chance(reading);
    if (reading.peek().kind != TokenKind::end) reading.refuse(reading.peek());
    return result;
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
