#include "bote/engine/rows.hpp"

#include <algorithm>
#include <cmath>

#include "bote/base/index.hpp"
#include "bote/base/precise.hpp"
#include "bote/engine/tape.hpp"

namespace bote {
namespace {

class Rows {
public:
    Rows(const Program& program, const std::vector<Axis>& axes, const std::vector<std::uint32_t>& slots)
        : axes_(axes), own_(axes.size() * kBlockRows) {
        std::vector<std::uint32_t> varying;
        for (const Axis& axis : axes) varying.push_back(axis.slot);
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
            run(tape_.steps, block_);
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
            const Steps& steps = axes_[i].steps;
            const std::uint64_t count = count_of(steps);
            double* own = own_.data() + i * kBlockRows;
            for (std::size_t r = 0; r < kBlockRows; ++r) {
                const std::uint64_t row = first + std::min(r, rows - 1);
                own[r] = value_at(steps, row / faster % count);
            }
            if (tape_.inputs[i] != kNoColumn) std::copy_n(own, kBlockRows, block_.column(tape_.inputs[i]));
            faster *= count;
        }
    }

    const std::vector<Axis>& axes_;
    std::vector<double> own_;
    std::uint64_t total_ = 0;
    std::vector<std::vector<double>> constants_;
    Tape tape_;
    Cells block_;
};

double between_ends(const Steps& steps, std::uint64_t index) {
    if (index == 0 || steps.count < 2) return steps.from;
    if (index + 1 >= steps.count) return steps.to;
    const double part = static_cast<double>(index) / static_cast<double>(steps.count - 1);
    if (steps.spacing == Spacing::difference) return steps.from + (steps.to - steps.from) * part;
    return steps.from * precise::pow(steps.to / steps.from, part);
}

}  // namespace

std::uint64_t count_of(const Steps& steps) {
    return steps.spacing == Spacing::listed ? steps.values.size() : steps.count;
}

double value_at(const Steps& steps, std::uint64_t index) {
    if (steps.spacing == Spacing::listed) return steps.values[index];
    const double value = between_ends(steps, index);
    return steps.whole ? std::round(value) : value;
}

void sweep_rows(const Program& program, const std::vector<Axis>& axes, const std::vector<std::uint32_t>& slots,
                const std::function<Continue(const SweptRows&)>& take) {
    Rows(program, axes, slots).run_all(take);
}

}  // namespace bote
