#pragma once
// How likely a comparison is to hold as one quantity takes one value after the other. All else is drawn alike for each
// value, so that the chance rises and falls as evenly as what is compared.
//
//   ChanceAlong chance(program, {slot_of_dau, compared, ties, {seed}});
//   chance.at(1e6, 8192)                         // 0.97

#include <cstdint>
#include <functional>
#include <vector>

#include "bote/engine/inputs.hpp"
#include "bote/engine/program.hpp"

namespace bote {

struct ChanceQuestion {
    std::uint32_t slot = 0;  // of the quantity: nothing draws or computes it
    Compared compared;
    std::vector<DrawCorrelation> correlations;  // of the program's draws; those with the quantity itself lapse
    Randomness randomness;
    std::function<void(std::uint64_t done)> progress = {};  // told now and then how many samples of a value there are
};

class ChanceAlong {
public:
    ChanceAlong(const Program& program, const ChanceQuestion& question);

    /// From 0 to 1, of so many samples. NaN where no numbers can be tied so.
    double at(double value, std::uint64_t count);

private:
    std::uint64_t count_held(std::size_t rows);

    Compared compared_;
    std::function<void(std::uint64_t)> progress_;
    Tape tape_;
    Inputs inputs_;
    Cells block_;
    bool possible_ = true;
};

}  // namespace bote
