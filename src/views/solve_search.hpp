#pragma once
// Where a condition on one input begins and ends to hold: the searches behind `bote solve`.
//
//   Range tried{1e3, 1e9, Grain::any};
//   search_at_point(estimate, input, tried, probes)      // stretches whose ends are sharp

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "bote/views/solve.hpp"

namespace bote {

/// Whether an input may be any number, or is a count.
enum class Grain { any, whole };

struct Range {
    double low = 0;
    double high = 0;
    Grain steps = Grain::any;
    double sharp = 0;  // how near to an end is near enough, as a share of it
};

/// Whether a condition may hold for a single value: where its two sides meet is looked for.
bool is_equality(const Terms& condition);

/// The stretches of a condition on the point estimate; `probes` rise. None where there are more than `most`.
std::optional<std::vector<Stretch>> search_at_point(const Estimate& estimate, QuantityIndex input, const Range& range,
                                                    std::vector<double> probes, std::size_t most);

/// The chance of the condition for a value of the input, by so many samples.
using Chance = std::function<double(double value, std::uint64_t samples)>;

struct ChanceSearch {
    Chance chance;
    double wanted = 0;          // at least
    std::uint64_t samples = 0;  // 0: until three digits of each end stand still
};

struct ChanceStretches {
    std::vector<Stretch> stretches;
    std::uint64_t samples = 0;
    bool settled = true;
};

ChanceStretches search_by_chance(const ChanceSearch& search, const Range& range, const std::vector<double>& probes);

}  // namespace bote
