#pragma once
// Two formulas and how they compare: what `expect` lists, and what a decision rests on.
//
//   parse_expectation(Text{"qps ~ 146k/s within 5%"}, {}).tolerance    // 0.05

#include <string_view>

#include "bote/formula/parser.hpp"

namespace bote {

enum class Comparison { less, less_equal, greater, greater_equal, equal, about };

/// How two values have to compare, and how surely.
struct Terms {
    Comparison comparison = Comparison::less;
    double tolerance = 0;  // what is no further apart is equal: a share of the right side
    double chance = 0;     // `at 95%`: how likely it has to hold; 0: in the point estimate
};

struct Expectation {
    Expression left;
    Expression right;
    Terms terms;
};

/// A formula or an expectation as a constant of the program: Text::parsed.
struct Parsed {
    Tree formula;  // of an expectation the left side
    Tree right;    // the rest is of an expectation
    Terms terms;
};

inline constexpr double kAboutTolerance = 0.05;  // `~` without `within`
inline constexpr double kEqualTolerance = 1e-9;  // `==`

/// Throws InputError at the first thing that is no comparison of two formulas.
Expectation parse_expectation(const Text& text, const Vocabulary& vocabulary);

/// Whether a comparison holds for two values.
bool holds(const Terms& terms, double left, double right);
bool holds(Comparison comparison, double tolerance, double left, double right);

/// "<", "<=", ..., "~".
std::string_view sign_of(Comparison comparison);

/// The same with its sides exchanged: `<` for `>`.
Comparison turned(Comparison comparison);

}  // namespace bote
