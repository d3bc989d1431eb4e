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

bool has_names(Tree tree) {
    return std::any_of(tree.begin(), tree.end(), [](const Node& node) { return node.op == Op::name; });
}

std::vector<std::string_view> names_of(std::string_view text, Tree tree) {
    std::vector<std::string_view> names;
    for (const Node& node : tree) {
        if (node.op == Op::name && node.name == names.size())
            names.push_back(text.substr(node.begin, node.end - node.begin));
    }
    return names;
}

}  // namespace bote
