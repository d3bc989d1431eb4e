#pragma once
// What a number measures: powers of byte, second and money. A count, a share and a ratio have none.
//
//   kByte / kSecond == Dimension{1, -1, 0}
//   describe(kByte / kSecond)               // "a data rate (bytes per second)"

#include <string>

namespace bote {

struct Dimension {
    int byte = 0;
    int second = 0;
    int money = 0;

    friend bool operator==(const Dimension&, const Dimension&) = default;
};

inline constexpr Dimension kCount{0, 0, 0};
inline constexpr Dimension kByte{1, 0, 0};
inline constexpr Dimension kSecond{0, 1, 0};
inline constexpr Dimension kMoney{0, 0, 1};

constexpr Dimension operator*(Dimension a, Dimension b) {
    return {a.byte + b.byte, a.second + b.second, a.money + b.money};
}
constexpr Dimension operator/(Dimension a, Dimension b) {
    return {a.byte - b.byte, a.second - b.second, a.money - b.money};
}

/// "a count", "a size (bytes)", "a duration", "a rate (per second)", ...; unusual ones by their powers.
std::string describe(Dimension dimension);

/// The base unit in which values of the dimension are kept: "B", "/s", "s", "B/s", "$/s", "" for a count.
std::string base_unit(Dimension dimension);

}  // namespace bote
