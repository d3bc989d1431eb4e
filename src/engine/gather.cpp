#include "gather.hpp"

#include <algorithm>
#include <atomic>
#include <system_error>
#include <thread>

#include "bote/base/index.hpp"
#include "bote/engine/compare.hpp"

namespace bote {
namespace {

constexpr std::uint64_t kWaveChunks = 64;  // after so many, threads wait for each other and sums are added up

}  // namespace

Gatherer::Gatherer(const Tape& tape, const Inputs& inputs, const std::vector<Compared>& comparisons)
    : tape_(tape),
      inputs_(inputs),
      comparisons_(comparisons),
      quantities_(tape.outputs.size() - 2 * comparisons.size()),
      sums_(quantities_) {
    order_events();
    workers_.push_back({make_cells(tape), std::vector(quantities_, Tally({}, Histogram::Kind::smooth, 0)),
                        std::vector<std::uint64_t>(comparisons.size(), 0)});
    Worker& pilot = workers_.front();
    fill_inputs(inputs, 0, tape, pilot.block);
    std::size_t done = 0;
    for (const Event& event : events_) {
        run(std::span(tape.instructions).subspan(done, event.ready - done), pilot.block);
        done = event.ready;
        if (event.index >= quantities_) continue;
        const Output& output = tape.outputs[event.index];
        const std::span seen(pilot.block.column(output.column), kBlockRows);
        pilot.tallies[event.index] = Tally(seen, output.kind, output.in_column(output.value));
    }
}

void Gatherer::order_events() {
    for (std::size_t i = 0; i < quantities_; ++i) {
        if (tape_.outputs[i].varies && tape_.outputs[i].of == i) events_.push_back({tape_.outputs[i].ready, i});
    }
    for (std::size_t i = 0; i < comparisons_.size(); ++i) {
        const Output* sides = &tape_.outputs[quantities_ + 2 * i];
        if (sides[0].varies || sides[1].varies)
            events_.push_back({std::max(sides[0].ready, sides[1].ready), quantities_ + i});
    }
    std::stable_sort(events_.begin(), events_.end(), [](auto& a, auto& b) { return a.ready < b.ready; });
}

Gatherer::Worker Gatherer::make_worker() const {
    Worker worker{make_cells(tape_), {}, std::vector<std::uint64_t>(comparisons_.size(), 0)};
    for (const Tally& each : workers_.front().tallies) worker.tallies.push_back(each.emptied());
    return worker;
}

void Gatherer::take(Worker& worker, std::size_t index, std::size_t rows) const {
    if (index < quantities_) return worker.tallies[index].take(worker.block.column(tape_.outputs[index].column), rows);
    const std::size_t comparison = index - quantities_;
    const Output* sides = &tape_.outputs[quantities_ + 2 * comparison];
    const auto side = [&](const Output& each) -> Side {
        return {each.varies ? worker.block.column(each.column) : nullptr, each.in_column(each.value)};
    };
    worker.held[comparison] += count_held(comparisons_[comparison], side(sides[0]), side(sides[1]), rows);
}

void Gatherer::run_block(Worker& worker, std::uint64_t first, std::size_t rows) const {
    fill_inputs(inputs_, first, tape_, worker.block);
    std::size_t done = 0;
    for (const Event& event : events_) {
        if (event.ready > done) run(std::span(tape_.instructions).subspan(done, event.ready - done), worker.block);
        done = event.ready;
        take(worker, event.index, rows);
    }
}

void Gatherer::run_chunk(Worker& worker, std::uint64_t first, std::uint64_t end, Sums* sums) const {
    for (; first < end; first += kBlockRows)
        run_block(worker, first, at(std::min<std::uint64_t>(kBlockRows, end - first)));
    for (std::size_t i = 0; i < quantities_; ++i) sums[i] = worker.tallies[i].end_chunk();
}

void Gatherer::run_wave(std::uint64_t end, unsigned threads) {
    const std::uint64_t chunks = (end - count_ + kChunkRows - 1) / kChunkRows;
    std::vector<Sums> sums(chunks * quantities_);
    std::atomic<std::uint64_t> next{0};
    const auto work = [&](Worker& worker) {
        for (std::uint64_t chunk = next++; chunk < chunks; chunk = next++) {
            const std::uint64_t first = count_ + chunk * kChunkRows;
            run_chunk(worker, first, std::min(first + kChunkRows, end), sums.data() + chunk * quantities_);
        }
    };
    std::vector<std::thread> others;
    try {
        for (unsigned i = 1; i < threads; ++i) others.emplace_back(work, std::ref(workers_[i]));
    } catch (const std::system_error&) {
        // No more threads are to be had: those there are do all of it.
    }
    work(workers_.front());
    for (std::thread& each : others) each.join();
    for (std::uint64_t chunk = 0; chunk < chunks; ++chunk) {
        for (std::size_t i = 0; i < quantities_; ++i) sums_[i].add(sums[chunk * quantities_ + i]);
    }
    count_ = end;
}

void Gatherer::extend(std::uint64_t count, unsigned threads, const std::function<void(std::uint64_t)>& progress) {
    while (workers_.size() < threads) workers_.push_back(make_worker());
    while (count_ < count) {
        run_wave(std::min(count, count_ + kWaveChunks * kChunkRows), threads);
        if (progress) progress(count_);
    }
    Worker& whole = workers_.front();
    for (std::size_t i = 1; i < workers_.size(); ++i) {
        for (std::size_t q = 0; q < quantities_; ++q) whole.tallies[q].add(workers_[i].tallies[q]);
        for (std::size_t c = 0; c < whole.held.size(); ++c) whole.held[c] += workers_[i].held[c];
    }
    workers_.erase(workers_.begin() + 1, workers_.end());
}

}  // namespace bote
