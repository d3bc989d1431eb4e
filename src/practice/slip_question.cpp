#include "slip_question.hpp"

#include <utility>

#include <fmt/format.h>

#include "telling.hpp"
#include "typed.hpp"

namespace bote {
namespace {

constexpr std::string_view kSlipHelp =
    "y: that was it, n: it was not; the points stay the same, and a yes goes into the summary and the history. ? says "
    "what one gets that way, why works it out, another number is a second try (25 points less), quit ends.";

std::string with_slip(const Prompt& prompt, const Slip& slip) {
    return "With that one gets " + text_of(prompt, prompt.target.exact * slip.ratio);
}

}  // namespace

Confirmed SlipQuestion::ask(const Prompt& prompt, const Slip& slip) {
    if (!std::exchange(help_told_, true)) dialogue_.say(kSlipHelp, kAnswerIndent);
    while (true) {
        const auto typed = dialogue_.ask("  y/n/why> ");
        if (!typed) return Confirmed::passed;
        const Reply reply = reply_of(*typed);
        if (reply != Reply::neither || typed->empty()) return reply == Reply::yes ? Confirmed::yes : Confirmed::no;
        switch (read_typed(*typed)) {
            case Typed::why: explain(prompt, slip); break;
            case Typed::quit: return Confirmed::quit;
            case Typed::skip:
            case Typed::show: return Confirmed::passed;
            case Typed::again:
                for (const auto& sentence : problem_.sentences) dialogue_.say(sentence, kStoryIndent);
                break;
            case Typed::hint: dialogue_.say(with_slip(prompt, slip) + ".", kAnswerIndent); break;
            case Typed::help: dialogue_.say(kSlipHelp, kAnswerIndent); break;
            case Typed::estimate:
                retyped_ = *typed;
                if (std::holds_alternative<Guess>(read_answer(*typed, prompt.measure))) return Confirmed::retyped;
                dialogue_.say(kSlipHelp, kAnswerIndent);
        }
    }
}

void SlipQuestion::explain(const Prompt& prompt, const Slip& slip) {
    dialogue_.say(
        fmt::format("{}; the right value is {}.", with_slip(prompt, slip), text_of(prompt, prompt.target.exact)),
        kAnswerIndent);
    for (const auto& line : hints_.steps(prompt.quantity)) dialogue_.say(line, kAnswerIndent);
}

}  // namespace bote
