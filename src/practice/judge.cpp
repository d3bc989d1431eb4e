#include "judge.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/precise.hpp"
#include "bote/practice/variant.hpp"

namespace bote {
namespace {

/// Whether whatever one quantity rests on, another rests on too, so that the one may be a step to the other.
bool leads_to(const Variants& from, const Variants& to) {
    const auto leaves = from.leaves();
    return std::all_of(leaves.begin(), leaves.end(), [&](QuantityIndex leaf) { return to.rests_on(leaf); });
}

/// What the asked quantity would be, had an earlier answer been right.
double value_from(const Model& model, const Variants& variants, QuantityIndex earlier, double answer) {
    const auto said = replacements_of(model, earlier, answer);
    const bool rests = std::any_of(said.begin(), said.end(),
                                   [&](const Replacement& each) { return variants.rests_on(each.quantity); });
    if (rests) return variants.value_with(said);
    const Variants step(model, earlier);
    return leads_to(step, variants) ? variants.exact() * answer / step.exact() : NAN;
}

std::string own_text(const Problem& problem, std::size_t prompt, const Guess& guess, std::span<const Answered> before) {
    const Model& model = problem.estimate.model;
    const Variants variants(model, problem.prompts[prompt].quantity);
    std::vector<Replacement> all;
    // The last step that it follows from: what stands before that one led there.
    for (std::size_t i = before.size(); i-- > 0;) {
        if (before[i].ending != Ending::answered || was_near(before[i])) continue;
        const QuantityIndex earlier = problem.prompts[i].quantity;
        const double value = value_from(model, variants, earlier, before[i].value);
        if (value > 0 && is_right(guess.value / value)) return "your " + before[i].understood;
        for (const auto& said : replacements_of(model, earlier, before[i].value)) {
            if (variants.rests_on(said.quantity)) all.push_back(said);
        }
    }
    const double value = variants.value_with(all);
    return all.size() > 1 && value > 0 && is_right(guess.value / value) ? "your earlier answers" : "";
}

/// What is worth saying of a right answer: more digits than the inputs have, or a small slip that many digits show.
std::string note_for(const Prompt& prompt, const Guess& guess, std::span<const Slip> slips) {
    if (guess.range) return "";  // its ends are no digits
    constexpr int kPlenty = 3;
    constexpr double kClose = 0.01;
    if (guess.digits > kPlenty)
        return fmt::format("{} digits are more than the inputs have. {}", guess.digits,
                           row_of(SlipKind::false_precision).tip);
    const double off = std::abs(guess.value / nearest(prompt.target, guess.value) - 1);
    if (guess.digits < kPlenty || off < kClose) return "";
    for (const Slip& slip : name_slips(guess, prompt.target, slips)) {
        if (slip.kind == SlipKind::kilo || slip.kind == SlipKind::margin_multiplied)
            return fmt::format("By the digits: {}? {}", slip.what, row_of(slip.kind).tip);
    }
    return "";
}

/// Factors that are left out easily and change too little to make an answer wrong: indexes, spares, a tenth of free
/// space. Looked for only where the answer is the value with the slip and none that it may be right for.
std::vector<Slip> small_slips(const Prompt& prompt, const Guess& guess, const std::vector<Slip>& slips) {
    constexpr double kClear = 0.03;
    constexpr double kHit = 0.01;
    constexpr SlipKind kSmall[] = {SlipKind::share_left_out, SlipKind::not_rounded_up, SlipKind::margin_left_out,
                                   SlipKind::factor_left_out, SlipKind::part_left_out};
    if (guess.range || std::abs(guess.value / nearest(prompt.target, guess.value) - 1) < kClear) return {};
    std::vector<Slip> small = name_slips(guess, prompt.target, slips);
    std::erase_if(small, [&](const Slip& slip) {
        const bool hit = std::abs(guess.value / (prompt.target.exact * slip.ratio) - 1) < kHit;
        return !hit || !is_right(slip.ratio) ||
               std::find(std::begin(kSmall), std::end(kSmall), slip.kind) == std::end(kSmall);
    });
    return small;
}

Score score_of(const Guess& guess, double truth) {
    return guess.range ? score_range(guess.range->first, guess.range->second, truth) : score_value(guess.value, truth);
}

/// Against the exact value unless a rounding is clearly nearer: then by that, and it is named.
void score(const Prompt& asked, const Guess& guess, Judgement& judgement) {
    constexpr double kAlike = 0.03;
    constexpr double kSame = 1e-9;
    const auto away = [&](double truth) { return std::abs(precise::log(guess.value / truth)); };
    judgement.score = score_of(guess, asked.target.exact);
    judgement.factor = judgement.score.factor;
    double least = away(asked.target.exact) - kAlike;
    const auto consider = [&](double value, const std::string& by) {
        if (!std::isfinite(value) || value <= 0 || away(value) > least - kSame) return;
        const Score other = score_of(guess, value);
        if (other.points < judgement.score.points) return;
        least = away(value);
        judgement.score = other;
        judgement.by = by;
    };
    for (const auto& each : asked.target.rounded) consider(each.value, std::string(each.words));
    consider(asked.target.whiteboard, "easy numbers");
}

}  // namespace

Judgement judge_answer(const Problem& problem, std::size_t prompt, const Guess& guess,
                       std::span<const Answered> before) {
    const Prompt& asked = problem.prompts[prompt];
    Judgement judgement;
    score(asked, guess, judgement);
    judgement.right = is_right(judgement.score.factor);
    const std::vector<Slip> slips = find_slips(problem.estimate.model, asked.quantity);
    if (judgement.right) {
        judgement.note = note_for(asked, guess, slips);
        if (judgement.note.empty()) judgement.slips = small_slips(asked, guess, slips);
        return judgement;
    }
    judgement.own_text = own_text(problem, prompt, guess, before);
    judgement.own = !judgement.own_text.empty();
    if (judgement.own) {
        judgement.score.points = kFullPoints;
        return judgement;
    }
    if (!guess.range) judgement.slips = name_slips(guess, asked.target, slips);
    // What changes less than an answer may be off anyway is no explanation of more.
    std::erase_if(judgement.slips, [](const Slip& slip) { return is_right(slip.ratio); });
    return judgement;
}

}  // namespace bote
