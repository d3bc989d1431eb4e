#pragma once
// The question that closes a problem: what follows from its numbers, yes or no.

#include <optional>

#include "bote/practice/dialogue.hpp"
#include "bote/practice/problem.hpp"
#include "bote/practice/session.hpp"

namespace bote {

inline constexpr int kDecisionPoints = 20;

struct Closing {
    bool is_reached = false;               // answered or skipped, rather than quit
    std::optional<DecisionAnswer> answer;  // none where it was skipped
};

Closing ask_decision(const DecisionPrompt& asked, Dialogue& dialogue);

}  // namespace bote
