// The rules and the words of the model as rows of C++.

#include <fmt/format.h>

#include "bote/base/error.hpp"
#include "bote/formula/check.hpp"
#include "pieces.hpp"

namespace bote {
namespace {

/// What the `{quantity}` of a rule's texts name.
std::vector<std::string> names_in(std::string_view text) {
    std::vector<std::string> names;
    for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1))
        names.emplace_back(text.substr(open + 1, text.find('}', open) - open - 1));
    return names;
}

std::vector<std::string> names_in(const ModelRule& rule, Tree side) {
    const auto names = names_of(rule.condition.text, side);
    return {names.begin(), names.end()};
}

/// How both sides of a condition are printed: as the quantity that stands there alone, or as their dimension is.
Display display_of(const NamedRows& rows, const ModelRule& rule, Dimension dimension) {
    for (const Tree side : {rule.expectation.left.nodes(), rule.expectation.right.nodes()}) {
        if (side.size() == 1 && has_names(side))
            return rows.row(rows.index_of(rule.where, names_in(rule, side).front())).display;
    }
    return display_for(dimension);
}

std::string write_rule(const NamedRows& rows, const ModelRule& rule, Arrays& arrays) {
    const Span& where = rule.condition.span;
    const auto& condition = rule.expectation;
    const auto named_left = names_in(rule, condition.left);
    const auto named_right = names_in(rule, condition.right);
    Expectation copy = condition;
    const auto dimension = resolve_units(rule.condition, copy, rows.dimensions_of(where, named_left),
                                         rows.dimensions_of(where, named_right));
    const std::string left = arrays.tree(condition.left);
    const std::string right = arrays.tree(condition.right);
    const std::string left_names = arrays.indexes(rows.indexes_of(where, named_left));
    const std::string right_names = arrays.indexes(rows.indexes_of(where, named_right));
    const std::string text_names = arrays.indexes(rows.indexes_of(rule.where, names_in(rule.verdict + rule.otherwise)));
    const std::string unless = arrays.indexes(rows.indexes_of(rule.where, rule.unless));
    return fmt::format(
        "    {{{}, {}, {}, {}, {}, {}, {}, {}, static_cast<Comparison>({}), {:a}, {}, {}, {}, {},\n     {}, {}, "
        "{}}},\n",
        literal_of(rule.name), boolean(rule.section == "notes"), class_of(rule.kind), boolean(rule.stepped),
        literal_of(rule.condition.text), row_of(display_of(rows, rule, dimension)), left, right,
        static_cast<int>(condition.terms.comparison), condition.terms.tolerance, left_names, right_names, text_names,
        unless, literal_of(rule.verdict), literal_of(rule.otherwise), literal_of(rule.source));
}

}  // namespace

std::string write_rules(const NamedRows& rows, const std::vector<ModelRule>& rules, Arrays& arrays) {
    std::string result;
    for (const auto& each : rules) result += write_rule(rows, each, arrays);
    return result;
}

std::string write_words(const NamedRows& rows, const std::vector<ModelWords>& words, Arrays& arrays) {
    std::string result;
    for (const auto& each : words) {
        const std::string quantities = arrays.indexes(rows.indexes_of(each.where, each.quantities));
        result += fmt::format("    {{{}, {}}},\n", literal_of(each.words), quantities);
    }
    return result;
}

}  // namespace bote
