#pragma once
// Slips that stand in published estimates, held against what the model computes by the files of tests/corpus.

#include <vector>

#include "bote/practice/spot.hpp"

namespace bote {

std::vector<Spot> published_slips();

}  // namespace bote
