#include "bote/practice/dialogue.hpp"

#include "bote/base/text.hpp"

namespace bote {
namespace {

constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kGreen = "\x1b[32m";
constexpr std::string_view kRed = "\x1b[31m";
constexpr std::string_view kPlain = "\x1b[0m";

/// Without the sequences that arrow keys leave, which no answer has.
std::string without_escapes(std::string_view typed) {
    std::string text;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        const auto c = static_cast<unsigned char>(typed[i]);
        constexpr unsigned char kEscape = 0x1b;
        constexpr unsigned char kBlank = ' ';
        if (c == kEscape) {
            if (i + 1 < typed.size() && typed[i + 1] == '[') ++i;
            while (i + 1 < typed.size() && (typed[i + 1] == ';' || (typed[i + 1] >= '0' && typed[i + 1] <= '9'))) ++i;
            ++i;  // the letter that ends it
        } else if (c >= kBlank) {
            text += typed[i];
        }
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
