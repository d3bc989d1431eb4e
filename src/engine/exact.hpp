#pragma once
// Percentiles to the last digit: the samples are drawn once more, and those in the one bucket that holds the percentile
// are kept and sorted.
//
//   find_exactly(tape, inputs, count, {{0, 0.95, tally.histogram()}});

#include <cstdint>
#include <vector>

#include "bote/engine/histogram.hpp"
#include "bote/engine/inputs.hpp"

namespace bote {

struct Sought {
    std::size_t output = 0;  // of the tape
    double percentile = 0;
    const Histogram* histogram = nullptr;  // of the same samples
};

/// The samples whose rank is nearest to the percentiles. The tape keeps all outputs. Memory grows with the number of
/// samples, by about a hundredth of them for each.
std::vector<double> find_exactly(const Tape& tape, const Inputs& inputs, std::uint64_t count,
                                 const std::vector<Sought>& sought);

}  // namespace bote
