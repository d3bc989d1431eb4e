#include "bote/formula/parser.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "bote/base/character.hpp"
#include "bote/base/text.hpp"
#include "bote/formula/check.hpp"
#include "reading.hpp"
#include "respell.hpp"

namespace bote {
namespace {

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

void check_pair(const Text& text) {
    const auto sides = split(trim(text.text), '-');
    const auto is_number = [](std::string_view side) {
        return !side.empty() && is_digit(side.front()) && side.find_first_not_of("0123456789.") == side.npos;
    };
    if (sides.size() != 2 || !is_number(sides[0]) || !is_number(sides[1])) return;
    throw InputError(formula_error(text, 0, text.text.size(),
                                   fmt::format("`{}` could be a ratio or a difference", trim(text.text)),
                                   fmt::format("write `{0}:{1}` or `{0} - {1}`", sides[0], sides[1])));
}

Expression parse_formula(const Text& text, const Vocabulary& vocabulary) {
    if (text.parsed != nullptr) return Expression(text.parsed->formula);
    try {
        Expression tree = read_formula(text, vocabulary);
        check_dash(text, tree);
        return tree;
    } catch (const InputError& problem) {
        Error error = problem.errors().front();
        Hint hint = hint_for_spelling(text, [&](const Text& other) { read_formula(other, vocabulary); });
        if (!hint.empty()) error.hint = std::move(hint);
        throw InputError(std::move(error));
    }
}

bool is_reserved(std::string_view word) { return word == "to" || word == "per" || word == "within" || word == "at"; }

}  // namespace bote
