#include "bote/practice/answer.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/error.hpp"
#include "bote/base/text.hpp"
#include "bote/formula/check.hpp"
#include "bote/formula/parser.hpp"
#include "bote/yaml/yaml.hpp"
#include "plain.hpp"

namespace bote {
namespace {

constexpr int kDigitsOfFormula = 3;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The number that a text begins with.
std::string_view leading_number(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && (is_digit(text[end]) || text[end] == '.' || text[end] == '_')) ++end;
    return text.substr(0, end);
}

/// What follows the number is no further number: `12k` and `3.5e12`, not `100M / 100k`.
bool is_one_number(std::string_view text) {
    auto rest = text.substr(leading_number(text).size());
    const bool exponent = rest.size() > 1 && (rest[0] == 'e' || rest[0] == 'E') &&
                          (is_digit(rest[1]) || rest[1] == '-' || rest[1] == '+');
    if (exponent) rest.remove_prefix(std::min(rest.find_first_not_of("0123456789", 2), rest.size()));
    return std::none_of(rest.begin(), rest.end(), is_digit);
}

std::string hint_for(const Display& display) {
    const std::string unit = base_unit(display.dimension);
    if (display.dimension == kByte) return "write KB, MB, GB, TB or PB";
    if (display.dimension == kByte / kSecond) return "write MB/s, GB/s, Mbps or Gbps";
    if (display.dimension == kSecond) return "write ms, s, h, days or years";
    if (display.dimension == kCount / kSecond) return "write 350/s or 30M/day";
    return unit.empty() ? "write a plain number" : "write it in " + unit;
}

/// Dimensions that take a bare number: it is the unit that the question names.
bool takes_bare(Dimension dimension) { return dimension == kCount / kSecond || dimension == kMoney; }

bool is_daily(const Display& display) { return display.per[0] != kNoUnit && unit_at(display.per[0]).symbol == "day"; }

Refusal other_dimension(Dimension found, const Measure& measure) {
    return {Misfit::dimension, fmt::format("that is {}, and the question asks for {}: {}", describe(found),
                                           describe(measure.display.dimension), hint_for(measure.display))};
}

Refusal unreadable(const InputError& problem) {
    const Error& error = problem.errors().front();
    const auto colon = error.what.starts_with("answer: ") ? std::string_view("answer: ").size() : 0;
    std::string what = error.what.substr(colon);
    if (!error.hint.empty()) what += "; " + error.hint;
    return {Misfit::unreadable, std::move(what)};
}

Expression parse(const Text& text, const Measure& measure) {
    Vocabulary vocabulary;
    vocabulary.is_word = [&](std::string_view word) {
        return is_counting_word(word) ||
               std::find(measure.words.begin(), measure.words.end(), word) != measure.words.end();
    };
    return parse_formula(text, vocabulary);
}

double half_a_unit(int digits, std::string_view number) {
    std::string bare;
    for (const char c : number) {
        if (is_digit(c)) bare += c;
    }
    const auto first = bare.find_first_not_of('0');
    if (first == std::string::npos || digits == 0) return 0;
    double mantissa = 0;
    constexpr int kTen = 10;
    for (int i = 0; i < digits; ++i) {
        const std::size_t at = first + static_cast<std::size_t>(i);
        mantissa = mantissa * kTen + (at < bare.size() ? bare[at] - '0' : 0);
    }
    constexpr double kHalf = 0.5;
    return kHalf / mantissa;
}

bool is_bare_billion(Tree tree, Dimension wished) {
    return takes_bare(wished) && std::all_of(tree.begin(), tree.end(), [](const Node& node) {
               return node.op == Op::range || (node.op == Op::literal && node.unit == kNoUnit);
           });
}

std::variant<Guess, Refusal> read_formula(const std::string& plain, const Measure& measure) {
    const auto source = make_source("answer", plain, SourceKind::option);
    check_text(source);
    const Text text{plain, {source, 0, plain.size()}, true, "answer"};
    Expression tree = parse(text, measure);
    if (has_names(tree))
        return Refusal{Misfit::unreadable, fmt::format("'{}' is not a number, a unit or a word that I know; "
                                                       "`?` is a hint, `skip` goes on",
                                                       show_in_line(names_of(text.text, tree).front()))};
    const Dimension wished = measure.display.dimension;
    Dimension found = wished;
    // "10B" is 10 billion a second where "10M" is 10 million.
    if (has_attached_b(tree)) settle(text, tree, {}, found = is_bare_billion(tree, wished) ? kCount : wished);
    else found = settle(text, tree, {}, std::nullopt);
    if (found != wished && found == kCount) {
        if (!takes_bare(wished))
            return Refusal{Misfit::unit, fmt::format("a number without its unit: {}", hint_for(measure.display))};
        found = wished;  // base units: a second
    }
    const bool daily = is_daily(measure.display) && found == wished * kSecond;
    if (found != wished && !daily) return other_dimension(found, measure);
    check_ranges(text, tree, measure.conventions);
    Guess guess;
    // "50 GB" is 50 GB a day where the question says "a day".
    const double per = daily ? measure.conventions.day : 1;
    guess.value = evaluate(tree, {}, measure.conventions) / per;
    guess.range = range_ends(tree, measure.conventions);
    if (guess.range) guess.range = {guess.range->first / per, guess.range->second / per};
    if (!std::isfinite(guess.value) || guess.value <= 0 || (guess.range && guess.range->first <= 0))
        return Refusal{Misfit::impossible, "an estimate is above zero; `skip` leaves the question out"};
    const bool one = is_one_number(plain);
    guess.digits = one ? typed_digits(plain) : kDigitsOfFormula;
    constexpr double kOfFormula = 0.005;
    guess.window = one ? half_a_unit(guess.digits, leading_number(plain)) : kOfFormula;
    return guess;
}

struct Magnitude {
    double size;
    std::string_view word;
};
constexpr std::array<Magnitude, 5> kMagnitudes{
    {{1e15, "quadrillion"}, {1e12, "trillion"}, {1e9, "billion"}, {1e6, "million"}, {1e3, "thousand"}}};

std::string count_in_words(double value) {
    for (const auto& magnitude : kMagnitudes) {
        if (value >= magnitude.size)
            return fmt::format("{} {}", format_number(value / magnitude.size, kShownDigits), magnitude.word);
    }
    return format_number(value, kShownDigits);
}

constexpr std::array<Magnitude, 6> kBytes{{{1e18, "exabytes"},
                                           {1e15, "petabytes"},
                                           {1e12, "terabytes"},
                                           {1e9, "gigabytes"},
                                           {1e6, "megabytes"},
                                           {1e3, "kilobytes"}}};

std::string bytes_in_words(double value) {
    const auto spoken = [&](double size, std::string_view words) {
        const std::string number = format_number(value / size, kShownDigits);
        if (number == "1") words.remove_suffix(1);
        return fmt::format("{} {}", number, words);
    };
    for (const auto& magnitude : kBytes) {
        if (value >= magnitude.size) return spoken(magnitude.size, magnitude.word);
    }
    return spoken(1, "bytes");
}

}  // namespace

int typed_digits(std::string_view text) {
    const auto number = leading_number(text);
    std::string bare;
    for (const char c : number) {
        if (is_digit(c)) bare += c;
    }
    const auto first = bare.find_first_not_of('0');
    if (first == std::string::npos) return 0;
    bare.erase(0, first);
    const bool fraction = number.find('.') != std::string_view::npos;
    if (!fraction) bare.erase(bare.find_last_not_of('0') + 1);
    return static_cast<int>(bare.size());
}

std::variant<Guess, Refusal> read_answer(std::string_view text, const Measure& measure) {
    const auto bare = without_hedge(text);
    const bool says_number = std::any_of(bare.begin(), bare.end(), is_digit);
    if (bare.empty() || !says_number) return Refusal{Misfit::unreadable, "type an estimate, such as 350/s or ~400 TB"};
    constexpr std::size_t kLongest = 200;
    if (bare.size() > kLongest) return Refusal{Misfit::unreadable, "that is longer than 200 characters"};
    std::string plain = as_in_files(bare);
    if (auto range = as_range(plain)) plain = std::move(*range);
    try {
        return read_formula(plain, measure);
    } catch (const InputError& problem) {
        return unreadable(problem);
    }
}

namespace {

/// 1,500,000
std::string grouped(double value) {
    constexpr std::size_t kGroup = 3;
    std::string text = fmt::format("{:.0f}", value);
    for (std::size_t i = text.size(); i > kGroup; i -= kGroup) text.insert(i - kGroup, 1, ',');
    return text;
}

/// 1.5 TB as 1,500 GB.
std::string in_smaller_unit(double bytes) {
    constexpr std::array<Magnitude, 6> kUnits{
        {{1e18, "PB"}, {1e15, "TB"}, {1e12, "GB"}, {1e9, "MB"}, {1e6, "KB"}, {1e3, "B"}}};
    constexpr double kStep = 1000;
    for (const auto& unit : kUnits) {
        if (bytes >= unit.size) return fmt::format("{} {}", grouped(bytes / unit.size * kStep), unit.word);
    }
    return "";
}

}  // namespace

std::string second_unit(double value, const Measure& measure) {
    constexpr double kLargest = 1e15;
    const Dimension dimension = measure.display.dimension;
    const auto in = [&](std::string_view unit) { return format(value, *parse_display(unit), measure.conventions); };
    const bool daily = is_daily(measure.display);
    if (dimension == kCount / kSecond) return in(daily ? "/s" : "/day");
    if (dimension == kByte) return in_smaller_unit(value);
    if (dimension == kCount && value >= 1e4 && value < kLargest) return grouped(value);
    if (dimension == kSecond && value >= measure.conventions.year)
        return grouped(value / measure.conventions.day) + " days";
    if (dimension != kByte / kSecond) return "";
    if (daily) return in("B/s");
    return in(measure.display.numerator == Numerator::bits ? "B/s" : "bps");
}

std::string in_words(double value, const Measure& measure) {
    const Dimension dimension = measure.display.dimension;
    const bool daily = is_daily(measure.display);
    const double scaled = daily ? value * measure.conventions.day : value;
    const std::string_view per = daily ? " a day" : " a second";
    if (dimension == kCount) return count_in_words(value);
    if (dimension == kCount / kSecond) return count_in_words(scaled).append(per);
    if (dimension == kByte) return bytes_in_words(value);
    if (dimension == kByte / kSecond) return bytes_in_words(scaled).append(per);
    return format(value, measure.display, measure.conventions);
}

}  // namespace bote
