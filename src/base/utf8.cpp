#include "bote/base/utf8.hpp"

#include <algorithm>

#include <utf8proc.h>

#include "bote/base/index.hpp"

namespace bote {

namespace {

constexpr char32_t kEmojiVariation = 0xFE0F;  // asks for the coloured, two columns wide form of what precedes it
constexpr char32_t kFirstRegional = 0x1F1E6;
constexpr char32_t kLastRegional = 0x1F1FF;
constexpr char32_t kDelete = 0x7F;
constexpr std::size_t kLongestSequence = 4;
constexpr std::size_t kWide = 2;

bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }

bool is_regional(char32_t code) { return code >= kFirstRegional && code <= kLastRegional; }

std::size_t width_of(char32_t code) { return at(std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(code)))); }

bool stands_alone(std::string_view bytes, std::size_t offset) {
    if (!is_ascii(bytes[offset]) || bytes[offset] == '\r') return false;
    return offset + 1 == bytes.size() || is_ascii(bytes[offset + 1]);
}

}  // namespace

bool is_plain(std::string_view bytes) {
    constexpr unsigned kPrintable = 0x7F - 0x20;
    bool plain = true;
    for (const char byte : bytes) plain &= static_cast<unsigned char>(byte - ' ') < kPrintable;
    return plain;
}

Character character_at(std::string_view bytes, std::size_t offset) {
    const auto byte = static_cast<unsigned char>(bytes[offset]);
    if (is_ascii(bytes[offset])) return {byte, 1, true};
    const std::string_view head = bytes.substr(offset, kLongestSequence);
    utf8proc_int32_t code = 0;
    const utf8proc_ssize_t length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(head.data()),
                                                     static_cast<utf8proc_ssize_t>(head.size()), &code);
    if (length <= 0) return {byte, 1, false};
    return {static_cast<char32_t>(code), at(length), true};
}

Cluster cluster_at(std::string_view bytes, std::size_t offset) {
    Character last = character_at(bytes, offset);
    if (!last.valid) return {1, 1};
    // Most text is ASCII, where looking at the next byte is enough to know that a cluster ends.
    if (stands_alone(bytes, offset)) return {1, last.code < ' ' || last.code == kDelete ? 0U : 1U};

    Cluster cluster{last.length, width_of(last.code)};
    utf8proc_int32_t state = 0;
    while (offset + cluster.length < bytes.size()) {
        const Character next = character_at(bytes, offset + cluster.length);
        if (!next.valid) break;
        if (utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(last.code),
                                             static_cast<utf8proc_int32_t>(next.code), &state)) {
            break;
        }
        const bool turns_wide =
            (next.code == kEmojiVariation && cluster.width > 0) || (is_regional(last.code) && is_regional(next.code));
        cluster.width = std::max(cluster.width, turns_wide ? kWide : width_of(next.code));
        cluster.length += next.length;
        last = next;
    }
    return cluster;
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (is_ascii(text[at])) {
            ++at;
            continue;
        }
        const Character character = character_at(text, at);
        if (!character.valid) return at;
        at += character.length;
    }
    return std::nullopt;
}

std::size_t count_characters(std::string_view utf8) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < utf8.size(); ++count) at += character_at(utf8, at).length;
    return count;
}

}  // namespace bote
