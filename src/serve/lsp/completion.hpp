#pragma once
// What may be written next: keys of the map, and in a value names, units, kinds of tiers, objects and tiers.

#include "analysis.hpp"

namespace bote {

Json completions_at(const Analysis& analysis, std::size_t offset);

}  // namespace bote
