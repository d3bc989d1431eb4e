#pragma once
// What somebody meant who wrote a formula in another way: the text to be written instead, for hints.
//
//   hint_for_spelling(Text{"300M \u00d7 50%"}, read).text    // "write `300M * 50%`"

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "bote/base/error.hpp"
#include "bote/formula/expression.hpp"

namespace bote {

/// What to write for a character that has no meaning, at the beginning of a text; empty for others.
Hint hint_for_character(std::string_view rest);

/// "write `...`", with that in place of the whole formula.
Hint rewrite(const Text& text, std::string instead);

/// A hint with what a text would be in the language, where `read` then takes it without an InputError; else empty.
Hint hint_for_spelling(const Text& text, const std::function<void(const Text&)>& read);

/// Gives the months beside money their length.
void bill_months(const Text& text, Expression& tree, std::span<const Dimension> names);

/// A formula with parentheses around each rate behind a slash, and what that does to its dimension.
struct Rewritten {
    std::string text;  // empty where there is none
    Dimension change;

    /// "write `...`", where there is one.
    [[nodiscard]] Hint hint(const Text& written) const;
};
Rewritten in_parentheses(const Text& text, Tree tree);

/// For `$23/TB-month`, as price lists have it: "write `$23/TB/month`"; empty for others.
Hint hint_for_dash_of_units(const Text& text);

/// For a sum of a value and a share, `100k + 20%`: "write `100k * (1 + 20%)`"; empty for others.
Hint hint_for_share(const Text& text, Tree tree, const Node& sum);

}  // namespace bote
