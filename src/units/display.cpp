#include "bote/units/display.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

#include "bote/base/text.hpp"

namespace bote {
namespace {

struct Step {
    double factor;
    std::string_view suffix;
    std::string_view per = {};  // "/day", where it is not the unit's own
};

// `B` after a count would read as bytes, so large counts are spelled out.
constexpr Step kCountSteps[] = {{1, ""}, {1e3, "k"}, {1e6, "M"}, {1e9, " billion"}, {1e12, " trillion"}};
constexpr Step kBitSteps[] = {{1, " bit"}, {1e3, " kbit"}, {1e6, " Mbit"}, {1e9, " Gbit"}, {1e12, " Tbit"}};
constexpr Step kBitRateSteps[] = {{1, " bps"}, {1e3, " kbps"}, {1e6, " Mbps"}, {1e9, " Gbps"}, {1e12, " Tbps"}};
constexpr std::string_view kByteSuffixes[] = {" B", " KB", " MB", " GB", " TB", " PB", " EB"};

constexpr double kWholeLimit = 1e5;    // counts of machines are counted out below it
constexpr double kShowsWell = 0.1;     // a shared unit shows the smallest value as 0.1 or more where it can
constexpr double kShowsBarely = 0.01;  // and at least as 0.01
constexpr double kTooLong = 1e4;       // the largest as 9999 at most
constexpr double kTen = 10;
constexpr double kPercent = 0.01;
constexpr double kRoundsUp = 0.9995;  // 999.5 of a step prints as 1000: the next step reads better
constexpr double kLargest = 1e15;     // of the last step; beyond it only powers of ten are readable
constexpr double kMinute = 60;
constexpr double kHour = 3600;

void append_per(const Display& display, std::string& text) {
    for (const UnitIndex unit : display.per) {
        if (unit != kNoUnit) text.append(1, '/').append(spoken_symbol(unit_at(unit)));
    }
}

double per_factor(const Display& display, const Conventions& conventions) {
    double product = 1;
    for (const UnitIndex unit : display.per) product *= unit == kNoUnit ? 1 : factor(unit_at(unit), conventions);
    return product;
}

Step find_step(double magnitude, std::span<const Step> steps) {
    const Step* chosen = steps.data();
    for (const Step& step : steps) {
        if (magnitude >= step.factor * kRoundsUp) chosen = &step;
    }
    return *chosen;
}

Step find_byte_step(double magnitude, const Conventions& conventions) {
    Step step{1, kByteSuffixes[0]};
    for (std::size_t i = 1; i < std::size(kByteSuffixes); ++i) {
        const double next = step.factor * conventions.kilo;
        if (!(magnitude >= next * kRoundsUp)) break;
        step = {next, kByteSuffixes[i]};
    }
    return step;
}

Step find_second_step(double magnitude, const Conventions& conventions) {
    const std::array<Step, 8> steps{{{1e-9, " ns"},
                                     {1e-6, " us"},
                                     {1e-3, " ms"},
                                     {1, " s"},
                                     {kMinute, " min"},
                                     {kHour, " h"},
                                     {conventions.day, " days"},
                                     {conventions.year, " years"}}};
    return find_step(magnitude == 0 ? 1 : magnitude, steps);
}

/// A rate below one in ten seconds is easier to imagine by the day, and below one a day by the year.
bool is_slow_rate(double value, const Display& display) {
    constexpr double kSlow = 0.1;
    return display.numerator == Numerator::count && value != 0 && std::abs(value) < kSlow &&
           display.per[0] != kNoUnit && display.per[1] == kNoUnit && unit_at(display.per[0]).symbol == "s";
}

Step find_slow_rate_step(double value, const Conventions& conventions) {
    const double per_second = std::abs(value);
    const bool daily = per_second * conventions.day >= 1;
    const double time = daily ? conventions.day : conventions.year;
    const Step step = find_step(per_second * time, kCountSteps);
    return {step.factor / time, step.suffix, daily ? "/day" : "/year"};
}

Step find_numerator_step(double magnitude, const Display& display, const Conventions& conventions) {
    switch (display.numerator) {
        case Numerator::money:
        case Numerator::count: return find_step(magnitude, kCountSteps);
        case Numerator::whole: return magnitude < kWholeLimit ? Step{1, ""} : find_step(magnitude, kCountSteps);
        case Numerator::share: return {kPercent, "%"};
        case Numerator::ratio: return {1, ":1"};
        case Numerator::times: return {1, ""};
        case Numerator::bytes: return find_byte_step(magnitude, conventions);
        case Numerator::bits: {
            const bool rate = display.dimension == kByte / kSecond;
            const Step step = find_step(magnitude * 8, rate ? std::span(kBitRateSteps) : std::span(kBitSteps));
            return {step.factor / 8, step.suffix};
        }
        case Numerator::seconds: return find_second_step(magnitude, conventions);
        case Numerator::fixed: {
            const Unit& unit = unit_at(display.unit);
            return {factor(unit, conventions), unit.symbol};
        }
    }
    return {1, ""};
}

/// The step that fits a value, its factor in base units.
Step step_for(double value, const Display& display, const Conventions& conventions) {
    if (is_slow_rate(value, display)) return find_slow_rate_step(value, conventions);
    const double per = per_factor(display, conventions);
    Step step = find_numerator_step(std::abs(value) * per, display, conventions);
    step.factor /= per;
    return step;
}

std::string_view prefix_of(const Display& display) { return display.numerator == Numerator::money ? "$" : ""; }

void append_suffix(const Step& step, const Display& display, std::string& text) {
    if (display.numerator == Numerator::times && display.dimension != kCount) {
        text.append(" ").append(base_unit(display.dimension));
        return;
    }
    if (display.numerator == Numerator::fixed) text += ' ';
    text.append(step.suffix);
    if (step.per.empty()) append_per(display, text);
    else text.append(step.per);
}

void add_prefix(std::string_view prefix, std::string& number) {
    if (!prefix.empty()) number.insert(number.starts_with('-') ? 1 : 0, prefix);
}

/// "1 day", not "1 days".
std::string_view singular(std::string_view suffix, std::string_view number) {
    if (number == "1" && (suffix == " days" || suffix == " years")) suffix.remove_suffix(1);
    return suffix;
}

/// 99.95% and 99.99% differ in what is missing, 100.1% in what is too much: so many digits show two of it.
int digits_near_all(double share) {
    constexpr double kNear = 0.01;
    constexpr double kAsGoodAsAll = 1e-13;
    const double missing = std::abs(1 - share);
    if (!(missing < kNear) || missing < kAsGoodAsAll) return 0;
    return static_cast<int>(std::ceil(-std::log10(missing))) + (share < 1 ? 1 : 2);
}

constexpr double kPowersOfTen[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                   1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};  // all exact

/// `whole` / 10^`places`
struct Decimal {
    double whole = 0;
    int places = 0;
};

/// The power of ten that a number lies above.
int exponent_of(double size) {
    constexpr int kLooked = 6;  // where most numbers lie that are shown
    for (int exponent = 0; size >= 1 && exponent < kLooked; ++exponent) {
        if (size < kPowersOfTen[exponent + 1]) return exponent;
    }
    return static_cast<int>(std::floor(std::log10(size)));
}

/// None where a power of ten is no exact double.
std::optional<Decimal> rounded(double value, int digits) {
    if (value == 0) return Decimal{};
    const int exponent = exponent_of(std::abs(value));
    const int shift = digits - 1 - exponent;
    if (std::abs(shift) >= static_cast<int>(std::size(kPowersOfTen))) return std::nullopt;
    const double power = kPowersOfTen[std::abs(shift)];
    constexpr double kTie = 1 + 1e-12;  // 187.5 GB/day comes back from bytes a second a hair below
    constexpr int kMostNudged = 11;     // a nudge of 1e-12 shows in longer numbers
    if (digits <= kMostNudged) value *= kTie;
    if (shift < 0) return Decimal{std::round(value / power) * power, 0};
    return Decimal{std::round(value * power), shift};
}

/// Without trailing zeros behind the point. From the last digit to the first.
std::string write_decimal(Decimal decimal) {
    std::array<char, 48> buffer;
    char* const end = buffer.data() + buffer.size();
    char* begin = end;
    auto whole = static_cast<std::uint64_t>(std::abs(decimal.whole));
    int places = decimal.places;
    for (; places > 0 && whole % 10 == 0; --places) whole /= 10;
    for (int written = 0; whole > 0 || written <= places; ++written) {
        if (written == places && places > 0) *--begin = '.';
        *--begin = static_cast<char>('0' + whole % 10);
        whole /= 10;
    }
    if (decimal.whole < 0) *--begin = '-';
    return {begin, end};
}

}  // namespace

Scale scale_for(double value, const Display& display, const Conventions& conventions) {
    const Step step = step_for(value, display, conventions);
    Scale scale{step.factor, prefix_of(display), {}};
    append_suffix(step, display, scale.suffix);
    return scale;
}

std::optional<Scale> shared_scale(const std::vector<double>& values, const Display& display,
                                  const Conventions& conventions) {
    double largest = 0;
    double smallest = INFINITY;
    for (const double value : values) {
        if (!std::isfinite(value) || value == 0) continue;
        largest = std::max(largest, std::abs(value));
        smallest = std::min(smallest, std::abs(value));
    }
    if (largest == 0) return scale_for(0, display, conventions);
    // From the largest value's unit down, as long as the largest stays short, until the smallest shows well.
    std::optional<Scale> best;
    for (double probe = largest; probe >= smallest; probe /= kTen) {
        Scale scale = scale_for(probe, display, conventions);
        if (best && largest / scale.divisor >= kTooLong) break;
        best = std::move(scale);
        if (smallest / best->divisor >= kShowsWell) return best;
    }
    if (best && smallest / best->divisor >= kShowsBarely) return best;
    return std::nullopt;
}

std::string format_number(double value, int digits) {
    if (!std::isfinite(value)) return "out of range";
    const auto decimal = rounded(value, digits);
    const double shown = (decimal ? decimal->whole / kPowersOfTen[decimal->places] : value) + 0.0;  // no negative zero
    const bool plain = shown == 0 || (std::abs(shown) < kLargest && std::abs(shown) >= 1e-6);
    if (plain && decimal && std::abs(decimal->whole) < kLargest) return write_decimal(*decimal);
    std::array<char, 64> buffer{};
    const auto end = plain
                         ? std::to_chars(buffer.data(), buffer.data() + buffer.size(), shown, std::chars_format::fixed)
                         : std::to_chars(buffer.data(), buffer.data() + buffer.size(), shown,
                                         std::chars_format::scientific, digits - 1);
    std::string text(buffer.data(), end.ptr);
    if (plain) return text;
    const auto e = text.find('e');
    std::string mantissa = text.substr(0, e);
    if (mantissa.find('.') != std::string::npos) {
        mantissa.erase(mantissa.find_last_not_of('0') + 1);
        if (mantissa.back() == '.') mantissa.pop_back();
    }
    const bool negative = text[e + 1] == '-';
    const auto first = text.find_first_not_of("+-0", e + 1);
    return mantissa + (negative ? "e-" : "e") + text.substr(first);
}

std::string format_in(double value, const Scale& scale, int digits) {
    if (!std::isfinite(value) || !std::isfinite(value / scale.divisor)) return "out of range";
    std::string text = format_number(value / scale.divisor, digits);
    const auto suffix = singular(scale.suffix, text);
    add_prefix(scale.prefix, text);
    text.append(suffix);
    return text;
}

std::string format(double value, const Display& display, const Conventions& conventions, int digits) {
    if (!std::isfinite(value)) return "out of range";
    constexpr int kAllDigits = 5;
    if (display.numerator == Numerator::whole && std::abs(value) < kWholeLimit) digits = std::max(digits, kAllDigits);
    if (display.numerator == Numerator::share) digits = std::max(digits, digits_near_all(value));
    Step step = step_for(value, display, conventions);
    if (!std::isfinite(value / step.factor)) return "out of range";
    std::string text = format_number(value / step.factor, digits);
    if (display.per[0] == kNoUnit) step.suffix = singular(step.suffix, text);
    add_prefix(prefix_of(display), text);
    append_suffix(step, display, text);
    return text;
}

}  // namespace bote
