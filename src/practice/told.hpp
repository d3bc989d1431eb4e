#pragma once
// What the text of a problem tells: each input that its questions rest on, as a value in the unit that it was written
// in. A formula is told as its value, so that the working starts from what stands in the text.

#include <string>
#include <vector>

#include "bote/practice/problem.hpp"

namespace bote {

/// What the prompts rest on: for each quantity whether they do.
struct Support {
    QuantityMarks leaves;  // what nothing computes, which has to be told
    QuantityMarks all;
};
Support support_of(const Model& model, const std::vector<Prompt>& prompts);

/// Whether an input that is needed is told in a sentence; what machines can do stands beside the questions.
bool is_told(const Estimate& estimate, QuantityIndex quantity);

/// A rate in the unit that it was written in: what is said to be 500M a month is not told as 16.7M a day.
Display as_written(const ModelQuantity& quantity);

/// "3/day" -> "3" and " a day"; 0.2/day -> "one" and " every 5 days".
struct RateText {
    std::string number;
    std::string per;
};
RateText rate_text(double value, const Display& display, const Conventions& conventions);

/// Whether the text tells the value of a quantity already, in the unit that it is asked for in.
bool is_given_away(const Estimate& estimate, QuantityIndex quantity);

}  // namespace bote
