#pragma once
// Text -> expression. The grammar of values; see the README's reference of the language.
//
//   parse_formula(Text{"50 to 150 per day"}, {})       // a range of two rates

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "bote/formula/expression.hpp"

namespace bote {

/// What the parser must know of the file: words that may follow a number, and quantities, which may not.
struct Vocabulary {
    std::function<bool(std::string_view)> is_word = [](std::string_view) { return false; };
    std::function<bool(std::string_view)> is_quantity = [](std::string_view) { return false; };
    std::vector<std::string_view> words;  // for suggestions
    std::optional<Dimension> wanted;      // of the whole formula, for suggestions
};

/// Throws InputError at the first thing that is no formula. Nesting is limited to 50, length to 2000 parts.
Expression parse_formula(const Text& text, const Vocabulary& vocabulary);

inline constexpr double kRangeLevel = 0.9;  // `a to b` without a level: 5% lie below, 5% above

/// `to`, `per`, `within`, `at`: words of the language that name nothing.
bool is_reserved(std::string_view word);

}  // namespace bote
