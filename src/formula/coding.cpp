#include "bote/formula/coding.hpp"

#include <cmath>

#include "bote/formula/lexer.hpp"

namespace bote {

bool is_like_coding(Tree formula) {
    const auto is_count = [](const Node& node) {
        return node.op == Op::literal && node.unit == kNoUnit && node.number >= 1 &&
               node.number == std::round(node.number);
    };
    return formula.size() == 3 && formula[2].op == Op::add && is_count(formula[0]) && is_count(formula[1]);
}

void read_coding(const Text& text, Expression& formula) {
    if (!is_like_coding(formula))
        throw InputError(formula_error(text, 0, text.text.size(), "expected data and parity parts", "write `8+4`"));
    auto& nodes = formula.change();
    nodes.push_back(nodes[0]);
    nodes.push_back(nodes[2]);
    nodes.back().op = Op::divide;
}

std::optional<Text> data_parts_of(const Text& coding) {
    const auto plus = coding.text.find('+');
    if (plus == std::string::npos) return std::nullopt;
    return Text{coding.text.substr(0, plus), coding.span, coding.exact, coding.subject};
}

}  // namespace bote
