// For which values of an input a condition holds. Not one value: `servers <= 100` holds up to some number of users,
// `latency < 50 ms` perhaps within a window, and a condition on a ceil comes and goes. So the whole range of the input
// is probed, the stretches where the condition holds are kept, and each end of one is made sharp by halving; a second,
// denser row of probes looks closer where there are several. The ends are then shown with few digits, rounded to the
// side on which the condition holds, and tried out: what the page says of a value was computed for that very value.

#include "bote/views/solve.hpp"
#include "bote/base/index.hpp"

#include <algorithm>
#include <cmath>

#include "bote/base/number_text.hpp"
#include "bote/base/precise.hpp"
#include "bote/engine/chance.hpp"
#include "bote/engine/flip.hpp"
#include "bote/engine/tape.hpp"
#include "bote/formula/check.hpp"
#include "bote/units/decimal.hpp"
#include "bote/views/common.hpp"
#include "bote/views/uncertainty.hpp"
#include "solve_search.hpp"

namespace bote {
namespace {

constexpr double kReach = 1e9;
constexpr std::size_t kProbes = 8192;
constexpr std::size_t kManyProbes = 1 << 19;
constexpr std::size_t kMostStretches = 1000;  // worth a closer look
constexpr std::size_t kChanceProbes = 512;    // each takes thousands of samples
constexpr int kChanceDigits = 3;
constexpr double kSharpChance = 1e-5;
constexpr int kDigitsOfTheRest = 2;  // 99.9981%, as it is shown

const Terms& condition_of(const Estimate& estimate) { return estimate.model.expectations.back().terms; }

Grain steps_of(const ModelQuantity& quantity) { return is_whole(quantity) ? Grain::whole : Grain::any; }

/// The least count that the quantity may be.
double least_whole(const Estimate& estimate, const ModelQuantity& quantity) {
    const Bounds& bounds = quantity.definition->bounds;
    if (bounds.low.empty()) return 0;
    const double low = evaluate(bounds.low, {}, estimate.model.conventions);
    return bounds.low_allowed ? std::ceil(low) : std::floor(low) + 1;
}

/// From where to where an input is tried.
Range range_for(const Estimate& estimate, QuantityIndex input) {
    const ModelQuantity& quantity = estimate.model[input];
    const double present = estimate.values.quantities[input];
    const bool share = quantity.display.numerator == Numerator::share;
    Range range{share                   ? 0
                : std::abs(present) > 0 ? std::abs(present) / kReach
                                        : 1 / kReach,
                share                   ? std::max(1.0, present)
                : std::abs(present) > 0 ? std::abs(present) * kReach
                                        : kReach,
                steps_of(quantity), 0};
    constexpr double kInside = 1e-9;  // an end that is not allowed itself
    if (quantity.definition != nullptr) {
        const Bounds& bounds = quantity.definition->bounds;
        const auto end = [&](Tree tree) { return evaluate(tree, {}, estimate.model.conventions); };
        if (!bounds.low.empty()) {
            const double low = end(bounds.low);
            range.low = std::max(range.low, low + (bounds.low_allowed ? 0 : kInside * std::max(low, kInside)));
        }
        if (!bounds.high.empty())
            range.high = std::min(range.high, end(bounds.high) * (bounds.high_allowed ? 1 : 1 - kInside));
    }
    if (quantity.definition != nullptr && quantity.definition->unit == "users") range.low = std::max(range.low, 1.0);
    if (range.steps == Grain::whole) range = {least_whole(estimate, quantity), std::floor(range.high), Grain::whole, 0};
    return range;
}

/// The values to be tried, in rising order.
std::vector<double> probes_in(const Range& range, double present, std::size_t count) {
    std::vector<double> probes;
    const bool counts = range.steps == Grain::whole && range.low == 0;
    if (counts) probes.push_back(0);
    const double first = counts ? 1 : range.low;
    const bool by_ratio = first > 0 && range.high / first > kProbes;
    for (std::size_t i = 0; i <= count; ++i) {
        const double part = static_cast<double>(i) / static_cast<double>(count);
        double value = by_ratio ? first * precise::pow(range.high / first, part) : first + (range.high - first) * part;
        if (range.steps == Grain::whole) value = std::round(value);
        if (probes.empty() || value > probes.back()) probes.push_back(std::min(value, range.high));
    }
    if (present > range.low && present < range.high)
        probes.insert(std::lower_bound(probes.begin(), probes.end(), present), present);
    probes.erase(std::unique(probes.begin(), probes.end()), probes.end());
    return probes;
}

/// Which end of a stretch: its first value or its last.
enum class End { first, last };

/// One in the last of the digits that are shown.
double last_place(const Estimate& estimate, const Solution& solution, double value) {
    const auto& quantity = estimate.model[solution.input];
    if (steps_of(quantity) == Grain::whole) return 1;
    const double divisor = scale_for(value, quantity.display, estimate.model.conventions).divisor;
    const auto place_of = [](double number, int digits) {
        return precise::pow(10.0, std::floor(precise::log10(std::abs(number))) - digits + 1);
    };
    const double place = place_of(value / divisor, solution.digits) * divisor;
    const bool nearly_all = quantity.display.numerator == Numerator::share && value != 1;
    return nearly_all ? std::min(place, place_of(1 - value, kDigitsOfTheRest)) : place;
}

/// The nearest number of few digits on the side where the condition holds.
double short_end(const Estimate& estimate, const Solution& solution, double value, End end) {
    if (value == 0 || !std::isfinite(value)) return value;
    const double place = last_place(estimate, solution, value);
    constexpr double kForgiven = 1e-9;
    const double digits = value / place;
    const double near = std::round(digits);
    if (std::abs(digits - near) < kForgiven * std::abs(digits)) return near * place;
    return (end == End::first ? std::ceil(digits) : std::floor(digits)) * place;
}

/// The values that are looked at again: the present one, and both sides of each end.
class Trial {
public:
    Trial(const Estimate& estimate, Solution& solution, const Chance& chance)
        : estimate_(estimate),
          solution_(solution),
          chance_(chance),
          program_(pinned(estimate.program, slot_of(solution.input))) {}

    void run() {
        const auto& given = estimate_.model.given;
        const ModelQuantity& input = estimate_.model[solution_.input];
        // What is neither given nor found out has been filled in to be tried.
        if (input.origin != Origin::given || std::find(given.begin(), given.end(), input.name) != given.end())
            add("now", solution_.present);
        for (Stretch& each : solution_.stretches) {
            if (each.from) each.shown_from = short_end(estimate_, solution_, *each.from, End::first);
            if (each.to) each.shown_to = short_end(estimate_, solution_, *each.to, End::last);
            if (each.from && each.to && each.shown_from > each.shown_to) {  // between two numbers of few digits
                each.shown_from = *each.from;
                each.shown_to = *each.to;
            }
            if (each.from) {
                const double place = last_place(estimate_, solution_, *each.from);
                settle(each.shown_from, *each.from, place);
                add("below", each.shown_from - place);
                add("smallest", each.shown_from);
            }
            if (each.to) {
                const double place = last_place(estimate_, solution_, *each.to);
                settle(each.shown_to, *each.to, -place);
                add("largest", each.shown_to);
                add("above", each.shown_to + place);
            }
        }
    }

private:
    void add(std::string title, double value) {
        solution_.tried.push_back(try_at(value));
        solution_.tried.back().title = std::move(title);
    }

    /// An end is shown as a number that holds where it is typed: itself, else the next one of its digits; in a stretch
    /// that has none as it is.
    void settle(double& shown, double exact, double inward) const {
        if (is_left_out(shown)) {
            shown += inward;
        } else if (is_beyond(shown)) {
            const double typed = as_typed(shown);
            shown = !is_beyond(typed) ? typed : !is_beyond(typed + inward) ? typed + inward : exact;
        }
    }

    /// Without the rounding of digits that were multiplied by their place.
    [[nodiscard]] double as_typed(double value) const {
        constexpr int kDigits = 12;
        const double divisor =
            scale_for(value, estimate_.model[solution_.input].display, estimate_.model.conventions).divisor;
        double number = 0;
        return read_whole_double(format_number(value / divisor, kDigits), number) ? number * divisor : value;
    }

    /// Whether an end of few digits is the first value that "below" or "above" does not hold for.
    [[nodiscard]] bool is_left_out(double end) const {
        const Comparison comparison = condition_of(estimate_).comparison;
        return (comparison == Comparison::less || comparison == Comparison::greater) && !try_at(end).holds;
    }

    /// Whether it does not hold there: digits multiplied by their place may go a rounding too far, which shows in no
    /// digit, and `ceil` steps behind its end.
    [[nodiscard]] bool is_beyond(double end) const { return !chance_ && !try_at(end).holds; }

    [[nodiscard]] Tried try_at(double value) const {
        const Values values = evaluate_point(pinned_at(program_, solution_.input, value));
        const std::size_t last = estimate_.model.expectations.size() - 1;
        Tried tried{"", value, holds(condition_of(estimate_), values.left[last], values.right[last]), std::nullopt,
                    values};
        if (chance_) {
            tried.chance = chance_(value, solution_.samples);
            tried.holds = *tried.chance >= condition_of(estimate_).chance;
        }
        return tried;
    }

    const Estimate& estimate_;
    Solution& solution_;
    const Chance& chance_;
    Program program_;
};

void solve_by_chance(const Estimate& estimate, const SolveRequest& request, Range range, Solution& solution) {
    range.sharp = kSharpChance;
    solution.probes = kChanceProbes;
    const Terms& condition = condition_of(estimate);
    ChanceAlong along(estimate.program, {slot_of(solution.input),
                                         {static_cast<std::uint32_t>(estimate.model.expectations.size() - 1),
                                          condition.comparison, condition.tolerance},
                                         draw_correlations(estimate),
                                         {.seed = request.seed},
                                         request.progress});
    if (std::isnan(along.at(solution.present, 1))) refuse_ties(estimate);
    const Chance chance = [&](double value, std::uint64_t samples) { return along.at(value, samples); };
    auto found = search_by_chance({chance, condition.chance, request.samples}, range,
                                  probes_in(range, solution.present, kChanceProbes));
    solution.stretches = std::move(found.stretches);
    solution.samples = found.samples;
    solution.settled = found.settled;
    solution.digits = kChanceDigits;
    solution.holds_now = chance(solution.present, solution.samples) >= condition.chance;
    Trial(estimate, solution, chance).run();
}

/// Whether the input moves a side of the condition.
bool depends_on(const Estimate& estimate, QuantityIndex input) {
    const auto slot = slot_of(input);
    const auto last = static_cast<std::uint32_t>(estimate.model.expectations.size() - 1);
    const std::uint32_t left = estimate.program.quantities + 2 * last;
    const Tape tape = make_tape(pinned(estimate.program, slot), {slot}, {{{left, left + 1}, Lifetime::to_the_end}});
    return std::any_of(tape.outputs.begin(), tape.outputs.end(), [](const Output& side) { return side.varies; });
}

}  // namespace

Solution compute_solution(const Estimate& estimate, QuantityIndex input, const SolveRequest& request) {
    const Range range = range_for(estimate, input);
    Solution solution;
    solution.input = input;
    solution.present = estimate.values.quantities[input];
    solution.low = range.low;
    solution.high = range.high;
    solution.depends = depends_on(estimate, input);
    if (condition_of(estimate).chance > 0 && !estimate.program.draws.empty()) {
        solve_by_chance(estimate, request, range, solution);
        return solution;
    }
    const std::size_t last = estimate.model.expectations.size() - 1;
    solution.holds_now = holds(condition_of(estimate), estimate.values.left[last], estimate.values.right[last]);
    const auto search = [&](std::size_t probes, std::size_t most) {
        return search_at_point(estimate, input, range, probes_in(range, solution.present, probes), most);
    };
    solution.probes = kProbes;
    solution.stretches = *search(kProbes, SIZE_MAX);
    // It comes and goes: perhaps more often than so few values show. Where two sides are equal is looked for anyway.
    if (!is_equality(condition_of(estimate)) && solution.stretches.size() > 1 &&
        solution.stretches.size() < kMostStretches) {
        if (auto closer = search(kManyProbes, kMostStretches)) {
            solution.probes = kManyProbes;
            solution.stretches = std::move(*closer);
        }
    }
    Trial(estimate, solution, {}).run();
    return solution;
}

}  // namespace bote
