#pragma once
// The line that an error points into, made fit to be shown: cut to a window around the caret, tabs as one blank,
// controls and invalid bytes escaped.
//
//   excerpt_of(span, 120)   // {"headroom: 30", 10, 2}

#include <cstddef>
#include <string>

#include "bote/base/source.hpp"

namespace bote {

struct Excerpt {
    std::string line;              // harmless text
    std::size_t caret_column = 0;  // columns before the caret
    std::size_t caret_width = 1;   // columns that the span covers as far as it is on the line and shown, at least 1
};

/// At most so many columns (20 or more) of the line in which the span begins, with an ellipsis where it is cut.
Excerpt excerpt_of(const Span& span, std::size_t columns);

}  // namespace bote
