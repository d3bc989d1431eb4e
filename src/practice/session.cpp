#include "bote/practice/session.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "answer_review.hpp"
#include "bote/base/index.hpp"
#include "bote/base/text.hpp"
#include "closing.hpp"
#include "hints.hpp"
#include "judge.hpp"
#include "telling.hpp"
#include "tries.hpp"
#include "typed.hpp"
#include "wording.hpp"

namespace bote {
namespace {

constexpr std::string_view kHelp =
    "Type an estimate: 350/s, 12k, ~400 TB, 8 Gbps, 300 million a day, 100M / 100k, 300 to 500 TB. "
    "? hint (costs 25 points), ! show the answer, . skip, why (the last answer worked out), again (the problem), quit.";
constexpr std::string_view kRules =
    "Within 1.25x is right (100 points), 2x good (70), 3x usable (50), 10x rough (20). A range that holds the value "
    "gets 100, less 50 for each factor of 10 it is wide; missing by 1.25x costs 100 more, down to -50. Go on from the "
    "right value; what follows from a wrong one of yours counts as right, too.";

void tell_story(const Problem& problem, Dialogue& dialogue) {
    dialogue.mark();
    for (const auto& sentence : problem.sentences) dialogue.say(sentence, kStoryIndent);
}

/// Asks the questions of a problem, one by one.
class Questions {
public:
    Questions(const Problem& problem, const SessionSetting& setting, Dialogue& dialogue, SessionResult& result)
        : problem_(problem), setting_(setting), dialogue_(dialogue), result_(result), hints_(problem.estimate) {}

    /// False where the session ends here.
    bool ask(std::size_t i) {
        const Prompt& prompt = problem_.prompts[i];
        dialogue_.say_title(fmt::format("{}/{}  {}", i + 1, problem_.prompts.size(), prompt.text));
        if (!prompt.facts.empty()) dialogue_.say("(" + prompt.facts + ")", kAnswerIndent);
        begun_ = dialogue_.now();
        Tries tries(question_of(prompt));
        std::optional<std::string> typed = dialogue_.ask("> ");
        for (; typed; typed = dialogue_.ask("> ")) {
            switch (read_typed(*typed)) {
                case Typed::estimate:
                    if (const auto reviewed = take(i, *typed, tries))
                        return *reviewed != Reviewed::last && !dialogue_.has_ended();
                    break;
                case Typed::hint: hint(prompt, tries.answer()); break;
                case Typed::show: return end(Ending::shown, working_line(hints_, prompt), tries);
                case Typed::skip:
                    return end(Ending::skipped, fmt::format("Skipped. Go on from {}.", tries.answer().truth), tries);
                case Typed::why: explain_last(); break;
                case Typed::again: tell_story(problem_, dialogue_); break;
                case Typed::help: dialogue_.say(kHelp, kAnswerIndent); break;
                case Typed::quit: return false;
            }
        }
        return false;
    }

private:
    [[nodiscard]] Answered question_of(const Prompt& prompt) const {
        Answered question;
        question.problem = problem_.id;
        question.quantity = problem_.estimate.model[prompt.quantity].name;
        question.question = prompt.text;
        question.unit = base_unit(prompt.measure.display.dimension);
        question.exact = prompt.target.exact;
        question.whiteboard = prompt.target.whiteboard;
        question.truth = text_of(prompt, prompt.target.exact);
        return question;
    }

    void hint(const Prompt& prompt, Answered& answer) {
        if (answer.hints >= Hints::kSteps) {
            dialogue_.say("No more hints; ! shows the answer.", kAnswerIndent);
            return;
        }
        dialogue_.say(hints_.hint(prompt.quantity, answer.hints), kAnswerIndent);
        ++answer.hints;
    }

    bool end(Ending ending, const std::string& said, Tries& tries) {
        tries.answer().ending = ending;
        dialogue_.say(said, kAnswerIndent);
        take_answer(tries.answer(), setting_, result_);
        return true;
    }

    void explain_last() {
        if (result_.answers.empty()) {
            dialogue_.say("Nothing is answered yet; ? is a hint.", kAnswerIndent);
            return;
        }
        const Prompt& last = problem_.prompts[result_.answers.size() - 1];
        for (const auto& line : hints_.steps(last.quantity)) dialogue_.say(line, kAnswerIndent);
    }

    /// None where the answer is asked for again.
    std::optional<Reviewed> take(std::size_t i, std::string typed, Tries& tries) {
        const Prompt& prompt = problem_.prompts[i];
        Reviewed reviewed = Reviewed::stands;
        do {
            const auto read = read_answer(typed, prompt.measure);
            if (const auto* refusal = std::get_if<Refusal>(&read)) {
                dialogue_.say_bad(capital(refusal->what) + ".", kAnswerIndent);
                if (refusal->kind == Misfit::dimension) tries.answer().other_dimension = true;
                return std::nullopt;
            }
            const auto& guess = std::get<Guess>(read);
            enter(typed, prompt, guess, tries.answer());
            dialogue_.say(echo_of(prompt, guess), kAnswerIndent);
            reviewed = review(i, guess, tries);
            typed = review_.retyped();
        } while (reviewed == Reviewed::replaced);
        if (tries.restore_best())
            dialogue_.say(fmt::format("Your {} was nearer, and counts.", tries.answer().understood), kAnswerIndent);
        take_answer(tries.answer(), setting_, result_);
        return reviewed;
    }

    void enter(const std::string& typed, const Prompt& prompt, const Guess& guess, Answered& answer) const {
        answer.answer = typed;
        answer.understood = text_of(prompt, guess.value);
        answer.value = guess.value;
        answer.range = guess.range;
        answer.digits = guess.digits;
        answer.seconds = dialogue_.now() - begun_;
    }

    Reviewed review(std::size_t i, const Guess& guess, Tries& tries) {
        const Judgement judgement = judge_answer(problem_, i, guess, result_.answers);
        tries.answer().factor = judgement.factor;
        tries.answer().own = judgement.own;
        tries.score(judgement.score.points);
        const Reviewed reviewed = review_.tell(problem_.prompts[i], judgement, tries);
        const bool goes_on = i + 1 < problem_.prompts.size();
        if (reviewed != Reviewed::replaced && !judgement.right && goes_on)
            dialogue_.say(fmt::format("Go on from {}.", tries.answer().truth), kAnswerIndent);
        return reviewed;
    }

    const Problem& problem_;
    const SessionSetting& setting_;
    Dialogue& dialogue_;
    SessionResult& result_;
    Hints hints_;
    AnswerReview review_{problem_, setting_, hints_, dialogue_};
    double begun_ = 0;
};

class Session {
public:
    Session(const Problem& problem, const SessionSetting& setting, Dialogue& dialogue)
        : problem_(problem), dialogue_(dialogue), questions_(problem, setting, dialogue, result_) {}

    SessionResult run() {
        tell_title();
        dialogue_.say(kHelp, kStoryIndent);
        dialogue_.say(kRules, kStoryIndent);
        dialogue_.gap();
        tell_story(problem_, dialogue_);
        result_.questions = problem_.prompts.size();
        result_.most = kFullPoints * static_cast<int>(result_.questions) + (problem_.decision ? kDecisionPoints : 0);
        for (std::size_t i = 0; i < problem_.prompts.size(); ++i) {
            keep_story_visible();
            if (!questions_.ask(i)) return std::move(result_);
        }
        result_.is_whole = true;
        if (problem_.decision) {
            keep_story_visible();
            Closing closing = ask_decision(*problem_.decision, dialogue_);
            result_.is_whole = closing.is_reached;
            result_.decision = std::move(closing.answer);
        }
        return std::move(result_);
    }

private:
    void tell_title() {
        const std::size_t count = problem_.prompts.size();
        const std::string_view more = problem_.decision ? " and a yes or no" : "";
        dialogue_.say_title(
            fmt::format("{} ({}, {} question{}{})", problem_.title, problem_.id, count, count == 1 ? "" : "s", more));
    }

    /// The problem has to stand on the screen while somebody thinks about it.
    void keep_story_visible() {
        constexpr std::size_t kLinesOfAnswer = 8;  // the question, its facts, the answer, what is said of it
        dialogue_.gap();
        if (dialogue_.still_visible(kLinesOfAnswer)) return;
        tell_story(problem_, dialogue_);
        dialogue_.gap();
    }

    const Problem& problem_;
    Dialogue& dialogue_;
    SessionResult result_;
    Questions questions_;
};

}  // namespace

void take_answer(Answered answer, const SessionSetting& setting, SessionResult& result) {
    answer.time = setting.now();
    setting.keep(answer);
    result.answers.push_back(std::move(answer));
}

SessionResult run_session(const Problem& problem, const SessionSetting& setting, Dialogue& dialogue) {
    return Session(problem, setting, dialogue).run();
}

}  // namespace bote
