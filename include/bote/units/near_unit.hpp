#pragma once
// The unit that a misspelt one was meant to be.
//
//   near_unit("kilobyt", kByte, fits_behind_number)     // "kilobyte", which is another spelling of KB

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bote/units/unit.hpp"

namespace bote {

using IsFitting = bool (*)(Dimension wanted, const Unit& unit);

/// Whether a unit may stand behind a number where a value of a dimension is expected: bytes, and rates of them, for a
/// size or a data rate; a time for a duration.
bool fits_behind_number(Dimension wanted, const Unit& unit);

/// Whether a unit may stand behind a slash there: only a time makes a rate of a count or of bytes.
bool fits_behind_slash(Dimension wanted, const Unit& unit);

/// All symbols and other spellings of the units that fit; of all units where nothing is known of what is wanted.
std::vector<std::string_view> unit_words(std::optional<Dimension> wanted, IsFitting fits);

/// `TBs`: the unit that has an `s` too many.
std::optional<std::string> unit_in_plural(std::string_view word, std::optional<Dimension> wanted, IsFitting fits);

/// The nearest of them.
std::optional<std::string> near_unit(std::string_view word, std::optional<Dimension> wanted, IsFitting fits);

}  // namespace bote
