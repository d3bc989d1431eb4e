#include "telling.hpp"

#include <fmt/format.h>

#include "wording.hpp"

namespace bote {

std::string text_of(const Prompt& prompt, double value) {
    return format(value, prompt.measure.display, prompt.measure.conventions);
}

std::string echo_of(const Prompt& prompt, const Guess& guess) {
    const auto spoken = [&](double value) {
        const std::string second = second_unit(value, prompt.measure);
        return in_words(value, prompt.measure) + (second.empty() ? "" : fmt::format(" ({})", second));
    };
    if (!guess.range) return "read as " + spoken(guess.value);
    return fmt::format("read as {} to {}", spoken(guess.range->first), spoken(guess.range->second));
}

std::string verdict_of(const Judgement& judgement) {
    const Score exact = score_value(judgement.factor, 1);
    std::string by;
    std::string less;
    if (judgement.right && !judgement.by.empty()) by = " with " + judgement.by;
    else if (judgement.score.points != exact.points)
        less = fmt::format(", {} with {}", factor_text(judgement.score.factor), judgement.by);
    return fmt::format("{}{}: {}{}.", factor_text(judgement.factor), less, judgement.score.words, by);
}

std::string working_line(const Hints& hints, const Prompt& prompt) {
    const std::string aloud = hints.aloud(prompt.quantity);
    const std::string exact = fmt::format("exact {}", text_of(prompt, prompt.target.exact));
    return aloud.empty() ? capital(exact) + "." : fmt::format("{} ({})", aloud, exact);
}

}  // namespace bote
