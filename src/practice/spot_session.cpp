// The dialogue of a spot: find the line, give its right value.

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "bote/practice/spot.hpp"
#include "hints.hpp"
#include "score.hpp"
#include "typed.hpp"
#include "wording.hpp"

namespace bote {
namespace {

constexpr std::string_view kSpotHelp =
    "Type the number of a line. ? is a hint (25 points), ! shows the line, . skips it, again tells the problem, quit "
    "ends.";

/// The number of a line, from 1, as `2`, `#2` or `line 2`; 0 where that is none.
std::size_t line_number(std::string_view typed, std::size_t lines) {
    for (const std::string_view before : {"line", "Line", "#", " "}) {
        while (typed.starts_with(before)) typed.remove_prefix(before.size());
    }
    std::size_t number = 0;
    const auto read = std::from_chars(typed.data(), typed.data() + typed.size(), number);
    const bool whole = read.ec == std::errc() && read.ptr == typed.data() + typed.size();
    return whole && number <= lines ? number : 0;
}

enum class SearchEnd : std::uint8_t { line, shown, quit };

class SpotSession {
public:
    SpotSession(const Spot& spot, Dialogue& dialogue) : spot_(spot), dialogue_(dialogue) {}

    /// None where it ends before it is over.
    std::optional<Answered> run() {
        tell();
        const double begun = dialogue_.now();
        begin();
        const SearchEnd found = find_line();
        if (found == SearchEnd::quit || (found == SearchEnd::line && !give_value())) return std::nullopt;
        dialogue_.say(fmt::format("Line {}: {}. The right value is {}.", spot_.wrong + 1, spot_.what, answer_.truth),
                      kAnswerIndent);
        const std::string_view tip = row_of(spot_.slip).tip;
        if (!tip.empty()) dialogue_.say(tip, kAnswerIndent);
        answer_.seconds = dialogue_.now() - begun;
        return std::move(answer_);
    }

private:
    void begin() {
        answer_.problem = spot_.id;
        answer_.quantity = spot_.quantity;
        answer_.question = "The line with the slip";
        answer_.unit = base_unit(spot_.measure.display.dimension);
        answer_.exact = spot_.target.exact;
        answer_.whiteboard = spot_.target.whiteboard;
        answer_.truth = text_of(spot_.target.exact);
    }

    std::string text_of(double value) const { return format(value, spot_.measure.display, spot_.measure.conventions); }

    void tell() {
        dialogue_.say_title(fmt::format("{} ({}): one line is wrong", spot_.title, spot_.id));
        for (const auto& sentence : spot_.sentences) dialogue_.say(sentence, kStoryIndent);
        dialogue_.gap();
        for (std::size_t i = 0; i < spot_.lines.size(); ++i) {
            const SpotLine& line = spot_.lines[i];
            const std::string working = line.working.empty() ? "" : line.working + " = ";
            dialogue_.say(fmt::format("{}  {}: {}{}", i + 1, line.label, working, line.result), kStoryIndent);
        }
        dialogue_.gap();
    }

    /// First how far off the line is, then what to look at.
    void hint() {
        const std::string_view tip = row_of(spot_.slip).tip;
        if (answer_.hints == 0)
            dialogue_.say(fmt::format("The wrong line is {}.", factor_text(spot_.mistaken / spot_.target.exact)),
                          kAnswerIndent);
        else if (answer_.hints == 1 && !tip.empty()) dialogue_.say(tip, kAnswerIndent);
        else return dialogue_.say("No more hints; ! shows the line.", kAnswerIndent);
        ++answer_.hints;
    }

    SearchEnd shown(Ending ending) {
        answer_.ending = ending;
        answer_.points = 0;
        return SearchEnd::shown;
    }

    SearchEnd find_line() {
        constexpr int kTries = 2;
        int tried = 0;
        while (tried < kTries) {
            const auto typed = dialogue_.ask(fmt::format("Which line, 1 to {}? ", spot_.lines.size()));
            if (!typed) return SearchEnd::quit;
            switch (read_typed(*typed)) {
                case Typed::quit: return SearchEnd::quit;
                case Typed::show: return shown(Ending::shown);
                case Typed::skip: return shown(Ending::skipped);
                case Typed::hint: hint(); break;
                case Typed::again: tell(); break;
                case Typed::help:
                case Typed::why: dialogue_.say(kSpotHelp, kAnswerIndent); break;
                case Typed::estimate:
                    if (is_line(*typed, tried)) return SearchEnd::line;
            }
        }
        dialogue_.say(fmt::format("It is line {}.", spot_.wrong + 1), kAnswerIndent);
        return SearchEnd::line;
    }

    bool is_line(const std::string& typed, int& tried) {
        constexpr int kPoints = 50;
        const std::size_t number = line_number(typed, spot_.lines.size());
        if (number == 0) {
            dialogue_.say(kSpotHelp, kAnswerIndent);
            return false;
        }
        if (number == spot_.wrong + 1) {
            dialogue_.say_good("That is the line.", kAnswerIndent);
            answer_.points = std::max(0, kPoints / (tried + 1) - answer_.hints * Hints::kCost);
            return true;
        }
        ++tried;
        dialogue_.say_bad(
            spot_.lines[number - 1].follows ? "That one follows from what stands above it." : "That one is right.",
            kAnswerIndent);
        return false;
    }

    bool give_value() {
        while (true) {
            const auto typed = dialogue_.ask("The right value? ");
            if (!typed) return false;
            switch (read_typed(*typed)) {
                case Typed::quit: return false;
                case Typed::skip:
                case Typed::show: answer_.ending = Ending::shown; return true;
                case Typed::again: tell(); break;
                case Typed::hint:
                case Typed::help:
                case Typed::why:
                    dialogue_.say("Type what the line should have come to; ! shows it, quit ends.", kAnswerIndent);
                    break;
                case Typed::estimate:
                    if (take(*typed)) return true;
            }
        }
    }

    bool take(const std::string& typed) {
        constexpr int kPoints = 50;
        const auto read = read_answer(typed, spot_.measure);
        if (const auto* refusal = std::get_if<Refusal>(&read)) {
            dialogue_.say_bad(capital(refusal->what) + ".", kAnswerIndent);
            return false;
        }
        const auto& guess = std::get<Guess>(read);
        const Score score = score_value(guess.value, nearest(spot_.target, guess.value));
        answer_.answer = typed;
        answer_.understood = text_of(guess.value);
        answer_.value = guess.value;
        answer_.factor = score.factor;
        answer_.points += score.points * kPoints / kFullPoints;
        const std::string text = fmt::format("{}: {}.", factor_text(score.factor), score.words);
        if (is_right(score.factor)) dialogue_.say_good(text, kAnswerIndent);
        else dialogue_.say_bad(text, kAnswerIndent);
        return true;
    }

    const Spot& spot_;
    Dialogue& dialogue_;
    Answered answer_;
};

}  // namespace

SessionResult run_spot(const Spot& spot, const SessionSetting& setting, Dialogue& dialogue) {
    SessionResult result;
    result.questions = 1;
    result.most = kFullPoints;
    auto answer = SpotSession(spot, dialogue).run();
    if (!answer) return result;
    take_answer(std::move(*answer), setting, result);
    result.is_whole = true;
    return result;
}

}  // namespace bote
