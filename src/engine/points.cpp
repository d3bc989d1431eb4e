#include "bote/engine/points.hpp"

#include <array>

#include "bote/base/versions.hpp"
#include "bote/formula/elementary.hpp"

namespace bote {
namespace {

constexpr int kLatticeBits = 20;
constexpr std::uint32_t kLatticeMask = (1U << kLatticeBits) - 1;
constexpr int kBlockBits = 7;
static_assert(kBlockRows == std::size_t{1} << kBlockBits);

// Found component by component for the sum over all pairs of streams of the squared error (P2), at 2^7 to 2^20 points
// at once, as R. Cools, F. Y. Kuo and D. Nuyens describe (SIAM J. Sci. Comput. 28, 2006).
constexpr std::uint32_t kGenerators[] = {
    1,      103063, 970285, 297739, 675611,  310169, 677575, 342589, 367219, 934511, 500293, 451019, 254249,
    811667, 967829, 690495, 734077, 232013,  608931, 76745,  946657, 515105, 641583, 518617, 133737, 702543,
    357625, 268379, 702889, 36191,  95157,   477443, 394013, 199979, 501063, 54055,  404985, 507807, 873295,
    476543, 455941, 269261, 631637, 239497,  351605, 66733,  275579, 101649, 107455, 805817, 820175, 153565,
    820571, 109649, 307833, 101913, 1038219, 104241, 595983, 276459, 246035, 463215, 113641, 429289};

constexpr std::uint32_t reverse(std::uint32_t value, int bits) {
    std::uint32_t result = 0;
    for (int i = 0; i < bits; ++i) result |= (value >> i & 1U) << (bits - 1 - i);
    return result;
}

/// The places of a block's rows relative to its first, as whole multiples of 2^-20.
constexpr auto kPlaces = [] {
    std::array<std::uint32_t, kBlockRows> places{};
    for (std::uint32_t r = 0; r < kBlockRows; ++r) places[r] = reverse(r, kBlockBits) << (kLatticeBits - kBlockBits);
    return places;
}();

constexpr std::uint64_t kGolden = 0x9e3779b97f4a7c15;  // 2^64 divided by the golden ratio

/// Scatters the bits of a counter (the last step of SplitMix64, by G. Steele, D. Lea and C. Flood, 2014).
BOTE_INLINE std::uint64_t scatter(std::uint64_t x) {
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
    x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
    return x ^ (x >> 31);
}

BOTE_INLINE std::uint64_t key_of(std::uint64_t seed, std::uint64_t stream, std::uint64_t period) {
    return scatter(scatter(scatter(seed + kGolden) + stream + kGolden) + period + kGolden);
}

/// An odd multiple of 2^-52 in (0, 1).
BOTE_INLINE double share_from(std::uint64_t bits) {
    constexpr int kUnused = 12;
    constexpr std::uint64_t kOne = 0x3ff0000000000000;
    return elementary::from_bits(kOne | (bits >> kUnused) | 1U) - 1;
}

BOTE_INLINE void fill_lattice(std::uint32_t generator, std::uint32_t place, double shift, double* column) {
    constexpr double kStep = 1.0 / (kLatticeMask + 1);
    const std::uint32_t first = place * generator;
    for (std::size_t r = 0; r < kBlockRows; ++r) {
        const std::uint32_t at = (first + kPlaces[r] * generator) & kLatticeMask;
        const double shifted = static_cast<double>(static_cast<std::int32_t>(at)) * kStep + shift;
        const double wrapped = shifted - 1;
        column[r] = shifted < 1 ? shifted : wrapped;  // exact, and never 0: the shift is no multiple of the step
    }
}

BOTE_INLINE void fill_independent(std::uint64_t key, std::uint64_t first_row, double* column) {
    for (std::size_t r = 0; r < kBlockRows; ++r) column[r] = share_from(scatter(key + (first_row + r) * kGolden));
}

}  // namespace

void fill_shares(const Randomness& randomness, std::uint32_t stream, std::uint64_t first_row, double* column) {
    if (randomness.points == Points::lattice && stream < std::size(kGenerators)) {
        const double shift = share_from(key_of(randomness.seed, stream, first_row >> kLatticeBits));
        const std::uint32_t place = reverse(static_cast<std::uint32_t>(first_row) & kLatticeMask, kLatticeBits);
        fastest<fill_lattice>(kGenerators[stream], place, shift, column);
    } else {
        fastest<fill_independent>(key_of(randomness.seed, stream, ~std::uint64_t{0}), first_row, column);
    }
}

}  // namespace bote
