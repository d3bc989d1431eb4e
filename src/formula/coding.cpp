#include "bote/formula/coding.hpp"

#include <cmath>

#include "bote/formula/lexer.hpp"

namespace bote {

void read_coding(const Text& text, Expression& formula) {
    auto& nodes = formula.change();
    const auto is_count = [](const Node& node) {
        return node.op == Op::literal && node.unit == kNoUnit && node.number >= 1 &&
               node.number == std::round(node.number);
    };
    if (nodes.size() != 3 || nodes[2].op != Op::add || !is_count(nodes[0]) || !is_count(nodes[1]))
        throw InputError(formula_error(text, 0, text.text.size(), "expected data and parity parts", "write `8+4`"));
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
