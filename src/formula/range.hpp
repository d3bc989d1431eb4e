#pragma once
// `10 to 20 GB (50%)`: two plain values with `to` between them. Used by the parser alone.

#include <cstddef>
#include <span>

#include "reading.hpp"

namespace bote {

/// `phrase to` lies ahead: numbers, units and slashes up to a `to`, nothing else.
bool looks_like_range(const Reading& reading);

void read_range(Reading& reading);

/// Refuses the arguments of a distribution of which one carries a magnitude that another seems to lack:
/// `uniform(1, 2M)`. `arguments` are the tokens that they begin with.
void check_magnitudes(const Reading& reading, std::span<const std::size_t> arguments);

}  // namespace bote
