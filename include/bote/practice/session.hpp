#pragma once
// One problem, asked step by step: each answer is read, judged, and where it looks like a slip, the slip is named and
// asked about before it counts. The next step goes on from the exact value; who goes on from a wrong one of their own
// instead is told so, and gets the points.
//
//   const SessionResult result = run_session(problem, history, dialogue, keep);
//   Report report = describe_session(problem, result);

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "bote/practice/dialogue.hpp"
#include "bote/practice/history.hpp"
#include "bote/practice/problem.hpp"
#include "bote/report/report.hpp"

namespace bote {

struct DecisionAnswer {
    bool yes = false;
    bool right = false;
    int points = 0;
    std::string typed;
};

struct SessionResult {
    std::vector<Answered> answers;  // one a question, as far as it went
    std::optional<DecisionAnswer> decision;
    std::size_t questions = 0;  // of the problem, without the closing one
    int most = 0;               // points that all of it is worth
    bool is_whole = false;      // every question was reached
};

struct SessionSetting {
    const History* history = nullptr;                                    // null: nothing is said of the past
    std::function<void(const Answered&)> keep = [](const Answered&) {};  // each answer, once it is judged
    std::function<double()> now = [] { return 0.0; };                    // seconds since 1970
};

/// An answer that stands: it has its time, is kept and counts.
void take_answer(Answered answer, const SessionSetting& setting, SessionResult& result);

SessionResult run_session(const Problem& problem, const SessionSetting& setting, Dialogue& dialogue);

/// The answers with their factors, the slip to look at, a tip.
Report describe_session(const Problem& problem, const SessionResult& result);
Report describe_session(const std::string& title, const std::string& id, const SessionResult& result);

}  // namespace bote
