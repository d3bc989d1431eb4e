// How fast a model with ranges is sampled, next to a loop written by hand for that one model: 12 uncertain inputs, 30
// quantities, mean and p5, p50, p95 of all. The loop takes the same random numbers, transforms and tallies, so the
// difference is what flat instructions cost. All are run in turn, and medians of the ratios of the pairs are printed.
//
//   build/release/bote_sampling [PAIRS]      default: 15

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include <sys/resource.h>
#include <time.h>

#include "bote/base/versions.hpp"
#include "bote/engine/rows.hpp"
#include "bote/engine/sample.hpp"
#include "bote/model/embedded.hpp"
#include "bote/model/model.hpp"
#include "engine/gather.hpp"

namespace bote {
namespace {

/// What a clock is: that of the wall, for threads, or that of the processor, which others on the machine do not move.
double seconds_of(clockid_t clock, const std::function<void()>& action) {
    const auto now = [clock] {
        timespec time{};
        clock_gettime(clock, &time);
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
    };
    const double begin = now();
    action();
    return now() - begin;
}

double median(std::vector<double> values) {
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
    return values[values.size() / 2];
}

constexpr std::size_t kInputs = 12;
constexpr std::size_t kQuantities = 30;

const char* const kModel = R"(
define:
  i0: 50M to 200M
  i1: 1 to 9
  i2: 20 to 200
  i3: 0.3 to 0.7
  i4: 100 to 900
  i5: 2 to 5
  i6: 0.05 to 0.2
  i7: 200k to 3M
  i8: 300 to 2000
  i9: 1 to 3
  i10: 0.6 to 0.8
  i11: 5k to 20k
  q_writes: i0 * i1
  q_reads: q_writes * i2
  q_write_rate: q_writes / 86400
  q_read_rate: q_reads / 86400
  q_rate: q_write_rate + q_read_rate
  q_peak: q_rate * i5
  q_peak_reads: q_read_rate * i5
  q_stored: i4 * (1 + i3)
  q_flow: q_writes * q_stored
  q_pictures: q_writes * i6
  q_picture_flow: q_pictures * i7
  q_all_flow: q_flow + q_picture_flow
  kept: q_all_flow * i8
  q_disk: kept / (1 - i3)
  q_copies: q_disk * i9
  q_incoming: q_all_flow / 86400
  q_outgoing: q_peak_reads * (i4 + i6 * i7)
  q_both: q_incoming + q_outgoing
  q_hot: q_reads * 0.2 * i4
  q_memory: min(q_hot, kept)
  q_misses: q_peak_reads * (1 - i10)
  q_by_load: q_peak / (i11 * 0.7)
  q_by_network: q_both / 875000000
  q_bound: max(q_by_load, q_by_network)
  q_machines: q_bound * 1.1 + 2
  q_caches: q_memory / 128000000000
  q_disks: q_copies / 4000000000000
  q_databases: max(q_disks, q_misses / 10000)
  q_cost: q_machines * 300 + q_caches * 500 + q_databases * 400
  q_per_user: q_cost / i0
)";

/// The same by hand: inputs to quantities, row by row.
BOTE_INLINE void compute_by_hand(const double* const* in, double* const* out) {
#if !defined(__clang__)
#pragma GCC ivdep
#endif
    for (std::size_t r = 0; r < kBlockRows; ++r) {
        const double writes = in[0][r] * in[1][r];
        const double reads = writes * in[2][r];
        const double write_rate = writes / 86400;
        const double read_rate = reads / 86400;
        const double rate = write_rate + read_rate;
        const double peak = rate * in[5][r];
        const double peak_reads = read_rate * in[5][r];
        const double stored = in[4][r] * (1 + in[3][r]);
        const double flow = writes * stored;
        const double pictures = writes * in[6][r];
        const double picture_flow = pictures * in[7][r];
        const double all_flow = flow + picture_flow;
        const double kept = all_flow * in[8][r];
        const double disk = kept / (1 - in[3][r]);
        const double copies = disk * in[9][r];
        const double incoming = all_flow / 86400;
        const double outgoing = peak_reads * (in[4][r] + in[6][r] * in[7][r]);
        const double both = incoming + outgoing;
        const double hot = reads * 0.2 * in[4][r];
        const double memory = kept < hot ? kept : hot;
        const double misses = peak_reads * (1 - in[10][r]);
        const double by_load = peak / (in[11][r] * 0.7);
        const double by_network = both / 875000000;
        const double bound = by_load < by_network ? by_network : by_load;
        const double machines = bound * 1.1 + 2;
        const double caches = memory / 128000000000;
        const double disks = copies / 4000000000000;
        const double by_misses = misses / 10000;
        const double databases = disks < by_misses ? by_misses : disks;
        const double cost = machines * 300 + caches * 500 + databases * 400;
        const double values[kQuantities] = {writes,     reads,  write_rate, read_rate, rate,         peak,
                                            peak_reads, stored, flow,       pictures,  picture_flow, all_flow,
                                            kept,       disk,   copies,     incoming,  outgoing,     both,
                                            hot,        memory, misses,     by_load,   by_network,   bound,
                                            machines,   caches, disks,      databases, cost,         cost / in[0][r]};
        for (std::size_t i = 0; i < kQuantities; ++i) out[i][r] = values[i];
    }
}

class ByHand {
public:
    explicit ByHand(const std::vector<Draw>& draws)
        : draws_(draws), cells_((kInputs + kQuantities + 1) * Cells::kPitch) {
        double* first = cells_.data() + (8 - reinterpret_cast<std::uintptr_t>(cells_.data()) / sizeof(double) % 8) % 8;
        for (std::size_t i = 0; i < kInputs; ++i) in_[i] = first + i * Cells::kPitch;
        for (std::size_t i = 0; i < kQuantities; ++i) out_[i] = first + (kInputs + i) * Cells::kPitch;
    }

    double sample(std::uint64_t count) {
        fill(0);
        std::vector<Tally> tallies;
        std::vector<Sums> sums(kQuantities);
        for (const double* column : out_)
            tallies.emplace_back(std::span(column, kBlockRows), Histogram::Kind::smooth, column[0]);
        for (std::uint64_t first = 0; first < count; first += kBlockRows) {
            fill(first);
            const std::uint64_t left = count - first;
            const std::size_t rows = left < kBlockRows ? static_cast<std::size_t>(left) : kBlockRows;
            for (std::size_t i = 0; i < kQuantities; ++i) tallies[i].take(out_[i], rows);
        }
        double total = 0;
        for (std::size_t i = 0; i < kQuantities; ++i) {
            sums[i].add(tallies[i].end_chunk());
            total += tallies[i].mean(sums[i]);
            for (const double p : {0.05, 0.5, 0.95}) total += tallies[i].percentile(p);
        }
        return total;
    }

    /// A sweep over the first input.
    double sweep(double from, double to, std::uint64_t count) {
        for (std::size_t i = 1; i < kInputs; ++i) std::fill_n(in_[i], kBlockRows, median_of(draws_[i]));
        double total = 0;
        for (std::uint64_t first = 0; first < count; first += kBlockRows) {
            for (std::size_t r = 0; r < kBlockRows; ++r)
                in_[0][r] = from + (to - from) * static_cast<double>(first + r) / static_cast<double>(count - 1);
            fastest<compute_by_hand>(in_, out_);
            for (const double* column : out_) total += column[first % kBlockRows];
        }
        return total;
    }

private:
    void fill(std::uint64_t first) {
        for (std::size_t i = 0; i < kInputs; ++i) {
            fill_shares({}, draws_[i].stream, first, in_[i]);
            values_from_shares(draws_[i], in_[i]);
        }
        fastest<compute_by_hand>(in_, out_);
    }

    std::vector<Draw> draws_;
    std::vector<double> cells_;
    double* in_[kInputs];
    double* out_[kQuantities];
};

volatile double kept_result;

struct Pair {
    const char* name;
    std::function<void()> ours;
    std::function<void()> theirs;
    double rows;
    clockid_t clock = CLOCK_PROCESS_CPUTIME_ID;
};

void measure(const Pair& pair, int pairs) {
    std::vector<double> ratios, ours, theirs;
    for (int i = -1; i < pairs; ++i) {
        double a = 0;
        double b = 0;
        if (i % 2 == 0) a = seconds_of(pair.clock, pair.ours);
        b = seconds_of(pair.clock, pair.theirs);
        if (i % 2 != 0) a = seconds_of(pair.clock, pair.ours);
        if (i < 0) continue;
        ratios.push_back(b / a);
        ours.push_back(a);
        theirs.push_back(b);
    }
    const double unit = 1e9 / pair.rows;
    std::printf("%-44s %8.2f ns  %8.2f ns  %6.2f\n", pair.name, median(ours) * unit, median(theirs) * unit,
                median(ratios));
}

Model model_of(const std::string& yaml) { return build_model(load_workload(make_source("bench", yaml)), {}); }

std::string preset_text(std::string_view name) {
    for (const EmbeddedFile& preset : embedded_presets()) {
        if (preset.name == name) return std::string(preset.text);
    }
    return {};
}

void run_all(int pairs) {
    const Model model = model_of(kModel);
    const Program program = compile(model, model.conventions);
    SampleOptions options;
    options.threads = 1;
    std::vector<Draw> draws(kInputs);
    for (const Draw& draw : program.draws)
        draws[std::stoul(std::string(model[index_at<QuantityIndex>(draw.slot)].name.substr(1)))] = draw;
    for (std::uint32_t slot = 0; slot < program.quantities; ++slot) {
        const bool drawn = std::any_of(draws.begin(), draws.end(), [&](const Draw& each) { return each.slot == slot; });
        if (!drawn) options.slots.push_back(slot);
    }
    std::printf("%zu draws, %zu quantities\n%-44s %11s  %11s  %6s\n", program.draws.size(), options.slots.size(),
                "each of a row", "ours", "other", "ratio");
    ByHand by_hand(draws);
    const auto sampled = [&](std::uint64_t count, unsigned threads) {
        SampleOptions each = options;
        each.count = count;
        each.threads = threads;
        kept_result = run_samples(program, each).quantities[0].mean;
    };
    constexpr std::uint64_t kFew = 100'000;
    constexpr std::uint64_t kMany = 1'000'000;
    const Axis axis{draws[0].slot, {.from = 50e6, .to = 200e6, .count = kMany}};
    double total = 0;
    measure({"10^5 samples, against the loop by hand", [&] { sampled(kFew, 1); },
             [&] { kept_result = by_hand.sample(kFew); }, kFew},
            pairs);
    measure({"10^6 samples, against the loop by hand", [&] { sampled(kMany, 1); },
             [&] { kept_result = by_hand.sample(kMany); }, kMany},
            pairs);
    measure({"10^6 samples, two threads against one", [&] { sampled(kMany, 2); }, [&] { sampled(kMany, 1); }, kMany,
             CLOCK_MONOTONIC},
            pairs);
    measure({"10^6 rows of a sweep, against the loop by hand",
             [&] {
                 sweep_rows(program, {axis}, options.slots, [&](const SweptRows& rows) {
                     for (const double* column : rows.columns) total += column[rows.first % kBlockRows];
                     return Continue::yes;
                 });
             },
             [&] { kept_result = by_hand.sweep(50e6, 200e6, kMany); }, kMany},
            pairs);
    kept_result = total;
    const Model twitter = model_of(std::string(preset_text("twitter")));
    std::vector<double> compiles;
    for (int i = 0; i < 200; ++i)
        compiles.push_back(seconds_of(CLOCK_PROCESS_CPUTIME_ID,
                                      [&] { kept_result = compile(twitter, twitter.conventions).initial[0]; }));
    std::printf("compiling twitter, %zu quantities: %.3f ms\n", twitter.quantities.size(), median(compiles) * 1e3);
    rusage before{};
    getrusage(RUSAGE_SELF, &before);
    sampled(kMany * 10, 2);
    rusage after{};
    getrusage(RUSAGE_SELF, &after);
    std::printf("memory at 10^7 samples: %.1f MiB more than at 10^6, %.1f MiB in all\n",
                static_cast<double>(after.ru_maxrss - before.ru_maxrss) / 1024,
                static_cast<double>(after.ru_maxrss) / 1024);
}

}  // namespace
}  // namespace bote

int main(int argc, char** argv) {
    constexpr int kPairs = 15;
    bote::run_all(argc > 1 ? std::atoi(argv[1]) : kPairs);
    return 0;
}
