#include "markdown_text.hpp"

#include <algorithm>
#include <array>

#include "bote/base/text.hpp"

namespace bote {
namespace {

bool is_word(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
}

/// What GitHub makes a link of, like anything with "://".
constexpr std::string_view kWebAddress = "www.";

/// What a byte may need: an escape in text, one in code, or a replacement everywhere.
enum Need : unsigned char { kNothing = 0, kInText = 1, kInCode = 2, kEverywhere = 4 };

constexpr auto kNeeds = [] {
    std::array<unsigned char, 256> needs{};
    const auto mark = [&](std::string_view letters, Need need) {
        for (const char letter : letters) needs[static_cast<unsigned char>(letter)] |= need;
    };
    mark("\\`*_[]<|~$!#@&:", kInText);
    mark("\\`|", kInCode);
    for (std::size_t byte = 0; byte < needs.size(); ++byte) {
        if (byte < ' ' || byte >= '\x7F') needs[byte] = kEverywhere;
    }
    return needs;
}();

unsigned needs_of(std::string_view text) {
    unsigned needs = text.find(kWebAddress) == std::string_view::npos ? kNothing : kInText;
    for (const char letter : text) needs |= kNeeds[static_cast<unsigned char>(letter)];
    return needs;
}

/// The special letter at a place of the text, so that it shows as itself.
void append_special(std::string_view text, std::size_t i, std::string& out) {
    const char letter = text[i];
    const std::string_view behind = text.substr(i + 1);
    const bool inside = i > 0 && !behind.empty() && is_word(text[i - 1]) && is_word(behind.front());
    if (letter == '&') {
        out += "&amp;";
    } else if (letter == '@' || (letter == '#' && !behind.empty() && is_digit(behind.front()))) {
        // GitHub looks for mentions, issues and mail addresses once all escapes are gone: only another letter between
        // the two parts them, here one without a width.
        out += letter;
        if (!behind.empty() && is_word(behind.front())) out += "&#8203;";
    } else if (letter == ':') {
        out += behind.starts_with("//") ? "\\:" : ":";
    } else {
        // Inside a word an underscore marks nothing up, and names read better without back slashes.
        if (letter != '_' || !inside) out += '\\';
        out += letter;
    }
}

}  // namespace

std::string escape_markdown(std::string_view plain) {
    const unsigned needs = needs_of(plain);
    if (needs == kNothing) return std::string(plain);
    const std::string shown = (needs & kEverywhere) != 0 ? show_in_line(plain) : "";
    const std::string_view text = (needs & kEverywhere) != 0 ? shown : plain;
    std::string escaped;
    escaped.reserve(text.size());
    std::size_t copied = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((kNeeds[static_cast<unsigned char>(text[i])] & kInText) == 0) continue;
        escaped.append(text, copied, i - copied);
        append_special(text, i, escaped);
        copied = i + 1;
    }
    escaped.append(text, copied);
    for (auto at = escaped.find(kWebAddress); at != std::string::npos; at = escaped.find(kWebAddress, at + 1))
        escaped.insert(at + kWebAddress.size() - 1, "\\");
    return escaped;
}

namespace {

/// Whether a text shows as itself between two backticks.
bool is_plain_code(std::string_view text) {
    return !text.empty() && trim(text) == text && (needs_of(text) & kEverywhere) == 0 &&
           text.find('\\') == std::string_view::npos;
}

/// As escape, but what stands between backticks, such as `tweet.writes <= 5/s`, is code.
std::string escape_outside_code(std::string_view plain) {
    std::string out;
    std::size_t done = 0;
    for (auto open = plain.find('`'); open != std::string_view::npos; open = plain.find('`', open + 1)) {
        const auto close = plain.find('`', open + 1);
        if (close == std::string_view::npos) break;
        const auto code = plain.substr(open + 1, close - open - 1);
        if (!is_plain_code(code)) continue;
        out += escape_markdown(plain.substr(done, open - done));
        out.append(plain.substr(open, close + 1 - open));
        done = close + 1;
        open = close;
    }
    return out + escape_markdown(plain.substr(done));
}

}  // namespace

std::string escape_markdown_cell(std::string_view plain) {
    return plain.find('|') == std::string_view::npos ? escape_outside_code(plain) : escape_markdown(plain);
}

std::string escape_markdown_paragraph(std::string_view plain) {
    const std::string text = escape_outside_code(trim(plain));
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const bool closed = digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
    const bool numbered = closed && (digits + 1 == text.size() || text[digits + 1] == ' ');
    if (numbered) return text.substr(0, digits) + "\\" + text.substr(digits);
    const bool marked = !text.empty() && std::string_view("-+=>").find(text.front()) != std::string_view::npos;
    return (marked ? "\\" : "") + text;
}

std::size_t longest_run(std::string_view text, char letter) {
    std::size_t longest = 0;
    std::size_t run = 0;
    for (const char each : text) {
        run = each == letter ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

std::string markdown_code(std::string_view plain) {
    const std::string text(trim(show_in_line(plain)));
    // Before a pipe a backslash of the text itself could not be told from the one that escapes the pipe.
    if (text.empty() || text.find('\\') != std::string::npos) return escape_markdown(text);
    const std::string fence(longest_run(text, '`') + 1, '`');
    const std::string edge = text.front() == '`' || text.back() == '`' ? " " : "";
    std::string code = fence + edge;
    for (const char letter : text) {
        if (letter == '|') code += '\\';
        code += letter;
    }
    return code + edge + fence;
}

bool text_shows_itself(std::string_view plain) { return needs_of(plain) == kNothing; }

bool code_shows_itself(std::string_view plain) {
    return !plain.empty() && trim(plain) == plain && (needs_of(plain) & (kInCode | kEverywhere)) == 0;
}

}  // namespace bote
