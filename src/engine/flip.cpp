#include "bote/engine/flip.hpp"

#include <algorithm>
#include <cmath>

namespace bote {
namespace {

constexpr double kReach = 1e6;
constexpr std::size_t kProbes = 65;  // a factor of 1.54 from one to the next; the middle one is the present value
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

class Search {
public:
    Search(const Program& program, std::uint32_t slot, const std::vector<Compared>& comparisons)
        : program_(pinned(program, slot)), slot_(slot), comparisons_(comparisons) {}

    std::vector<std::optional<double>> run(double value) {
        std::vector<std::optional<double>> flips(comparisons_.size());
        if (!(value > 0) || !std::isfinite(value)) return flips;
        find_brackets(value);
        for (int round = 0; round < kMostRounds && !brackets_.empty(); ++round) {
            std::erase_if(brackets_, [&](const Bracket& each) {
                const bool sharp = std::abs(std::log(each.there / each.here)) < kSharp;
                if (sharp) flips[each.comparison] = std::sqrt(each.here * each.there);
                return sharp;
            });
            narrow();
        }
        return flips;
    }

private:
    void evaluate_at(const std::vector<double>& values) {
        columns_ = make_columns(program_, values.size());
        std::copy(values.begin(), values.end(),
                  columns_.cells.begin() + static_cast<std::ptrdiff_t>(slot_ * columns_.pitch));
        evaluate(program_, columns_);
    }

    [[nodiscard]] double side(std::size_t comparison, std::size_t row, std::uint32_t which) const {
        const std::uint32_t slot = program_.quantities + 2 * comparisons_[comparison].index + which;
        return columns_.cells[slot * columns_.pitch + row];
    }

    [[nodiscard]] bool answer(std::size_t comparison, std::size_t row) const {
        const Compared& each = comparisons_[comparison];
        return holds(each.comparison, each.tolerance, side(comparison, row, 0), side(comparison, row, 1));
    }

    void find_brackets(double value) {
        constexpr std::size_t kMiddle = kProbes / 2;
        std::vector<double> probes;
        for (std::size_t i = 0; i < kProbes; ++i) {
            const double part = (static_cast<double>(i) - kMiddle) / kMiddle;
            probes.push_back(value * std::pow(kReach, part));
        }
        evaluate_at(probes);
        for (std::size_t i = 0; i < comparisons_.size(); ++i) {
            const bool now = answer(i, kMiddle);
            for (std::size_t step = 1; step <= kMiddle; ++step) {
                const bool down = answer(i, kMiddle - step) != now;
                if (!down && answer(i, kMiddle + step) == now) continue;
                const std::size_t here = down ? kMiddle - step + 1 : kMiddle + step - 1;
                const std::size_t there = down ? here - 1 : here + 1;
                brackets_.push_back({i, now, probes[here], probes[there], guess(i, probes, here, there)});
                break;
            }
        }
    }

    /// Where the two sides would be equal if their ratio were a power of the quantity, as it mostly is.
    double guess(std::size_t comparison, const std::vector<double>& probes, std::size_t here, std::size_t there) const {
        const double from = std::log(side(comparison, here, 0) / side(comparison, here, 1));
        const double to = std::log(side(comparison, there, 0) / side(comparison, there, 1));
        const double part = from / (from - to);
        const double inside = part > 0 && part < 1 ? part : 1.0 / 2;
        return probes[here] * std::pow(probes[there] / probes[here], inside);
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

    Program program_;
    std::uint32_t slot_;
    const std::vector<Compared>& comparisons_;
    Columns columns_;
    std::vector<Bracket> brackets_;
};

}  // namespace

Program pinned(const Program& program, std::uint32_t slot) {
    Program result = program;
    std::erase_if(result.instructions, [&](const Instruction& step) { return step.target == slot; });
    std::erase_if(result.draws, [&](const Draw& draw) { return draw.slot == slot; });
    return result;
}

Program pinned_at(const Program& program, int quantity, double value) {
    const auto slot = static_cast<std::uint32_t>(quantity);
    Program result = pinned(program, slot);
    result.initial[slot] = value;
    return result;
}

std::vector<std::optional<double>> find_flips(const Program& program, std::uint32_t slot, double value,
                                              const std::vector<Compared>& comparisons) {
    return Search(program, slot, comparisons).run(value);
}

}  // namespace bote
