#pragma once
// What is said of an answer: how it was read, how far it is off, what it would have been.

#include <string>

#include "bote/practice/problem.hpp"
#include "hints.hpp"
#include "judge.hpp"

namespace bote {

/// A value as the question asks for it.
std::string text_of(const Prompt& prompt, double value);

/// "read as 1.2 thousand a second (104M/day)"
std::string echo_of(const Prompt& prompt, const Guess& guess);

/// "1.2x low: right with 10^5 s a day."; "3.1x, 2.9x low with easy numbers: usable."
std::string verdict_of(const Judgement& judgement);

/// "100M users x 1 a day = 100M writes a day, / 10^5 s = 1k/s (exact 1.16k/s)"
std::string working_line(const Hints& hints, const Prompt& prompt);

}  // namespace bote
