#include "bote/practice/spot.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/base/text.hpp"
#include "bote/practice/generate.hpp"
#include "bote/practice/variant.hpp"
#include "bote/views/working.hpp"
#include "dice.hpp"
#include "published.hpp"
#include "score.hpp"
#include "wording.hpp"

namespace bote {
namespace {

constexpr std::size_t kMostLines = 6;

/// "day" of "/day"
std::string_view unit_at_slash(const Display& display) {
    return display.per[0] == kNoUnit ? std::string_view() : spoken_symbol(unit_at(display.per[0]));
}

/// Where a slip can stand: a line whose value it changes enough to be seen, while the lines before it stay right.
struct Planted {
    std::size_t line = 0;
    Slip slip;
};

/// A factor of 1,000 between two equal numbers is seen without looking; in a calculation it is not.
bool hides(const Problem& problem, const Prompt& prompt, const Slip& slip) {
    if (!slip.changes.empty()) return true;
    const Working working = make_working(problem.estimate);
    const QuantityIndex same = working.reduction.same_as[prompt.quantity];
    const std::string text = numbers_text(working, same == QuantityIndex::none ? prompt.quantity : same, {});
    const bool calculates = text.find(" * ") != text.npos || text.find(" + ") != text.npos;
    return calculates || text.ends_with("/day") != (unit_at_slash(prompt.measure.display) == "day");
}

bool is_fit(const Problem& problem, std::size_t line, const Slip& slip) {
    constexpr double kLeast = 1.8;
    constexpr double kMost = 2000;
    const double away = std::max(slip.ratio, 1 / slip.ratio);
    if (away < kLeast || away > kMost) return false;
    if (!hides(problem, problem.prompts[line], slip)) return false;
    const Model& model = problem.estimate.model;
    for (std::size_t i = 0; i < line; ++i) {
        const Variants before(model, problem.prompts[i].quantity);
        for (const auto& change : slip.changes) {
            if (before.rests_on(change.quantity)) return false;
        }
    }
    return true;
}

Planted plant(const Problem& problem, Dice& dice) {
    std::vector<Planted> all;
    const std::size_t lines = std::min(problem.prompts.size(), kMostLines);
    for (std::size_t i = 0; i < lines; ++i) {
        for (auto& slip : find_slips(problem.estimate.model, problem.prompts[i].quantity)) {
            if (is_fit(problem, i, slip)) all.push_back({i, std::move(slip)});
        }
    }
    // Every kind is as likely as any other, however many ways there are to it.
    std::vector<SlipKind> kinds;
    for (const auto& each : all) {
        if (std::find(kinds.begin(), kinds.end(), each.slip.kind) == kinds.end()) kinds.push_back(each.slip.kind);
    }
    const SlipKind kind = dice.pick(kinds);
    std::erase_if(all, [&](const Planted& each) { return each.slip.kind != kind; });
    return dice.pick(all);
}

std::string label_of(const Prompt& prompt) {
    std::string label = prompt.text;
    if (label.ends_with('?')) label.pop_back();
    return label;
}

/// A line with the numbers of these values in its working, and the result that somebody got.
SpotLine line_of(const Estimate& estimate, const Prompt& prompt, const QuantityValues& values, double result) {
    Estimate other = estimate;
    other.values.quantities = values;
    const Working working{&other, reduce_formulas(other.model, values), values};
    const QuantityIndex same = working.reduction.same_as[prompt.quantity];
    return {label_of(prompt), numbers_text(working, same == QuantityIndex::none ? prompt.quantity : same, {}),
            format(result, prompt.measure.display, prompt.measure.conventions)};
}

bool is_changed(double value, double exact) {
    constexpr double kSame = 1e-6;
    return std::abs(value / exact - 1) > kSame;
}

Spot generated(std::uint64_t seed, Topic topic, Dice& dice) {
    const Problem problem = generate_problem({seed, topic}).problem;
    const Planted planted = plant(problem, dice);
    const Prompt& wrong = problem.prompts[planted.line];
    Spot spot;
    spot.title = problem.title;
    spot.id = problem.id + " spot";
    spot.sentences = problem.sentences;
    spot.wrong = planted.line;
    spot.quantity = problem.estimate.model[wrong.quantity].name;
    spot.slip = planted.slip.kind;
    spot.what = planted.slip.what;
    spot.target = wrong.target;
    spot.measure = wrong.measure;
    const double mistaken = wrong.target.exact * planted.slip.ratio;
    spot.mistaken = mistaken;
    for (std::size_t i = 0; i < std::min(problem.prompts.size(), kMostLines); ++i) {
        const Prompt& prompt = problem.prompts[i];
        const Variants variants(problem.estimate.model, prompt.quantity);
        const auto carried = replacements_of(problem.estimate.model, wrong.quantity, mistaken);
        QuantityValues values = variants.values_with({});
        if (i == planted.line) values = variants.values_with(planted.slip.changes);
        else if (i > planted.line) values = variants.values_with(carried);
        const double result = i == planted.line ? mistaken : values[prompt.quantity];
        SpotLine line = line_of(problem.estimate, prompt, values, result);
        line.follows = i > planted.line && is_changed(result, variants.exact());
        spot.lines.push_back(std::move(line));
    }
    return spot;
}

}  // namespace

Spot make_spot(std::uint64_t seed, Topic topic) {
    constexpr std::uint64_t kEvery = 3;
    constexpr std::uint64_t kSpice = 0x5bd1e995U;
    Dice dice(seed ^ kSpice);
    if (seed % kEvery == 0 && topic == Topic::any) {
        const auto deck = published_slips();
        Spot spot = deck[(seed / kEvery - (seed > 0 ? 1 : 0)) % deck.size()];
        spot.id = fmt::format("seed {} spot", seed);
        return spot;
    }
    return generated(seed, topic, dice);
}

}  // namespace bote
