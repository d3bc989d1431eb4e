#include "bote/practice/session.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/practice/hints.hpp"
#include "bote/practice/judge.hpp"
#include "typed.hpp"

namespace bote {
namespace {

constexpr std::size_t kIndent = 5;
constexpr std::size_t kStoryIndent = 2;

constexpr std::string_view kHelp =
    "Type an estimate: 350/s, 12k, ~400 TB, 300 million a day, 100M / 100k, 300 to 500 TB. "
    "? hint (costs 25 points), ! show the answer, . skip, why (the last answer worked out), again (the problem), quit.";

class Session {
public:
    Session(const Problem& problem, const SessionSetting& setting, Dialogue& dialogue)
        : problem_(problem), setting_(setting), dialogue_(dialogue), hints_(problem.estimate) {}

    SessionResult run() {
        tell_title();
        tell_story();
        dialogue_.gap();
        dialogue_.say(kHelp, kStoryIndent);
        for (std::size_t i = 0; i < problem_.prompts.size(); ++i) {
            if (!ask(i)) return std::move(result_);
        }
        result_.is_whole = !problem_.decision || decide();
        return std::move(result_);
    }

private:
    void tell_title() {
        const std::size_t count = problem_.prompts.size();
        dialogue_.say_title(
            fmt::format("{} ({}, {} question{})", problem_.title, problem_.id, count, count == 1 ? "" : "s"));
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
        if (!prompt.facts.empty()) dialogue_.say("(" + prompt.facts + ")", kIndent);
        begun_ = dialogue_.now();
        answer_ = Answered{};
        answer_.problem = problem_.id;
        answer_.quantity = problem_.estimate.model.quantities[static_cast<std::size_t>(prompt.quantity)].name;
        answer_.question = prompt.text;
        answer_.unit = base_unit(prompt.measure.display.dimension);
        answer_.exact = prompt.target.exact;
        answer_.whiteboard = prompt.target.whiteboard;
        answer_.truth = text_of(prompt, prompt.target.exact);
        while (true) {
            const auto typed = dialogue_.ask("> ");
            if (!typed) return false;
            switch (read_typed(*typed)) {
                case Typed::estimate:
                    if (take(i, *typed)) return !dialogue_.has_ended();
                    break;
                case Typed::hint: hint(prompt); break;
                case Typed::show: return show(prompt);
                case Typed::skip: return skip();
                case Typed::why: explain_last(); break;
                case Typed::again: tell_story(); break;
                case Typed::help: dialogue_.say(kHelp, kIndent); break;
                case Typed::quit: return false;
            }
        }
    }

    static std::string text_of(const Prompt& prompt, double value) {
        return format(value, prompt.measure.display, prompt.measure.conventions);
    }

    void hint(const Prompt& prompt) {
        if (answer_.hints == Hints::kSteps) {
            dialogue_.say("No more hints; ! shows the answer.", kIndent);
            return;
        }
        dialogue_.say(hints_.hint(prompt.quantity, answer_.hints), kIndent);
        ++answer_.hints;
    }

    bool show(const Prompt& prompt) {
        answer_.ending = Ending::shown;
        dialogue_.say(working_line(prompt), kIndent);
        keep();
        return true;
    }

    bool skip() {
        answer_.ending = Ending::skipped;
        dialogue_.say(fmt::format("Skipped. Go on from {}.", answer_.truth), kIndent);
        keep();
        return true;
    }

    void explain_last() {
        if (result_.answers.empty()) {
            dialogue_.say("Nothing is answered yet; ? is a hint.", kIndent);
            return;
        }
        explain(problem_.prompts[result_.answers.size() - 1]);
    }

    void explain(const Prompt& prompt) {
        for (const auto& line : hints_.steps(prompt.quantity)) dialogue_.say(line, kIndent);
    }

    std::string working_line(const Prompt& prompt) const {
        const std::string aloud = hints_.aloud(prompt.quantity);
        const std::string exact = fmt::format("exact {}", text_of(prompt, prompt.target.exact));
        return aloud.empty() ? capital_of(exact) + "." : fmt::format("{} ({})", aloud, exact);
    }

    static std::string capital_of(std::string text) {
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
        return text;
    }

    /// False where the answer is asked for again.
    bool take(std::size_t i, const std::string& typed) {
        const Prompt& prompt = problem_.prompts[i];
        const auto read = read_answer(typed, prompt.measure);
        if (const auto* refusal = std::get_if<Refusal>(&read)) {
            dialogue_.say_bad(refusal->what + ".", kIndent);
            if (refusal->kind == Misfit::dimension) answer_.slip = SlipKind::wrong_dimension;
            return false;
        }
        const Guess& guess = std::get<Guess>(read);
        answer_.answer = typed;
        answer_.understood = text_of(prompt, guess.value);
        answer_.value = guess.value;
        answer_.range = guess.range;
        answer_.seconds = dialogue_.now() - begun_;
        echo(prompt, guess);
        const Judgement judgement = judge_answer(problem_, i, guess, result_.answers);
        answer_.factor = judgement.score.factor;
        answer_.own = judgement.own;
        answer_.points =
            std::max(judgement.score.points - answer_.hints * Hints::kCost, std::min(judgement.score.points, 0));
        answer_.confirmed = answer_.slip == SlipKind::wrong_dimension;
        tell(prompt, judgement);
        return true;
    }

    void echo(const Prompt& prompt, const Guess& guess) {
        const auto spoken = [&](double value) {
            const std::string second = second_unit(value, prompt.measure);
            return in_words(value, prompt.measure) + (second.empty() ? "" : fmt::format(" ({})", second));
        };
        dialogue_.say(guess.range
                          ? fmt::format("read as {} to {}", spoken(guess.range->first), spoken(guess.range->second))
                          : "read as " + spoken(guess.value),
                      kIndent);
    }

    std::string time_text() const { return dialogue_.is_typed() ? fmt::format(", {:.0f} s", answer_.seconds) : ""; }

    void tell(const Prompt& prompt, const Judgement& judgement) {
        const Score& score = judgement.score;
        const std::string points = fmt::format("{} points{}.", answer_.points, time_text());
        if (answer_.range) {
            dialogue_.say(fmt::format("The value is {} your range; {}", score.words, points), kIndent);
            constexpr double kWide = 100;
            if (answer_.range->second > kWide * answer_.range->first)
                dialogue_.say("A range over a factor of 100 says little.", kIndent);
        } else if (judgement.own) {
            dialogue_.say_good(fmt::format("Right for {}: {}", judgement.own_text, points), kIndent);
        } else if (is_right(score.factor)) {
            dialogue_.say_good(fmt::format("{}: right. {}", factor_text(score.factor), points), kIndent);
        } else if (!tell_slip(prompt, judgement)) {
            dialogue_.say_bad(fmt::format("{}: {}. {}", factor_text(score.factor), score.words, points), kIndent);
        }
        if (!judgement.note.empty()) dialogue_.say(judgement.note, kIndent);
        dialogue_.say(working_line(prompt), kIndent);
        if (!is_right(score.factor)) dialogue_.say(fmt::format("Go on from {}.", answer_.truth), kIndent);
        keep();
    }

    /// Asks whether it was the likeliest slip, then the next one. False where there is none to ask about.
    bool tell_slip(const Prompt& prompt, const Judgement& judgement) {
        constexpr std::size_t kMostAsked = 2;
        if (judgement.slips.empty()) return false;
        const std::string points = fmt::format("{} points{}.", answer_.points, time_text());
        for (std::size_t i = 0; i < std::min(judgement.slips.size(), kMostAsked); ++i) {
            const Slip& slip = judgement.slips[i];
            answer_.slip = slip.kind;
            const std::string lead = i == 0 ? factor_text(judgement.score.factor) : "Or";
            dialogue_.say_bad(fmt::format("{}: {}?", lead, slip.what), kIndent);
            const bool yes = confirm(prompt, slip);
            if (!yes) continue;
            answer_.confirmed = true;
            dialogue_.say(fmt::format("{} {}", row_of(slip.kind).tip, points), kIndent);
            if (setting_.history != nullptr) {
                const std::string past = repeated_slip(*setting_.history, answer_);
                if (!past.empty()) dialogue_.say(past, kIndent);
            }
            return true;
        }
        answer_.slip = SlipKind::none;
        dialogue_.say(fmt::format("{}: {}. {}", factor_text(judgement.score.factor), judgement.score.words, points),
                      kIndent);
        return true;
    }

    bool confirm(const Prompt& prompt, const Slip& slip) {
        while (true) {
            const auto typed = dialogue_.ask("  y/n/why> ");
            if (!typed) return false;
            if (read_typed(*typed) == Typed::why) {
                dialogue_.say(fmt::format("With that one gets {}; the right value is {}.",
                                          text_of(prompt, prompt.target.exact * slip.ratio), answer_.truth),
                              kIndent);
                explain(prompt);
                continue;
            }
            const Reply reply = reply_of(*typed);
            if (reply != Reply::neither || typed->empty()) return reply == Reply::yes;
            dialogue_.say("y for yes, n for no, why for the working.", kIndent);
        }
    }

    void keep() {
        answer_.time = setting_.now();
        setting_.keep(answer_);
        result_.answers.push_back(answer_);
    }

    /// False where it is not answered.
    bool decide() {
        constexpr int kPoints = 20;
        keep_story_visible();
        dialogue_.say_title("What follows?  " + problem_.decision->text);
        while (true) {
            const auto typed = dialogue_.ask("  y/n> ");
            if (!typed || read_typed(*typed) == Typed::quit) return false;
            if (read_typed(*typed) == Typed::skip) return true;
            const Reply reply = reply_of(*typed);
            if (reply == Reply::neither) {
                dialogue_.say("y for yes, n for no.", kIndent);
                continue;
            }
            const bool yes = reply == Reply::yes;
            const bool right = yes == problem_.decision->yes;
            result_.decision = DecisionAnswer{yes, right, right ? kPoints : 0};
            const std::string because = fmt::format("{}: {}, {}.", right ? "Right" : "Wrong",
                                                    problem_.decision->yes ? "yes" : "no", problem_.decision->because);
            if (right) dialogue_.say_good(because, kIndent);
            else dialogue_.say_bad(because, kIndent);
            return true;
        }
    }

    const Problem& problem_;
    const SessionSetting& setting_;
    Dialogue& dialogue_;
    Hints hints_;
    SessionResult result_;
    Answered answer_;
    double begun_ = 0;
};

}  // namespace

SessionResult run_session(const Problem& problem, const SessionSetting& setting, Dialogue& dialogue) {
    return Session(problem, setting, dialogue).run();
}

}  // namespace bote
