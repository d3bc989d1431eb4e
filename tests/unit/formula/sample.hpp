#pragma once
// Formulas written into a test, and what is said about wrong ones.
//
//   value_of("2 * 3 KB")                                    // 6000
//   refusal([] { value_of("2 +"); }).what                   // "the formula stops in the middle"

#include <string>
#include <vector>

#include "bote/base/error.hpp"
#include "bote/formula/check.hpp"
#include "bote/formula/parser.hpp"
#include "project/contains.hpp"

namespace bote::test {

inline Text formula_text(const std::string& formula) {
    return {formula, {make_source("test", formula, SourceKind::option), 0, formula.size()}, true, ""};
}

inline Expression tree_of(const std::string& formula, const Vocabulary& vocabulary = {}) {
    return parse_formula(formula_text(formula), vocabulary);
}

/// The value of a formula without names, in base units; attached `B` is read for the wanted dimension.
inline double value_of(const std::string& formula, std::optional<Dimension> wanted = std::nullopt,
                       const Conventions& conventions = {}) {
    const Text text = formula_text(formula);
    Expression tree = parse_formula(text, {});
    resolve_units(text, tree, std::vector<Dimension>(count_names(tree), kCount), wanted);
    return evaluate(tree, std::vector<double>(count_names(tree), 1), conventions);
}

struct Refusal {
    std::size_t column = 0;  // from 1; 0 where nothing was refused
    std::string part;        // what the error points at
    std::string what;
    std::string hint;
};

/// The first error that is thrown.
template <class Action>
Refusal refusal(Action action) {
    try {
        action();
    } catch (const InputError& problem) {
        const Error& error = problem.errors().front();
        return {location_of(error.where).column, std::string(text_of(error.where)), error.what, error.hint.text};
    }
    return {};
}

}  // namespace bote::test
