#include "slip_question.hpp"

#include <utility>

#include <fmt/format.h>

#include "typed.hpp"

namespace bote {
namespace {

constexpr std::string_view kHelp =
    "y: that was it, n: it was not; the points stay the same, and a yes goes into the summary and the history. why "
    "works "
    "it out, another number is a second try (25 points less), quit ends.";

std::string text_of(const Prompt& prompt, double value) {
    return format(value, prompt.measure.display, prompt.measure.conventions);
}

}  // namespace

Confirmed SlipQuestion::ask(const Prompt& prompt, const Slip& slip) {
    if (!std::exchange(help_told_, true)) dialogue_.say(kHelp, kAnswerIndent);
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
            case Typed::hint:
            case Typed::help: dialogue_.say(kHelp, kAnswerIndent); break;
            case Typed::estimate:
                retyped_ = *typed;
                if (std::holds_alternative<Guess>(read_answer(*typed, prompt.measure))) return Confirmed::retyped;
                dialogue_.say(kHelp, kAnswerIndent);
        }
    }
}

void SlipQuestion::explain(const Prompt& prompt, const Slip& slip) {
    dialogue_.say(fmt::format("With that one gets {}; the right value is {}.",
                              text_of(prompt, prompt.target.exact * slip.ratio), text_of(prompt, prompt.target.exact)),
                  kAnswerIndent);
    for (const auto& line : hints_.steps(prompt.quantity)) dialogue_.say(line, kAnswerIndent);
}

}  // namespace bote
