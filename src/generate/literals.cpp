#include <fmt/format.h>

#include "pieces.hpp"

namespace bote {

std::string literal_of(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        const bool plain = c >= ' ' && c < '\x7F' && c != '"' && c != '\\' && c != '?';
        out += plain ? std::string(1, c) : fmt::format("\\{:03o}", static_cast<unsigned char>(c));
    }
    return out + "\"";
}

std::string slice_of(std::string_view array, std::size_t begin, std::size_t size) {
    return size == 0 ? "{}" : fmt::format("{{{} + {}, {}}}", array, begin, size);
}

std::string boolean(bool value) { return value ? "true" : "false"; }

std::string class_of(Class kind) { return fmt::format("static_cast<Class>({})", static_cast<int>(kind)); }

std::string literal_of(DefinitionIndex definition) {
    return fmt::format("DefinitionIndex{{{}}}", number_of(definition));
}

std::string literal_of(Op op) { return fmt::format("static_cast<Op>({})", static_cast<int>(op)); }

std::string list_of(const std::vector<DefinitionIndex>& indexes) {
    std::string text;
    for (const DefinitionIndex each : indexes) text += fmt::format("{}{}", text.empty() ? "" : ", ", number_of(each));
    return text;
}

std::string row_of(const Node& node) {
    return fmt::format("    {{{}, static_cast<Written>({}), {}, {}, {:a}, {}, {}, {}}},\n", literal_of(node.op),
                       static_cast<int>(node.written), node.arguments, node.name, node.number, node.unit, node.begin,
                       node.end);
}

std::string row_of(const Display& display) {
    const Dimension& dimension = display.dimension;
    return fmt::format("{{static_cast<Numerator>({}), {}, {{{}, {}}}, {{{}, {}, {}}}, {}}}",
                       static_cast<int>(display.numerator), display.unit, display.per[0], display.per[1],
                       dimension.byte, dimension.second, dimension.money, display.magnitude);
}

}  // namespace bote
