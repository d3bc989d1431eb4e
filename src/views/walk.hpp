#pragma once
// A model along one of its inputs: its values at one point after the other, and what changes between two points.
//
//   Walk walk(estimate, slot);
//   walk.changes(from, to);        // {{3.07e6, "partition the data: 2 shards"}}

#include <string>
#include <vector>

#include "bote/views/timeline.hpp"

namespace bote {

class Walk {
public:
    Walk(const Estimate& estimate, int input);

    Values values_at(double input);

    /// What changes in (from, to], in the order of the input. `from` may be above `to`.
    std::vector<Change> changes(double from, double to);

private:
    /// One number for each thing that can change.
    std::vector<int> answers_at(double input);
    double find_change(std::size_t i, double from, double to);
    [[nodiscard]] std::string describe(const Values& values, std::size_t i, int answer) const;

    const Model& model_;
    std::uint32_t slot_;
    Program program_;
    Columns columns_;
    struct Tier {
        std::string_view title;
        std::vector<int> resources;  // quantities of the model
    };
    std::vector<Tier> tiers_;
};

}  // namespace bote
