#pragma once
// What stands in the box over a key or a name: its value, where that comes from, what it moves, and what the catalogue
// knows of it.

#include "analysis.hpp"

namespace bote {

/// Null where there is nothing to say.
Json hover_at(const Analysis& analysis, std::size_t offset);

}  // namespace bote
