#include "bote/formula/lexer.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "respell.hpp"

namespace bote {
namespace {

constexpr std::size_t kLongestNumber = 64;
constexpr std::size_t kShownOfInput = 40;
constexpr std::size_t kThousand = 3;  // digits

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_word(char c) { return is_letter(c) || is_digit(c) || c == '_'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Blanks that come along when text is copied from a page: no-break, figure, thin, narrow no-break.
constexpr std::string_view kWideBlanks[] = {"\u00a0", "\u2007", "\u2009", "\u202f"};

/// The length of a blank at the beginning of a text, 0 where there is none.
std::size_t blank_length(std::string_view text) {
    if (!text.empty() && is_blank(text.front())) return 1;
    for (const auto wide : kWideBlanks) {
        if (text.starts_with(wide)) return wide.size();
    }
    return 0;
}

struct Separator {
    std::string_view written;
    std::string_view name;
};
// What people part thousands with. A blank is first: it may be any of them.
constexpr Separator kSeparators[] = {{" ", "blanks"}, {"'", "apostrophes"}, {"\u2019", "apostrophes"}, {".", "points"}};

class Lexer {
public:
    explicit Lexer(const Text& text) : text_(text), in_(text.text) {}

    std::vector<Token> run() {
        constexpr std::size_t kUsualTokens = 16;
        tokens_.reserve(kUsualTokens);
        for (skip_blanks(); at_ < in_.size(); skip_blanks()) tokens_.push_back(next());
        tokens_.push_back({TokenKind::end, in_.size(), in_.size(), 0, Written::plain, {}});
        return std::move(tokens_);
    }

private:
    [[noreturn]] void fail(std::size_t begin, std::size_t end, std::string_view what, Hint hint) const {
        throw InputError(formula_error(text_, begin, end, what, std::move(hint)));
    }

    char peek(std::size_t ahead = 0) const { return at_ + ahead < in_.size() ? in_[at_ + ahead] : '\0'; }
    void skip_blanks() {
        for (auto length = blank_length(in_.substr(at_)); length > 0; length = blank_length(in_.substr(at_)))
            at_ += length;
    }

    Token next() {
        const char c = peek();
        if (is_digit(c)) return number();
        if (is_letter(c)) return name();
        if (c == '.' && is_digit(peek(1)))
            fail(at_, end_of_word(at_ + 1), "a number starts with a digit", "write 0 before the point");
        return symbol();
    }

    std::size_t end_of_word(std::size_t from) const {
        while (from < in_.size() && is_word(in_[from])) ++from;
        return from;
    }

    Token name() {
        const std::size_t begin = at_;
        at_ = end_of_word(at_);
        while (peek() == '.' && is_letter(peek(1))) at_ = end_of_word(at_ + 1);
        return {TokenKind::name, begin, at_, 0, Written::plain, in_.substr(begin, at_ - begin)};
    }

    Token symbol() {
        const std::size_t begin = at_;
        for (const std::string_view sign : {"\u00b1", "+-", "+/-"}) {
            if (!in_.substr(at_).starts_with(sign)) continue;
            at_ += sign.size();
            return {TokenKind::symbol, begin, at_, 0, Written::plain, kPlusMinus};
        }
        const bool pair = peek(1) == '=' && (peek() == '<' || peek() == '>' || peek() == '=');
        constexpr std::string_view kSingle = "+-*/^(),%$~<>";
        if (!pair && kSingle.find(peek()) == std::string_view::npos) refuse_character();
        at_ += pair ? 2 : 1;
        if (at_ - begin == 1 && tokens_.size() > 0 && in_[begin] == ',') check_comma(begin);
        for (const char c : in_.substr(begin, at_ - begin)) depth_ += c == '(' ? 1 : c == ')' ? -1 : 0;
        return {TokenKind::symbol, begin, at_, 0, Written::plain, in_.substr(begin, at_ - begin)};
    }

    [[noreturn]] void refuse_character() const {
        const std::string_view rest = in_.substr(at_);
        std::size_t length = 1;
        while (length < rest.size() && (static_cast<unsigned char>(rest[length]) & 0xC0U) == 0x80U) ++length;
        const std::string_view character = rest.substr(0, length);
        std::string hint = hint_for_character(rest);
        if (hint.empty() && length > 1) hint = "numbers and names are written with plain letters and the digits 0 to 9";
        fail(at_, at_ + length, fmt::format("the character '{}' has no meaning here", character), hint);
    }

    /// Outside a call a comma is somebody's thousands or decimals.
    void check_comma(std::size_t comma) const {
        if (depth_ > 0) return;
        const Token& before = tokens_.back();
        std::string digits(in_.substr(before.begin, comma - before.begin));
        const bool is_list = std::any_of(digits.begin(), digits.end(), is_letter);  // "1M,2M"
        if (before.kind != TokenKind::number || before.end != comma || end_of_digits(comma + 1) == comma + 1 || is_list)
            fail(comma, comma + 1, "a comma stands only between the arguments of a function", "");
        bool thousands = digits.find('.') == std::string::npos;
        std::size_t end = comma;
        while (end < in_.size() && in_[end] == ',' && end_of_digits(end + 1) > end + 1) {
            const std::size_t begin = end + 1;
            end = end_of_digits(begin);
            thousands = thousands && (end - begin == kThousand || is_lakh(begin, end));
            digits += in_.substr(begin, end - begin);
        }
        if (const auto fraction = end_of_fraction(end); thousands && fraction > end) {  // 1,234.5
            digits += in_.substr(end, fraction - end);
            end = fraction;
        }
        const std::string shown(in_.substr(before.begin, std::min(end - before.begin, kShownOfInput)));
        const bool decimal = !thousands && in_.substr(comma + 1, end - comma - 1).find(',') == std::string_view::npos &&
                             digits.find('.') == std::string::npos;
        std::string hint = "write it without separators";
        if (thousands) hint = thousands_hint(digits);
        if (decimal)
            hint = fmt::format("write {}.{}", in_.substr(before.begin, comma - before.begin),
                               in_.substr(comma + 1, end - comma - 1));
        if (const auto point = digits.find('.');
            !thousands && !decimal && point + kThousand + 1 == comma - before.begin)
            hint = fmt::format("write {}{}.{}", in_.substr(before.begin, point),
                               in_.substr(before.begin + point + 1, kThousand),
                               in_.substr(comma + 1, end - comma - 1));  // 1.234,5
        const std::string_view written = in_.substr(before.begin, end - before.begin);
        fail(before.begin, end, fmt::format("'{}': a number has no commas", shown), hint_for_number(written, hint));
    }

    std::size_t end_of_fraction(std::size_t at) const {
        return at + 1 < in_.size() && in_[at] == '.' && is_digit(in_[at + 1]) ? end_of_digits(at + 1) : at;
    }

    /// `1,00,000`: two digits, with more to follow.
    bool is_lakh(std::size_t begin, std::size_t end) const {
        return end - begin == 2 && end < in_.size() && in_[end] == ',' && end_of_group(end + 1) > 0;
    }

    /// "write 1000 or 1k": the edit takes the first.
    static Hint hint_for_number(std::string_view written, const std::string& said) {
        constexpr std::string_view kWrite = "write ";
        const std::string first = said.substr(kWrite.size(), said.find(' ', kWrite.size()) - kWrite.size());
        return first == "it" ? Hint(said) : with_edit(said, written, first);
    }

    /// "write 1000 or 1k".
    static std::string thousands_hint(const std::string& digits) {
        if (digits.size() > kShownOfInput) return "write it without separators";
        if (digits.ends_with("000000"))
            return fmt::format("write {} or {}M", digits, digits.substr(0, digits.size() - 2 * kThousand));
        if (digits.ends_with("000"))
            return fmt::format("write {} or {}k", digits, digits.substr(0, digits.size() - kThousand));
        return fmt::format("write {}", digits);
    }

    std::size_t end_of_digits(std::size_t from) const {
        while (from < in_.size() &&
               (is_digit(in_[from]) || (in_[from] == '_' && from + 1 < in_.size() && is_digit(in_[from + 1]))))
            ++from;
        return from;
    }

    /// Just behind the number that begins at `begin`.
    std::size_t end_of_number(std::size_t begin) const {
        std::size_t end = end_of_digits(begin);
        end = end_of_fraction(end);
        if (end < in_.size() && (in_[end] == 'e' || in_[end] == 'E')) {
            std::size_t power = end + 1;
            if (power < in_.size() && (in_[power] == '+' || in_[power] == '-')) ++power;
            if (power < in_.size() && is_digit(in_[power])) end = end_of_digits(power);
        }
        return end;
    }

    double value_of(std::size_t begin, std::size_t end) const {
        const std::string_view written = in_.substr(begin, end - begin);
        const std::string_view shown = written.substr(0, kShownOfInput);
        if (written.size() > kLongestNumber) fail(begin, end, "number too long (at most 64 characters)", "");
        if (written.size() > 1 && written[0] == '0' && is_digit(written[1])) {
            const auto bare = written.substr(std::min(written.find_first_not_of('0'), written.size() - 1));
            fail(begin, end, fmt::format("'{}': a number has no leading zero", shown), fmt::format("write {}", bare));
        }
        std::string digits(written);
        std::erase(digits, '_');
        double value = 0;
        const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (result.ec == std::errc::result_out_of_range || !std::isfinite(value)) {
            fail(begin, end, fmt::format("'{}' is out of range", shown), "");
        }
        return value;
    }

    /// Just behind the three digits that follow a separator, or 0 where there are none.
    std::size_t end_of_group(std::size_t at) const {
        const std::size_t end = end_of_digits(at);
        return end == at + kThousand && in_.substr(at, kThousand).find('_') == std::string_view::npos ? end : 0;
    }

    std::size_t separator_length(std::size_t at, const Separator& separator) const {
        if (separator.written == " ") return blank_length(in_.substr(at));
        return in_.substr(at).starts_with(separator.written) ? separator.written.size() : 0;
    }

    /// `10 000`, `1.000.000`, `1'000'000`: thousands parted in another way than with an underscore.
    void check_groups(std::size_t begin) const {
        const std::size_t first = end_of_digits(begin);
        for (const auto& separator : kSeparators) {
            std::string digits(in_.substr(begin, first - begin));
            std::size_t end = first;
            int groups = 0;
            for (auto length = separator_length(end, separator); length > 0;
                 length = separator_length(end, separator)) {
                const std::size_t next = end_of_group(end + length);
                if (next == 0) break;
                digits += in_.substr(end + length, next - end - length);
                end = next;
                ++groups;
            }
            if (groups < (separator.written == "." ? 2 : 1)) continue;  // 1.000 is one
            const auto shown = in_.substr(begin, std::min(end - begin, kShownOfInput));
            fail(begin, end, fmt::format("'{}': a number has no {} inside", shown, separator.name),
                 hint_for_number(in_.substr(begin, end - begin), thousands_hint(digits)));
        }
    }

    Token number() {
        const std::size_t begin = at_;
        check_groups(begin);
        at_ = end_of_number(begin);
        if (peek() == '.')
            fail(begin, at_ + 1, "a number does not end with a point",
                 fmt::format("write {}", in_.substr(begin, at_ - begin)));
        double value = value_of(begin, at_);
        Written written = Written::plain;
        if (peek() == ':') {
            value /= right_side_of_ratio(begin);
            written = Written::ratio;
        }
        const std::size_t suffix = at_;
        at_ = end_of_word(at_);
        const auto letters = in_.substr(suffix, at_ - suffix);
        if (value == 0 && (letters.starts_with("x") || letters.starts_with("X"))) {
            fail(begin, at_, "numbers are decimal", "");
        }
        if (letters.starts_with("_")) fail(begin, at_, "an underscore stands only between digits", "");
        return {TokenKind::number, begin, at_, value, written, letters};
    }

    double right_side_of_ratio(std::size_t begin) {
        const std::size_t right = at_ + 1;
        if (right >= in_.size() || !is_digit(in_[right])) {
            fail(begin, right, "a ratio has a number on both sides", "write 100:1");
        }
        at_ = end_of_number(right);
        const double value = value_of(right, at_);
        if (value == 0) fail(begin, at_, fmt::format("'{}' divides by zero", in_.substr(begin, at_ - begin)), "");
        return value;
    }

    const Text& text_;
    std::string_view in_;
    std::size_t at_ = 0;
    int depth_ = 0;
    std::vector<Token> tokens_;
};

}  // namespace

Error formula_error(const Text& text, std::size_t begin, std::size_t end, std::string_view what, Hint hint) {
    const std::string head = text.subject.empty() ? "" : text.subject + ": ";
    return {text.part(begin, end), head + std::string(what), std::move(hint)};
}

std::vector<Token> lex(const Text& text) { return Lexer(text).run(); }

}  // namespace bote
