#pragma once
// What is shown between the lines of a document that has no errors: figures beside the inputs that complete them, and
// the answer above it all.

#include "analysis.hpp"

namespace bote {

/// Behind each input the value of its formula, and the first figure of the page that rests on it and on nothing below;
/// behind each expectation what it is. Those between two offsets.
Json inlay_hints(const Analysis& analysis, std::size_t begin, std::size_t end);

/// The headline figures above the file, and above `expect` how many lines hold.
Json code_lenses(const Analysis& analysis);

}  // namespace bote
