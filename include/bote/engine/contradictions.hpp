#pragma once
// Given values that exclude each other: the estimate takes what is given, and says so.
//
//   for (const Contradiction& each : find_contradictions(model, values)) warn(each.quantity, each.otherwise);

#include <vector>

#include "bote/model/model.hpp"

namespace bote {

enum class Conflict {
    two_values,     // given, and the other given values would make it another number
    too_small,      // less than a part of it, or than what it has to hold
    parts,          // a total whose objects add up to another number
    beyond_bounds,  // computed, and no such value can be: a share of 173%
};

struct Contradiction {
    Conflict kind = Conflict::two_values;
    QuantityIndex quantity = QuantityIndex::none;
    double given = 0;                    // its value, in base units
    double otherwise = 0;                // what the others make of it, what it has to hold, or its bound
    std::vector<QuantityIndex> because;  // the quantities that make it so
};

/// What differs by more than rounding, 1%. `values` has one for each quantity of the model; ranges count by their
/// medians.
std::vector<Contradiction> find_contradictions(const Model& model, const QuantityValues& values);

}  // namespace bote
