#pragma once
// Given values that other given values would make another number: the estimate takes what is given, and says so.
//
//   for (const Contradiction& each : find_contradictions(model, values)) warn(each.quantity, each.otherwise);

#include <vector>

#include "bote/model/model.hpp"

namespace bote {

struct Contradiction {
    int quantity = -1;         // of the model
    double given = 0;          // base units
    double otherwise = 0;      // what the other given values would make of it
    std::vector<int> because;  // these, of the model
};

/// What differs by more than rounding, 1%. `values` has one for each quantity of the model; ranges count by their
/// medians.
std::vector<Contradiction> find_contradictions(const Model& model, const std::vector<double>& values);

}  // namespace bote
