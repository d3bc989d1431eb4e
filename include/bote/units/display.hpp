#pragma once
// How values are printed: the unit of a definition (`[B/day]`), three significant digits, a prefix that fits.
//
//   format(579'000, *parse_display("B/s"), Conventions{})    // "579 KB/s"
//
// What is printed can be read back as a formula, to the digits shown.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "bote/units/decimal.hpp"
#include "bote/units/unit.hpp"

namespace bote {

/// What stands before the slash, and with it how the number is scaled.
enum class Numerator : std::uint8_t {
    count,    // 100M, 183 billion
    whole,    // 1563: things that are rounded up and counted out, such as servers
    share,    // 30%
    ratio,    // 100:1
    times,    // 1.6: a plain factor
    bytes,    // 50 GB
    bits,     // 4.63 Mbps
    seconds,  // 5 years
    money,    // $1.2k
    fixed,    // the unit as written
};

/// A parsed `[unit]`. Units after the slash stay as they are written.
struct Display {
    Numerator numerator = Numerator::count;
    UnitIndex unit = kNoUnit;                        // Numerator::fixed
    std::array<UnitIndex, 2> per{kNoUnit, kNoUnit};  // after the slashes
    Dimension dimension;
    std::uint8_t magnitude = 0;  // "million/day": 1 + the index of the magnitude; 0: the one that fits
    bool asked = false;          // with `in UNIT`: in this unit and no other, for programs too

    friend bool operator==(const Display&, const Display&) = default;
};

/// `GB/day`, `/s`, `1/s`, `million/day`, `%`, `:1`, `x`, `users`, `servers`, `` (a count). None if a unit is unknown.
std::optional<Display> parse_display(std::string_view text);

/// The display for `in UNIT`: TB stays TB, however large the value.
Display as_asked(Display display);

/// How programs get a value: in its base unit, or in the unit that was asked for.
double unit_size(const Display& display, const Conventions& conventions);  // in base units
double plain_value(double value, const Display& display, const Conventions& conventions);
std::string plain_unit(const Display& display);

/// A month behind money as a twelfth of a year, which `$/month` is. It prints as "month".
Display with_billing_months(Display display);

/// The display that fits a dimension where none was given.
Display display_for(Dimension dimension);

inline constexpr int kShownDigits = 3;
inline constexpr int kWorkingDigits = 5;

/// A divisor and what is printed around the number.
struct Scale {
    double divisor = 1;
    std::string suffix;  // " GB/day", "k/s", "%"
};

Scale scale_for(double value, const Display& display, const Conventions& conventions);

/// Whether a value is neither below 1 nor above 9999 in the unit that it is printed in.
bool reads_well(double value, const Display& display, const Conventions& conventions);

/// "579 KB/s"; a value that is not finite is "out of range".
std::string format(double value, const Display& display, const Conventions& conventions, int digits = kShownDigits);

/// The value of the text that format() writes.
double shown_value(double value, const Display& display, const Conventions& conventions, int digits);

/// The value that is written under other conventions as this one is under its own: 1 GB/day stays 1 GB/day, whatever a
/// day is.
double restated(double value, const Display& display, const Conventions& agreed, const Conventions& others);

}  // namespace bote
