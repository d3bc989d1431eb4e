#pragma once
// Text -> expression. The grammar of values and of expectations; see the README's reference of the language.
//
//   parse_formula(Text{"50 to 150 per day"}, {})       // a range of two rates
//   parse_expectation(Text{"qps ~ 146k/s within 5%"}, {}).tolerance    // 0.05

#include <functional>
#include <string_view>
#include <vector>

#include "bote/formula/expression.hpp"

namespace bote {

/// What the parser must know of the file: words that may follow a number, and quantities, which may not.
struct Vocabulary {
    std::function<bool(std::string_view)> is_word = [](std::string_view) { return false; };
    std::function<bool(std::string_view)> is_quantity = [](std::string_view) { return false; };
    std::vector<std::string_view> words;  // for suggestions
};

/// Throws InputError at the first thing that is no formula. Nesting is limited to 50, length to 2000 parts.
Expression parse_formula(const Text& text, const Vocabulary& vocabulary);

enum class Comparison { less, less_equal, greater, greater_equal, equal, about };

struct Expectation {
    Expression left;
    Expression right;
    Comparison comparison = Comparison::less;
    double tolerance = 0;    // a share of the right side
    double chance = 0;       // `at 95%`: how likely it has to hold; 0: in the point estimate
    std::size_t middle = 0;  // where the comparison stands in the text
};

inline constexpr double kRangeLevel = 0.9;       // `a to b` without a level: 5% lie below, 5% above
inline constexpr double kAboutTolerance = 0.05;  // `~` without `within`
inline constexpr double kEqualTolerance = 1e-9;  // `==`

Expectation parse_expectation(const Text& text, const Vocabulary& vocabulary);

/// Whether a comparison holds for two values.
bool holds(const Expectation& expectation, double left, double right);
bool holds(Comparison comparison, double tolerance, double left, double right);

/// "<", "<=", ..., "~".
std::string_view sign_of(Comparison comparison);

/// `to`, `per`, `within`, `at`: words of the language that name nothing.
bool is_reserved(std::string_view word);

}  // namespace bote
