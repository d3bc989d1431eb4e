#include "bote/practice/dialogue.hpp"

#include <algorithm>

#include "bote/base/text.hpp"

namespace bote {
namespace {

constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kGreen = "\x1b[32m";
constexpr std::string_view kRed = "\x1b[31m";
constexpr std::string_view kPlain = "\x1b[0m";

/// The end of an escape sequence that begins at `at`: ESC [ 1 ; 5 C, ESC O A, or ESC and one character.
std::size_t end_of_escape(std::string_view typed, std::size_t at) {
    const auto is_within = [&](std::size_t i, unsigned char first, unsigned char last) {
        const auto c = i < typed.size() ? static_cast<unsigned char>(typed[i]) : 0;
        return c >= first && c <= last;
    };
    std::size_t end = at + 1;
    const bool of_function_key = is_within(end, 'O', 'O');
    const bool control = is_within(end, '[', '[');
    if (of_function_key || control) ++end;
    while (control && is_within(end, ' ', '?')) ++end;  // parameters
    return std::min(end + 1, typed.size());
}

/// Without the sequences that arrow keys leave and other control characters, which no answer has.
std::string without_escapes(std::string_view typed) {
    constexpr unsigned char kEscape = 0x1b;
    constexpr unsigned char kBlank = ' ';
    constexpr unsigned char kDelete = 0x7f;
    std::string text;
    for (std::size_t i = 0; i < typed.size();) {
        const auto c = static_cast<unsigned char>(typed[i]);
        if (c == kEscape) {
            i = end_of_escape(typed, i);
            continue;
        }
        if (c == '\t') text += ' ';
        else if (c >= kBlank && c != kDelete) text += typed[i];
        ++i;
    }
    return text;
}

}  // namespace

void Dialogue::lines(std::string_view text, std::size_t indent, std::string_view color) {
    const bool colored = ends_.ink == Ink::color && !color.empty();
    auto wrapped = wrap(text, ends_.width > indent + 1 ? ends_.width - indent : 0);
    if (wrapped.empty()) wrapped.emplace_back();
    for (const auto& line : wrapped) {
        std::string out = line.empty() ? "" : std::string(indent, ' ');
        if (colored) out.append(color).append(line).append(kPlain);
        else out += line;
        ends_.write(out + "\n");
        ++since_mark_;
    }
}

void Dialogue::say(std::string_view text, std::size_t indent) { lines(text, indent, ""); }
void Dialogue::say_title(std::string_view text) { lines(text, 0, kBold); }
void Dialogue::say_good(std::string_view text, std::size_t indent) { lines(text, indent, kGreen); }
void Dialogue::say_bad(std::string_view text, std::size_t indent) { lines(text, indent, kRed); }

std::optional<std::string> Dialogue::ask(std::string_view prompt) {
    if (ended_) return std::nullopt;
    ends_.write(prompt);
    const auto typed = ends_.read();
    ++since_mark_;
    if (!typed) {
        ends_.write("\n");
        ended_ = true;
        return std::nullopt;
    }
    std::string text(trim(without_escapes(*typed)));
    if (find_invalid_utf8(text)) text = show_in_line(text);
    if (!ends_.is_typed) ends_.write(show_in_line(text) + "\n");
    return text;
}

}  // namespace bote
