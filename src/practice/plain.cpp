#include "plain.hpp"

#include <algorithm>

#include "bote/base/text.hpp"

namespace bote {
namespace {

bool is_letter_or_digit(char c) { return is_letter(c) || is_digit(c); }

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (auto place = text.find(from); place != std::string::npos; place = text.find(from, place + to.size()))
        text.replace(place, from.size(), to);
}

/// `10²` as 10^2.
std::string without_superscripts(std::string_view text) {
    constexpr std::string_view kSuperscripts[] = {"\u2070", "\u00b9", "\u00b2", "\u00b3", "\u2074",
                                                  "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};
    std::string plain;
    bool raised = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto* found = std::find_if(std::begin(kSuperscripts), std::end(kSuperscripts),
                                         [&](std::string_view each) { return text.substr(i).starts_with(each); });
        if (found == std::end(kSuperscripts)) {
            plain += text[i];
            raised = false;
            continue;
        }
        if (!raised) plain += '^';
        plain += static_cast<char>('0' + (found - std::begin(kSuperscripts)));
        i += found->size() - 1;
        raised = true;
    }
    return plain;
}

/// The first place behind `at` that is no blank.
std::size_t skip_blanks(std::string_view text, std::size_t at) {
    return std::min(text.find_first_not_of(' ', at), text.size());
}

/// `100M x 500 B` as 100M * 500 B, wherever a number follows.
std::string with_asterisks(std::string text) {
    for (const std::string_view sign : {"\u00d7", "\u00b7"}) replace_all(text, sign, "*");
    for (std::size_t i = 1; i < text.size(); ++i) {
        const std::size_t next = skip_blanks(text, i + 1);
        const bool apart = text[i - 1] == ' ' || is_digit(text[i - 1]);
        if ((text[i] == 'x' || text[i] == 'X') && apart && next < text.size() && is_digit(text[next])) text[i] = '*';
    }
    return text;
}

/// `2 * 10^5` as 2e5, which has one digit.
std::string with_exponents(std::string text) {
    constexpr std::string_view kTen = "10^";
    for (auto ten = text.find(kTen); ten != std::string::npos; ten = text.find(kTen, ten + 1)) {
        const auto sign = ten == 0 ? std::string::npos : text.find_last_not_of(' ', ten - 1);
        if (sign == std::string::npos || sign == 0 || text[sign] != '*') continue;
        const auto digit = text.find_last_not_of(' ', sign - 1);
        if (digit == std::string::npos || !is_digit(text[digit])) continue;
        text.replace(digit + 1, ten + kTen.size() - digit - 1, "e");
    }
    return text;
}

/// A sentence ends with a point, a number does not: `193.0/s.` and `200./s`.
std::string without_end(std::string text) {
    while (!text.empty() && std::string_view(".,;! ").find(text.back()) != std::string_view::npos) text.pop_back();
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        const bool ends = is_digit(text[i - 1]) && text[i] == '.' && text[i + 1] != '.' && !is_digit(text[i + 1]);
        if (ends) text.erase(i, 1);
    }
    return text;
}

/// `k`, `K` or `M` alone, as in `12 k/s`.
bool is_magnitude(std::string_view text) {
    constexpr std::string_view kThousands = "kKM";
    if (text.empty() || kThousands.find(text[0]) == kThousands.npos) return false;
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
        const bool begins = i == 0 || !(is_letter_or_digit(text[i - 1]) || text[i - 1] == '.');
        if (text[i] == '.' && begins && digits > 0) plain += '0';
        plain += text[i];
    }
    return plain;
}

/// `8 Gb/s` as `8 Gbps`, `80 Mb` as `80 Mbit`: files refuse an ambiguous b, but on a whiteboard Mb are megabits. All in
/// lower case, `mb/s`, it stays in doubt.
std::string with_bits(std::string_view text) {
    constexpr std::string_view kScales = "kKMGT";
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
        const bool rate =
            text.substr(i + 2).starts_with("/s") && (i + 4 >= text.size() || !is_letter_or_digit(text[i + 4]));
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

std::string as_in_files(std::string_view text) {
    const std::string plain = with_asterisks(without_superscripts(without_end(std::string(text))));
    return with_bits(with_plain_numbers(with_exponents(plain)));
}

std::optional<std::pair<std::string, std::string>> sides_of_plus_minus(std::string_view text) {
    for (const std::string_view sign : {"\u00b1", "+/-", "+-"}) {
        const auto place = text.find(sign);
        if (place == std::string_view::npos) continue;
        return std::pair(std::string(trim(text.substr(0, place))), std::string(trim(text.substr(place + sign.size()))));
    }
    return std::nullopt;
}

}  // namespace bote
