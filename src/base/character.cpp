#include "bote/base/character.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "bote/base/utf8.hpp"

namespace bote {

namespace {

struct CharacterName {
    char32_t code;
    std::string_view name;
};

constexpr std::array kNames = {
    CharacterName{0x00, "null"},
    CharacterName{0x07, "bell"},
    CharacterName{0x08, "backspace"},
    CharacterName{0x09, "tab"},
    CharacterName{0x0A, "line feed"},
    CharacterName{0x0C, "form feed"},
    CharacterName{0x0D, "carriage return"},
    CharacterName{0x1B, "escape"},
    CharacterName{0x7F, "delete"},
    CharacterName{0xA0, "no-break space"},
    CharacterName{0xAD, "soft hyphen"},
    CharacterName{0xD7, "multiplication sign"},
    CharacterName{0xF7, "division sign"},
    CharacterName{0x061C, "Arabic letter mark"},
    CharacterName{0x200B, "zero-width space"},
    CharacterName{0x200C, "zero-width non-joiner"},
    CharacterName{0x200D, "zero-width joiner"},
    CharacterName{0x200E, "left-to-right mark"},
    CharacterName{0x200F, "right-to-left mark"},
    CharacterName{0x2013, "en dash"},
    CharacterName{0x2014, "em dash"},
    CharacterName{0x2028, "line separator"},
    CharacterName{0x2029, "paragraph separator"},
    CharacterName{0x202A, "left-to-right embedding"},
    CharacterName{0x202B, "right-to-left embedding"},
    CharacterName{0x202C, "pop directional formatting"},
    CharacterName{0x202D, "left-to-right override"},
    CharacterName{0x202E, "right-to-left override"},
    CharacterName{0x202F, "narrow no-break space"},
    CharacterName{0x2066, "left-to-right isolate"},
    CharacterName{0x2067, "right-to-left isolate"},
    CharacterName{0x2068, "first strong isolate"},
    CharacterName{0x2069, "pop directional isolate"},
    CharacterName{0x2212, "minus sign"},
    CharacterName{0xFEFF, "byte order mark"},
};

bool is_control(char32_t code) {
    constexpr char32_t kDelete = 0x7F;
    constexpr char32_t kLastC1 = 0x9F;
    return code < ' ' || (code >= kDelete && code <= kLastC1);
}

bool is_line_space(char32_t code) { return code == '\t' || code == '\n' || code == '\r'; }

/// Bidi controls, the separators of lines and paragraphs, the byte order mark.
bool is_misleading(char32_t code) {
    return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069) || code == 0xFEFF;
}

void append_escaped(std::string& out, std::string_view bytes, Character character) {
    constexpr char32_t kFirstOfTwoBytes = 0x80;
    if (!character.valid || (is_control(character.code) && character.code < kFirstOfTwoBytes)) {
        out += fmt::format("\\x{:02x}", static_cast<unsigned>(character.code));
    } else if (is_control(character.code) || is_misleading(character.code)) {
        out += fmt::format("\\u{{{:x}}}", static_cast<unsigned>(character.code));
    } else {
        out += bytes;
    }
}

}  // namespace

std::optional<ForbiddenCharacter> find_forbidden_character(std::string_view utf8) {
    const auto is_harmless = [](char byte) { return (byte >= ' ' && byte < '\x7F') || byte == '\n'; };
    for (std::size_t at = 0; at < utf8.size();) {
        if (is_harmless(utf8[at])) {
            ++at;
            continue;
        }
        const Character character = character_at(utf8, at);
        const char32_t code = character.code;
        if (character.valid && ((is_control(code) && !is_line_space(code)) || is_misleading(code))) {
            return ForbiddenCharacter{at, character.length, code};
        }
        at += character.length;
    }
    return std::nullopt;
}

std::string name_of_character(char32_t code) {
    const auto number = static_cast<unsigned>(code);
    const auto* const row =
        std::find_if(kNames.begin(), kNames.end(), [&](const auto& name) { return name.code == code; });
    if (row != kNames.end()) return fmt::format("U+{:04X} ({})", number, row->name);
    if (is_control(code)) return fmt::format("U+{:04X} (control character)", number);
    return fmt::format("U+{:04X}", number);
}

std::string lower_case(std::string_view text) {
    std::string result(text);
    for (char& c : result) c = lower_case(c);
    return result;
}

std::string escape_for_display(std::string_view bytes) {
    if (is_plain(bytes)) return std::string(bytes);
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const Character character = character_at(bytes, at);
        append_escaped(out, bytes.substr(at, character.length), character);
        at += character.length;
    }
    return out;
}

std::string show_in_line(std::string_view bytes) {
    if (is_plain(bytes)) return std::string(bytes);
    std::string blanked(bytes);
    std::replace_if(
        blanked.begin(), blanked.end(), [](char byte) { return byte == '\t' || byte == '\n' || byte == '\r'; }, ' ');
    return escape_for_display(blanked);
}

}  // namespace bote
