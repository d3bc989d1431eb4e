#include "bote/render/number_block.hpp"

#include <algorithm>
#include <bit>
#include <optional>

#include "bote/base/bit_cast.hpp"
#include "bote/base/index.hpp"
#include "bote/base/versions.hpp"
#include "digits.hpp"

namespace bote {
namespace {

using Word = std::uint64_t;
using Column = NumberBlock::Column;
constexpr std::size_t kRows = NumberBlock::kRows;
using Doubles = std::array<double, kRows>;

constexpr unsigned kFractionBits = 52;
constexpr Word kFirstBit = Word{1} << kFractionBits;
constexpr Word kFraction = kFirstBit - 1;
constexpr Word kExponentOfOne = 1023;
constexpr unsigned kMostBits = 60;  // for which ten times 2^bits is a word

/// Of numbers of one binary exponent: they are whole multiples of 2^-bits, and the neighbours of each are as far away.
/// `decimals` are the fewest digits behind the point that tell them apart: 10^decimals is above 2^bits.
struct Scale {
    unsigned bits;  // 1 to kMostBits
    int decimals;   // 1 to 19
};

/// The digits of numbers, 16 or 17, as numbers of one digit, of eight and of eight.
struct DigitGroups {
    Column first;
    Column middle;
    Column last;
};

/// Whole numbers below 2^52, and the nearest to a double. In steps that any processor does for several at once.
constexpr double kGapOfOne{kFirstBit};  // above it, doubles are whole
BOTE_INLINE double to_double(Word whole) { return bit_cast<double>(whole | bit_cast<Word>(kGapOfOne)) - kGapOfOne; }
BOTE_INLINE Word to_whole(double value) { return bit_cast<Word>(value + kGapOfOne) & kFraction; }

/// The shortest decimal number that reads back as the same double: of those nearer to it than to its neighbours, or in
/// the middle where its last bit is 0, one with the fewest digits; of these the nearest; of two as near the even one.
///
/// In units of 10^-decimals the neighbours are less than ten away. So at most one number in reach has a zero at its
/// end, and it is the shortest if there is one; else all have as many digits. Every step is exact, with at most 117
/// bits. After R. Giulietti, "The Schubfach way to render doubles" (2020).
BOTE_INLINE void to_decimal(const Doubles& values, Scale scale, DigitGroups& groups) {
    constexpr Word kLow = 0xffffffff;
    const Word units = kPowersOfTen[at(scale.decimals)];
    const Word units_low = units & kLow;
    const Word units_high = units >> 32;
    const unsigned bits = scale.bits;
    const Word one = Word{1} << bits;
    for (std::size_t i = 0; i < kRows; ++i) {
        const Word mantissa = (bit_cast<Word>(values[i]) & kFraction) | kFirstBit;
        const Word low = (mantissa & kLow) * units_low;
        const Word middle = (mantissa >> 32) * units_low + (low >> 32);
        const Word cross = (mantissa & kLow) * units_high + (middle & kLow);
        const Word high = (mantissa >> 32) * units_high + (middle >> 32) + (cross >> 32);
        const Word product = cross << 32 | (low & kLow);
        const Word whole = high << (64 - bits) | product >> bits;  // below 10^17
        const Word rest = product & (one - 1);

        // A quotient is rounded down by taking half the divisor off, and then to the nearest: 10^8 is 2^8 * 390,625.
        const Word upper = to_whole((to_double(whole >> 8) - 195'312) * (1.0 / 390'625));
        Word lower = whole - upper * kEightZeros;
        const Word digit = lower - (lower * 3'435'973'837 >> 35) * 10;  // over 2^35: 1 / 10

        const Word above = digit * one + rest;  // the number with a zero at its end below
        const Word reach = units / 2 - (mantissa & 1);
        const bool down = above <= reach;
        const bool up = 10 * one - above <= reach;
        const Word nearest = rest + (whole & 1) > one / 2 ? 1 : 0;
        lower += down ? -digit : up ? 10 - digit : nearest;
        const bool carry = lower == kEightZeros;
        const Word carried = upper + (carry ? 1 : 0);
        const Word first = (carried >> 8) * 45'035'997 >> 44;  // over 2^44: 1 / 5^8
        groups.first[i] = first;
        groups.middle[i] = carried - first * kEightZeros;
        groups.last[i] = carry ? 0 : lower;
    }
}

/// Where the digits of a text of three words go: those of `stay` are before the point; `move` behind it, on by `shift`
/// bits for what stands between.
struct Layout {
    std::array<Word, 3> stay{};
    std::array<Word, 3> move{};
    std::array<Word, 3> between{};  // ".", or "0.00"
    unsigned shift = 0;
};

/// With as many digits before the point; behind it there are as many zeros as that is below 0.
constexpr Layout lay_out(int before_point) {
    Layout layout;
    const int begin = std::max(before_point, 0);
    const int point = std::max(before_point, 1);
    const int end = begin + (before_point > 0 ? 1 : 2 - before_point);
    layout.shift = static_cast<unsigned>(end - begin) * 8;
    for (int i = 0; i < 3 * 8; ++i) {
        const auto word = at(i / 8);
        const auto put = [&](std::array<Word, 3>& words, Word byte) { words[word] |= byte << i % 8 * 8; };
        if (i < begin) put(layout.stay, 0xff);
        else if (i < end) put(layout.between, i == point ? '.' : '0');
        else put(layout.move, 0xff);
    }
    return layout;
}

constexpr int kLeastBefore = -2;
constexpr auto kLayouts = [] {
    std::array<Layout, kMostDigits - kLeastBefore> layouts;
    for (int i = 0; i < static_cast<int>(layouts.size()); ++i) layouts[at(i)] = lay_out(i + kLeastBefore);
    return layouts;
}();

BOTE_INLINE void write_words(const DigitGroups& groups, bool seventeen, const Layout& layout,
                             std::array<Column, 3>& words) {
    const unsigned on = layout.shift;
    const unsigned over = 64 - on;
    for (std::size_t i = 0; i < kRows; ++i) {
        const Word middle = groups.middle[i] + kZeros;
        const Word last = groups.last[i] + kZeros;
        const Word first = seventeen ? middle << 8 | (groups.first[i] + '0') : middle;
        const Word second = seventeen ? last << 8 | middle >> 56 : last;
        const Word third = seventeen ? last >> 56 : 0;
        words[0][i] = (first & layout.stay[0]) | (first << on & layout.move[0]) | layout.between[0];
        words[1][i] = (second & layout.stay[1]) | ((second << on | first >> over) & layout.move[1]) | layout.between[1];
        words[2][i] = ((third << on | second >> over) & layout.move[2]) | layout.between[2];
    }
}

/// At the end of sixteen digits.
int count_zeros(Word first, Word last) {
    return last != 0 ? std::countl_zero(last) / 8 : 8 + std::countl_zero(first) / 8;
}

BOTE_INLINE bool convert(const Doubles& values, Scale scale, NumberBlock::Texts& texts) {
    DigitGroups groups;
    to_decimal(values, scale, groups);
    std::size_t longer = 0;
    for (const Word digit : groups.first) longer += digit != 0 ? 1 : 0;
    if (longer != 0 && longer != kRows) return false;  // too rare for a layout of each: around a power of ten
    for (Word& each : groups.middle) each = eight_digits(each);
    for (Word& each : groups.last) each = eight_digits(each);
    const int digits = longer != 0 ? kMostDigits : kMostDigits - 1;
    const int before = digits - scale.decimals;
    const Layout& layout = kLayouts[at(before - kLeastBefore)];
    write_words(groups, longer != 0, layout, texts.words);
    const int end = digits + static_cast<int>(layout.shift / 8);
    for (std::size_t i = 0; i < kRows; ++i) {
        const int zeros = count_zeros(groups.middle[i], groups.last[i]);
        const int size = zeros < scale.decimals ? end - zeros : before;
        // The neighbour below a power of two is nearer.
        const bool is_power = (bit_cast<Word>(values[i]) & kFraction) == 0;
        texts.sizes[i] = static_cast<std::uint8_t>(is_power ? 0 : size);
    }
    return true;
}

/// The scale of kRows numbers, if they have one.
std::optional<Scale> common_scale(std::span<const double> values) {
    if (values.size() != kRows || std::endian::native != std::endian::little) return std::nullopt;
    const Word head = bit_cast<Word>(values[0]) >> kFractionBits;  // without a sign: it is above any exponent
    const Word bits = kExponentOfOne + kFractionBits - head;
    if (bits < 1 || bits > kMostBits) return std::nullopt;
    for (const double each : values)
        if (bit_cast<Word>(each) >> kFractionBits != head) return std::nullopt;
    return Scale{static_cast<unsigned>(bits), count_digits(Word{1} << bits)};
}

}  // namespace

void NumberBlock::read(std::span<const double> values) {
    std::copy(values.begin(), values.end(), values_.begin());
    const auto scale = common_scale(values);
    if (!scale || !fastest<convert>(values_, *scale, texts_)) texts_.sizes.fill(0);
}

}  // namespace bote
