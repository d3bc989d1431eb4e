#include "bote/engine/rows.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "bote/base/index.hpp"
#include "bote/base/precise.hpp"
#include "bote/engine/tape.hpp"

namespace bote {
namespace {

/// The values of steps, one after the other. A step by ratio is the product of two powers, that of its group of 32 and
/// that of its place within the group, so that a long sweep takes one power for 32 rows: it is written in a quarter of
/// the time that a power for each row takes.
class StepValues {
public:
    explicit StepValues(const Steps& steps) : steps_(steps) {}

    double at(std::uint64_t index) {
        if (steps_.spacing == Spacing::listed) return steps_.values[index];
        const double value = between_ends(index);
        return steps_.whole ? std::round(value) : value;
    }

private:
    static constexpr std::uint64_t kGroup = 32;

    double between_ends(std::uint64_t index) {
        if (index == 0 || steps_.count < 2) return steps_.from;
        if (index + 1 >= steps_.count) return steps_.to;
        if (steps_.spacing == Spacing::ratio) return by_ratio(index);
        const double part = static_cast<double>(index) / static_cast<double>(steps_.count - 1);
        return steps_.from + (steps_.to - steps_.from) * part;
    }

    double by_ratio(std::uint64_t index) {
        const std::uint64_t group = index / kGroup;
        if (group != group_) {
            group_ = group;
            start_ = steps_.from * power(group * kGroup);
        }
        long double& within = within_[index % kGroup];
        if (within == 0) within = power(index % kGroup);
        return precise::rounded(start_ * within);
    }

    /// The whole ratio, to the power of the part of the way that so many steps are.
    [[nodiscard]] long double power(std::uint64_t steps) const {
        return precise::unrounded_pow(static_cast<long double>(steps_.to) / steps_.from,
                                      static_cast<long double>(steps) / static_cast<long double>(steps_.count - 1));
    }

    const Steps& steps_;
    std::array<long double, kGroup> within_{};  // 0: not needed so far
    std::uint64_t group_ = 0;
    long double start_ = steps_.from;
};

class Rows {
public:
    Rows(const Program& program, const std::vector<Axis>& axes, const std::vector<std::uint32_t>& slots)
        : axes_(axes), own_(axes.size() * kBlockRows) {
        std::vector<std::uint32_t> varying;
        for (const Axis& axis : axes) {
            varying.push_back(axis.slot);
            step_values_.emplace_back(axis.steps);
        }
        tape_ = make_tape(program, varying, {{slots, Lifetime::to_the_end}});
        block_ = make_cells(tape_);
        if (axes.empty()) return;
        total_ = 1;
        for (const Axis& axis : axes) total_ *= count_of(axis.steps);
        constants_.resize(slots.size());
    }

    void run_all(const std::function<Continue(const SweptRows&)>& take) {
        SweptRows rows;
        for (std::size_t i = 0; i < axes_.size(); ++i) rows.axes.push_back(own_.data() + i * kBlockRows);
        for (std::size_t i = 0; i < tape_.outputs.size(); ++i) rows.columns.push_back(column(i));
        for (; rows.first < total_; rows.first += kBlockRows) {
            rows.rows = at(std::min<std::uint64_t>(kBlockRows, total_ - rows.first));
            fill(rows.first, rows.rows);
            run(tape_.instructions, block_);
            if (take(rows) == Continue::no) return;
        }
    }

private:
    const double* column(std::size_t output) {
        const Output& each = tape_.outputs[output];
        if (each.varies) return block_.column(each.column);
        constants_[output].assign(kBlockRows, each.value);
        return constants_[output].data();
    }

    void fill(std::uint64_t first, std::size_t rows) {
        std::uint64_t faster = 1;  // rows in which an axis stays where it is
        for (std::size_t i = axes_.size(); i-- > 0;) {
            const std::uint64_t count = count_of(axes_[i].steps);
            double* own = own_.data() + i * kBlockRows;
            for (std::size_t r = 0; r < kBlockRows; ++r) {
                const std::uint64_t row = first + std::min(r, rows - 1);
                own[r] = step_values_[i].at(row / faster % count);
            }
            if (tape_.inputs[i] != kNoColumn) std::copy_n(own, kBlockRows, block_.column(tape_.inputs[i]));
            faster *= count;
        }
    }

    const std::vector<Axis>& axes_;
    std::vector<StepValues> step_values_;
    std::vector<double> own_;
    std::uint64_t total_ = 0;
    std::vector<std::vector<double>> constants_;
    Tape tape_;
    Cells block_;
};

}  // namespace

std::uint64_t count_of(const Steps& steps) {
    return steps.spacing == Spacing::listed ? steps.values.size() : steps.count;
}

double value_at(const Steps& steps, std::uint64_t index) { return StepValues(steps).at(index); }

void sweep_rows(const Program& program, const std::vector<Axis>& axes, const std::vector<std::uint32_t>& slots,
                const std::function<Continue(const SweptRows&)>& take) {
    Rows(program, axes, slots).run_all(take);
}

}  // namespace bote
