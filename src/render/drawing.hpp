#pragma once
// Drawings of a report as characters: in blocks, or in ASCII where a terminal has nothing else.
//
//   draw(Bar{0.5}, Charset::unicode)         // "██████"
//   draw(Interval{-1, 0.5}, Charset::ascii)  // "--------+----"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "bote/render/render.hpp"

namespace bote {

/// Without trailing blanks. What reaches beyond the room ends at its edge. In less than its usual columns it is drawn
/// smaller; a spark has a column for each value.
std::string draw(const Drawing& drawing, Charset charset, std::size_t columns = SIZE_MAX);

/// The columns below which a drawing says nothing any more.
std::size_t least_columns(const Drawing& drawing);

/// One column of a horizontal rule.
std::string_view rule_of(Charset charset);

}  // namespace bote
