#pragma once
// What may stand behind a number: magnitude, percent sign, unit or counting word. Used by the parser alone.

#include <optional>
#include <string_view>
#include <vector>

#include "reading.hpp"

namespace bote {

/// What a number before a % is divided by: 70 / 100 is exactly what 0.7 is.
inline constexpr double kPerCent = 100;

/// `k K M B T` attached to a number, and the words below.
std::optional<double> find_magnitude(std::string_view letters);

/// `thousand`, `million`, `mn`, ..., which may also stand apart.
std::optional<double> find_long_magnitude(std::string_view word);
std::vector<std::string_view> long_magnitudes();

/// A number with all that belongs to it.
Node read_literal(Reading& reading);

/// Whether `per` comes next, or `a`, `an`, `each`, `every` before a unit of time: `10 million a month`.
bool at_per(const Reading& reading);

/// Whether a magnitude comes next without its number, as in `$0.40 per million requests`.
bool at_magnitude(const Reading& reading);

/// `5krps` is `5k` and `rps`: where the rate word begins in what is attached to a number; its size if there is none.
std::size_t begin_of_rate_word(std::string_view letters);

/// Whether a word comes next that divides by a unit of time: `5k rps`, `twice daily`; and that unit.
bool at_rate_word(const Reading& reading);
Node read_rate_word(Reading& reading);

/// A unit, a counting word or a magnitude alone, as behind a slash.
Node read_term(Reading& reading);

}  // namespace bote
