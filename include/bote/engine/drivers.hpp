#pragma once
// Which uncertain input moves an answer most: by how much of its spread each is to blame for, and by pulling one after
// the other from its low to its high end.
//
//   Shares shares = find_shares(program, slot_of_storage, {});
//   shares.first[i]                                        // of program.draws[i]: 0.41
//   find_swings(program, slot_of_storage, {{slot_of_dau, 1e6, 4e6}})

#include <cstdint>
#include <functional>
#include <vector>

#include "bote/engine/inputs.hpp"
#include "bote/engine/program.hpp"

namespace bote {

/// Shares of the variance of an answer, on the scale on which it is normal: its values are replaced by the normal
/// variates of their ranks, so that a long tail does not decide alone.
///
/// The share of an input is the variance of the answer's expectation given that input (Sobol's index of the first
/// order), by a Hermite expansion to the third power. For products of lognormals it is exactly the input's share of
/// the variance of the logarithm; shares of independent inputs add up to 1 but for what inputs do only together.
struct Shares {
    std::uint64_t count = 0;          // of samples; 0: the ties are not possible, or nothing varies
    std::vector<double> first;        // for each draw, from 0 to 1
    std::vector<double> correlation;  // of the ranks with each draw, from -1 to 1: which way it moves the answer
    double together = 0;              // what is left over
};

struct ShareOptions {
    std::vector<DrawCorrelation> correlations;
    Randomness randomness;
    std::uint64_t count = 1ULL << 14;
    std::function<void(std::uint64_t done)> progress = {};  // told now and then how many there are
};

Shares find_shares(const Program& program, std::uint32_t slot, const ShareOptions& options);

/// A quantity and the two values it is given.
struct Pull {
    std::uint32_t slot = 0;
    double low = 0;
    double high = 0;
};

/// The answer at both, everything else at its point estimate.
struct Swing {
    double at_low = 0;
    double at_high = 0;
};

std::vector<Swing> find_swings(const Program& program, std::uint32_t slot, const std::vector<Pull>& pulls);

/// A pull from the lower to the upper end of each draw's middle share, `level`, in the order of the draws.
std::vector<Pull> pulls_of(const std::vector<Draw>& draws, double level);

}  // namespace bote
