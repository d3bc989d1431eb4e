#pragma once
// How sure is an estimate: the program run for many values of its uncertain inputs.
//
//   Samples samples = run_samples(program, {.slots = {slot_of_storage}});
//   samples.quantities[0].percentiles          // p5, p50, p95
//   samples.chances[0]                         // that the first comparison asked for holds
//
// The same seed gives the same bytes whatever the threads, the compiler and its options. Memory does not grow with
// the number of samples.

#include <cstdint>
#include <functional>
#include <vector>

#include "bote/engine/inputs.hpp"
#include "bote/engine/program.hpp"

namespace bote {

enum class Precision : std::uint8_t {
    bucket,  // percentiles to 0.1%, mostly to 0.01%
    exact,   // the very sample: twice the time
};

struct SampleOptions {
    std::vector<std::uint32_t> slots;  // whose distribution is asked for
    std::vector<Compared> comparisons;
    std::vector<double> percentiles = {0.05, 0.50, 0.95};
    std::vector<DrawCorrelation> correlations;
    Randomness randomness;
    std::uint64_t count = 0;          // 0: until three digits of all percentiles stand still
    std::uint64_t most = 1ULL << 17;  // but no more, and fewer of very many quantities
    std::size_t runs = 1;             // that share the work that is done while nobody asks for a count
    unsigned threads = 0;             // 0: those of the machine, where there are samples enough to be worth it
    Precision precision = Precision::bucket;
    std::function<void(std::uint64_t done)> progress = {};  // told now and then how many there are
};

/// The distribution of one quantity.
struct Spread {
    double mean = 0;      // of the finite values, as are the next three
    double variance = 0;  // of a sample: over count - 1
    double least = 0;
    double most = 0;
    std::vector<double> percentiles;  // of all that is a number, infinite ones at the ends
    std::uint64_t not_finite = 0;
};

struct Samples {
    std::uint64_t count = 0;         // 0: the ties are not possible
    bool settled = true;             // the digits stood still, or a number was given
    std::vector<Spread> quantities;  // for each slot asked for
    std::vector<double> chances;     // for each comparison asked for
};

/// One number where nothing is uncertain. Counts of samples above 2^32 are cut to it.
Samples run_samples(const Program& program, const SampleOptions& options);

}  // namespace bote
