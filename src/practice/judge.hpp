#pragma once
// What an answer is worth: against the exact value and the whiteboard's, and against what would follow from one's own
// earlier answers, so that one slip is paid for once.
//
//   judge_answer(problem, 3, guess, before).slips.front().what      // "left out the replication of 3"

#include <span>
#include <string>
#include <vector>

#include "bote/practice/history.hpp"
#include "bote/practice/problem.hpp"
#include "score.hpp"

namespace bote {

struct Judgement {
    Score score;              // against the nearest of what it may be right for
    double factor = 1;        // answer / exact value
    std::string by;           // the rounding that it is judged by: "10^5 s a day"; empty: by the exact value
    bool right = false;       // within a quarter
    bool own = false;         // right for an earlier answer of one's own
    std::string own_text;     // "your 3.5k/s"
    std::vector<Slip> slips;  // the likeliest first; of a right answer only what is smaller than a quarter
    std::string note;         // what is worth saying although it is right
};

/// `before` are the answers to the prompts before this one, in their order.
Judgement judge_answer(const Problem& problem, std::size_t prompt, const Guess& guess,
                       std::span<const Answered> before);

}  // namespace bote
