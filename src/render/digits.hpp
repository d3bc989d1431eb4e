#pragma once
// Decimal digits of whole numbers, many in one word.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "bote/base/index.hpp"
#include "bote/base/versions.hpp"

namespace bote {

inline constexpr int kMostDigits = 17;  // of a double
inline constexpr std::uint64_t kEightZeros = 100'000'000;
inline constexpr std::uint64_t kZeros = 0x3030303030303030;  // "00000000"

/// All that a word has room for.
inline constexpr auto kPowersOfTen = [] {
    std::array<std::uint64_t, 20> powers{1};
    for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
    return powers;
}();

/// How many digits a number has that is not 0.
inline int count_digits(std::uint64_t number) {
    constexpr int kLog2 = 1233;  // of 10 into 2^12
    constexpr int kScale = 12;
    const int guess = static_cast<int>(std::bit_width(number)) * kLog2 >> kScale;
    return guess + (number >= kPowersOfTen[at(guess)] ? 1 : 0);
}

/// Eight digits, the first in the lowest byte: halves, their quarters and then single ones, all of a kind in one
/// multiplication. Each is a number; with kZeros added it is a character.
BOTE_INLINE std::uint64_t eight_digits(std::uint64_t value) {
    const std::uint64_t thousands = value * 109'951'163 >> 40;  // over 2^40: 1 / 10,000
    std::uint64_t parts = thousands | (value - thousands * 10'000) << 32;
    const std::uint64_t hundreds = (parts * 10486 >> 20) & 0x0000007f0000007f;  // over 2^20: 1 / 100
    parts = hundreds | (parts - hundreds * 100) << 16;
    const std::uint64_t tens = (parts * 103 >> 10) & 0x000f000f000f000f;  // over 2^10: 1 / 10
    return tens | (parts - tens * 10) << 8;
}

}  // namespace bote
