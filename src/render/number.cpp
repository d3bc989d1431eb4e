#include "bote/render/number.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

#include <fmt/format.h>

namespace bote {
namespace {

constexpr double kInt64End = 9223372036854775808.0;
constexpr double kLeastPlain = 0.001;  // below, an exponent may be shorter than zeros, as in 1e-04
constexpr int kMostPlainZeros = 4;     // of a whole number, likewise
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

/// What std::to_chars writes, in half its instructions for numbers as there are most: a sweep has millions of them.
char* put_shortest(char* to, double value) {
    const double size = std::abs(value);
    const auto [significand, exponent] = fmt::detail::dragonbox::to_decimal(size);
    const bool plain =
        size >= kLeastPlain && size < kInt64End && -kMostDigits <= exponent && exponent <= kMostPlainZeros;
    if (!plain) return std::to_chars(to, to + kLongestNumber, value).ptr;
    if (value < 0) *to++ = '-';
    const auto whole = static_cast<std::uint64_t>(size);
    to = std::to_chars(to, to + kLongestNumber - 1, whole).ptr;
    if (exponent >= 0) return to;
    // All digits that there could be, so that nothing waits for how many there are.
    const auto decimals = static_cast<std::size_t>(-exponent);
    const std::uint64_t digits = (significand - whole * kPowers[decimals]) * kPowers[kMostDigits - decimals];
    to[0] = '.';
    to[1] = static_cast<char>('0' + digits / kEightZeros / kEightZeros);
    put_eight(to + 2, digits / kEightZeros % kEightZeros);
    put_eight(to + 2 + 8, digits % kEightZeros);
    return to + 1 + decimals;
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
