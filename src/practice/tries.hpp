#pragma once
// The answer to one question until it stands. Who is told of a slip may answer again, for fewer points; a further try
// that is worse than an earlier one does not take its place.
//
//   tries.score(50);                         // 50 points, as long as nothing costs any
//   tries.take_back();                       // another answer follows, which costs 25
//   tries.score(20);                         // still the 50, less 25

#include <optional>
#include <utility>

#include "bote/practice/history.hpp"

namespace bote {

class Tries {
public:
    /// With what is known of the question already: its text, its unit, its exact value.
    explicit Tries(Answered question) : answer_(std::move(question)) {}

    /// The try that is judged now.
    [[nodiscard]] Answered& answer() { return answer_; }
    [[nodiscard]] const Answered& answer() const { return answer_; }

    /// Sets score and points of the answer: points are what hints and further tries leave of the best score so far.
    void score(int score);

    /// Another answer will take the place of this one.
    void take_back();

    /// Puts the best earlier try in place of a worse one. False where there is none.
    bool restore_best();

private:
    [[nodiscard]] bool is_earlier_better() const { return best_ && best_->score > answer_.score; }

    Answered answer_;
    std::optional<Answered> best_;  // of those that were taken back
    int taken_back_ = 0;
};

}  // namespace bote
