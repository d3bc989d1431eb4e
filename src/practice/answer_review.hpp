#pragma once
// What an answer is worth, said to whoever gave it: how far it is off, which slip it looks like, how it is worked out.
//
//   3.0x low: left out the replication of 3?
//     y/n/why> y

#include <cstdint>
#include <string>

#include "bote/practice/session.hpp"
#include "slip_question.hpp"
#include "tries.hpp"

namespace bote {

struct Judgement;

/// What becomes of an answer once it was reviewed.
enum class Reviewed : std::uint8_t {
    stands,
    replaced,  // by retyped()
    last,      // stands, and the session ends
};

class AnswerReview {
public:
    AnswerReview(const Problem& problem, const SessionSetting& setting, const Hints& hints, Dialogue& dialogue)
        : setting_(setting), hints_(hints), dialogue_(dialogue), slip_question_(problem, hints, dialogue) {}

    Reviewed tell(const Prompt& prompt, const Judgement& judgement, Tries& tries);

    /// Another answer, given where a slip was asked about.
    [[nodiscard]] const std::string& retyped() const { return slip_question_.retyped(); }

private:
    Reviewed tell_verdict(const Prompt& prompt, const Judgement& judgement, Tries& tries);
    Reviewed tell_slip(const Prompt& prompt, const Judgement& judgement, Tries& tries);
    void tell_range(const Judgement& judgement, const Answered& answer);
    void tell_confirmed(const Slip& slip, Answered& answer);
    [[nodiscard]] std::string points_text(const Answered& answer) const;

    const SessionSetting& setting_;
    const Hints& hints_;
    Dialogue& dialogue_;
    SlipQuestion slip_question_;
};

}  // namespace bote
