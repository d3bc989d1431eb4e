#pragma once
// The nearest known word, for names that do not exist.
//
//   closest("headrom", {"headroom", "dau"})   // "headroom"
//   suggest("foo", {"table", "csv"})          // "known: table, csv"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bote/base/hint.hpp"

namespace bote {

/// The nearest candidate by Damerau-Levenshtein distance, letter case folded and `-` equal to `_`: at most two edits
/// or a third of the length (for a candidate of up to five bytes one edit or two swaps, of up to two none: more would
/// fit nearly anything). Between words of up to seven bytes two edits may replace one byte, and none where they begin
/// differently. What stands before a dot and what stands behind it are judged on their own. The dashes before an
/// option's name do not count. None where nothing is that near or within `most_edits`, and for words over 64
/// bytes; of equally near ones the first.
std::optional<std::string> closest(std::string_view word, const std::vector<std::string_view>& candidates,
                                   std::size_t most_edits = std::string_view::npos);

/// "did you mean 'headroom'?", or "known: a, b, c" where there are fewer than 12, or "".
Hint suggest(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace bote
