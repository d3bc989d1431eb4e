// "A single database server is enough below 1.9M users": where a comparison changes its answer as one quantity moves.
// The formulas may have steps (ceil) and limits (max), so no root is solved for; the answer is looked for outwards from
// the present value, at 32 probes up and 32 down over a factor of a million, and the first change is narrowed to four
// digits. Two things make that fast enough for every verdict of a page: only the part of the program that the quantity
// moves is evaluated (Slicer), all comparisons at once, and the first guess within a bracket takes the ratio of both
// sides for a power of the quantity, which it mostly is, and then is right at once.

#include "bote/engine/flip.hpp"

#include <algorithm>
#include <cmath>

#include "bote/base/precise.hpp"
#include "bote/engine/slice.hpp"

namespace bote {
namespace {

constexpr double kReach = 1e6;
constexpr std::size_t kProbes = 32;  // so many up and so many down: a factor of 1.54 from one to the next
constexpr std::size_t kBlock = 8;    // probes that are evaluated at once: most answers change nearby
constexpr double kSharp = 1e-4;
constexpr int kMostRounds = 40;

/// Between `here`, where the answer is as at present, and `there`, where it is not.
struct Bracket {
    std::size_t comparison;
    bool now;
    double here;
    double there;
    double guess;
};

class FlipSearch {
public:
    FlipSearch(const Program& program, const std::vector<Compared>& comparisons)
        : program_(program), comparisons_(comparisons) {}

    std::vector<std::optional<double>> run(double value) {
        std::vector<std::optional<double>> flips(comparisons_.size());
        find_brackets(value);
        for (int round = 0; round < kMostRounds && !brackets_.empty(); ++round) {
            std::erase_if(brackets_, [&](const Bracket& each) {
                const bool sharp = std::abs(precise::log(each.there / each.here)) < kSharp;
                if (sharp) flips[each.comparison] = std::sqrt(each.here * each.there);
                return sharp;
            });
            narrow();
        }
        return flips;
    }

private:
    void evaluate_at(const std::vector<double>& values) {
        if (most_rows_ < values.size()) {
            most_rows_ = values.size();
            columns_ = make_columns(program_, most_rows_);
        }
        columns_.rows = values.size();
        std::copy(values.begin(), values.end(), columns_.cells.begin());
        evaluate(program_, columns_);
    }

    [[nodiscard]] double side(std::size_t comparison, std::size_t row, std::size_t which) const {
        return columns_.cells[(1 + 2 * comparison + which) * columns_.pitch + row];
    }

    [[nodiscard]] bool answer(std::size_t comparison, std::size_t row) const {
        const Compared& each = comparisons_[comparison];
        return holds(each.comparison, each.tolerance, side(comparison, row, 0), side(comparison, row, 1));
    }

    /// Those with a side that is no constant.
    [[nodiscard]] std::vector<std::size_t> varying() const {
        std::vector<char> computed(1 + 2 * comparisons_.size(), 0);
        for (const Instruction& step : program_.instructions) {
            if (step.target < computed.size()) computed[step.target] = 1;
        }
        std::vector<std::size_t> result;
        for (std::size_t i = 0; i < comparisons_.size(); ++i) {
            if (computed[1 + 2 * i] != 0 || computed[2 + 2 * i] != 0) result.push_back(i);
        }
        return result;
    }

    /// From the present value outwards, block by block, a step down and a step up in turn.
    void find_brackets(double value) {
        std::vector<std::size_t> open = varying();
        const double step = precise::pow(kReach, 1.0 / kProbes);
        double reached = 1;
        std::vector<double> probes;
        for (std::size_t first = 0; first < kProbes && !open.empty(); first += kBlock) {
            probes.clear();
            probes.reserve(2 * (kBlock + 1));
            for (std::size_t i = 0; i <= kBlock; ++i) {
                if (i > 0) reached *= step;  // the last ones of a block are the first ones of the next
                probes.insert(probes.end(), {value / reached, value * reached});
            }
            evaluate_at(probes);
            std::erase_if(open, [&](std::size_t comparison) { return add_bracket(comparison, probes); });
        }
    }

    /// Where the answer changes first between two probes that follow each other; false if nowhere.
    bool add_bracket(std::size_t comparison, const std::vector<double>& probes) {
        const bool now = answer(comparison, 0);
        for (std::size_t there = 2; there < probes.size(); ++there) {
            if (answer(comparison, there) == now) continue;
            const std::size_t here = there - 2;
            brackets_.push_back({comparison, now, probes[here], probes[there], guess(comparison, probes, here, there)});
            return true;
        }
        return false;
    }

    /// Where the two sides would be equal if their ratio were a power of the quantity, as it mostly is.
    double guess(std::size_t comparison, const std::vector<double>& probes, std::size_t here, std::size_t there) const {
        const double from = precise::log(side(comparison, here, 0) / side(comparison, here, 1));
        const double to = precise::log(side(comparison, there, 0) / side(comparison, there, 1));
        const double part = from / (from - to);
        const double inside = part > 0 && part < 1 ? part : 1.0 / 2;
        return probes[here] * precise::pow(probes[there] / probes[here], inside);
    }

    /// Two rows on either side of the guess close in on a power law at once; from then on the guess is the middle.
    void narrow() {
        if (brackets_.empty()) return;
        constexpr double kBeside = kSharp / 3;
        std::vector<double> values;
        for (const Bracket& each : brackets_)
            values.insert(values.end(), {each.guess * (1 - kBeside), each.guess * (1 + kBeside)});
        evaluate_at(values);
        for (std::size_t row = 0; row < values.size(); ++row) {
            Bracket& each = brackets_[row / 2];
            const double at = values[row];
            if (!(std::min(each.here, each.there) < at && at < std::max(each.here, each.there))) continue;
            (answer(each.comparison, row) == each.now ? each.here : each.there) = at;
        }
        for (Bracket& each : brackets_) each.guess = std::sqrt(each.here * each.there);
    }

    const Program& program_;
    const std::vector<Compared>& comparisons_;
    Columns columns_;
    std::size_t most_rows_ = 0;  // for which the columns have their constants
    std::vector<Bracket> brackets_;
};

}  // namespace

Program pinned(const Program& program, std::uint32_t slot) {
    Program result = program;
    for (Instruction& step : result.instructions) step = with_given(program, step, slot);
    std::erase_if(result.instructions, [&](const Instruction& step) { return step.target == slot; });
    std::erase_if(result.draws, [&](const Draw& draw) { return draw.slot == slot; });
    return result;
}

Program pinned_at(const Program& program, QuantityIndex quantity, double value) {
    const std::uint32_t slot = slot_of(quantity);
    Program result = pinned(program, slot);
    result.initial[slot] = value;
    return result;
}

std::vector<std::optional<double>> find_flips(const Program& program, const Values& present, std::uint32_t slot,
                                              const std::vector<Compared>& comparisons) {
    const double value = present.slots[slot];
    if (!(value > 0) || !std::isfinite(value)) return std::vector<std::optional<double>>(comparisons.size());
    const Program sliced = Slicer(program, present.slots, sides_of(program, comparisons)).slice(slot);
    return FlipSearch(sliced, comparisons).run(value);
}

}  // namespace bote
