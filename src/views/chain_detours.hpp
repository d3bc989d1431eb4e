#pragma once
// The model's formulas go by way of a day, or of bytes, where nobody would at a whiteboard.

#include <vector>

#include "bote/views/chain.hpp"

namespace bote {

/// Leaves out the steps of a chain that a later one takes back: divided by a day and multiplied by it, and so on.
void leave_out_detours(const Working& working, Figures figures, std::vector<Link>& links);

}  // namespace bote
