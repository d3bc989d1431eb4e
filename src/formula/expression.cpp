#include "bote/formula/expression.hpp"

#include <algorithm>

namespace bote {

Span Text::part(std::size_t begin, std::size_t end) const {
    if (!exact) return span;
    return {span.source, span.begin + begin, span.begin + (end > begin ? end : begin + 1)};
}

bool is_lone_literal(Tree tree) {
    if (tree.empty() || tree.front().op != Op::literal) return false;
    return tree.size() == 1 || (tree.size() == 2 && tree.back().op == Op::negate);
}

bool is_forgiving(Tree tree) {
    return std::any_of(tree.begin(), tree.end(), [](const Node& node) { return is_forgiving(node); });
}

bool is_uncertain(Tree tree) {
    return std::any_of(tree.begin(), tree.end(), [](const Node& node) { return row_of(node.op).range != nullptr; });
}

bool has_names(const Expression& expression) { return !expression.names.empty(); }

}  // namespace bote
