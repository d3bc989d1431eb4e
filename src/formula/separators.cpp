#include "separators.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "characters.hpp"
#include "literal.hpp"

namespace bote {
namespace {

constexpr std::size_t kLongestShown = 40;
constexpr std::size_t kThousand = 3;  // digits

struct Separator {
    std::string_view written;
    std::string_view name;
};
// What people part thousands with. A blank is first: it may be any of them.
constexpr Separator kSeparators[] = {{" ", "blanks"}, {"'", "apostrophes"}, {"\u2019", "apostrophes"}, {".", "points"}};

std::size_t separator_length(std::string_view text, const Separator& separator) {
    if (separator.written == " ") return blank_length(text);
    return text.starts_with(separator.written) ? separator.written.size() : 0;
}

/// Just behind the three digits that follow a separator, or 0 where there are none.
std::size_t end_of_group(std::string_view text, std::size_t from) {
    const std::size_t end = end_of_digits(text, from);
    return end == from + kThousand && text.substr(from, kThousand).find('_') == text.npos ? end : 0;
}

/// `1,00,000`: two digits, with more to follow.
bool is_lakh(std::string_view text, std::size_t begin, std::size_t end) {
    return end - begin == 2 && end < text.size() && text[end] == ',' && end_of_group(text, end + 1) > 0;
}

/// "write 1000 or 1k".
std::string thousands_hint(const std::string& digits) {
    if (digits.size() > kLongestShown) return "write it without separators";
    if (digits.ends_with("000000"))
        return fmt::format("write {} or {}M", digits, digits.substr(0, digits.size() - 2 * kThousand));
    if (digits.ends_with("000"))
        return fmt::format("write {} or {}k", digits, digits.substr(0, digits.size() - kThousand));
    return fmt::format("write {}", digits);
}

/// "write 1000 or 1k": the edit takes the first.
Hint hint_for_number(std::string_view written, const std::string& said) {
    constexpr std::string_view kWrite = "write ";
    const std::string first = said.substr(kWrite.size(), said.find(' ', kWrite.size()) - kWrite.size());
    return first == "it" ? Hint(said) : with_edit(said, written, first);
}

/// A number with commas in it, as far as it goes.
struct Grouped {
    std::string digits;     // without the commas
    std::size_t end = 0;    // just behind it
    bool thousands = true;  // the commas part thousands, not decimals
};

Grouped read_grouped(std::string_view text, std::size_t begin, std::size_t comma) {
    Grouped number{std::string(text.substr(begin, comma - begin)), comma, true};
    number.thousands = number.digits.find('.') == std::string::npos;
    std::size_t& end = number.end;
    while (end < text.size() && text[end] == ',' && end_of_digits(text, end + 1) > end + 1) {
        const std::size_t group = end + 1;
        end = end_of_digits(text, group);
        number.thousands = number.thousands && (end - group == kThousand || is_lakh(text, group, end));
        number.digits += text.substr(group, end - group);
    }
    if (const auto fraction = end_of_fraction(text, end); number.thousands && fraction > end) {  // 1,234.5
        number.digits += text.substr(end, fraction - end);
        end = fraction;
    }
    return number;
}

/// What to write for a number with commas, of which the first is at `comma`.
std::string comma_hint(std::string_view text, const Grouped& number, std::size_t begin, std::size_t comma) {
    if (number.thousands) return thousands_hint(number.digits);
    const auto before = text.substr(begin, comma - begin);
    const auto behind = text.substr(comma + 1, number.end - comma - 1);
    const auto point = number.digits.find('.');
    if (behind.find(',') == behind.npos && point == std::string::npos)
        return fmt::format("write {}.{}", before, behind);
    if (point != std::string::npos && point + kThousand + 1 == before.size())  // 1.234,5
        return fmt::format("write {}{}.{}", before.substr(0, point), before.substr(point + 1), behind);
    return "write it without separators";
}

/// `250.000`: a quarter of a million, or 250 to three places. `0.000` and `1234.000` part no thousands, and with a
/// magnitude or a percent sign the point is one.
void check_point(const Text& text, std::size_t begin, std::size_t point) {
    const std::string_view in = text.text;
    const bool is_group = point - begin <= kThousand && in[begin] != '0' && in.substr(point + 1, kThousand) == "000" &&
                          end_of_group(in, point + 1) > 0;
    if (!is_group) return;
    const std::size_t end = point + 1 + kThousand;
    const std::size_t next = end + blank_length(in.substr(end));
    const auto word = in.substr(next, end_of_word(in, next) - next);
    const auto letters = next == end ? find_magnitude(word) : find_long_magnitude(word);
    const bool is_power = next == end && end_of_number(in, begin) > end;
    if (letters || is_power || in.substr(next).starts_with('%')) return;
    const std::string whole(in.substr(begin, point - begin));
    throw InputError(formula_error(
        text, begin, end, fmt::format("'{}' could be {}000 or {}", in.substr(begin, end - begin), whole, whole),
        fmt::format("write {}000 or {}", whole, whole)));
}

}  // namespace

void check_groups(const Text& text, std::size_t begin) {
    const std::string_view in = text.text;
    const std::size_t first = end_of_digits(in, begin);
    for (const auto& separator : kSeparators) {
        std::string digits(in.substr(begin, first - begin));
        std::size_t end = first;
        int groups = 0;
        for (auto length = separator_length(in.substr(end), separator); length > 0;
             length = separator_length(in.substr(end), separator)) {
            const std::size_t next = end_of_group(in, end + length);
            if (next == 0) break;
            digits += in.substr(end + length, next - end - length);
            end = next;
            ++groups;
        }
        if (separator.written == "." && groups == 1) check_point(text, begin, first);
        if (groups < (separator.written == "." ? 2 : 1)) continue;  // 1.125 is a number
        const auto shown = in.substr(begin, std::min(end - begin, kLongestShown));
        throw InputError(formula_error(text, begin, end,
                                       fmt::format("'{}': a number has no {} inside", shown, separator.name),
                                       hint_for_number(in.substr(begin, end - begin), thousands_hint(digits))));
    }
}

void refuse_comma(const Text& text, const Token& before, std::size_t comma) {
    const std::string_view in = text.text;
    const auto written = in.substr(before.begin, comma - before.begin);
    const bool is_list = std::any_of(written.begin(), written.end(), is_letter);  // "1M,2M"
    if (before.kind != TokenKind::number || before.end != comma || end_of_digits(in, comma + 1) == comma + 1 || is_list)
        throw InputError(
            formula_error(text, comma, comma + 1, "a comma stands only between the arguments of a function"));
    const Grouped number = read_grouped(in, before.begin, comma);
    const auto shown = in.substr(before.begin, std::min(number.end - before.begin, kLongestShown));
    const Hint hint = hint_for_number(in.substr(before.begin, number.end - before.begin),
                                      comma_hint(in, number, before.begin, comma));
    throw InputError(
        formula_error(text, before.begin, number.end, fmt::format("'{}': a number has no commas", shown), hint));
}

}  // namespace bote
