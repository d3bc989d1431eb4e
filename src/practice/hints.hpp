#pragma once
// How to get to a quantity, told bit by bit: what to combine, the formula, the formula with numbers.
//
//   Hints hints(problem.estimate);
//   hints.hint(storage, 0)                   // "Combine: filled, replication."

#include <string>
#include <vector>

#include "bote/views/working.hpp"

namespace bote {

class Hints {
public:
    static constexpr int kSteps = 3;
    static constexpr int kCost = 25;  // points for each

    explicit Hints(const Estimate& estimate) : working_(make_working(estimate)) {}

    /// `step` from 0 to 2.
    [[nodiscard]] std::string hint(QuantityIndex quantity, int step) const;

    /// The arithmetic as one would say it, rounded as on a whiteboard.
    [[nodiscard]] std::string aloud(QuantityIndex quantity) const;

    /// Each step with its formula, its numbers and its exact result, the last first left out where there are too many.
    [[nodiscard]] std::vector<std::string> steps(QuantityIndex quantity) const;

private:
    /// The quantity whose formula says something, where this one only passes on its value.
    [[nodiscard]] QuantityIndex speaking(QuantityIndex quantity) const;

    Working working_;
};

}  // namespace bote
