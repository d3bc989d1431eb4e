#pragma once
// What the formulas of a file that is part of the program are: they were parsed while bote was built.
//
//   parse_formula(Text{"500M/month", span, true, "writes", &prepared}, {})     // does not look at the text

#include <cstddef>
#include <span>
#include <string_view>

#include "bote/formula/expectation.hpp"

namespace bote {

struct PreparedFormula {
    Tree tree;
    std::span<const std::string_view> names;
};

/// A formula, or an expectation.
struct Prepared {
    PreparedFormula formula;  // of an expectation the left side
    PreparedFormula right;    // the rest is of an expectation
    Terms terms;
};

Expression expression_of(const PreparedFormula& prepared);
Expectation expectation_of(const Prepared& prepared);

}  // namespace bote
