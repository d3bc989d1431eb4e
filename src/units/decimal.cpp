#include "bote/units/decimal.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <optional>

#include "bote/base/number_text.hpp"
#include "bote/base/precise.hpp"

namespace bote {
namespace {

constexpr double kLargest = 1e15;  // beyond it only powers of ten are readable

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
    const int exponent = static_cast<int>(std::floor(precise::log10(size)));
    const bool listed = exponent > 0 && exponent < static_cast<int>(std::size(kPowersOfTen));
    return listed && size < kPowersOfTen[exponent] ? exponent - 1 : exponent;  // just below a power it is rounded up
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

std::string format_number(double value, int digits) {
    if (!std::isfinite(value)) return "out of range";
    const auto decimal = rounded(value, digits);
    const double shown = decimal ? decimal->whole / kPowersOfTen[decimal->places] : value;
    const bool plain = shown == 0 || (std::abs(shown) < kLargest && std::abs(shown) >= 1e-6);
    if (plain && decimal && std::abs(decimal->whole) < kLargest) return write_decimal(*decimal);
    std::array<char, 64> buffer{};
    char* const begin = buffer.data();
    char* const end = begin + buffer.size();
    std::string text(begin, plain ? write_fixed(begin, end, shown) : write_scientific(begin, end, shown, digits - 1));
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

}  // namespace bote
