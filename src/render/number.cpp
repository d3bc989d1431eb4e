#include "bote/render/number.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <cstring>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/base/number_text.hpp"
#include "digits.hpp"

namespace bote {
namespace {

constexpr double kInt64End = 9223372036854775808.0;
constexpr double kLeastPlain = 0.001;  // below, an exponent may be shorter than zeros, as in 1e-04
constexpr bool kLowestFirst = std::endian::native == std::endian::little;
__extension__ using Digits = unsigned __int128;

/// Sixteen digits as text, the first in the lowest byte.
inline Digits sixteen_digits(std::uint64_t value) {
    const std::uint64_t first = eight_digits(value / kEightZeros) + kZeros;
    return first | static_cast<Digits>(eight_digits(value % kEightZeros) + kZeros) << 64;
}

inline void put(char* to, Digits digits) { std::memcpy(to, &digits, sizeof digits); }

/// A whole number below 10^16. Writes sixteen bytes, of which the number may be the first few only, so that nothing
/// waits for how many there are.
char* put_whole(char* to, std::uint64_t value) {
    const int digits = std::max(1, count_digits(value));
    constexpr int kFew = 8;
    if (digits <= kFew) put(to, eight_digits(value * kPowersOfTen[at(kFew - digits)]) + kZeros);
    else put(to, sixteen_digits(value * kPowersOfTen[at(kMostDigits - 1 - digits)]));
    return to + digits;
}

/// A decimal fraction: all digits that there could be, and once more from the point on. They come from registers: what
/// was just written in pieces is slow to read back at another place.
char* put_fraction(char* to, std::uint64_t significand, int decimals) {
    constexpr std::uint64_t kSixteenZeros = kPowersOfTen[kMostDigits - 1];
    const int digits = count_digits(significand);
    const std::uint64_t all = significand * kPowersOfTen[at(kMostDigits - digits)];
    const char first = static_cast<char>('0' + all / kSixteenZeros);
    const Digits rest = sixteen_digits(all % kSixteenZeros);
    if (const int before = digits - decimals; before > 0) {
        *to = first;
        put(to + 1, rest);
        to[before] = '.';
        put(to + before + 1, rest >> 8 * (before - 1));
        return to + digits + 1;
    }
    std::memcpy(to, "0.0000", 6);  // NOLINT(bugprone-not-null-terminated-result): of a longer text
    to += 2 + decimals - digits;
    *to = first;
    put(to + 1, rest);
    return to + digits;
}

/// What write_shortest() writes, in half its instructions for numbers as there are most: a sweep has millions of them.
char* put_shortest(char* to, double value) {
    const double size = std::abs(value);
    const auto [significand, exponent] = fmt::detail::dragonbox::to_decimal(size);
    const bool plain = kLowestFirst && size >= kLeastPlain && size < kInt64End && -kMostDigits <= exponent;
    // With zeros at its end a whole number is shorter with an exponent, of which "e+17" is the shortest.
    constexpr int kExponentLength = 4;
    if (!plain || exponent > kExponentLength) return write_shortest(to, value);
    if (exponent >= 0) return std::to_chars(to, to + kLongestNumber, static_cast<std::int64_t>(value)).ptr;
    if (value < 0) *to++ = '-';
    return put_fraction(to, significand, -exponent);
}

}  // namespace

std::optional<std::int64_t> as_whole(double value) {
    constexpr double kFirstGap = 9007199254740992.0;  // 2^53
    if (!(std::abs(value) < kFirstGap)) return std::nullopt;
    const auto whole = static_cast<std::int64_t>(value);
    if (static_cast<double>(whole) != value) return std::nullopt;
    return whole;
}

char* put_number(char* to, double value) {
    if (!std::isfinite(value)) return to;
    if (const auto whole = as_whole(value)) {
        if constexpr (!kLowestFirst) return std::to_chars(to, to + kLongestNumber, *whole).ptr;
        if (*whole < 0) *to++ = '-';
        return put_whole(to, static_cast<std::uint64_t>(std::abs(*whole)));
    }
    return put_shortest(to, value);
}

std::string write_number(double value) {
    std::array<char, kLongestNumber> digits{};
    return {digits.data(), put_number(digits.data(), value)};
}

}  // namespace bote
