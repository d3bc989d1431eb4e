#include "bote/formula/expression.hpp"

#include <algorithm>

namespace bote {

namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

/// Where the bytes of a value stand in its source, which may go on in further lines: only blanks differ there. None
/// where more differs.
std::optional<std::size_t> place_of(const Text& text, std::size_t offset) {
    const std::string_view source = text.span.source->text;
    std::size_t at = text.span.begin;
    if (at < source.size() && (source[at] == '|' || source[at] == '>'))
        at = std::min(source.find('\n', at), source.size());
    const auto skip = [&] {
        while (at < source.size() && is_space(source[at])) ++at;
    };
    skip();
    for (std::size_t i = 0; i < text.text.size(); ++i) {
        if (is_space(text.text[i])) {
            skip();
            continue;
        }
        if (at >= source.size() || source[at] != text.text[i]) return std::nullopt;
        if (i == offset) return at;
        ++at;
    }
    return std::nullopt;
}

}  // namespace

Span Text::part(std::size_t begin, std::size_t end) const {
    if (!exact && (!span.source || span.source->kind != SourceKind::file || end <= begin)) return span;
    if (!exact) {
        const auto first = place_of(*this, begin);
        const auto last = place_of(*this, end - 1);
        const bool in_line = first && last && span.source->text.find('\n', *first) > *last;
        return in_line ? Span{span.source, *first, *last + 1} : span;
    }
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

bool is_factor(Tree tree) {
    const auto keeps = [](const Node& node) {
        return node.op == Op::literal || node.op == Op::negate || row_of(node.op).range != nullptr;
    };
    return std::all_of(tree.begin(), tree.end(), keeps) &&
           std::any_of(tree.begin(), tree.end(), [](const Node& node) { return node.written == Written::factor; });
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

Tree part_ending_at(Tree tree, std::size_t last) {
    std::size_t first = last + 1;
    for (std::size_t open = 1; open > 0; open += tree[first].arguments - std::size_t{1}) --first;
    return tree.subspan(first, last + 1 - first);
}

std::vector<Tree> arguments_of(Tree tree) {
    std::vector<Tree> arguments(tree.back().arguments);
    std::size_t end = tree.size() - 1;
    for (std::size_t i = arguments.size(); i-- > 0;) {
        arguments[i] = part_ending_at(tree, end - 1);
        end -= arguments[i].size();
    }
    return arguments;
}

}  // namespace bote
