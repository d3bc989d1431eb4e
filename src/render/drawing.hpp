#pragma once
// Drawings of a report as characters: in blocks, or in ASCII where a terminal has nothing else.
//
//   draw(Bar{0.5}, Charset::unicode)         // "██████"
//   draw(Interval{-1, 0.5}, Charset::ascii)  // "--------+----"

#include <string>
#include <string_view>

#include "bote/render/render.hpp"

namespace bote {

/// Without trailing blanks. What reaches beyond the room ends at its edge.
std::string draw(const Drawing& drawing, Charset charset);

/// One column of a horizontal rule.
std::string_view rule_of(Charset charset);

}  // namespace bote
