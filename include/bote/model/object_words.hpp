#pragma once
// Objects as the words that formulas count them by: `5 tweets`, `2 entries/user`.
//
//   objects_counted_by("tweets")      // "tweets", "tweet"

#include <string>
#include <string_view>
#include <vector>

namespace bote {

/// The names of objects that a word may count: itself, those of which it is the plural, and its own plural.
std::vector<std::string> objects_counted_by(std::string_view word);

}  // namespace bote
