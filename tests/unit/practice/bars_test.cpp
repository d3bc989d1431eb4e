// How well slips are named, and how rarely a wrong answer that is none is taken for one. The figures are printed:
//   ctest -R practice/bars -V

#include <cmath>
#include <map>
#include <set>

#include <fmt/format.h>

#include "bote/practice/generate.hpp"
#include "model/sample.hpp"
#include "practice/dice.hpp"
#include "practice/planted.hpp"
#include "practice/score.hpp"
#include "project/catch.hpp"

namespace bote::test::bars_test {
namespace {

/// The kind that an answer is taken for, first.
SlipKind named_kind(const Planted& planted) {
    const Estimate estimate = estimate_of(std::string(planted.workload));
    const QuantityIndex index = estimate.model.find(planted.quantity).value();
    const Measure measure{estimate.model[index].display, {}, {}};
    const auto read = read_answer(planted.typed, measure);
    if (const auto* refusal = std::get_if<Refusal>(&read))
        return refusal->kind == Misfit::dimension ? SlipKind::wrong_dimension : SlipKind::none;
    const auto named =
        name_slips(std::get<Guess>(read), truth_of(estimate.model, index), find_slips(estimate.model, index));
    return named.empty() ? SlipKind::none : named.front().kind;
}

/// A number with so many digits, as it would be typed.
Guess typed_with(double value, int digits) {
    const double unit = std::pow(10.0, std::floor(std::log10(value)) - (digits - 1));
    const auto mantissa = static_cast<long>(std::lround(value / unit));
    const std::string text = std::to_string(mantissa);
    Guess guess;
    guess.value = static_cast<double>(mantissa) * unit;
    guess.digits = typed_digits(text);
    constexpr double kHalf = 0.5;
    const double last = std::pow(10.0, static_cast<double>(text.size()) - guess.digits);
    guess.window = kHalf * last / static_cast<double>(mantissa);
    return guess;
}

}  // namespace

TEST_CASE("of the slips planted by hand at least 95 in 100 are named first") {
    std::set<SlipKind> kinds;
    int right = 0;
    int all = 0;
    for (const auto& planted : kPlanted) {
        const SlipKind named = named_kind(planted);
        kinds.insert(planted.kind);
        ++all;
        right += named == planted.kind ? 1 : 0;
        if (named != planted.kind)
            WARN(planted.quantity << " " << planted.typed << " should be " << row_of(planted.kind).name
                                  << ", was taken for " << row_of(named).name << "\n"
                                  << planted.workload);
    }
    WARN(fmt::format("planted slips named first: {} of {} ({:.1f}%), of {} kinds", right, all, 100.0 * right / all,
                     kinds.size()));
    CHECK(all >= 60);
    CHECK(kinds.size() >= 35);
    CHECK(right >= 0.95 * all);
}

TEST_CASE("of random wrong answers at most 5 in 100 are taken for a slip") {
    constexpr int kWanted = 2000;
    constexpr int kEach = 5;
    Dice dice(2026);
    int asked[4] = {};
    int accused[4] = {};
    int all = 0;
    std::map<std::string, int> kinds;
    for (std::uint64_t seed = 1; all < kWanted; ++seed) {
        const Problem problem = generate_problem({seed}).problem;
        for (const auto& prompt : problem.prompts) {
            const auto slips = find_slips(problem.estimate.model, prompt.quantity);
            for (int i = 0; i < kEach && all < kWanted; ++i) {
                const int digits = 1 + static_cast<int>(dice.below(3));
                const double ratio = std::pow(10.0, -3 + 6 * dice.share());
                const Guess guess = typed_with(prompt.target.exact * ratio, digits);
                if (is_right(guess.value / nearest(prompt.target, guess.value))) continue;
                ++all;
                ++asked[digits];
                const auto named = name_slips(guess, prompt.target, slips);
                accused[digits] += named.empty() ? 0 : 1;
                if (!named.empty()) ++kinds[fmt::format("{} {}", digits, row_of(named.front().kind).name)];
            }
        }
    }
    const int total = accused[1] + accused[2] + accused[3];
    WARN(
        fmt::format("random wrong answers taken for a slip: {} of {} ({:.1f}%); typed with one digit {:.1f}%, two "
                    "{:.1f}%, three {:.1f}%",
                    total, all, 100.0 * total / all, 100.0 * accused[1] / asked[1], 100.0 * accused[2] / asked[2],
                    100.0 * accused[3] / asked[3]));
    std::string by_kind;
    for (const auto& [kind, times] : kinds) by_kind += fmt::format("\n  {:3} {}", times, kind);
    WARN("the slips that they were taken for:" << by_kind);
    CHECK(all == kWanted);
    CHECK(total <= 0.05 * all);
}

}  // namespace bote::test::bars_test
