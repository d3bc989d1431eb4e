#include "bote/practice/session.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/practice/hints.hpp"
#include "bote/practice/judge.hpp"
#include "closing.hpp"
#include "slip_question.hpp"
#include "telling.hpp"
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

class Session {
public:
    Session(const Problem& problem, const SessionSetting& setting, Dialogue& dialogue)
        : problem_(problem), setting_(setting), dialogue_(dialogue), hints_(problem.estimate) {}

    SessionResult run() {
        tell_title();
        dialogue_.say(kHelp, kStoryIndent);
        dialogue_.say(kRules, kStoryIndent);
        dialogue_.gap();
        tell_story();
        result_.questions = problem_.prompts.size();
        result_.most = kFullPoints * static_cast<int>(result_.questions) + (problem_.decision ? kDecisionPoints : 0);
        for (std::size_t i = 0; i < problem_.prompts.size(); ++i) {
            if (!ask(i)) return std::move(result_);
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

    void tell_story() {
        dialogue_.mark();
        for (const auto& sentence : problem_.sentences) dialogue_.say(sentence, kStoryIndent);
    }

    /// The problem has to stand on the screen while somebody thinks about it.
    void keep_story_visible() {
        constexpr std::size_t kLinesOfAnswer = 8;  // the question, its facts, the answer, what is said of it
        dialogue_.gap();
        if (dialogue_.still_visible(kLinesOfAnswer)) return;
        tell_story();
        dialogue_.gap();
    }

    /// False where the session ends here.
    bool ask(std::size_t i) {
        const Prompt& prompt = problem_.prompts[i];
        keep_story_visible();
        dialogue_.say_title(fmt::format("{}/{}  {}", i + 1, problem_.prompts.size(), prompt.text));
        if (!prompt.facts.empty()) dialogue_.say("(" + prompt.facts + ")", kAnswerIndent);
        begun_ = dialogue_.now();
        tries_ = 0;
        earlier_.reset();
        answer_ = Answered{};
        answer_.problem = problem_.id;
        answer_.quantity = problem_.estimate.model.quantities[static_cast<std::size_t>(prompt.quantity)].name;
        answer_.question = prompt.text;
        answer_.unit = base_unit(prompt.measure.display.dimension);
        answer_.exact = prompt.target.exact;
        answer_.whiteboard = prompt.target.whiteboard;
        answer_.truth = text_of(prompt, prompt.target.exact);
        while (true) {
            const auto typed = retyped_.empty() ? dialogue_.ask("> ") : std::exchange(retyped_, "");
            if (!typed) return false;
            switch (read_typed(*typed)) {
                case Typed::estimate:
                    if (take(i, *typed)) return !dialogue_.has_ended() && !quits_;
                    break;
                case Typed::hint: hint(prompt); break;
                case Typed::show: return show(prompt);
                case Typed::skip: return skip();
                case Typed::why: explain_last(); break;
                case Typed::again: tell_story(); break;
                case Typed::help: dialogue_.say(kHelp, kAnswerIndent); break;
                case Typed::quit: return false;
            }
        }
    }

    void hint(const Prompt& prompt) {
        if (answer_.hints >= Hints::kSteps) {
            dialogue_.say("No more hints; ! shows the answer.", kAnswerIndent);
            return;
        }
        dialogue_.say(hints_.hint(prompt.quantity, answer_.hints), kAnswerIndent);
        ++answer_.hints;
    }

    bool show(const Prompt& prompt) {
        answer_.ending = Ending::shown;
        dialogue_.say(working_line(hints_, prompt), kAnswerIndent);
        keep();
        return true;
    }

    bool skip() {
        answer_.ending = Ending::skipped;
        dialogue_.say(fmt::format("Skipped. Go on from {}.", answer_.truth), kAnswerIndent);
        keep();
        return true;
    }

    void explain_last() {
        if (result_.answers.empty()) {
            dialogue_.say("Nothing is answered yet; ? is a hint.", kAnswerIndent);
            return;
        }
        explain(problem_.prompts[result_.answers.size() - 1]);
    }

    void explain(const Prompt& prompt) {
        for (const auto& line : hints_.steps(prompt.quantity)) dialogue_.say(line, kAnswerIndent);
    }

    /// False where the answer is asked for again.
    bool take(std::size_t i, const std::string& typed) {
        const Prompt& prompt = problem_.prompts[i];
        const auto read = read_answer(typed, prompt.measure);
        if (const auto* refusal = std::get_if<Refusal>(&read)) {
            dialogue_.say_bad(capital(refusal->what) + ".", kAnswerIndent);
            answer_.other_dimension = answer_.other_dimension || refusal->kind == Misfit::dimension;
            return false;
        }
        const Guess& guess = std::get<Guess>(read);
        answer_.answer = typed;
        answer_.understood = text_of(prompt, guess.value);
        answer_.value = guess.value;
        answer_.range = guess.range;
        answer_.seconds = dialogue_.now() - begun_;
        dialogue_.say(echo_of(prompt, guess), kAnswerIndent);
        const Judgement judgement = judge_answer(problem_, i, guess, result_.answers);
        answer_.factor = judgement.factor;
        answer_.digits = guess.digits;
        answer_.own = judgement.own;
        answer_.score = judgement.score.points;
        answer_.points = points_for(is_earlier_better() ? earlier_->score : answer_.score);
        return tell(prompt, judgement);
    }

    /// What hints and further tries leave of a score; one below zero stays what it is.
    int points_for(int score) const {
        return std::max(score - (answer_.hints + tries_) * Hints::kCost, std::min(score, 0));
    }

    /// A further try that is worse does not take the place of the one before it.
    bool is_earlier_better() const { return earlier_ && earlier_->score > answer_.score; }

    void restore_earlier() {
        Answered better = std::move(*earlier_);
        better.points = answer_.points;
        better.hints = answer_.hints;
        better.slip = answer_.slip;
        better.confirmed = answer_.confirmed;
        better.seconds = answer_.seconds;
        answer_ = std::move(better);
        dialogue_.say(fmt::format("Your {} was nearer, and counts.", answer_.understood), kAnswerIndent);
    }

    std::string time_text() const { return dialogue_.is_typed() ? fmt::format(", {:.0f} s", answer_.seconds) : ""; }

    std::string points_text() const { return fmt::format("{} points{}.", answer_.points, time_text()); }

    /// False where the answer is replaced by another one.
    bool tell(const Prompt& prompt, const Judgement& judgement) {
        const std::string points = points_text();
        if (answer_.range) {
            dialogue_.say(fmt::format("The value is {} your range; {}", judgement.score.words, points), kAnswerIndent);
            constexpr double kWide = 100;
            if (answer_.range->second > kWide * answer_.range->first)
                dialogue_.say("A range over a factor of 100 says little.", kAnswerIndent);
        } else if (judgement.own) {
            dialogue_.say_good(
                fmt::format("{}, but right for {}: {}", factor_text(judgement.factor), judgement.own_text, points),
                kAnswerIndent);
        } else if (!judgement.slips.empty()) {
            if (!tell_slip(prompt, judgement)) return false;
        } else if (judgement.right) {
            dialogue_.say_good(verdict_of(judgement) + " " + points, kAnswerIndent);
        } else {
            dialogue_.say_bad(verdict_of(judgement) + " " + points, kAnswerIndent);
        }
        if (!judgement.note.empty()) dialogue_.say(judgement.note, kAnswerIndent);
        dialogue_.say(working_line(hints_, prompt), kAnswerIndent);
        const bool goes_on = result_.answers.size() + 1 < problem_.prompts.size();
        if (!judgement.right && goes_on) dialogue_.say(fmt::format("Go on from {}.", answer_.truth), kAnswerIndent);
        keep();
        return true;
    }

    /// Asks whether it was the likeliest slip, then the next one. False where the answer is replaced by another one.
    bool tell_slip(const Prompt& prompt, const Judgement& judgement) {
        const std::size_t most = judgement.right ? 1 : 2;
        for (std::size_t i = 0; i < std::min(judgement.slips.size(), most); ++i) {
            const Slip& slip = judgement.slips[i];
            const std::string_view near = judgement.right ? ", near enough to be right" : "";
            const std::string lead = i == 0 ? fmt::format("{}{}", factor_text(judgement.factor), near) : "Or";
            dialogue_.say_bad(fmt::format("{}: {}?", lead, slip.what), kAnswerIndent);
            const Confirmed said = slip_question_.ask(prompt, slip);
            if (said == Confirmed::no) continue;
            if (said == Confirmed::yes) {
                confirmed(slip);
                return true;
            }
            if (said == Confirmed::retyped) {
                retyped_ = slip_question_.retyped();
                if (!is_earlier_better()) earlier_ = answer_;
                ++tries_;
                return false;
            }
            quits_ = said == Confirmed::quit;
            break;
        }
        dialogue_.say(verdict_of(judgement) + " " + points_text(), kAnswerIndent);
        return true;
    }

    void confirmed(const Slip& slip) {
        answer_.slip = slip.kind;
        answer_.confirmed = true;
        dialogue_.say(fmt::format("{} {}", row_of(slip.kind).tip, points_text()), kAnswerIndent);
        if (setting_.history == nullptr) return;
        const std::string past = repeated_slip(*setting_.history, answer_);
        if (!past.empty()) dialogue_.say(past, kAnswerIndent);
    }

    void keep() {
        if (is_earlier_better() && answer_.ending == Ending::answered) restore_earlier();
        take_answer(answer_, setting_, result_);
    }

    const Problem& problem_;
    const SessionSetting& setting_;
    Dialogue& dialogue_;
    Hints hints_;
    SlipQuestion slip_question_{problem_, hints_, dialogue_};
    SessionResult result_;
    Answered answer_;
    double begun_ = 0;
    std::string retyped_;              // another answer, given where a slip was asked about
    int tries_ = 0;                    // answers to this question that were replaced
    std::optional<Answered> earlier_;  // the best of them
    bool quits_ = false;
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
