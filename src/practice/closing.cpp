#include "closing.hpp"

#include <fmt/format.h>

#include "typed.hpp"
#include "wording.hpp"

namespace bote {

Closing ask_decision(const DecisionPrompt& asked, Dialogue& dialogue) {
    dialogue.say_title(fmt::format("Last, for {} points: {}", kDecisionPoints, asked.text));
    const std::string truth = fmt::format("{}, {}.", asked.yes ? "yes" : "no", asked.because);
    while (true) {
        const auto typed = dialogue.ask("  y/n> ");
        if (!typed || read_typed(*typed) == Typed::quit) return {};
        if (read_typed(*typed) == Typed::skip || read_typed(*typed) == Typed::show) {
            dialogue.say(capital(truth), kAnswerIndent);
            return {true, std::nullopt};
        }
        const Reply reply = reply_of(*typed);
        if (reply == Reply::neither) {
            dialogue.say("y for yes, n for no, . to skip it, quit.", kAnswerIndent);
            continue;
        }
        const bool yes = reply == Reply::yes;
        const bool right = yes == asked.yes;
        const std::string because = fmt::format("{}: {}", right ? "Right" : "Wrong", truth);
        if (right) dialogue.say_good(because, kAnswerIndent);
        else dialogue.say_bad(because, kAnswerIndent);
        return {true, DecisionAnswer{yes, right, right ? kDecisionPoints : 0, *typed}};
    }
}

}  // namespace bote
