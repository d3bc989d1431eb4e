#include "bote/units/display.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "bote/base/number_text.hpp"
#include "bote/base/precise.hpp"
#include "bote/base/text.hpp"
#include "scaled_unit.hpp"

namespace bote {
namespace {

// `B` after a count would read as bytes, so large counts are spelled out.
constexpr ScaledUnit kCounts[] = {{1, ""}, {1e3, "k"}, {1e6, "M"}, {1e9, " billion"}, {1e12, " trillion"}};
constexpr ScaledUnit kBits[] = {{1, " bit"}, {1e3, " kbit"}, {1e6, " Mbit"}, {1e9, " Gbit"}, {1e12, " Tbit"}};
constexpr ScaledUnit kBitRates[] = {{1, " bps"}, {1e3, " kbps"}, {1e6, " Mbps"}, {1e9, " Gbps"}, {1e12, " Tbps"}};
constexpr std::string_view kByteSuffixes[] = {" B", " KB", " MB", " GB", " TB", " PB", " EB"};

constexpr double kWholeLimit = 1e5;  // counts of machines are counted out below it
constexpr double kMoneyLimit = 1e4;  // $1110 is said in full, $20k is not
constexpr double kPercent = 0.01;
constexpr double kRoundsUp = 0.9995;  // 999.5 of a unit prints as 1000: the next unit reads better

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

ScaledUnit find_scaled_unit(double magnitude, std::span<const ScaledUnit> units) {
    const ScaledUnit* chosen = units.data();
    for (const ScaledUnit& scaled : units) {
        if (magnitude >= scaled.factor * kRoundsUp) chosen = &scaled;
    }
    return *chosen;
}

/// Beyond 9999 trillion a number reads as 9.22e18.
ScaledUnit find_count_unit(double magnitude) {
    constexpr double kLargestCount = 1e16;
    return magnitude >= kLargestCount * kRoundsUp ? kCounts[0] : find_scaled_unit(magnitude, kCounts);
}

/// Counted out below a limit.
ScaledUnit find_count_unit_from(double limit, double magnitude) {
    return magnitude < limit ? kCounts[0] : find_count_unit(magnitude);
}

ScaledUnit find_byte_unit(double magnitude, const Conventions& conventions) {
    ScaledUnit scaled{1, kByteSuffixes[0]};
    for (std::size_t i = 1; i < std::size(kByteSuffixes); ++i) {
        const double next = scaled.factor * conventions.kilo;
        if (!(magnitude >= next * kRoundsUp)) break;
        scaled = {next, kByteSuffixes[i]};
    }
    return scaled;
}

ScaledUnit find_time_unit(double magnitude, const Conventions& conventions) {
    const std::array<ScaledUnit, 8> units{{{1e-9, " ns"},
                                           {1e-6, " us"},
                                           {1e-3, " ms"},
                                           {1, " s"},
                                           {kMinute, " min"},
                                           {kHour, " h"},
                                           {conventions.day, " days"},
                                           {conventions.year, " years"}}};
    return find_scaled_unit(magnitude == 0 ? 1 : magnitude, units);
}

/// A rate below one in ten seconds is easier to imagine by the day, and below one a day by the year.
bool is_slow_rate(double value, const Display& display) {
    constexpr double kSlow = 0.1;
    if (display.asked || display.magnitude > 0) return false;
    return display.numerator == Numerator::count && value != 0 && std::abs(value) < kSlow &&
           display.per[0] != kNoUnit && display.per[1] == kNoUnit && unit_at(display.per[0]).symbol == "s";
}

ScaledUnit find_slow_rate_unit(double value, const Conventions& conventions) {
    const double per_second = std::abs(value);
    const bool daily = per_second * conventions.day >= 1;
    const double time = daily ? conventions.day : conventions.year;
    const ScaledUnit scaled = find_scaled_unit(per_second * time, kCounts);
    return {scaled.factor / time, scaled.suffix, daily ? "/day" : "/year"};
}

ScaledUnit find_numerator_unit(double magnitude, const Display& display, const Conventions& conventions) {
    if (display.magnitude > 0) return kMagnitudes[display.magnitude - 1];
    switch (display.numerator) {
        case Numerator::count: return find_count_unit(magnitude);
        case Numerator::whole: return find_count_unit_from(kWholeLimit, magnitude);
        case Numerator::money: return find_count_unit_from(kMoneyLimit * kRoundsUp, magnitude);
        case Numerator::share: return {kPercent, "%"};
        case Numerator::ratio: return {1, ":1"};
        case Numerator::times: return {1, ""};
        case Numerator::bytes: return find_byte_unit(magnitude, conventions);
        case Numerator::bits: {
            const bool rate = display.dimension == kByte / kSecond && display.per[0] == kNoUnit;  // bps, not bit/s
            const ScaledUnit scaled = find_scaled_unit(magnitude * 8, rate ? std::span(kBitRates) : std::span(kBits));
            return {scaled.factor / 8, scaled.suffix};
        }
        case Numerator::seconds: return find_time_unit(magnitude, conventions);
        case Numerator::fixed: {
            const Unit& unit = unit_at(display.unit);
            return {factor(unit, conventions), unit.symbol};
        }
    }
    return {1, ""};
}

/// The scaled unit that fits a value, its factor in base units.
ScaledUnit scaled_unit_for(double value, const Display& display, const Conventions& conventions) {
    if (is_slow_rate(value, display)) return find_slow_rate_unit(value, conventions);
    const double per = per_factor(display, conventions);
    ScaledUnit scaled = find_numerator_unit(std::abs(value) * per, display, conventions);
    scaled.factor /= per;
    return scaled;
}

std::string_view prefix_of(const Display& display) { return display.numerator == Numerator::money ? "$" : ""; }

/// `$15 * B`: a product with money in it, whose sign stands before the number.
bool is_product_of_money(const Display& display) {
    return display.numerator == Numerator::times && display.dimension.money == 1;
}

void append_suffix(const ScaledUnit& scaled, const Display& display, std::string& text) {
    if (display.numerator == Numerator::times && display.dimension != kCount) {
        text.append(" ").append(base_unit(display.dimension));
        return;
    }
    if (display.numerator == Numerator::fixed) text += ' ';
    text.append(scaled.suffix);
    if (scaled.per.empty()) append_per(display, text);
    else text.append(scaled.per);
}

void add_prefix(std::string_view prefix, std::string& number) {
    if (!prefix.empty()) number.insert(number.starts_with('-') ? 1 : 0, prefix);
}

/// "1 day", not "1 days".
std::string_view singular(std::string_view suffix, std::string_view number) {
    constexpr std::string_view kPlurals[] = {"seconds", "minutes", "hours", "days", "weeks", "months", "years"};
    const std::string_view word = suffix.starts_with(' ') ? suffix.substr(1) : suffix;
    const bool plural = std::find(std::begin(kPlurals), std::end(kPlurals), word) != std::end(kPlurals);
    if (number == "1" && plural) suffix.remove_suffix(1);
    return suffix;
}

/// 99.95% and 99.99% differ in what is missing, 100.1% in what is too much: so many digits show two of it.
int digits_near_all(double share) {
    constexpr double kNear = 0.01;
    constexpr double kAsGoodAsAll = 1e-13;
    const double missing = std::abs(1 - share);
    if (!(missing < kNear) || missing < kAsGoodAsAll) return 0;
    return static_cast<int>(std::ceil(-precise::log10(missing))) + (share < 1 ? 1 : 2);
}

/// All digits of a number of machines, and of 99.999% those of what it lacks.
int digits_for(double value, const Display& display, int digits) {
    constexpr int kAllDigits = 5;
    if (display.numerator == Numerator::whole && std::abs(value) < kWholeLimit) return std::max(digits, kAllDigits);
    if (display.numerator == Numerator::share) return std::max(digits, digits_near_all(value));
    return digits;
}

/// The factor of a scaled unit, chosen under some conventions, under others.
double factor_under(const ScaledUnit& scaled, const Display& display, const Conventions& agreed,
                    const Conventions& others) {
    const double per = per_factor(display, agreed) / per_factor(display, others);
    if (scaled.per == "/day") return scaled.factor * agreed.day / others.day;
    if (scaled.per == "/year") return scaled.factor * agreed.year / others.year;
    if (scaled.suffix == " days") return scaled.factor * per * others.day / agreed.day;
    if (scaled.suffix == " years") return scaled.factor * per * others.year / agreed.year;
    if (display.numerator == Numerator::fixed)
        return scaled.factor * per * factor(unit_at(display.unit), others) / factor(unit_at(display.unit), agreed);
    if (display.numerator != Numerator::bytes) return scaled.factor * per;
    const auto power = std::find(std::begin(kByteSuffixes), std::end(kByteSuffixes), scaled.suffix);
    return scaled.factor * per *
           precise::pow(others.kilo / agreed.kilo, static_cast<double>(power - std::begin(kByteSuffixes)));
}

}  // namespace

Display as_asked(Display display) {
    const Numerator numerator = display.numerator;
    display.asked = true;
    if (numerator == Numerator::bytes || numerator == Numerator::bits || numerator == Numerator::seconds)
        display.numerator = Numerator::fixed;
    return display;
}

double unit_size(const Display& display, const Conventions& conventions) {
    return display.asked ? scaled_unit_for(1 / per_factor(display, conventions), display, conventions).factor : 1;
}

double plain_value(double value, const Display& display, const Conventions& conventions) {
    return value / unit_size(display, conventions);
}

std::string plain_unit(const Display& display) {
    if (!display.asked) return base_unit(display.dimension);
    std::string text(prefix_of(display));
    append_suffix(find_numerator_unit(1, display, {}), display, text);
    const auto unit = trim(text);
    return std::string(unit);
}

Scale scale_for(double value, const Display& display, const Conventions& conventions) {
    const ScaledUnit scaled = scaled_unit_for(value, display, conventions);
    Scale scale{scaled.factor, {}};
    append_suffix(scaled, display, scale.suffix);
    return scale;
}

bool reads_well(double value, const Display& display, const Conventions& conventions) {
    constexpr double kMost = 9995;  // prints as 10000
    const double shown = std::abs(value) / scaled_unit_for(value, display, conventions).factor;
    return value == 0 || (shown >= kRoundsUp && shown < kMost);
}

std::string format(double value, const Display& display, const Conventions& conventions, int digits) {
    if (!std::isfinite(value)) return "out of range";
    digits = digits_for(value, display, digits);
    ScaledUnit scaled = scaled_unit_for(value, display, conventions);
    if (!std::isfinite(value / scaled.factor)) return "out of range";
    std::string text = format_number(value / scaled.factor, digits);
    if (display.per[0] == kNoUnit) scaled.suffix = singular(scaled.suffix, text);
    if (is_product_of_money(display)) {
        add_prefix("$", text);
        const std::string unit = base_unit(display.dimension).substr(1);  // "*B*s"
        for (const char c : unit) text += c == '*' ? " * " : std::string(1, c);
        return text;
    }
    add_prefix(prefix_of(display), text);
    append_suffix(scaled, display, text);
    return text;
}

double shown_value(double value, const Display& display, const Conventions& conventions, int digits) {
    if (!std::isfinite(value)) return value;
    const double factor = scaled_unit_for(value, display, conventions).factor;
    const std::string text = format_number(value / factor, digits_for(value, display, digits));
    double number = value / factor;
    read_double(text, number);
    return number * factor;
}

double restated(double value, const Display& display, const Conventions& agreed, const Conventions& others) {
    if (agreed == others || !std::isfinite(value)) return value;
    const ScaledUnit scaled = scaled_unit_for(value, display, agreed);
    return value / scaled.factor * factor_under(scaled, display, agreed, others);
}

}  // namespace bote
