#pragma once
// How values are printed: the unit of a definition (`[B/day]`), three significant digits, a prefix that fits.
//
//   format(579'000, *parse_display("B/s"), Conventions{})    // "579 KB/s"
//
// What is printed can be read back as a formula, to the digits shown.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

    friend bool operator==(const Display&, const Display&) = default;
};

/// `GB/day`, `/s`, `%`, `:1`, `x`, `users`, `servers`, `` (a count). None if a unit is unknown.
std::optional<Display> parse_display(std::string_view text);

/// A month behind money as a twelfth of a year, which `$/month` is; and as the month of all else. Both print as
/// "month".
Display with_billing_months(Display display);
Display with_calendar_months(Display display);

/// The display that fits a dimension where none was given.
Display display_for(Dimension dimension);

inline constexpr int kShownDigits = 3;
inline constexpr int kWorkingDigits = 5;

/// A divisor and what is printed around the number, chosen once for all numbers that are compared.
struct Scale {
    double divisor = 1;
    std::string_view prefix;  // "$"
    std::string suffix;       // " GB/day", "k/s", "%"
};

Scale scale_for(double value, const Display& display, const Conventions& conventions);

/// One scale for all values, or none where they lie so far apart that one unit would hide the small ones.
std::optional<Scale> shared_scale(const std::vector<double>& values, const Display& display,
                                  const Conventions& conventions);

std::string format_in(double value, const Scale& scale, int digits = kShownDigits);

/// "579 KB/s"; a value that is not finite is "out of range".
std::string format(double value, const Display& display, const Conventions& conventions, int digits = kShownDigits);

/// A plain number with so many significant digits, no trailing zeros: "1.16", "547.5", "1.2e+18" as "1.2e18".
std::string format_number(double value, int digits);

}  // namespace bote
