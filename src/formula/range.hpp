#pragma once
// `10 to 20 GB (50%)`: two plain values with `to` between them. Used by the parser alone.

#include "reading.hpp"

namespace bote {

/// `phrase to` lies ahead: numbers, units and slashes up to a `to`, nothing else.
bool looks_like_range(const Reading& reading);

void read_range(Reading& reading);

}  // namespace bote
