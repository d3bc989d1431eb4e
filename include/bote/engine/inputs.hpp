#pragma once
// The uncertain inputs of a program, block by block: random numbers, tied to each other where the caller says so, made
// into values.
//
//   auto mixing = mixing_of(program.draws, {{0, 1, 0.8}});      // none: no such correlations are possible
//   Inputs inputs{program.draws, *mixing, {seed}};
//   fill_inputs(inputs, first_row, tape, block);

#include <cstdint>
#include <optional>
#include <vector>

#include "bote/engine/points.hpp"
#include "bote/engine/tape.hpp"

namespace bote {

/// The rank correlation (Spearman's, from -1 to 1) of two draws, by their indices in the program.
struct DrawCorrelation {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    double rank_correlation = 0;
};

/// How the normal variates of tied draws are mixed: a lower triangular matrix, row by row.
struct Mixing {
    std::vector<std::uint32_t> draws;  // its rows
    std::vector<double> weights;       // row i has i + 1
};

/// A Gaussian copula with the given rank correlations; those of pairs that are not listed are 0. None where no
/// variates can be correlated so (a with b, b with c, but not a with c).
std::optional<Mixing> mixing_of(const std::vector<Draw>& draws, const std::vector<DrawCorrelation>& correlations);

struct Inputs {
    std::vector<Draw> draws;
    Mixing mixing;
    Randomness randomness;
};

/// The slots of the draws, which is what a tape of theirs varies with.
std::vector<std::uint32_t> slots_of(const std::vector<Draw>& draws);

/// Fills the columns of a tape whose inputs are the draws. `first_row` is a multiple of kBlockRows.
void fill_inputs(const Inputs& inputs, std::uint64_t first_row, const Tape& tape, Cells& block);

/// The standard normal variate behind each draw, one column of kBlockRows after another.
void fill_normals(const Inputs& inputs, std::uint64_t first_row, std::vector<double>& columns);

}  // namespace bote
