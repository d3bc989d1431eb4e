#include "engine/gather.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "bote/engine/inputs.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::gather_test {
namespace {

/// a, its triple, the triple rounded up; and whether the triple is below 9, which holds where a is below 3.
struct Sampled {
    explicit Sampled(const std::string& range = "2 to 6")
        : model(model_of("define:\n  a: " + range + "\n  b: a * 3\n  c: ceil(b)\n  e: 5\nexpect:\n  - b < 9\n")),
          program(compile(model, model.conventions)),
          inputs{program.draws, mixing_of(program.draws, {}).value(), {}} {
        std::vector<std::uint32_t> slots;
        for (const auto* name : {"a", "b", "c", "e"}) slots.push_back(slot_of(model.find(name).value()));
        tape = make_tape(program, slots_of(program.draws),
                         {{slots, Lifetime::until_ready},
                          {{program.quantities, program.quantities + 1}, Lifetime::until_pair_is_ready}});
    }

    /// The first draws of the range, one by one.
    [[nodiscard]] std::vector<double> drawn(std::size_t count) const {
        Tape alone = make_tape(program, slots_of(program.draws), {{slots_of(program.draws), Lifetime::to_the_end}});
        Cells block = make_cells(alone);
        std::vector<double> values;
        for (std::size_t first = 0; first < count; first += kBlockRows) {
            fill_inputs(inputs, first, alone, block);
            const double* column = block.column(alone.inputs[0]);
            values.insert(values.end(), column, column + std::min(kBlockRows, count - first));
        }
        return values;
    }

    Model model;
    Program program;
    Inputs inputs;
    Tape tape;
    std::vector<Compared> comparisons{{0, Comparison::less, 0}};
};

}  // namespace

TEST_CASE("exactly the samples that are asked for are counted, also in a broken block") {
    const Sampled sampled;
    for (const std::size_t count : {std::size_t{1}, std::size_t{127}, std::size_t{128}, std::size_t{1000},
                                    std::size_t{8192}, std::size_t{20'001}}) {
        CAPTURE(count);
        Gatherer gatherer(sampled.tape, sampled.inputs, sampled.comparisons);
        gatherer.extend(count, 1);
        CHECK(gatherer.count() == count);
        CHECK(gatherer.quantities() == 4);
        const auto values = sampled.drawn(count);
        const auto below = static_cast<std::uint64_t>(
            std::count_if(values.begin(), values.end(), [](double each) { return each * 3 < 9; }));
        CHECK(gatherer.held(0) == below);
        CHECK(gatherer.sums(0).count == static_cast<double>(count));
        double sum = 0;
        for (const double each : values) sum += each;
        CHECK(gatherer.tally(0).mean(gatherer.sums(0)) == near(sum / static_cast<double>(count), 1e-9));
        CHECK(gatherer.tally(0).least() == *std::min_element(values.begin(), values.end()));
        CHECK(gatherer.tally(0).most() == *std::max_element(values.begin(), values.end()));
    }
}

TEST_CASE("each comparison is counted by its own two sides") {
    const Model model = model_of("define:\n  a: 2 to 6\nexpect:\n  - a < 0\n  - a < 3\n  - 4 < a\n  - a > 0\n");
    const Program program = compile(model, model.conventions);
    const Inputs inputs{program.draws, mixing_of(program.draws, {}).value(), {}};
    const std::uint32_t a = slot_of(model.find("a").value());
    std::vector<std::uint32_t> sides;
    for (std::uint32_t i = 0; i < 8; ++i) sides.push_back(program.quantities + i);
    const Tape tape = make_tape(program, slots_of(program.draws),
                                {{{a}, Lifetime::to_the_end}, {sides, Lifetime::until_pair_is_ready}});
    const std::vector<Compared> comparisons{
        {0, Comparison::less, 0}, {1, Comparison::less, 0}, {2, Comparison::less, 0}, {3, Comparison::greater, 0}};
    Gatherer gatherer(tape, inputs, comparisons);
    gatherer.extend(1000, 1);
    const auto values = Sampled().drawn(1000);  // of the same range
    const auto count = [&](auto holds) {
        return static_cast<std::uint64_t>(std::count_if(values.begin(), values.end(), holds));
    };
    CHECK(gatherer.held(0) == 0);
    CHECK(gatherer.held(1) == count([](double each) { return each < 3; }));
    CHECK(gatherer.held(2) == count([](double each) { return each > 4; }));
    CHECK(gatherer.held(3) == 1000);
}

TEST_CASE("what is a multiple of another column is not counted twice, and what does not vary not at all") {
    const Sampled sampled;
    REQUIRE(sampled.tape.outputs[1].of == 0);
    REQUIRE_FALSE(sampled.tape.outputs[3].varies);
    Gatherer gatherer(sampled.tape, sampled.inputs, sampled.comparisons);
    gatherer.extend(1024, 1);
    CHECK(gatherer.sums(0).count == 1024);
    CHECK(gatherer.sums(1).count == 0);
    CHECK(gatherer.sums(2).count == 1024);
    CHECK(gatherer.sums(3).count == 0);
}

TEST_CASE("going on is the same as going all the way at once, with any number of threads") {
    const Sampled sampled;
    Gatherer once(sampled.tape, sampled.inputs, sampled.comparisons);
    once.extend(40'960, 1);
    Gatherer by_many(sampled.tape, sampled.inputs, sampled.comparisons);
    by_many.extend(40'960, 4);
    CHECK(by_many.sums(0).first == once.sums(0).first);  // to the last bit
    CHECK(by_many.sums(0).second == once.sums(0).second);
    CHECK(by_many.held(0) == once.held(0));
    Gatherer in_steps(sampled.tape, sampled.inputs, sampled.comparisons);
    in_steps.extend(8192, 1);
    in_steps.extend(24'576, 3);
    in_steps.extend(40'960, 2);
    CHECK(in_steps.count() == 40'960);
    CHECK(in_steps.held(0) == once.held(0));
    for (const std::size_t quantity : {std::size_t{0}, std::size_t{2}}) {
        CAPTURE(quantity);
        CHECK(in_steps.sums(quantity).count == 40'960);
        CHECK(in_steps.sums(quantity).first == near(once.sums(quantity).first));
        for (const double p : {0.0, 0.05, 0.5, 1.0}) {
            CHECK(in_steps.tally(quantity).percentile(p) == once.tally(quantity).percentile(p));
            CHECK(by_many.tally(quantity).percentile(p) == once.tally(quantity).percentile(p));
        }
    }
    in_steps.extend(8192, 1);  // there already
    CHECK(in_steps.count() == 40'960);
    CHECK(in_steps.sums(0).count == 40'960);
}

TEST_CASE("progress is told after each wave of 64 chunks, and at the end") {
    const Sampled sampled;
    Gatherer gatherer(sampled.tape, sampled.inputs, sampled.comparisons);
    std::vector<std::uint64_t> told;
    const auto tell = [&](std::uint64_t count) { told.push_back(count); };
    gatherer.extend(64 * kChunkRows, 1, tell);
    CHECK(told == std::vector<std::uint64_t>{64 * kChunkRows});
    gatherer.extend(128 * kChunkRows + 100, 2, tell);
    CHECK(told == std::vector<std::uint64_t>{64 * kChunkRows, 128 * kChunkRows, 128 * kChunkRows + 100});
}

TEST_CASE("a comparison that does not vary is not counted") {
    const Sampled sampled("2");
    CHECK(sampled.program.draws.empty());
    Gatherer gatherer(sampled.tape, sampled.inputs, sampled.comparisons);
    gatherer.extend(128, 1);
    CHECK(gatherer.count() == 128);
    CHECK(gatherer.held(0) == 0);  // whoever asks sees that neither side varies
    CHECK(gatherer.sums(0).count == 0);
}

}  // namespace bote::test::gather_test
