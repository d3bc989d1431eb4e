#include "bote/practice/answer.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/error.hpp"
#include "bote/base/index.hpp"
#include "bote/base/text.hpp"
#include "bote/formula/check.hpp"
#include "bote/formula/parser.hpp"
#include "bote/yaml/yaml.hpp"
#include "plain.hpp"

namespace bote {
namespace {

constexpr int kDigitsOfFormula = 3;

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

/// "day" of a question for GB a day; empty where it asks for no such time.
std::string_view time_of(const Display& display) {
    if (display.per[0] != kNoUnit) return unit_at(display.per[0]).symbol;
    return display.dimension.second == -1 ? "s" : "";
}

std::string hint_for(const Display& display) {
    const std::string unit = base_unit(display.dimension);
    const std::string_view time = time_of(display);
    const bool seconds = time == "s";
    if (display.dimension == kByte) return "write KB, MB, GB, TB or PB";
    if (display.dimension == kByte / kSecond && !seconds) return fmt::format("write MB/{0}, GB/{0} or TB/{0}", time);
    if (display.dimension == kByte / kSecond && display.numerator == Numerator::bits) return "write Mbps or Gbps";
    if (display.dimension == kByte / kSecond) return "write MB/s, GB/s, Mbps or Gbps";
    if (display.dimension == kSecond) return "write ms, s, h, days or years";
    if (display.dimension == kCount / kSecond)
        return seconds ? "write 350/s or 30M/day" : fmt::format("write 30M/{}", time);
    return unit.empty() ? "write a plain number" : "write it in " + unit;
}

/// Dimensions that take a bare number: it is the unit that the question names.
bool takes_bare(Dimension dimension) { return dimension == kCount / kSecond || dimension == kMoney; }

/// Seconds of the time that the question asks for: what an amount without its time is divided by.
double seconds_of(const Measure& measure) {
    const auto* unit = find_unit(time_of(measure.display));
    return unit == nullptr ? 1 : factor(*unit, measure.conventions);
}

/// Bits where bytes are asked for, or the other way round; a day where the question asks for a second.
bool is_in_other_units(Tree tree, const Display& asked) {
    const std::string_view time = time_of(asked);
    bool bits = false;
    bool bytes = false;
    bool timed = false;
    bool as_asked = time.empty();
    for (const Node& node : tree) {
        if (node.op != Op::literal || node.unit == kNoUnit) continue;
        const Unit& unit = unit_at(node.unit);
        const bool in_bits = unit.symbol.ends_with("bps") || unit.symbol.ends_with("bit");
        bits = bits || in_bits;
        bytes = bytes || (unit.dimension.byte != 0 && !in_bits);
        const bool rate = unit.dimension.second < 0;
        timed = timed || rate || unit.dimension == kSecond;
        as_asked = as_asked || (rate ? time == "s" : unit.symbol == time);
    }
    if (timed && !as_asked) return true;
    if (asked.numerator == Numerator::bits) return bytes && !bits;
    return asked.numerator == Numerator::bytes && bits && !bytes;
}

Refusal other_dimension(Dimension found, const Measure& measure) {
    return {Misfit::dimension, fmt::format("that is {}, and the question asks for {}: {}", describe(found),
                                           describe(measure.display.dimension), hint_for(measure.display))};
}

Refusal unreadable(const InputError& problem) {
    const Error& error = problem.errors().front();
    const auto colon = error.what.starts_with("answer: ") ? std::string_view("answer: ").size() : 0;
    std::string what = error.what.substr(colon);
    if (what.find("only for `expect`") != std::string::npos) what = "an answer is one value or a range";
    if (!error.hint.empty()) what += "; " + error.hint.text;
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
        const std::size_t next = first + at(i);
        mantissa = mantissa * kTen + (next < bare.size() ? bare[next] - '0' : 0);
    }
    constexpr double kHalf = 0.5;
    return kHalf / mantissa;
}

/// A number or two ends of a range, all without units.
bool is_bare(Tree tree) {
    return std::all_of(tree.begin(), tree.end(), [](const Node& node) {
        return node.op == Op::range || (node.op == Op::literal && node.unit == kNoUnit);
    });
}

bool is_bare_billion(Tree tree, Dimension wished) { return takes_bare(wished) && is_bare(tree); }

/// "5%" where no share is asked for; "100M * 5%" is a count.
bool is_stray_share(std::string_view plain, Tree tree, const Display& asked) {
    const bool takes_share = asked.numerator == Numerator::share || asked.numerator == Numerator::ratio ||
                             asked.numerator == Numerator::times;
    return !takes_share && plain.find('%') != std::string_view::npos && is_bare(tree);
}

/// What a formula measures; the amount alone where the question says the time.
struct Found {
    Dimension dimension;
    bool is_total = false;  // 50 GB, which are 50 GB a day where the question says "a day"
};

std::variant<Found, Refusal> find_dimension(const Text& text, Expression& tree, const Measure& measure) {
    const Dimension wished = measure.display.dimension;
    Dimension found = wished;
    // "10B" is 10 billion a second where "10M" is 10 million.
    if (has_attached_b(tree)) resolve_units(text, tree, {}, found = is_bare_billion(tree, wished) ? kCount : wished);
    else found = resolve_units(text, tree, {}, std::nullopt);
    if (found == wished) return Found{found};
    if (found == kCount && takes_bare(wished)) return Found{wished, true};
    if (found == kCount)
        return Refusal{Misfit::unit, fmt::format("a number without its unit: {}", hint_for(measure.display))};
    const std::string_view time = time_of(measure.display);
    const bool says_time = !time.empty() && (measure.says_time || time != "s");
    if (says_time && found == wished * kSecond) return Found{wished, true};
    return other_dimension(found, measure);
}

Refusal impossible() { return {Misfit::impossible, "an estimate is above zero; `skip` leaves the question out"}; }

/// A range whose low end is above its high end.
std::optional<Refusal> refuse_order(const std::optional<std::pair<double, double>>& ends, const Measure& measure) {
    if (!ends || !(ends->first > ends->second)) return std::nullopt;
    const auto shown = [&](double value) { return format(value, measure.display, measure.conventions); };
    return Refusal{Misfit::unreadable, fmt::format("a range goes from low to high: write {} to {}", shown(ends->second),
                                                   shown(ends->first))};
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
    if (is_stray_share(plain, tree, measure.display))
        return Refusal{Misfit::dimension, fmt::format("that is a share, and the question asks for {}: {}",
                                                      describe(measure.display.dimension), hint_for(measure.display))};
    const auto found = find_dimension(text, tree, measure);
    if (const auto* refusal = std::get_if<Refusal>(&found)) {
        const bool no_unit = refusal->kind == Misfit::unit;
        if (no_unit && !range_ends(tree, measure.conventions) && !(evaluate(tree, {}, measure.conventions) > 0))
            return impossible();
        return *refusal;
    }
    const double per = std::get<Found>(found).is_total ? seconds_of(measure) : 1;
    Guess guess;
    guess.range = range_ends(tree, measure.conventions);
    if (guess.range) guess.range = {guess.range->first / per, guess.range->second / per};
    if (auto refusal = refuse_order(guess.range, measure)) return std::move(*refusal);
    check_ranges(text, tree, measure.conventions);
    guess.value = evaluate(tree, {}, measure.conventions) / per;
    if (!std::isfinite(guess.value) || guess.value <= 0 || (guess.range && guess.range->first <= 0))
        return impossible();
    guess.in_other_units = is_in_other_units(tree, measure.display);
    const bool one = is_one_number(plain);
    guess.digits = one ? typed_digits(plain) : kDigitsOfFormula;
    constexpr double kOfFormula = 0.005;
    guess.window = one ? half_a_unit(guess.digits, leading_number(plain)) : kOfFormula;
    return guess;
}

/// "k/s" of "10k/s".
std::string_view wants_unit(std::string_view text) { return text.substr(leading_number(text).size()); }

/// `10k +- 2k/s`, `400 +- 100 TB`, `10k/s +- 20%`: a range. The side without a unit has that of the other.
std::variant<Guess, Refusal> read_plus_minus(std::string middle, std::string spread, const Measure& measure) {
    if (middle.empty() || spread.empty())
        return Refusal{Misfit::unreadable, "expected a number on both sides, as in 400 TB +- 100 TB"};
    constexpr double kPercent = 100;
    const bool share = spread.ends_with('%');
    const std::string typed = spread;
    if (!share && wants_unit(middle).empty()) middle += wants_unit(spread);
    if (!share && wants_unit(spread).empty()) spread += wants_unit(middle);
    auto read = read_formula(middle, measure);
    const Measure plain{*parse_display(""), {}, {}};
    const auto half = share ? read_formula(spread.substr(0, spread.size() - 1), plain) : read_formula(spread, measure);
    if (std::holds_alternative<Refusal>(read)) return read;
    if (std::holds_alternative<Refusal>(half)) return half;
    auto& guess = std::get<Guess>(read);
    const double away = std::get<Guess>(half).value * (share ? guess.value / kPercent : 1);
    if (away >= guess.value && typed != spread)
        return Refusal{Misfit::unreadable,
                       fmt::format("'{}' is either {} or just that: write it with its unit", typed, spread)};
    if (away >= guess.value) return impossible();
    guess.range = {guess.value - away, guess.value + away};
    guess.value = std::sqrt(guess.range->first * guess.range->second);
    return read;
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
    try {
        if (const auto sides = sides_of_plus_minus(plain)) return read_plus_minus(sides->first, sides->second, measure);
        if (auto range = as_range(plain)) plain = std::move(*range);
        return read_formula(plain, measure);
    } catch (const InputError& problem) {
        return unreadable(problem);
    }
}

}  // namespace bote
