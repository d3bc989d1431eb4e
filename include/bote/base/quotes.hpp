#pragma once
// What stands in quotes.
//
//   text_of(inside_quotes(span))      // dau, of "dau"

#include "bote/base/source.hpp"

namespace bote {

/// Without quotes around it, where both of them are there.
Span inside_quotes(const Span& span);

}  // namespace bote
