#include "plain.hpp"

#include "bote/base/text.hpp"

namespace bote {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// `k`, `K` or `M` alone, as in `12 k/s`.
bool is_magnitude(std::string_view text) {
    constexpr std::string_view kMagnitudes = "kKM";
    if (text.empty() || kMagnitudes.find(text[0]) == kMagnitudes.npos) return false;
    return text.size() == 1 || text[1] == ' ' || text[1] == '/';
}

/// `1,200` as 1200, `12 k` as 12k and `.5` as 0.5: files refuse them, an interviewer does not.
std::string with_plain_numbers(std::string_view text) {
    constexpr std::size_t kGroup = 3;
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool after_digit = i > 0 && is_digit(text[i - 1]);
        std::size_t digits = 0;
        while (i + 1 + digits < text.size() && is_digit(text[i + 1 + digits])) ++digits;
        if (text[i] == ',' && after_digit && digits == kGroup) continue;
        if (text[i] == ' ' && after_digit && is_magnitude(text.substr(i + 1))) continue;
        if (text[i] == '.' && !after_digit && digits > 0) plain += '0';
        plain += text[i];
    }
    return plain;
}

/// `8 Gb/s` as `8 Gbps`, `80 Mb` as `80 Mbit`: files refuse an ambiguous b, but on a whiteboard Mb are megabits. All in
/// lower case, `mb/s`, it stays in doubt.
std::string with_bits(std::string_view text) {
    constexpr std::string_view kScales = "kKMGT";
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool begins = i == 0 || !is_letter(text[i - 1]);
        const bool ends = i + 2 >= text.size() || !is_letter(text[i + 2]);
        const bool bits =
            begins && ends && i + 1 < text.size() && text[i + 1] == 'b' && kScales.find(text[i]) != kScales.npos;
        if (!bits) {
            plain += text[i];
            continue;
        }
        plain += text[i] == 'K' ? 'k' : text[i];
        const bool rate = text.substr(i + 2).starts_with("/s");
        plain += rate ? "bps" : "bit";
        i += rate ? 3 : 1;
    }
    return plain;
}

}  // namespace

std::string_view without_hedge(std::string_view text) {
    constexpr std::string_view kHedges[] = {"~",        "≈",        "=",       "about ", "around ",
                                            "roughly ", "approx. ", "approx ", "ca. "};
    text = trim(text);
    for (bool found = true; found;) {
        found = false;
        for (const auto hedge : kHedges) {
            if (!text.starts_with(hedge)) continue;
            text = trim(text.substr(hedge.size()));
            found = true;
        }
    }
    return text;
}

std::string as_in_files(std::string_view text) { return with_bits(with_plain_numbers(text)); }

}  // namespace bote
