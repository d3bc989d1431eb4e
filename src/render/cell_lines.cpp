#include "cell_lines.hpp"

#include <algorithm>
#include <utility>

#include "bote/base/character.hpp"
#include "bote/base/text.hpp"
#include "bote/units/unit.hpp"

namespace bote {
namespace {

constexpr std::string_view kGlue = "\u00A0";  // a blank that parts no words

bool is_number(std::string_view word) {
    const std::size_t sign = word.find_first_not_of("-+<>=~$(");
    return sign != std::string_view::npos && is_digit(word[sign]);
}

bool is_unit(std::string_view word) {
    word = word.substr(0, word.find_first_of("/,;.:)"));
    constexpr std::string_view kMagnitudes[] = {"thousand", "million", "billion", "trillion"};
    return find_unit(word) != nullptr ||
           std::find(std::begin(kMagnitudes), std::end(kMagnitudes), word) != std::end(kMagnitudes);
}

/// The text with the blank between a number and its unit as one that does not part them.
std::string glued(std::string_view text) {
    std::string result;
    std::string_view before;
    for (const std::string_view word : split(text, ' ')) {
        if (!result.empty()) result += is_number(before) && is_unit(word) ? kGlue : " ";
        result += word;
        before = word;
    }
    return result;
}

std::string unglued(std::string text) {
    for (auto at = text.find(kGlue); at != std::string::npos; at = text.find(kGlue, at))
        text.replace(at, kGlue.size(), " ");
    return text;
}

/// Behind the last part of a name that fits; 0 where there is none. The point of a number parts nothing.
std::size_t end_of_part(std::string_view line, std::size_t width) {
    for (std::size_t end = std::min(width, line.size() - 1); end > 0; --end) {
        if ((line[end - 1] == '.' || line[end - 1] == '_') && !is_digit(line[end])) return end;
    }
    return 0;
}

/// With a blank behind each part of a name at which it has to be broken.
std::string with_breaks(std::string_view text, std::size_t width) {
    std::string result;
    for (std::string_view word : split(text, ' ')) {
        if (!result.empty()) result += ' ';
        for (std::size_t end = 1; end > 0 && display_width(word) > width;) {
            end = end_of_part(word, width);
            if (end > 0) result.append(word.substr(0, end)) += ' ';
            word.remove_prefix(end);
        }
        result += word;
    }
    return result;
}

}  // namespace

std::size_t longest_word(std::string_view text) {
    std::size_t longest = 0;
    for (const std::string& word : wrap(glued(text), 1)) longest = std::max(longest, display_width(word));
    return longest;
}

Lines cell_lines(std::string_view text, std::size_t width) {
    if (display_width(text) <= width) return {std::string(text)};
    Lines lines;
    for (std::string& line : wrap(with_breaks(glued(text), width), width))
        lines.push_back(cut_to_width(unglued(std::move(line)), width));
    return lines;
}

}  // namespace bote
