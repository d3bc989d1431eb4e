#pragma once
// Values in words: `replication: triple`, `growth: doubles every year`, `retention: forever`.
//
//   hint_for_word_of_value("triple", false).instead    // "3"
//   hint_for_word_of_value("triple", true).instead     // "200%"

#include <string_view>

#include "bote/base/hint.hpp"

namespace bote {

/// What to write for it; `yearly` where a share is asked for that is added each year. Empty for other words.
Hint hint_for_word_of_value(std::string_view word, bool yearly);

/// What to write behind a slash for a length of time that is no unit, such as `quarter`. Empty for other words.
Hint hint_for_period(std::string_view word);

}  // namespace bote
