#include "bote/render/number.hpp"

#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>

#include <fmt/format.h>

namespace bote {
namespace {

constexpr double kInt64End = 9223372036854775808.0;
constexpr double kLeastPlain = 0.001;  // below, an exponent may be shorter than zeros, as in 1e-04
constexpr int kMostDigits = 17;
constexpr std::uint32_t kHundred = 100;
constexpr std::uint64_t kEightZeros = 100'000'000;

constexpr auto kPairs = [] {
    std::array<char, std::size_t{2} * kHundred> pairs{};
    for (std::size_t i = 0; i < kHundred; ++i) {
        pairs[2 * i] = static_cast<char>('0' + i / 10);
        pairs[2 * i + 1] = static_cast<char>('0' + i % 10);
    }
    return pairs;
}();

constexpr auto kPowers = [] {
    std::array<std::uint64_t, kMostDigits + 1> powers{1};
    for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
    return powers;
}();

void put_pair(char* to, std::uint32_t value) { std::memcpy(to, &kPairs[std::size_t{2} * value], 2); }

void put_eight(char* to, std::uint64_t value) {
    const auto high = static_cast<std::uint32_t>(value) / (kHundred * kHundred);
    const auto low = static_cast<std::uint32_t>(value) % (kHundred * kHundred);
    put_pair(to, high / kHundred);
    put_pair(to + 2, high % kHundred);
    put_pair(to + 4, low / kHundred);
    put_pair(to + 6, low % kHundred);
}

/// How many digits a number has that is not 0.
int count_digits(std::uint64_t number) {
    constexpr int kLog2 = 1233;  // of 10 into 2^12
    constexpr int kScale = 12;
    const int guess = static_cast<int>(std::bit_width(number)) * kLog2 >> kScale;
    return guess + (number >= kPowers[static_cast<std::size_t>(guess)] ? 1 : 0);
}

/// A decimal fraction: all digits that there could be, then copies of fixed lengths around the point, so that nothing
/// waits for how many there are. Writes up to kLongestNumber bytes.
char* put_fraction(char* to, std::uint64_t significand, int decimals) {
    const int digits = count_digits(significand);
    const std::uint64_t all = significand * kPowers[static_cast<std::size_t>(kMostDigits - digits)];
    std::array<char, std::size_t{2} * kMostDigits> text{};
    text[0] = static_cast<char>('0' + all / kEightZeros / kEightZeros);
    put_eight(text.data() + 1, all / kEightZeros % kEightZeros);
    put_eight(text.data() + 1 + 8, all % kEightZeros);
    if (const int before = digits - decimals; before > 0) {
        std::memcpy(to, text.data(), kMostDigits - 1);
        to[before] = '.';
        std::memcpy(to + before + 1, text.data() + before, kMostDigits - 1);
        return to + digits + 1;
    }
    std::memcpy(to, "0.0000", 6);
    to += 2 + decimals - digits;
    std::memcpy(to, text.data(), kMostDigits);
    return to + digits;
}

/// What std::to_chars writes, in half its instructions for numbers as there are most: a sweep has millions of them.
char* put_shortest(char* to, double value) {
    const double size = std::abs(value);
    const auto [significand, exponent] = fmt::detail::dragonbox::to_decimal(size);
    const bool plain = size >= kLeastPlain && size < kInt64End && -kMostDigits <= exponent && exponent < 0;
    if (!plain) return std::to_chars(to, to + kLongestNumber, value).ptr;
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
    if (const auto whole = as_whole(value)) return std::to_chars(to, to + kLongestNumber, *whole).ptr;
    return put_shortest(to, value);
}

std::string write_number(double value) {
    std::array<char, kLongestNumber> digits{};
    return {digits.data(), put_number(digits.data(), value)};
}

}  // namespace bote
