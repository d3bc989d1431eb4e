#include "bote/formula/lexer.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "bote/base/character.hpp"
#include "bote/base/number_text.hpp"
#include "bote/base/text.hpp"
#include "bote/base/utf8.hpp"
#include "characters.hpp"
#include "respell.hpp"
#include "separators.hpp"

namespace bote {
namespace {

constexpr std::size_t kLongestNumber = 64;
constexpr std::size_t kShownOfInput = 40;

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
        if (c == '.' && is_digit(peek(1))) {
            const std::size_t end = end_of_word(in_, at_ + 1);
            const std::string written(in_.substr(at_, end - at_));
            fail(at_, end, "a number starts with a digit",
                 with_edit("write 0 before the point", written, "0" + written));
        }
        return symbol();
    }

    Token name() {
        const std::size_t begin = at_;
        at_ = end_of_word(in_, at_);
        while (peek() == '.' && is_letter(peek(1))) at_ = end_of_word(in_, at_ + 1);
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
        if (in_[begin] == ',' && depth_ <= 0 && !tokens_.empty()) refuse_comma(text_, tokens_.back(), begin);
        for (const char c : in_.substr(begin, at_ - begin)) depth_ += c == '(' ? 1 : c == ')' ? -1 : 0;
        return {TokenKind::symbol, begin, at_, 0, Written::plain, in_.substr(begin, at_ - begin)};
    }

    [[noreturn]] void refuse_character() const {
        const std::string_view rest = in_.substr(at_);
        std::size_t length = 1;
        while (length < rest.size() && (static_cast<unsigned char>(rest[length]) & 0xC0U) == 0x80U) ++length;
        const std::string_view character = rest.substr(0, length);
        if (character == "=" && at_ > 0 && in_[at_ - 1] == '~')
            fail(at_ - 1, at_ + 1, "'~=' is no comparison", with_edit("write `~`", "~=", "~"));
        Hint hint = hint_for_character(rest);
        if (hint.empty() && length > 1) hint = "numbers and names are written with plain letters and the digits 0 to 9";
        const char32_t code = character_at(rest, 0).code;
        constexpr char32_t kFirstGreek = 0x370;
        constexpr char32_t kLastCyrillic = 0x52F;
        const bool misleads = cluster_at(rest, 0).width == 0 || (code >= kFirstGreek && code <= kLastCyrillic);
        const std::string shown = misleads ? name_of_character(code) : fmt::format("'{}'", character);
        fail(at_, at_ + length, fmt::format("the character {} has no meaning here", shown), hint);
    }

    /// Whether a number stands in `2024-01-31` or `01/02/2027`.
    bool is_date() const {
        constexpr std::size_t kLength = 10;
        const std::string_view text = trim(in_);
        if (text.size() != kLength) return false;
        const char mark = text[4] == '-' || text[4] == '/' ? text[4] : text[2];
        const auto parts = split(text, mark);
        return (mark == '-' || mark == '/' || mark == '.') && parts.size() == 3 &&
               text.find_first_not_of("0123456789-/.") == std::string_view::npos;
    }

    double value_of(std::size_t begin, std::size_t end) const {
        const std::string_view written = in_.substr(begin, end - begin);
        const std::string_view shown = written.substr(0, kShownOfInput);
        if (written.size() > kLongestNumber) fail(begin, end, "number too long (at most 64 characters)", "");
        if (written.size() > 1 && written[0] == '0' && is_digit(written[1])) {
            if (is_date())
                fail(0, in_.size(), "a date is no length of time", "write how long it is, such as `5 years`");
            const auto bare = written.substr(std::min(written.find_first_not_of('0'), written.size() - 1));
            fail(begin, end, fmt::format("'{}': a number has no leading zero", shown),
                 with_edit(fmt::format("write {}", bare), written, std::string(bare)));
        }
        std::string digits(written);
        std::erase(digits, '_');
        double value = 0;
        if (read_double(digits, value).problem == std::errc::result_out_of_range || !std::isfinite(value)) {
            fail(begin, end, fmt::format("'{}' is out of range", shown), "");
        }
        return value;
    }

    Token number() {
        const std::size_t begin = at_;
        check_groups(text_, begin);
        at_ = end_of_number(in_, begin);
        if (peek() == '.')
            fail(begin, at_ + 1, "a number does not end with a point",
                 with_edit(fmt::format("write {}", in_.substr(begin, at_ - begin)), in_.substr(begin, at_ + 1 - begin),
                           std::string(in_.substr(begin, at_ - begin))));
        double value = value_of(begin, at_);
        Written written = Written::plain;
        if (peek() == ':') {
            value /= right_side_of_ratio(begin);
            written = Written::ratio;
        }
        const std::size_t suffix = at_;
        at_ = end_of_word(in_, at_);
        const auto letters = in_.substr(suffix, at_ - suffix);
        if (in_.substr(begin, suffix - begin) == "0") refuse_other_base(begin, letters);
        if (letters.starts_with("_")) fail(begin, at_, "an underscore stands only between digits", "");
        return {TokenKind::number, begin, at_, value, written, letters};
    }

    /// `0x10`, `0b11`, `0o17`: what follows the zero is a letter and nothing but digits of its base.
    void refuse_other_base(std::size_t begin, std::string_view letters) {
        constexpr std::pair<char, int> kBases[] = {{'x', 16}, {'b', 2}, {'o', 8}};
        for (const auto& [letter, base] : kBases) {
            if (letters.size() < 2 || (letters[0] | 0x20) != letter) continue;
            std::uint64_t value = 0;
            const char* end = letters.data() + letters.size();
            const auto [read, problem] = std::from_chars(letters.data() + 1, end, value, base);
            if (read != end || problem != std::errc()) continue;
            const std::string decimal = std::to_string(value);
            fail(begin, at_, "numbers are decimal",
                 with_edit("write " + decimal, in_.substr(begin, at_ - begin), decimal));
        }
    }

    double right_side_of_ratio(std::size_t begin) {
        const std::size_t right = at_ + 1;
        if (right >= in_.size() || !is_digit(in_[right])) {
            fail(begin, right, "a ratio has a number on both sides", "write 100:1");
        }
        at_ = end_of_number(in_, right);
        if (in_[right] == '0' && right + 1 < at_ && is_digit(in_[right + 1])) {
            const auto left = in_.substr(begin, right - 1 - begin);
            fail(begin, at_, fmt::format("'{}' reads as a time", in_.substr(begin, at_ - begin)),
                 fmt::format("write `{0} h` or `{0} min`; a ratio reads `5:1`", left));
        }
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
