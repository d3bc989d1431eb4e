// How many samples are enough. Unless a count is asked for, the sample is doubled until the percentiles no longer move
// within three digits, or half a second's work is done. The tape of the program is run block by block; each thread has
// its own share of the blocks and its own tallies, which are added up in a fixed order. Values are drawn by the number
// of their row and not one after the other, so that the same seed gives the same bytes on one thread or on eight.

#include "bote/engine/sample.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <thread>

#include "bote/base/precise.hpp"
#include "exact.hpp"
#include "gather.hpp"

namespace bote {
namespace {

constexpr std::uint64_t kFirstCount = 8192;
constexpr std::uint64_t kLeastShared = 1024;       // of one run among many
constexpr std::uint64_t kMostCount = 0xffff'ffff;  // what a bucket can hold
constexpr std::uint64_t kWorthThreads = 300'000;   // below, starting them takes longer than they save
constexpr unsigned kMostThreads = 64;
constexpr std::uint64_t kMostNumbers = 1ULL << 29;  // of all quantities together: a few seconds
constexpr double kMostWork = 4e8;  // in additions, for as long as nobody asks for a count: half a second

unsigned threads_for(std::uint64_t samples, unsigned asked) {
    if (asked > 0) return std::min(asked, kMostThreads);
    if (samples < kWorthThreads) return 1;
    return std::clamp(std::thread::hardware_concurrency(), 1U, kMostThreads);
}

/// Quantities, then both sides of each comparison.
std::vector<Wanted> wanted_by(const Program& program, const SampleOptions& options) {
    Wanted sides{{}, Lifetime::until_pair_is_ready};
    for (const Compared& each : options.comparisons) {
        const std::uint32_t left = program.quantities + 2 * each.index;
        sides.slots.insert(sides.slots.end(), {left, left + 1});
    }
    // What is to be exact needs buckets of its own.
    return {{options.slots, options.precision == Precision::exact ? Lifetime::to_the_end : Lifetime::until_ready},
            sides};
}

/// For each of the slots its percentiles, one slot behind the other.
std::vector<double> percentiles_of(const Gatherer& gatherer, const Tape& tape, const SampleOptions& options) {
    const std::size_t each = options.percentiles.size();
    std::vector<double> in_columns(gatherer.quantities() * each);  // of those that stand for others
    std::vector<double> values(in_columns.size());
    for (std::size_t i = 0; i < gatherer.quantities(); ++i) {
        const Output& output = tape.outputs[i];
        for (std::size_t k = 0; k < each; ++k) {
            if (output.varies && output.of == i)
                in_columns[i * each + k] = gatherer.tally(i).percentile(options.percentiles[k]);
            values[i * each + k] = output.varies ? output.from(in_columns[output.of * each + k]) : output.value;
        }
    }
    return values;
}

/// Whether no value has moved by more than half a unit of its third digit.
bool stand_still(const std::vector<double>& before, const std::vector<double>& after) {
    constexpr int kDigits = 3;
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (before[i] == after[i] || std::isnan(after[i])) continue;
        const double size = std::abs(after[i]);
        if (!std::isfinite(size) || !std::isfinite(before[i])) return false;
        const double unit = size > 0 ? precise::pow(10.0, std::floor(precise::log10(size)) - (kDigits - 1)) : 0;
        if (!(std::abs(after[i] - before[i]) <= unit / 2)) return false;
    }
    return true;
}

/// What one sample takes, in additions, about: the draws, what ties them to each other, the steps.
double cost_of(const Tape& tape, const Mixing& mixing) {
    constexpr double kDraw = 20;
    double cost = kDraw * static_cast<double>(tape.inputs.size()) + static_cast<double>(mixing.weights.size());
    for (const TapeInstruction& each : tape.instructions) cost += row_of(each.op).cost;
    return cost;
}

/// Doubles the number of samples until the digits stand still. Decided by what all threads have found together.
bool sample_until_stable(Gatherer& gatherer, const Tape& tape, const Mixing& mixing, const SampleOptions& options) {
    const double share = kMostWork / static_cast<double>(std::max<std::size_t>(1, options.runs));
    const std::uint64_t affordable = std::max(options.runs > 1 ? kLeastShared : kFirstCount,
                                              std::min(kMostNumbers / std::max<std::uint64_t>(1, gatherer.quantities()),
                                                       static_cast<std::uint64_t>(share / cost_of(tape, mixing))));
    const std::uint64_t most =
        std::clamp(std::min(options.most, affordable), std::uint64_t{kBlockRows}, kMostCount) / kBlockRows * kBlockRows;
    gatherer.extend(std::min(kFirstCount, most), 1);
    std::vector<double> before = percentiles_of(gatherer, tape, options);
    while (gatherer.count() < most) {
        const std::uint64_t count = gatherer.count();
        gatherer.extend(std::min(2 * count, most), threads_for(count, options.threads));
        std::vector<double> after = percentiles_of(gatherer, tape, options);
        if (stand_still(before, after)) return true;
        before = std::move(after);
    }
    return false;
}

/// All but the percentiles.
Spread spread_of(const Gatherer& gatherer, const Output& output) {
    if (!output.varies) {
        const std::uint64_t lost = std::isfinite(output.value) ? 0 : gatherer.count();
        return {output.value, 0, output.value, output.value, {}, lost};
    }
    const Tally& tally = gatherer.tally(output.of);
    const Sums& sums = gatherer.sums(output.of);
    return {output.factor * tally.mean(sums, output.shift),
            output.factor * output.factor * tally.variance(sums),
            output.from(tally.least()),
            output.from(tally.most()),
            {},
            tally.not_finite()};
}

double chance_of(const Gatherer& gatherer, const Tape& tape, std::size_t index, const SampleOptions& options) {
    const Output* sides = &tape.outputs[gatherer.quantities() + 2 * index];
    const Compared& compared = options.comparisons[index];
    if (!sides[0].varies && !sides[1].varies)
        return holds(compared.comparison, compared.tolerance, sides[0].value, sides[1].value) ? 1 : 0;
    return static_cast<double>(gatherer.held(index)) / static_cast<double>(gatherer.count());
}

/// Puts the samples themselves in the place of percentiles that were read off buckets.
void make_exact(const Program& program, const Inputs& inputs, const SampleOptions& options, const Gatherer& gatherer,
                Samples& samples) {
    const Tape tape = make_tape(program, slots_of(program.draws), {{options.slots, Lifetime::to_the_end}});
    std::vector<Sought> sought;
    std::vector<double*> places;
    for (std::size_t i = 0; i < options.slots.size(); ++i) {
        if (!tape.outputs[i].varies) continue;
        for (std::size_t k = 0; k < options.percentiles.size(); ++k) {
            sought.push_back({i, options.percentiles[k], &gatherer.tally(i).histogram()});
            places.push_back(&samples.quantities[i].percentiles[k]);
        }
    }
    const std::vector<double> values = find_exactly(tape, inputs, gatherer.count(), sought);
    for (std::size_t i = 0; i < values.size(); ++i) *places[i] = values[i];
}

}  // namespace

Samples run_samples(const Program& program, const SampleOptions& options) {
    const auto mixing = mixing_of(program.draws, options.correlations);
    if (!mixing) return {};
    const Tape tape = make_tape(program, slots_of(program.draws), wanted_by(program, options));
    const Inputs inputs{program.draws, *mixing, options.randomness};
    Gatherer gatherer(tape, inputs, options.comparisons);
    Samples samples;
    const bool certain = std::none_of(tape.outputs.begin(), tape.outputs.end(), [](auto& each) { return each.varies; });
    if (certain) gatherer.extend(1, 1);
    else if (options.count == 0) samples.settled = sample_until_stable(gatherer, tape, inputs.mixing, options);
    else
        gatherer.extend(std::min(options.count, kMostCount), threads_for(options.count, options.threads),
                        options.progress);
    samples.count = gatherer.count();
    const std::vector<double> percentiles = percentiles_of(gatherer, tape, options);
    samples.quantities.reserve(options.slots.size());
    for (std::size_t i = 0; i < options.slots.size(); ++i) {
        Spread& spread = samples.quantities.emplace_back(spread_of(gatherer, tape.outputs[i]));
        const std::span own = std::span(percentiles).subspan(i * options.percentiles.size());
        spread.percentiles.assign(own.begin(), own.begin() + static_cast<std::ptrdiff_t>(options.percentiles.size()));
    }
    for (std::size_t i = 0; i < options.comparisons.size(); ++i)
        samples.chances.push_back(chance_of(gatherer, tape, i, options));
    if (options.precision == Precision::exact) make_exact(program, inputs, options, gatherer, samples);
    return samples;
}

}  // namespace bote
