#include "bote/views/sweep_rows.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "bote/base/error.hpp"
#include "bote/engine/compare.hpp"
#include "bote/views/common.hpp"
#include "bote/views/shown.hpp"
#include "tiers.hpp"
#include "walk.hpp"

namespace bote {
namespace {

constexpr std::uint64_t kMostChances = 1000;  // rows: each takes samples where an expectation asks for a chance

SweepColumn column_of(const Model& model, const std::string& name) {
    const QuantityIndex quantity = find_asked(model, name);
    return {std::string(model[quantity].name), quantity, {}};
}

/// What is shown along one input where nothing was asked for.
std::vector<SweepColumn> usual_columns(const Model& model, QuantityIndex input) {
    std::vector<SweepColumn> columns;
    for (const auto& name : overview_names(Overview::sweep, model)) {
        const auto found = model.find(name);
        if (found && *found != input) columns.push_back({name, *found, {}});
    }
    if (columns.empty()) refuse("nothing can be computed from this workload", "name the quantities");
    return columns;
}

/// And over two: the resource that binds the first tier that is there.
std::vector<SweepColumn> usual_cell(const Model& model) {
    for (const auto& tier : all_tiers(model)) {
        auto resources = find_resources(model, tier.name);
        if (!resources.empty()) return {{std::string(tier.name), QuantityIndex::none, std::move(resources)}};
    }
    refuse("nothing can be computed from this workload", "name the quantity of the cells");
}

/// Which columns of a sweep of the engine hold what: an index for each slot that was asked for.
class Slots {
public:
    std::size_t add(std::uint32_t slot) {
        slots_.push_back(slot);
        return slots_.size() - 1;
    }
    std::vector<std::size_t> add_all(const std::vector<QuantityIndex>& quantities) {
        std::vector<std::size_t> places;
        for (const QuantityIndex each : quantities) places.push_back(add(slot_of(each)));
        return places;
    }
    [[nodiscard]] const std::vector<std::uint32_t>& all() const { return slots_; }

private:
    std::vector<std::uint32_t> slots_;
};

/// The same of one row.
QuantityIndex largest_at(const SweptRows& rows, const std::vector<QuantityIndex>& quantities,
                         const std::vector<std::size_t>& places, std::size_t row) {
    return largest_by(quantities, [&](std::size_t i) { return rows.columns[places[i]][row]; });
}

/// Asks the questions of a walk in every row.
class Watch {
public:
    Watch(const Estimate& estimate, const SweepInput& input, Slots& slots)
        : walk_(estimate, input.quantity,
                count_of(input.steps) > kMostChances ? Walk::Chances::left_out : Walk::Chances::asked),
          before_{0, std::vector<int>(walk_.questions().size())} {
        for (const Question& each : walk_.questions()) {
            const std::uint32_t left = estimate.program.quantities + 2 * each.compared.index;
            if (each.about == Question::About::tier) places_.push_back(slots.add_all(each.resources));
            else places_.push_back({slots.add(left), slots.add(left + 1)});
        }
    }

    /// Of a block of rows, which follows the one before.
    std::vector<Flips> find_flips(const SweptRows& rows) {
        std::vector<Flips> flips;
        for (const std::size_t row : find_rows(rows)) {
            Walk::Stop stop{rows.axes[0][row], {}};
            for (std::size_t i = 0; i < places_.size(); ++i) stop.answers.push_back(answer(rows, i, row));
            if (row > 0) before_.at = rows.axes[0][row - 1];
            if (rows.first + row > 0) flips.push_back({row, walk_.changes(before_, stop)});
            before_ = std::move(stop);
        }
        before_.at = rows.axes[0][rows.rows - 1];
        return flips;
    }

private:
    [[nodiscard]] const double* column(const SweptRows& rows, std::size_t i, std::size_t which) const {
        return rows.columns[places_[i][which]];
    }

    [[nodiscard]] int answer(const SweptRows& rows, std::size_t i, std::size_t row) {
        const Question& question = walk_.questions()[i];
        if (question.about == Question::About::chance) return walk_.answer_chance(question, rows.axes[0][row]);
        if (question.about == Question::About::tier)
            return number_of(largest_at(rows, question.resources, places_[i], row));
        const Compared& compared = question.compared;
        return holds(compared.comparison, compared.tolerance, column(rows, i, 0)[row], column(rows, i, 1)[row]) ? 1 : 0;
    }

    /// Whether the answer is that before the block in all its rows, as it mostly is.
    [[nodiscard]] bool stays(const SweptRows& rows, std::size_t i) {
        const Question& question = walk_.questions()[i];
        if (question.about == Question::About::chance) return false;  // asking takes as long as looking
        const int now = before_.answers[i];
        if (question.about == Question::About::tier) return stays_largest(rows, i, QuantityIndex{now});
        return count_held(question.compared, {column(rows, i, 0)}, {column(rows, i, 1)}, rows.rows) ==
               (now != 0 ? rows.rows : 0);
    }

    /// Whether a resource is above 0, above those listed before it, and not below those behind it, in all rows.
    [[nodiscard]] bool stays_largest(const SweptRows& rows, std::size_t i, QuantityIndex resource) const {
        const std::vector<QuantityIndex>& resources = walk_.questions()[i].resources;
        const auto own = position_of(std::find(resources.begin(), resources.end(), resource), resources);
        if (own == resources.size()) return false;  // none was above 0
        const Side values{column(rows, i, own)};
        const auto always = [&](Comparison comparison, const Side& other) {
            return count_held({0, comparison, 0}, values, other, rows.rows) == rows.rows;
        };
        if (!always(Comparison::greater, {nullptr, 0})) return false;
        for (std::size_t other = 0; other < resources.size(); ++other) {
            if (other == own) continue;
            const Comparison wanted = other < own ? Comparison::greater : Comparison::greater_equal;
            if (!always(wanted, {column(rows, i, other)})) return false;
        }
        return true;
    }

    /// The first row of all, and those with another answer than the row before.
    [[nodiscard]] std::vector<std::size_t> find_rows(const SweptRows& rows) {
        std::vector<std::size_t> found;
        if (rows.first == 0) found.push_back(0);
        for (std::size_t i = 0; i < places_.size(); ++i) {
            if (stays(rows, i)) continue;
            int last = before_.answers[i];
            for (std::size_t row = 0; row < rows.rows; ++row) {
                const int next = answer(rows, i, row);
                if (next != last) found.push_back(row);
                last = next;
            }
        }
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }

    Walk walk_;
    std::vector<std::vector<std::size_t>> places_;  // of each question
    Walk::Stop before_;
};

}  // namespace

std::vector<SweepColumn> find_columns(const Model& model, std::size_t inputs, const std::vector<std::string>& asked) {
    std::vector<SweepColumn> columns;
    Errors errors;
    for (const auto& name : asked) {
        const bool tier = inputs > 1 && is_tier(model, name);
        collect_errors(errors, [&] {
            columns.push_back(tier ? SweepColumn{name, QuantityIndex::none, find_resources(model, name)}
                                   : column_of(model, name));
        });
    }
    if (!errors.empty()) throw InputError(std::move(errors));
    return columns;
}

SweepPlan plan_sweep(const Estimate& estimate, std::vector<SweepInput> inputs, const std::vector<std::string>& asked) {
    const Model& model = estimate.model;
    SweepPlan plan{std::move(inputs), {}};
    if (!asked.empty()) plan.columns = find_columns(model, plan.inputs.size(), asked);
    else if (plan.inputs.size() > 1) plan.columns = usual_cell(model);
    else plan.columns = usual_columns(model, plan.inputs.front().quantity);
    return plan;
}

void sweep_blocks(const Estimate& estimate, const SweepPlan& plan,
                  const std::function<Continue(const SweepBlock&)>& take) {
    Slots slots;
    std::vector<std::vector<std::size_t>> places;
    for (const auto& column : plan.columns)
        places.push_back(
            slots.add_all(column.quantity == QuantityIndex::none ? column.resources : std::vector{column.quantity}));
    std::optional<Watch> watch;
    if (plan.inputs.size() == 1) watch.emplace(estimate, plan.inputs.front(), slots);
    std::vector<Axis> axes;
    for (const auto& input : plan.inputs) axes.push_back({slot_of(input.quantity), input.steps});
    SweepBlock block;
    block.numbers.resize(plan.columns.size());
    block.bottlenecks.resize(plan.columns.size());
    sweep_rows(estimate.program, axes, slots.all(), [&](const SweptRows& rows) {
        block.rows = rows.rows;
        block.inputs = rows.axes;
        for (std::size_t i = 0; i < places.size(); ++i) {
            if (plan.columns[i].quantity != QuantityIndex::none) {
                block.numbers[i] = rows.columns[places[i].front()];
                continue;
            }
            block.bottlenecks[i].clear();
            for (std::size_t row = 0; row < rows.rows; ++row)
                block.bottlenecks[i].push_back(largest_at(rows, plan.columns[i].resources, places[i], row));
        }
        if (watch) block.flips = watch->find_flips(rows);
        return take(block);
    });
}

std::string bottleneck_text(const Model& model, QuantityIndex quantity) {
    return quantity == QuantityIndex::none ? "-" : resource_name(model, quantity);
}

std::string flips_text(const Estimate& estimate, const SweepInput& input, const std::vector<Change>& changes) {
    const Display& display = estimate.model[input.quantity].display;
    std::string text;
    for (const auto& change : changes) {
        text += fmt::format("{}at {}: {}", text.empty() ? "" : "; ",
                            format(change.at, display, estimate.model.conventions), change.text);
    }
    return text;
}

}  // namespace bote
