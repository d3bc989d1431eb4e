// How fast a long sweep is written as CSV, from the command line to the bytes, and how much memory it takes: one
// thread, a million rows, of the usual columns, of ten mixed ones and of ten without a short number.
//
//   build/release/bote_sweep [RUNS]      default: 7

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include <sys/resource.h>
#include <time.h>

#include "bote/cli/run.hpp"

namespace bote {
namespace {

constexpr std::uint64_t kRows = 1'000'000;

const char* const kWorkload =
    "dau: 100M\nwrites_per_user: 1/day\nread_write_ratio: 100:1\nobject_size: 500 B\nretention: 5 years\n";

double seconds_used() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

double mebibytes_used() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// The bytes of a sweep.
std::size_t sweep(std::uint64_t rows, const std::vector<std::string>& columns) {
    std::vector<std::string> arguments{"sweep", "-", "dau=1M..1B", "--format", "csv", "--steps", std::to_string(rows)};
    arguments.insert(arguments.end(), columns.begin(), columns.end());
    std::size_t bytes = 0;
    Environment environment;
    environment.read_input = [](std::size_t) { return std::string(kWorkload); };
    environment.write_output = [&](std::string_view text) {
        bytes += text.size();
        return true;
    };
    const Outcome outcome = run(arguments, environment);
    if (outcome.exit_code != kExitAnswered) std::fputs(outcome.err.c_str(), stderr);
    return bytes + outcome.out.size();
}

struct Row {
    const char* name;
    std::vector<std::string> columns;
};

void measure(const Row& row, int runs) {
    sweep(2, row.columns);
    const double before = mebibytes_used();
    std::vector<double> seconds;
    std::size_t bytes = 0;
    for (int i = 0; i < runs; ++i) {
        const double begin = seconds_used();
        bytes = sweep(kRows, row.columns);
        seconds.push_back(seconds_used() - begin);
    }
    std::sort(seconds.begin(), seconds.end());
    std::printf("%-24s %6.2f million rows/s (best %.2f)  %4.0f bytes a row  %+.1f MiB to %.1f MiB\n", row.name,
                kRows / seconds[seconds.size() / 2] / 1e6, kRows / seconds.front() / 1e6,
                static_cast<double>(bytes) / kRows, mebibytes_used() - before, mebibytes_used());
}

}  // namespace
}  // namespace bote

int main(int argc, char** argv) {
    constexpr int kRuns = 7;
    const int runs = argc > 1 ? std::atoi(argv[1]) : kRuns;
    const bote::Row rows[] = {
        {"the usual six", {}},
        {"ten, four of machines",
         {"writes", "reads", "peak_qps", "storage", "egress", "cache_memory", "app.machines", "cache.machines",
          "database.machines", "machines"}},
        {"ten, none short",
         {"write_qps", "read_qps", "peak_qps", "peak_read_qps", "storage", "data", "ingress", "egress", "cache_memory",
          "new_data"}},
    };
    for (const auto& row : rows) bote::measure(row, runs);
    return 0;
}
