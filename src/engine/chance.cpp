#include "bote/engine/chance.hpp"

#include <algorithm>
#include <cmath>

#include "bote/base/index.hpp"
#include "bote/engine/flip.hpp"

namespace bote {
namespace {

/// The ties among what is left when the draw of a slot is gone.
std::vector<DrawCorrelation> correlations_without(const std::vector<Draw>& draws, std::uint32_t slot,
                                                  const std::vector<DrawCorrelation>& correlations) {
    const auto own = std::find_if(draws.begin(), draws.end(), [&](const Draw& draw) { return draw.slot == slot; });
    const auto gone = static_cast<std::uint32_t>(own - draws.begin());
    std::vector<DrawCorrelation> left;
    for (DrawCorrelation tie : correlations) {
        if (tie.a == gone || tie.b == gone) continue;
        tie.a -= tie.a > gone ? 1 : 0;
        tie.b -= tie.b > gone ? 1 : 0;
        left.push_back(tie);
    }
    return left;
}

std::vector<std::uint32_t> with_last(std::vector<std::uint32_t> slots, std::uint32_t last) {
    slots.push_back(last);
    return slots;
}

}  // namespace

ChanceAlong::ChanceAlong(const Program& program, const ChanceQuestion& question)
    : compared_(question.compared), progress_(question.progress) {
    const Program left_open = pinned(program, question.slot);
    const std::uint32_t left = program.quantities + 2 * compared_.index;
    tape_ = make_tape(left_open, with_last(slots_of(left_open.draws), question.slot),
                      {{{left, left + 1}, Lifetime::to_the_end}});
    const auto mixing =
        mixing_of(left_open.draws, correlations_without(program.draws, question.slot, question.correlations));
    possible_ = mixing.has_value();
    if (possible_) inputs_ = {left_open.draws, *mixing, question.randomness};
    block_ = make_cells(tape_);
}

std::uint64_t ChanceAlong::count_held(std::size_t rows) {
    double constants[2][kBlockRows];
    const double* sides[2];
    for (std::size_t i = 0; i < 2; ++i) {
        const Output& side = tape_.outputs[i];
        if (!side.varies) std::fill_n(constants[i], rows, side.value);
        sides[i] = side.varies ? block_.column(side.column) : constants[i];
    }
    std::uint64_t held = 0;
    for (std::size_t r = 0; r < rows; ++r)
        held += holds(compared_.comparison, compared_.tolerance, sides[0][r], sides[1][r]) ? 1 : 0;
    return held;
}

double ChanceAlong::at(double value, std::uint64_t count) {
    if (!possible_ || count == 0) return NAN;
    std::uint64_t held = 0;
    for (std::uint64_t first = 0; first < count; first += kBlockRows) {
        fill_inputs(inputs_, first, tape_, block_);
        if (tape_.inputs.back() != kNoColumn) std::fill_n(block_.column(tape_.inputs.back()), kBlockRows, value);
        run(tape_.instructions, block_);
        held += count_held(bote::at(std::min<std::uint64_t>(kBlockRows, count - first)));
        if (progress_) progress_(first);
    }
    return static_cast<double>(held) / static_cast<double>(count);
}

}  // namespace bote
