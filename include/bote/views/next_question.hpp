#pragma once
// What one may want to ask next, once an estimate is on the screen.
//
//   next_question_after(estimate)      // {"drivers", "storage"}: with ranges, what to pin down first

#include <optional>
#include <string>
#include <string_view>

#include "bote/views/estimate.hpp"

namespace bote {

struct NextQuestion {
    std::string_view command;
    std::string quantity;  // empty: of the whole workload
};

/// Why an expectation fails; else what a range rests on; else the picture of the file's own tiers; else where the most
/// telling figure comes from. None where there is nothing to ask about yet.
std::optional<NextQuestion> next_question_after(const Estimate& estimate);

}  // namespace bote
