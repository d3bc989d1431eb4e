#pragma once
// The table of units, and the conventions (how long a day is, what a kilobyte is) that some of them follow.
//
//   const Unit* unit = find_unit("GB");
//   factor(*unit, Conventions{})             // 1e9 bytes

#include <cstdint>
#include <span>
#include <string_view>

#include "bote/units/dimension.hpp"

namespace bote {

/// What a file may agree on. Lengths in seconds; `kilo` is 1000 or 1024 and holds for KB to EB only.
struct Conventions {
    double day = 86'400;
    double month = 30.0 * 86'400;
    double year = 365.0 * 86'400;
    double kilo = 1000;

    friend bool operator==(const Conventions&, const Conventions&) = default;
};

/// The convention that a unit's size follows.
enum class Follows { nothing, day, month, year, kilo };

struct Unit {
    std::string_view symbol;
    Dimension dimension;
    double factor = 1;  // in base units, or in days, months, years
    Follows follows = Follows::nothing;
    int power = 0;  // of kilo
    std::string_view meaning;
};

std::span<const Unit> all_units();

/// Another way to write a unit of the table: `hr` for `h`.
struct Spelling {
    std::string_view written;
    std::string_view symbol;
};
std::span<const Spelling> all_spellings();

/// By its symbol or another spelling, in exact case; null if there is none.
const Unit* find_unit(std::string_view symbol);

/// A word that stands behind a number for "per" and a unit of time: `rps`, `daily`.
struct RateWord {
    std::string_view word;
    std::string_view per;
};
std::span<const RateWord> all_rate_words();

/// The unit of time that a rate word divides by, in any case; null for other words.
const Unit* find_rate_word(std::string_view word);

/// A unit as its place in the table, which is a constant: what a parsed formula holds.
using UnitIndex = std::int16_t;
inline constexpr UnitIndex kNoUnit = -1;

inline constexpr std::string_view kBillingMonth = "billing_month";  // a twelfth of a year

inline constexpr double kMinute = 60;  // seconds
inline constexpr double kHour = 3600;
UnitIndex index_of(const Unit& unit);
const Unit& unit_at(UnitIndex index);

/// The size of a unit in base units (bytes, seconds, money).
double factor(const Unit& unit, const Conventions& conventions);

/// What the unit stands for beside money: a month is then a twelfth of a year, so that twelve bills make a year's.
const Unit& beside_money(const Unit& unit);

/// The symbol as it is printed: a month beside money is a "month" too.
std::string_view spoken_symbol(const Unit& unit);

/// Why `kb`, `Mb` and the like are refused: "kilobits: kbit, or kilobytes: KB". Empty for other texts.
std::string_view ambiguous_unit(std::string_view symbol);

/// Whether a word names things that are counted (`users`, `requests`): it may follow a number and means nothing.
bool is_counting_word(std::string_view word);
std::span<const std::string_view> all_counting_words();

}  // namespace bote
