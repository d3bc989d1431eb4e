#include "engine/exact.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <vector>

#include "bote/engine/inputs.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::exact_test {
namespace {

constexpr double kPercentiles[] = {0, 0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999, 1};

/// The samples of some quantities of a workload, each kept to the end.
class Run {
public:
    Run(const std::string& yaml, const std::vector<std::string>& names, std::uint64_t count)
        : model_(model_of(yaml)), program_(compile(model_, model_.conventions)), count_(count) {
        std::vector<std::uint32_t> slots;
        for (const auto& name : names) slots.push_back(slot_of(model_.find(name).value()));
        inputs_ = {program_.draws, mixing_of(program_.draws, {}).value(), {}};
        tape_ = make_tape(program_, slots_of(program_.draws), {{slots, Lifetime::to_the_end}});
        samples_.resize(names.size());
        Cells block = make_cells(tape_);
        for (std::uint64_t first = 0; first < count; first += kBlockRows) {
            fill_inputs(inputs_, first, tape_, block);
            run(tape_.instructions, block);
            const auto rows = static_cast<std::ptrdiff_t>(std::min<std::uint64_t>(kBlockRows, count - first));
            for (std::size_t i = 0; i < names.size(); ++i) {
                const double* column = block.column(tape_.outputs[i].column);
                samples_[i].insert(samples_[i].end(), column, column + rows);
            }
        }
    }

    /// The percentiles of one quantity, by way of a histogram of some kind.
    [[nodiscard]] std::vector<double> found(std::size_t quantity, Histogram::Kind kind) const {
        const auto& samples = samples_[quantity];
        const std::span<const double> all(samples);
        Histogram histogram(all.first(kBlockRows), kind);
        histogram.count(samples.data(), samples.size());
        std::vector<Sought> sought;
        for (const double p : kPercentiles) sought.push_back({quantity, p, &histogram});
        return find_exactly(tape_, inputs_, count_, sought);
    }

    /// The same from all samples in their order: the one whose rank is nearest.
    [[nodiscard]] std::vector<double> sorted(std::size_t quantity) const {
        std::vector<double> samples = samples_[quantity];
        std::erase_if(samples, [](double each) { return std::isnan(each); });
        std::sort(samples.begin(), samples.end());
        std::vector<double> values;
        for (const double p : kPercentiles)
            values.push_back(
                samples[static_cast<std::size_t>(std::round(p * static_cast<double>(samples.size() - 1)))]);
        return values;
    }

private:
    Model model_;
    Program program_;
    std::uint64_t count_;
    Inputs inputs_;
    Tape tape_;
    std::vector<std::vector<double>> samples_;
};

}  // namespace

TEST_CASE("a percentile is the very sample of its rank, whatever the sign and however many blocks there are") {
    for (const std::uint64_t count : {std::uint64_t{128}, std::uint64_t{1000}, std::uint64_t{20'000}}) {
        CAPTURE(count);
        const Run run("define:\n  a: 1 to 9\n  b: normal(0, 2)\n  c: a * b\n", {"a", "b", "c"}, count);
        for (std::size_t i = 0; i < 3; ++i) {
            CAPTURE(i);
            CHECK(run.found(i, Histogram::Kind::smooth) == run.sorted(i));
        }
    }
}

TEST_CASE("values that lie just on the edges of buckets are counted on the right side") {
    // Whole numbers and halves: powers of two and many others are edges of buckets, on both sides of zero.
    const Run run("define:\n  a: ceil(uniform(-9, 9))\n  b: a / 2\n  c: max(a, 0)\n", {"a", "b", "c"}, 5000);
    for (std::size_t i = 0; i < 3; ++i) {
        CAPTURE(i);
        CHECK(run.found(i, Histogram::Kind::smooth) == run.sorted(i));
        CHECK(run.found(i, Histogram::Kind::stepped) == run.sorted(i));
    }
}

TEST_CASE("a limit at the edge of a bucket does not count among those next to it") {
    // Half of the samples are just the limit, the others lie in the bucket before it.
    const Run run("define:\n  a: uniform(3.97, 4.03)\n  b: min(a, 4)\n  c: max(0 - a, -4)\n", {"b", "c"}, 5000);
    for (std::size_t i = 0; i < 2; ++i) {
        CAPTURE(i);
        CHECK(run.found(i, Histogram::Kind::smooth) == run.sorted(i));
    }
}

TEST_CASE("infinite samples are percentiles as others are, and what is no number is none") {
    const Run run("define:\n  a: uniform(-9, 9)\n  b: 1 / ceil(a)\n  c: sqrt(a)\n", {"b", "c"}, 3000);
    const auto infinite = run.found(0, Histogram::Kind::smooth);
    CHECK(infinite == run.sorted(0));
    CHECK(std::isinf(infinite.back()));  // 1 / 0
    CHECK(run.found(1, Histogram::Kind::smooth) == run.sorted(1));
    const Run none("define:\n  a: uniform(-9, -1)\n  c: sqrt(a)\n", {"c"}, 500);
    for (const double each : none.found(0, Histogram::Kind::smooth)) CHECK(std::isnan(each));
}

}  // namespace bote::test::exact_test
