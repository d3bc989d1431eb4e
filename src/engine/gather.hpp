#pragma once
// What a run over many samples collects: a tally of each quantity and a count of each comparison, block by block, on
// one thread or several.
//
//   Gatherer gatherer(tape, inputs, comparisons);
//   gatherer.extend(10'000, threads);                 // from no sample to 10,000
//   gatherer.tally(0).percentile(0.5);

#include <cstdint>
#include <functional>
#include <vector>

#include "bote/engine/inputs.hpp"
#include "tally.hpp"

namespace bote {

/// Samples that one thread runs through at a time.
inline constexpr std::uint64_t kChunkRows = 8192;

class Gatherer {
public:
    /// The tape's outputs: quantities first, then two for each of the comparisons. All are referred to, not copied.
    Gatherer(const Tape& tape, const Inputs& inputs, const std::vector<Compared>& comparisons);

    /// Goes on to `count` samples in all.
    void extend(std::uint64_t count, unsigned threads, const std::function<void(std::uint64_t)>& progress = {});

    [[nodiscard]] std::uint64_t count() const { return count_; }
    [[nodiscard]] std::size_t quantities() const { return quantities_; }
    /// Of the first output of a column. It has counted what stands there, without the factor.
    [[nodiscard]] const Tally& tally(std::size_t quantity) const { return workers_.front().tallies[quantity]; }
    [[nodiscard]] const Sums& sums(std::size_t quantity) const { return sums_[quantity]; }
    [[nodiscard]] std::uint64_t held(std::size_t comparison) const { return workers_.front().held[comparison]; }

private:
    struct Worker {
        Cells block;
        std::vector<Tally> tallies;
        std::vector<std::uint64_t> held;
    };

    /// What is to be done when so many steps have run.
    struct Event {
        std::size_t ready = 0;
        std::size_t index = 0;  // of a quantity, or of a comparison after those
    };

    void order_events();
    [[nodiscard]] Worker make_worker() const;
    void take(Worker& worker, std::size_t index, std::size_t rows) const;
    void run_block(Worker& worker, std::uint64_t first, std::size_t rows) const;
    void run_chunk(Worker& worker, std::uint64_t first, std::uint64_t end, Sums* sums) const;
    void run_wave(std::uint64_t end, unsigned threads);

    const Tape& tape_;
    const Inputs& inputs_;
    const std::vector<Compared>& comparisons_;
    std::size_t quantities_;
    std::vector<Event> events_;
    std::vector<Worker> workers_;
    std::vector<Sums> sums_;
    std::uint64_t count_ = 0;
};

}  // namespace bote
