#include "text_lines.hpp"

#include <algorithm>

#include "bote/base/index.hpp"
#include "bote/base/utf8.hpp"

namespace bote {
namespace {

std::size_t units_of(const Character& character, Encoding encoding) {
    constexpr char32_t kLastOfOneUnit = 0xFFFF;
    if (encoding == Encoding::utf8) return character.length;
    return character.code > kLastOfOneUnit ? 2 : 1;
}

}  // namespace

TextLines::TextLines(std::string_view text, Encoding encoding) : text_(text), encoding_(encoding), begins_{0} {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool pair = text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
        if (text[at] == '\n' || (text[at] == '\r' && !pair)) begins_.push_back(at + 1);
    }
}

std::string_view TextLines::line(std::size_t number) const {
    if (number >= begins_.size()) return {};
    const std::size_t end = number + 1 < begins_.size() ? begins_[number + 1] : text_.size();
    std::string_view line = text_.substr(begins_[number], end - begins_[number]);
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
    return line;
}

std::size_t TextLines::offset_of(TextPosition position) const {
    if (position.line >= begins_.size()) return text_.size();
    const std::string_view in = line(position.line);
    std::size_t at = 0;
    for (std::size_t left = position.character; at < in.size() && left > 0;) {
        const Character character = character_at(in, at);
        const std::size_t units = units_of(character, encoding_);
        if (units > left) break;
        left -= units;
        at += character.length;
    }
    return begins_[position.line] + at;
}

TextPosition TextLines::position_of(std::size_t offset) const {
    offset = std::min(offset, text_.size());
    const auto next = std::upper_bound(begins_.begin(), begins_.end(), offset);
    TextPosition position{bote::position_of(next, begins_) - 1, 0};
    const std::string_view in = line(position.line);
    const std::size_t end = std::min(offset - begins_[position.line], in.size());
    for (std::size_t at = 0; at < end;) {
        const Character character = character_at(in, at);
        if (at + character.length > end) break;
        position.character += units_of(character, encoding_);
        at += character.length;
    }
    return position;
}

TextPosition position_from(const Json& position) {
    return {count_at(position, "line"), count_at(position, "character")};
}

Json json_of(TextPosition position) { return {{"line", position.line}, {"character", position.character}}; }

Json range_of(const TextLines& lines, std::size_t begin, std::size_t end) {
    return {{"start", json_of(lines.position_of(begin))}, {"end", json_of(lines.position_of(std::max(begin, end)))}};
}

Json range_of(const TextLines& lines, const Span& span) { return range_of(lines, span.begin, span.end); }

}  // namespace bote
