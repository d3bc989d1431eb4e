// The dialogue of the numbers to have by heart.

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/practice/numbers.hpp"
#include "score.hpp"
#include "typed.hpp"
#include "wording.hpp"

namespace bote {
namespace {

std::string text_of(const NumberQuestion& question, double value) {
    return format(value, question.measure.display, question.measure.conventions);
}

/// "57.9/s (a day is about 10^5 s)"
std::string truth_of(const NumberQuestion& question, const Answered& answer) {
    return question.because.empty() ? answer.truth : fmt::format("{} ({})", answer.truth, question.because);
}

/// What an answer is held against: anything typical is right, the nearer end of that judges the rest.
double truth_for(const NumberQuestion& question, double answer) {
    return std::clamp(answer, question.low, question.high);
}

/// "it in bytes a second"
std::string asked_unit(const Measure& measure) {
    const Display& display = measure.display;
    const std::string_view what = display.numerator == Numerator::bits    ? "it in bits"
                                  : display.numerator == Numerator::bytes ? "it in bytes"
                                                                          : "how many it is";
    const bool daily = display.per[0] != kNoUnit && unit_at(display.per[0]).symbol == "day";
    return fmt::format("{} a {}", what, daily ? "day" : "second");
}

Answered begun(const NumberQuestion& question) {
    Answered answer;
    answer.problem = "numbers";
    answer.quantity = "numbers";
    answer.question = question.text;
    answer.exact = question.value;
    answer.whiteboard = question.value;
    answer.unit = base_unit(question.measure.display.dimension);
    answer.truth = text_of(question, question.value);
    return answer;
}

class NumberDialogue {
public:
    NumberDialogue(const NumberQuestion& question, Dialogue& dialogue)
        : question_(question), dialogue_(dialogue), answer_(begun(question)), start_(dialogue.now()) {}

    /// None where the session ends.
    std::optional<Answered> run() {
        while (true) {
            const auto typed = dialogue_.ask("> ");
            if (!typed) return std::nullopt;
            switch (read_typed(*typed)) {
                case Typed::quit: return std::nullopt;
                case Typed::hint:
                case Typed::show:
                case Typed::skip:
                    answer_.ending = Ending::shown;
                    dialogue_.say(truth_of(question_, answer_), kAnswerIndent);
                    return std::move(answer_);
                case Typed::again:
                case Typed::help:
                case Typed::why:
                    dialogue_.say("Type the number with its unit; ? shows it, quit ends.", kAnswerIndent);
                    break;
                case Typed::estimate:
                    if (take(*typed)) return std::move(answer_);
            }
        }
    }

private:
    /// False where it is asked again.
    bool take(const std::string& typed) {
        const auto read = read_answer(typed, question_.measure);
        if (const auto* refusal = std::get_if<Refusal>(&read)) {
            dialogue_.say_bad(capital(refusal->what) + ".", kAnswerIndent);
            return false;
        }
        const auto& guess = std::get<Guess>(read);
        if (guess.in_other_units) {
            constexpr double kSame = 0.01;
            const bool echoes = std::abs(guess.value / question_.value - 1) < kSame;
            dialogue_.say_bad(fmt::format("{}say {}.", echoes ? "That is the question again: " : "Another unit: ",
                                          asked_unit(question_.measure)),
                              kAnswerIndent);
            return false;
        }
        judge(typed, guess);
        return true;
    }

    void judge(const std::string& typed, const Guess& guess) {
        const double truth = truth_for(question_, guess.value);
        const Score score =
            guess.range ? score_range(guess.range->first, guess.range->second, truth) : score_value(guess.value, truth);
        answer_.answer = typed;
        answer_.understood = text_of(question_, guess.value);
        answer_.value = guess.value;
        answer_.range = guess.range;
        answer_.factor = score.factor;
        answer_.points = score.points;
        answer_.seconds = dialogue_.now() - start_;
        const bool typical = question_.low < question_.high && truth == guess.value;
        const std::string words = typical && !guess.range
                                      ? "Right, that is typical."
                                      : fmt::format("{}: {}.", factor_text(score.factor), score.words);
        const std::string line = fmt::format("{} {}", words, truth_of(question_, answer_));
        const bool holds = guess.range && guess.range->first <= truth && truth <= guess.range->second;
        if (guess.range ? holds : is_right(score.factor)) dialogue_.say_good(line, kAnswerIndent);
        else dialogue_.say_bad(line, kAnswerIndent);
    }

    const NumberQuestion& question_;
    Dialogue& dialogue_;
    Answered answer_;
    double start_;
};

}  // namespace

SessionResult run_numbers(const std::vector<NumberQuestion>& questions, const SessionSetting& setting,
                          Dialogue& dialogue) {
    SessionResult result;
    result.questions = questions.size();
    result.most = kFullPoints * static_cast<int>(questions.size());
    dialogue.say_title("Numbers to have by heart");
    dialogue.say("Type each within a few seconds, in the unit that is asked for; ? shows it, quit ends.", kStoryIndent);
    for (std::size_t i = 0; i < questions.size(); ++i) {
        dialogue.gap();
        dialogue.say_title(fmt::format("{}/{}  {}", i + 1, questions.size(), questions[i].text));
        auto answer = NumberDialogue(questions[i], dialogue).run();
        if (!answer) return result;
        take_answer(std::move(*answer), setting, result);
    }
    result.is_whole = true;
    return result;
}

}  // namespace bote
