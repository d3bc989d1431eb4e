#pragma once
// Random choices that are the same everywhere: the library's distributions differ between compilers.
//
//   Dice dice{7};
//   dice.pick(values)                        // the same element for the same seed
//
// SplitMix64, by G. Steele, D. Lea and C. Flood (2014).

#include <cstddef>
#include <cstdint>

namespace bote {

class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        state_ += 0x9e3779b97f4a7c15U;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }

    /// A number in [0, 1).
    double share() {
        constexpr double kSteps = 9007199254740992.0;  // 2^53, which a double counts exactly
        return static_cast<double>(next() >> 11U) / kSteps;
    }

    /// An index below `count`, which is above zero.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }

    bool chance(double probability) { return share() < probability; }

    template <class List>
    const auto& pick(const List& list) {
        return list[below(list.size())];
    }

private:
    std::uint64_t state_;
};

}  // namespace bote
