#include "bote/engine/inputs.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::inputs_test {
namespace {

std::vector<double> ranks_of(const std::vector<double>& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return values[a] < values[b]; });
    std::vector<double> ranks(values.size());
    for (std::size_t i = 0; i < order.size(); ++i) ranks[order[i]] = static_cast<double>(i);
    return ranks;
}

double rank_correlation(const std::vector<double>& a, const std::vector<double>& b) {
    const auto x = ranks_of(a);
    const auto y = ranks_of(b);
    const auto n = static_cast<double>(a.size());
    double squares = 0;
    for (std::size_t i = 0; i < x.size(); ++i) squares += (x[i] - y[i]) * (x[i] - y[i]);
    return 1 - 6 * squares / (n * (n * n - 1));
}

/// The values of the draws of a model, as the columns of a tape give them.
std::vector<std::vector<double>> drawn(const Program& program, const std::vector<DrawCorrelation>& correlations,
                                       std::uint64_t count) {
    const auto slots = slots_of(program.draws);
    const Tape tape = make_tape(program, slots, {{slots, Lifetime::to_the_end}});
    Cells block = make_cells(tape);
    const Inputs inputs{program.draws, *mixing_of(program.draws, correlations), {}};
    std::vector<std::vector<double>> values(slots.size());
    for (std::uint64_t first = 0; first < count; first += kBlockRows) {
        fill_inputs(inputs, first, tape, block);
        for (std::size_t i = 0; i < slots.size(); ++i) {
            const double* column = block.column(tape.inputs[i]);
            values[i].insert(values[i].end(), column, column + kBlockRows);
        }
    }
    return values;
}

Program program_of(const std::string& yaml) {
    const Model model = model_of(yaml);
    return compile(model, model.conventions);
}

const std::string kFour = "define:\n  a: 1 to 9\n  b: uniform(2, 5)\n  c: triangular(0, 1, 4)\n  four: normal(10, 2)\n";

}  // namespace

TEST_CASE("tied draws have the rank correlation that was asked for, and their own distributions still") {
    const Program program = program_of(kFour);
    const auto values = drawn(program, {{0, 1, 0.8}, {1, 2, -0.5}}, 1U << 15);
    CHECK(rank_correlation(values[0], values[1]) == near(0.8, 0.02));
    CHECK(rank_correlation(values[1], values[2]) == near(-0.5, 0.03));
    CHECK(std::abs(rank_correlation(values[0], values[3])) < 0.02);
    for (std::size_t i = 0; i < values.size(); ++i) {
        auto sorted = values[i];
        std::sort(sorted.begin(), sorted.end());
        for (const double p : {0.05, 0.5, 0.95}) {
            CAPTURE(i, p);
            CHECK(sorted[static_cast<std::size_t>(p * static_cast<double>(sorted.size()))] ==
                  near(quantile_of(program.draws[i], p), 0.02));
        }
    }
}

TEST_CASE("full correlation makes one variate of two") {
    const auto values = drawn(program_of(kFour), {{0, 1, 1.0}, {0, 2, -1.0}, {1, 2, -1.0}}, 1024);
    CHECK(rank_correlation(values[0], values[1]) == near(1, 1e-6));
    CHECK(rank_correlation(values[0], values[2]) == near(-1, 1e-6));
}

TEST_CASE("correlations that cannot be are told apart from those that can") {
    const Program program = program_of(kFour);
    CHECK(mixing_of(program.draws, {{0, 1, 0.9}, {1, 2, 0.9}, {0, 2, 0.7}}));
    CHECK_FALSE(mixing_of(program.draws, {{0, 1, 0.9}, {1, 2, 0.9}, {0, 2, -0.9}}));
    CHECK_FALSE(mixing_of(program.draws, {{0, 1, 1.0}, {0, 2, 0.5}, {1, 2, 0.1}}));
    CHECK(mixing_of(program.draws, {}));
}

TEST_CASE("the normal variates behind the draws are mixed as the draws are") {
    const Program program = program_of(kFour);
    const Inputs inputs{program.draws, *mixing_of(program.draws, {{0, 1, 0.8}}), {}};
    const auto values = drawn(program, {{0, 1, 0.8}}, kBlockRows);
    std::vector<double> normals;
    fill_normals(inputs, 0, normals);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto first = normals.begin() + static_cast<std::ptrdiff_t>(i * kBlockRows);
        CHECK(rank_correlation(values[i], std::vector<double>(first, first + kBlockRows)) == near(1));
    }
}

}  // namespace bote::test::inputs_test
