#include "bote/base/ink.hpp"

namespace bote {

namespace {

std::string_view code_of(Style style) {
    switch (style) {
        case Style::plain: return "";
        case Style::bold: return "\x1b[1m";
        case Style::dim: return "\x1b[2m";
        case Style::red: return "\x1b[31m";
        case Style::green: return "\x1b[32m";
    }
    return "";
}

}  // namespace

std::string paint(std::string_view text, Style style, Ink ink) {
    const std::string_view code = code_of(style);
    if (ink == Ink::plain || code.empty() || text.empty()) return std::string(text);
    return std::string(code).append(text).append("\x1b[0m");
}

}  // namespace bote
