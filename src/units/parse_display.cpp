// `[GB/day]`: the unit of a definition, read.

#include <algorithm>
#include <string>

#include "bote/base/text.hpp"
#include "bote/units/display.hpp"
#include "scaled_unit.hpp"

namespace bote {
namespace {

Numerator numerator_of(const Unit& unit) {
    const auto symbol = unit.symbol;
    if (symbol == "$") return Numerator::money;
    if (symbol == "B") return Numerator::bytes;
    if (symbol == "bit" || symbol == "bps") return Numerator::bits;
    if (symbol == "s") return Numerator::seconds;
    return Numerator::fixed;
}

constexpr std::string_view kPer = " per ";

struct Special {
    std::string_view text;
    Numerator numerator;
};
constexpr Special kSpecial[] = {{"", Numerator::count},         {"%", Numerator::share},
                                {":1", Numerator::ratio},       {"x", Numerator::times},
                                {"$", Numerator::money},        {"servers", Numerator::whole},
                                {"machines", Numerator::whole}, {"shards", Numerator::whole},
                                {"k+m", Numerator::times},      {"1", Numerator::count}};
/// "million" of "millions"; what may be written for the magnitudes that have other letters.
std::string_view usual_magnitude(std::string_view word) {
    constexpr std::size_t kShortest = 4;  // letters: "lakhs" without its last
    if (word == "K") return "k";
    if (word == "mn") return "M";
    return word.size() > kShortest && word.ends_with('s') ? word.substr(0, word.size() - 1) : word;
}

/// "million", "$k", "millions"
bool parse_magnitude(std::string_view text, Display& display) {
    const bool money = text.starts_with('$');
    if (money) text = trim(text.substr(1));
    const std::string_view usual = usual_magnitude(text);
    const auto* const found = std::find_if(std::begin(kMagnitudes), std::end(kMagnitudes),
                                           [&](const ScaledUnit& each) { return trim(each.suffix) == usual; });
    if (found == std::end(kMagnitudes)) return false;
    display.numerator = money ? Numerator::money : Numerator::count;
    if (money) display.dimension = kMoney;
    display.magnitude = static_cast<std::uint8_t>(found - std::begin(kMagnitudes) + 1);
    return true;
}

bool parse_numerator(std::string_view text, Display& display) {
    if (parse_magnitude(text, display)) return true;
    for (const auto& special : kSpecial) {
        if (special.text != text) continue;
        display.numerator = special.numerator;
        if (special.numerator == Numerator::money) display.dimension = kMoney;
        return true;
    }
    if (const Unit* unit = find_unit(text)) {
        display.numerator = numerator_of(*unit);
        display.unit = index_of(*unit);
        display.dimension = unit->dimension;
        return true;
    }
    const auto words = split(text, ' ');  // "million users"
    const bool scaled = words.size() > 1 && parse_magnitude(words.front(), display);
    return std::all_of(words.begin() + (scaled ? 1 : 0), words.end(),
                       [&](std::string_view word) { return is_counting_word(word) || (scaled && word == "of"); });
}

/// `[rps]`: how often a second something happens.
bool parse_rate_word(std::string_view text, Display& display) {
    const Unit* unit = find_rate_word(text);
    if (unit == nullptr) return false;
    display.per[0] = index_of(*unit);
    display.dimension = kCount / unit->dimension;
    return true;
}

}  // namespace

std::optional<Display> parse_display(std::string_view text) {
    Display display;
    if (parse_rate_word(trim(text), display)) return display;
    std::string slashed(text);
    for (auto at = slashed.find(kPer); at != std::string::npos; at = slashed.find(kPer))
        slashed.replace(at, kPer.size(), "/");
    const auto parts = split(slashed, '/');
    if (!parse_numerator(trim(parts.front()), display)) return std::nullopt;
    std::size_t places = 0;
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const auto part = trim(parts[i]);
        const Unit* unit = find_unit(part);
        if (unit == nullptr && is_counting_word(part)) continue;  // "/user/day"
        if (unit == nullptr || places == display.per.size()) return std::nullopt;
        display.per[places++] = index_of(*unit);
        display.dimension = display.dimension / unit->dimension;
    }
    return display.dimension.money == 0 ? display : with_billing_months(display);
}

Display with_billing_months(Display display) {
    for (UnitIndex& unit : display.per) {
        if (unit != kNoUnit) unit = index_of(beside_money(unit_at(unit)));
    }
    return display;
}

Display display_for(Dimension dimension) {
    std::string text = base_unit(dimension);
    if (dimension == kMoney / kSecond) text = "$/month";  // as prices are said
    if (dimension == kMoney / kByte / kSecond) text = "$/GB/month";
    if (dimension == kMoney / kByte) text = "$/GB";
    if (auto display = parse_display(text); display && display->dimension == dimension) return *display;
    Display plain;
    plain.numerator = Numerator::times;
    plain.dimension = dimension;
    return plain;
}

}  // namespace bote
