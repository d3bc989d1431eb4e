// The two searches behind `bote solve`. On the point estimate a probe is a row of a block, so that thousands cost
// little, and an end is halved until it is sharp. A condition on a chance (`storage <= 5 PB at 95%`) costs a run of
// samples for each probe: it is probed roughly, with 1,024 samples, and each end is then followed with twice as many
// samples again and again, from where the last search left it, until three digits of it stand still.

#include "solve_search.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "bote/base/precise.hpp"
#include "bote/engine/program.hpp"
#include "bote/engine/slice.hpp"

namespace bote {
namespace {

constexpr std::size_t kBlock = 128;
constexpr int kHalvings = 60;

using Holds = std::function<bool(double)>;

struct Bracket {
    double good = 0;
    double bad = 0;
};

/// The end of the stretch between a value for which it holds and one for which it does not, on the side where it holds.
double end_between(const Holds& holds, const Range& range, Bracket bracket) {
    auto& [good, bad] = bracket;
    const bool whole = range.steps == Grain::whole;
    for (int round = 0; round < kHalvings && std::abs(good - bad) > range.sharp * std::abs(good); ++round) {
        const bool by_ratio = good > 0 && bad > 0;
        double middle = by_ratio ? std::sqrt(good) * std::sqrt(bad) : (good + bad) / 2;
        if (whole) middle = std::floor(std::min(good, bad)) + std::floor(std::abs(good - bad) / 2);
        if (whole && (std::abs(good - bad) <= 1 || middle == good || middle == bad)) break;
        (holds(middle) ? good : bad) = middle;
    }
    return good;
}

/// What rounding leaves counts where whole numbers are tried, of which one may be met exactly. Elsewhere it would only
/// move the ends.
Terms sharp(Terms terms, Grain steps) {
    if (steps != Grain::whole && !is_equality(terms)) terms.tolerance = 0;
    return terms;
}

/// The condition as a question about the input.
class InputQuestion {
public:
    InputQuestion(const Estimate& estimate, QuantityIndex input, Grain steps)
        : terms_(sharp(estimate.model.expectations.back().terms, steps)),
          program_(
              Slicer(estimate.program, estimate.values.slots, sides_of(estimate.program, {last_of(estimate.model)}))
                  .slice(slot_of(input))) {}

    std::vector<bool> ask(const std::vector<double>& values) {
        std::vector<bool> answers;
        Columns columns;
        for (std::size_t first = 0; first < values.size(); first += kBlock) {
            const std::size_t count = std::min(kBlock, values.size() - first);
            if (count != columns.rows) columns = make_columns(program_, count);
            const auto cell = [&](std::uint32_t slot, std::size_t row) -> double& {
                return columns.cells[slot * columns.pitch + row];
            };
            for (std::size_t row = 0; row < count; ++row) cell(kInput, row) = values[first + row];
            evaluate(program_, columns);
            for (std::size_t row = 0; row < count; ++row)
                answers.push_back(holds(terms_, cell(kLeft, row), cell(kRight, row)));
            gap_ = cell(kLeft, count - 1) - cell(kRight, count - 1);
        }
        return answers;
    }

    /// Left minus right.
    double gap(double value) {
        ask({value});
        return gap_;
    }

    /// Where both sides are equal between two values; none where their difference has one sign.
    std::optional<double> equal_between(double low, double high) {
        const bool rising = gap(low) < 0;
        if (!std::isfinite(gap_) || (gap(high) < 0) == rising || !std::isfinite(gap_)) return std::nullopt;
        for (int round = 0; round < kHalvings; ++round) {
            const double middle = (low + high) / 2;
            ((gap(middle) < 0) == rising ? low : high) = middle;
        }
        return high;
    }

private:
    // Where the slice has them.
    static constexpr std::uint32_t kInput = 0;
    static constexpr std::uint32_t kLeft = 1;
    static constexpr std::uint32_t kRight = 2;

    static Compared last_of(const Model& model) { return {static_cast<std::uint32_t>(model.expectations.size() - 1)}; }

    Terms terms_;
    Program program_;
    double gap_ = 0;  // of the last value asked for
};

/// Equality may hold for so few values that no probe meets one: those in between are added.
void add_equal(InputQuestion& question, std::vector<double>& probes) {
    std::vector<double> found;
    for (std::size_t i = 0; i + 1 < probes.size(); ++i) {
        if (const auto value = question.equal_between(probes[i], probes[i + 1])) found.push_back(*value);
    }
    probes.insert(probes.end(), found.begin(), found.end());
    std::sort(probes.begin(), probes.end());
    probes.erase(std::unique(probes.begin(), probes.end()), probes.end());
}

using FindEnd = std::function<std::optional<double>(double good, double bad)>;

/// The stretches of the probes for which it holds.
std::vector<Stretch> stretches_of(const std::vector<double>& probes, const std::vector<bool>& answers,
                                  const FindEnd& find_end) {
    std::vector<Stretch> stretches;
    for (std::size_t i = 0; i < probes.size(); ++i) {
        if (!answers[i]) continue;
        if (i == 0 || !answers[i - 1]) {
            stretches.emplace_back();
            if (i > 0) stretches.back().from = find_end(probes[i], probes[i - 1]);
        }
        if (i + 1 < probes.size() && !answers[i + 1]) stretches.back().to = find_end(probes[i], probes[i + 1]);
    }
    return stretches;
}

constexpr std::uint64_t kRough = 1024;  // samples, to see roughly where the ends are
constexpr std::uint64_t kFirst = 8192;
constexpr std::uint64_t kMost = 1ULL << 17;

/// The end near a value that a rougher search has found, `outwards` of which (1 or -1) the condition fails.
std::optional<Bracket> bracket_near(const Holds& holds, const Range& range, double guess, double outwards) {
    constexpr double kFirstStep = 1e-3;
    const bool now = holds(guess);
    const double direction = now ? outwards : -outwards;
    double last = guess;
    double step = range.steps == Grain::whole ? 1 : std::max(std::abs(guess), range.low) * kFirstStep;
    if (step == 0) step = range.high * kFirstStep * kFirstStep;
    while (last > range.low || direction > 0) {
        const double next = std::clamp(last + direction * step, range.low, range.high);
        if (next == last) break;
        if (holds(next) != now) return now ? Bracket{last, next} : Bracket{next, last};
        last = next;
        step *= 2;
    }
    return std::nullopt;
}

/// Whether a value has moved by no more than half a unit of its third digit.
bool stands_still(double before, double after) {
    if (before == after) return true;
    constexpr int kDigits = 3;
    const double unit = precise::pow(10.0, std::floor(precise::log10(std::abs(after))) - (kDigits - 1));
    return std::abs(after - before) <= unit / 2;
}

/// The end between two probes by ever more samples. None where with more of them there is none.
std::optional<double> narrow_down(const ChanceSearch& search, const Range& range, const Bracket& probes,
                                  ChanceStretches& result) {
    const double outwards = probes.bad > probes.good ? 1 : -1;
    std::optional<double> before;
    double guess = probes.good;
    const std::uint64_t first = search.samples > 0 ? search.samples : kFirst;
    const std::uint64_t most = search.samples > 0 ? search.samples : kMost;
    for (std::uint64_t samples = first; samples <= most; samples *= 2) {
        const Holds holds = [&](double value) { return search.chance(value, samples) >= search.wanted; };
        const auto bracket = bracket_near(holds, range, guess, outwards);
        result.samples = std::max(result.samples, samples);
        if (!bracket) return std::nullopt;
        guess = end_between(holds, range, *bracket);
        if (search.samples > 0 || (before && stands_still(*before, guess))) return guess;
        before = guess;
    }
    result.settled = false;
    return guess;
}

}  // namespace

bool is_equality(const Terms& condition) {
    return condition.comparison == Comparison::equal || condition.comparison == Comparison::about;
}

std::optional<std::vector<Stretch>> search_at_point(const Estimate& estimate, QuantityIndex input, const Range& range,
                                                    std::vector<double> probes, std::size_t most) {
    InputQuestion question(estimate, input, range.steps);
    if (range.steps == Grain::any && is_equality(estimate.model.expectations.back().terms)) add_equal(question, probes);
    const Holds holds = [&](double value) -> bool { return question.ask({value}).front(); };
    const std::vector<bool> answers = question.ask(probes);
    std::size_t changes = 0;
    for (std::size_t i = 1; i < answers.size(); ++i) changes += answers[i] != answers[i - 1] ? 1 : 0;
    if ((changes + 1) / 2 > most) return std::nullopt;
    return stretches_of(probes, answers, [&](double good, double bad) {
        return end_between(holds, range, {good, bad});
    });
}

ChanceStretches search_by_chance(const ChanceSearch& search, const Range& range, const std::vector<double>& probes) {
    ChanceStretches result;
    const std::uint64_t rough = search.samples > 0 ? std::min(search.samples, kRough) : kRough;
    std::vector<bool> answers;
    for (const double probe : probes) answers.push_back(search.chance(probe, rough) >= search.wanted);
    result.samples = search.samples > 0 ? search.samples : kFirst;
    result.stretches = stretches_of(probes, answers, [&](double good, double bad) {
        return narrow_down(search, range, {good, bad}, result);
    });
    return result;
}

}  // namespace bote
