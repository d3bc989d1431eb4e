#include "wrong_word.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "bote/base/character.hpp"
#include "bote/base/suggest.hpp"
#include "bote/base/text.hpp"
#include "bote/formula/operation.hpp"
#include "bote/units/near_unit.hpp"
#include "literal.hpp"

namespace bote {
namespace {

struct Row {
    std::string_view word;
    std::string_view hint;  // {0}: the number
};
constexpr Row kMisread[] = {
    {"m", "`{0}M` is million, `{0} min` minutes, `{0} months` months"},
    {"G", "`{0} billion`, `{0} GB` for bytes or `{0} Gbps` for bits per second"},
    {"g", "`{0} billion`, `{0} GB` for bytes or `{0} Gbps` for bits per second"},
    {"meg", "`{0} MB` for bytes, or `{0}M` for millions"},
    {"megs", "`{0} MB` for bytes, or `{0}M` for millions"},
    {"gig", "`{0} GB` for bytes, or `{0} billion`"},
    {"gigs", "`{0} GB` for bytes, or `{0} billion`"},
    {"kilo", "`{0}k` for thousands, or `{0} KB` for bytes"},
    {"kilos", "`{0}k` for thousands, or `{0} KB` for bytes"},
    {"mega", "`{0}M` for millions, or `{0} MB` for bytes"},
    {"giga", "`{0} billion`, or `{0} GB` for bytes"},
    {"tera", "`{0}T` for trillions, or `{0} TB` for bytes"},
    {"MM", "`{0}M` is million, `{0} trillion` a million million"},
    {"mm", "`{0}M` is million, `{0} ms` milliseconds"},
    {"P", "`{0}e15`, or `{0} PB` for bytes"},
    {"b", "`{0} billion`, `{0} bit` or `{0} B`"},
    {"kk", "`{0}M` is million"},
    {"cent", "`$0.01` is a cent"},
    {"cents", "`$0.01` is a cent"},
    {"t", "`{0}T` is trillion, `{0} TB` bytes"},
    {"K", "attach it: `{0}K`, or write `{0} KB` for bytes"},
    {"k", "attach it: `{0}k`, or write `{0} KB` for bytes"},
    {"M", "attach it: `{0}M`, or write `{0} MB` for bytes"},
    {"T", "attach it: `{0}T`, or write `{0} TB` for bytes"},
};

/// Magnitudes and units that are written in another way, in small letters.
constexpr Row kElsewhere[] = {
    {"grand", "{0}k"},
    {"dozen", "{0} * 12"},
    {"gross", "{0} * 144"},
    {"miljoen", "{0} million"},
    {"millones", "{0} million"},
    {"millionen", "{0} million"},
    {"milliard", "{0} billion"},
    {"miljard", "{0} billion"},
    {"milliarden", "{0} billion"},
    {"biljoen", "{0} trillion"},
    {"billionen", "{0} trillion"},
    {"hz", "{0}/s"},
    {"khz", "{0}k/s"},
    {"mhz", "{0}M/s"},
    {"ghz", "{0} billion/s"},
    {"fortnight", "{0} * 2 weeks"},
    {"quarter", "{0} * 3 months"},
    {"decade", "{0} * 10 years"},
    {"century", "{0} * 100 years"},
    {"centurie", "{0} * 100 years"},
};

/// The number before the word, with its place.
struct Before {
    std::string text = "5";
    std::optional<std::size_t> begin;
};

Before number_before(const Reading& reading, const Token& token, std::string_view word) {
    const std::string& whole = reading.text.text;
    if (token.kind == TokenKind::number)
        return {whole.substr(token.begin, token.end - token.begin - word.size()), token.begin};
    if (reading.at == 0) return {};
    const bool is_percent = reading.tokens[reading.at - 1].text == "%" && reading.at > 1;
    const Token& last = reading.tokens[reading.at - (is_percent ? 2 : 1)];
    if (is_percent) return {whole.substr(last.begin, reading.tokens[reading.at - 1].end - last.begin), last.begin};
    return {whole.substr(last.begin, last.end - last.begin),
            last.kind == TokenKind::number ? std::optional(last.begin) : std::nullopt};
}

/// `10 Gbs`, `25GbE`: a network's bits a second, as its small b says.
Hint hint_for_bits(const Reading& reading, std::string_view word) {
    constexpr std::size_t kLength = 3;
    constexpr std::string_view kPrefixes = "kKMGT";
    constexpr std::string_view kLast = "spE";
    const auto& wanted = reading.vocabulary.wanted;
    if (word.size() != kLength || kPrefixes.find(word[0]) == kPrefixes.npos || word[1] != 'b' ||
        kLast.find(word[2]) == kLast.npos || (wanted && wanted->byte == 0))
        return {};
    const char prefix = word[0] == 'K' ? 'k' : word[0];
    if (wanted == kByte) return fmt::format("`{0}bit` for bits, or `{1}B` for bytes", prefix, word[0]);
    return with_edit(fmt::format("did you mean '{0}bps'? bytes are written `{1}B/s`", prefix, word[0]), word,
                     fmt::format("{}bps", prefix));
}

bool counts(const std::optional<Dimension>& wanted) { return !wanted || wanted->byte + wanted->money == 0; }

/// The nearest word that counts. They are any nouns: a short one is like nearly every other, unless its letters are
/// swapped.
std::optional<std::string> near_counted(const Reading& reading, std::string_view word, bool is_plural = false) {
    constexpr std::size_t kShortNoun = 5;
    const auto& wanted = reading.vocabulary.wanted;
    if (!counts(wanted) || wanted == kSecond) return std::nullopt;
    std::vector<std::string_view> known(all_counting_words().begin(), all_counting_words().end());
    known.insert(known.end(), reading.vocabulary.words.begin(), reading.vocabulary.words.end());
    auto near = closest(word, known, 1);
    const bool is_chance = near && word.size() + (is_plural ? 1 : 0) <= kShortNoun && is_counting_word(*near) &&
                           !std::is_permutation(word.begin(), word.end(), near->begin(), near->end());
    return is_chance ? std::nullopt : near;
}

/// The unit, magnitude or word that is meant, or what to do with a word that counts something else.
Hint hint_for_word(const Reading& reading, std::string_view word) {
    constexpr std::size_t kTelling = 4;  // letters of a magnitude that is likely where a unit belongs
    const auto& wanted = reading.vocabulary.wanted;
    if (Hint bits = hint_for_bits(reading, word); !bits.empty()) return bits;
    std::vector<std::string_view> units = unit_words(wanted, fits_behind_number);
    for (const auto magnitude : long_magnitudes()) {
        if (counts(wanted) || magnitude.size() >= kTelling) units.push_back(magnitude);
    }
    auto near = unit_in_plural(word, wanted, fits_behind_number);
    if (!near) near = closest(word, units, 1);
    if (!near) near = near_counted(reading, word);
    if (!near && word.ends_with('s')) near = near_counted(reading, word.substr(0, word.size() - 1), true);
    if (!near) near = closest(word, units);
    if (near) return did_you_mean(word, *near);
    return counts(wanted) && wanted != kSecond
               ? "leave it out if it says what is counted; `bote units` lists the units and magnitudes"
               : "`bote units` lists the units and magnitudes";
}

void check_elsewhere(const Reading& reading, const Token& token, std::string_view word, const Before& number) {
    const std::string small = lower_case(word);
    for (const auto& [name, instead] : kElsewhere) {
        if (small != name && small != std::string(name) + "s") continue;
        const std::string written = fmt::format(fmt::runtime(instead), number.text);
        Hint hint = fmt::format("write `{}`", written);
        if (number.begin) {
            hint = write_instead(reading.text.text.substr(*number.begin, token.end - *number.begin), written);
            hint.where = reading.text.part(*number.begin, token.end);
        }
        reading.fail(token.begin, token.end, fmt::format("'{}' is no unit, magnitude or counting word", word),
                     std::move(hint));
    }
}

/// Bits or bytes, a magnitude, or a letter that is read in several ways.
void check_letters(const Reading& reading, const Token& token, std::string_view word, const Before& number) {
    const auto fail = [&](const std::string& what, Hint hint) {
        reading.fail(token.begin, token.end, what, std::move(hint));
    };
    const auto readings = ambiguous_unit(word);
    const bool is_count = word == "b" && reading.vocabulary.wanted && reading.vocabulary.wanted->byte == 0;
    if (!readings.empty() && !is_count) fail(fmt::format("'{}' could be bits or bytes", word), std::string(readings));
    const bool has_magnitude = is_letter(number.text.back()) && find_magnitude(word);
    if (has_magnitude || find_long_magnitude(word))
        fail(fmt::format("'{}' stands behind a number that has its magnitude", word), "keep one of them");
    for (const auto& row : kMisread) {
        if (row.word == word)
            fail(fmt::format("'{}' behind a number has no single meaning", word),
                 fmt::format(fmt::runtime(row.hint), number.text));
    }
}

}  // namespace

bool is_counted_word(const Reading& reading, std::string_view word) {
    return !reading.vocabulary.is_quantity(word) && (is_counting_word(word) || reading.vocabulary.is_word(word));
}

void refuse_wrong_word(const Reading& reading, const Token& token, std::string_view word) {
    const auto fail = [&](const std::string& what, Hint hint) {
        reading.fail(token.begin, token.end, what, std::move(hint));
    };
    const Before number = number_before(reading, token, word);
    check_letters(reading, token, word, number);
    const bool is_apart =
        token.kind == TokenKind::name && reading.at > 0 && reading.tokens[reading.at - 1].text.empty();
    if (const auto rate = begin_of_rate_word(word); is_apart && rate > 0 && rate < word.size()) {
        const auto instead = fmt::format("{}{} {}", number.text, word.substr(0, rate), word.substr(rate));
        fail(fmt::format("'{}' holds a magnitude, which belongs to the number", word),
             fmt::format("write `{}`", instead));
    }
    if (word == "and" || word == "or")
        fail(fmt::format("'{}' is not known", word), reading.vocabulary.wanted
                                                         ? "write one value, or a range such as `1M to 2M`"
                                                         : "write one condition alone");
    if (word == "TO" || word == "To") fail(fmt::format("'{}' is not known", word), write_instead(word, "to"));
    const std::string small = lower_case(word);  // `5M DAU`
    if (small == reading.text.subject) fail(fmt::format("'{}' is what is given here", word), "leave the word out");
    if (reading.vocabulary.is_quantity(small)) {
        const std::string_view or_none = number.text.ends_with('%') ? "" : ", or leave the word out";
        fail(fmt::format("'{}' is a quantity", word), fmt::format("write `{} * {}`{}", number.text, small, or_none));
    }
    check_elsewhere(reading, token, word, number);
    reading.fail(token.begin, token.end, fmt::format("'{}' is no unit, magnitude or counting word", word),
                 hint_for_word(reading, word));
}

namespace {

// Functions of other languages.
constexpr Row kOtherFunctions[] = {
    {"log", "it is `ln`, `log2` or `log10`"},
    {"lg", "it is `log2` or `log10`"},
    {"if", "write `max(a, b)` or `min(a, b)`, or a scenario for each case"},
    {"abs", "write `max(x, -x)`"},
    {"pow", "write `a ^ b`"},
    {"power", "write `a ^ b`"},
    {"avg", "write `(a + b) / 2`"},
    {"average", "write `(a + b) / 2`"},
    {"mean", "write `(a + b) / 2`"},
};

}  // namespace

void refuse_function(const Reading& reading, const Token& name) {
    const auto what = fmt::format("there is no function '{}'", name.text);
    std::vector<std::string_view> known;
    for (const auto& each : all_functions()) known.push_back(each.name);
    for (const auto& [other, hint] : kOtherFunctions) {
        if (other == name.text) reading.fail(name, what, std::string(hint));
    }
    reading.fail(name, what, suggest(name.text, known));
}

}  // namespace bote
