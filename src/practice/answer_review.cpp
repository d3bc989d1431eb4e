#include "answer_review.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "judge.hpp"
#include "telling.hpp"

namespace bote {

Reviewed AnswerReview::tell(const Prompt& prompt, const Judgement& judgement, Tries& tries) {
    const Reviewed reviewed = tell_verdict(prompt, judgement, tries);
    if (reviewed == Reviewed::replaced) return reviewed;
    if (!judgement.note.empty()) dialogue_.say(judgement.note, kAnswerIndent);
    dialogue_.say(working_line(hints_, prompt), kAnswerIndent);
    return reviewed;
}

Reviewed AnswerReview::tell_verdict(const Prompt& prompt, const Judgement& judgement, Tries& tries) {
    const Answered& answer = tries.answer();
    const std::string points = points_text(answer);
    if (answer.range) {
        tell_range(judgement, answer);
    } else if (judgement.own) {
        dialogue_.say_good(
            fmt::format("{}, but right for {}: {}", factor_text(judgement.factor), judgement.own_text, points),
            kAnswerIndent);
    } else if (!judgement.slips.empty()) {
        return tell_slip(prompt, judgement, tries);
    } else if (judgement.right) {
        dialogue_.say_good(verdict_of(judgement) + " " + points, kAnswerIndent);
    } else {
        dialogue_.say_bad(verdict_of(judgement) + " " + points, kAnswerIndent);
    }
    return Reviewed::stands;
}

void AnswerReview::tell_range(const Judgement& judgement, const Answered& answer) {
    constexpr double kWide = 100;
    dialogue_.say(fmt::format("The value is {} your range; {}", judgement.score.words, points_text(answer)),
                  kAnswerIndent);
    if (answer.range->second > kWide * answer.range->first)
        dialogue_.say("A range over a factor of 100 says little.", kAnswerIndent);
}

/// Asks whether it was the likeliest slip, then the next one.
Reviewed AnswerReview::tell_slip(const Prompt& prompt, const Judgement& judgement, Tries& tries) {
    Reviewed reviewed = Reviewed::stands;
    const std::size_t most = judgement.right ? 1 : 2;
    for (std::size_t i = 0; i < std::min(judgement.slips.size(), most); ++i) {
        const Slip& slip = judgement.slips[i];
        const std::string_view near = judgement.right ? ", near enough to be right" : "";
        const std::string lead = i == 0 ? fmt::format("{}{}", factor_text(judgement.factor), near) : "Or";
        dialogue_.say_bad(fmt::format("{}: {}?", lead, slip.what), kAnswerIndent);
        const Confirmed said = slip_question_.ask(prompt, slip);
        if (said == Confirmed::no) continue;
        if (said == Confirmed::yes) {
            tell_confirmed(slip, tries.answer());
            return Reviewed::stands;
        }
        if (said == Confirmed::retyped) {
            tries.take_back();
            return Reviewed::replaced;
        }
        if (said == Confirmed::quit) reviewed = Reviewed::last;
        break;
    }
    dialogue_.say(verdict_of(judgement) + " " + points_text(tries.answer()), kAnswerIndent);
    return reviewed;
}

void AnswerReview::tell_confirmed(const Slip& slip, Answered& answer) {
    answer.slip = slip.kind;
    answer.confirmed = true;
    dialogue_.say(fmt::format("{} {}", row_of(slip.kind).tip, points_text(answer)), kAnswerIndent);
    if (setting_.history == nullptr) return;
    const std::string past = repeated_slip(*setting_.history, answer);
    if (!past.empty()) dialogue_.say(past, kAnswerIndent);
}

std::string AnswerReview::points_text(const Answered& answer) const {
    const std::string time = dialogue_.is_typed() ? fmt::format(", {:.0f} s", answer.seconds) : "";
    return fmt::format("{} points{}.", answer.points, time);
}

}  // namespace bote
