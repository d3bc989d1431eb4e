#include "characters.hpp"

namespace bote {
namespace {

// Blanks that come along when text is copied from a page: no-break, figure, thin, narrow no-break.
constexpr std::string_view kWideBlanks[] = {"\u00a0", "\u2007", "\u2009", "\u202f"};

bool is_digit_at(std::string_view text, std::size_t at) { return at < text.size() && is_digit(text[at]); }

}  // namespace

std::size_t blank_length(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\n\r";
    if (!text.empty() && kBlanks.find(text.front()) != kBlanks.npos) return 1;
    for (const auto wide : kWideBlanks) {
        if (text.starts_with(wide)) return wide.size();
    }
    return 0;
}

std::size_t end_of_word(std::string_view text, std::size_t from) {
    while (from < text.size() && is_word_character(text[from])) ++from;
    return from;
}

std::size_t end_of_digits(std::string_view text, std::size_t from) {
    while (is_digit_at(text, from) || (from < text.size() && text[from] == '_' && is_digit_at(text, from + 1))) ++from;
    return from;
}

std::size_t end_of_fraction(std::string_view text, std::size_t from) {
    const bool has_point = from < text.size() && text[from] == '.';
    return has_point && is_digit_at(text, from + 1) ? end_of_digits(text, from + 1) : from;
}

std::size_t end_of_number(std::string_view text, std::size_t from) {
    const std::size_t end = end_of_fraction(text, end_of_digits(text, from));
    if (end >= text.size() || (text[end] != 'e' && text[end] != 'E')) return end;
    std::size_t power = end + 1;
    if (power < text.size() && (text[power] == '+' || text[power] == '-')) ++power;
    return is_digit_at(text, power) ? end_of_digits(text, power) : end;
}

}  // namespace bote
