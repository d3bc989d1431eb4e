#pragma once
// How the values and operations of a chain are put into words.

#include <string>
#include <string_view>

#include "bote/views/chain.hpp"

namespace bote {

/// From here on a number of machines is said without decimals.
inline constexpr double kSaidWhole = 100;

/// "12.5 billion reads a day": a value with what it counts.
std::string said(const Working& working, QuantityIndex quantity, Figures figures);

/// "50/day" as "50 a day"; a second stays "/s".
std::string spoken_rate(std::string text);

/// The signs of multiplication as an "x".
std::string with_times(std::string text);

/// A factor beside the value that is carried: "3 at the peak", "5 years (1,825 days)".
std::string factor_said(const Working& working, QuantityIndex quantity, QuantityIndex carried, Figures figures);

/// The step from a day to a second that two quantities lie apart: "/ 86,400 s". Empty where they do not.
std::string change_of_time(const Working& working, QuantityIndex from, QuantityIndex to, Figures figures);

/// What a second's rate is multiplied by where it becomes a day's again: "x 1 day (86,400 s)". Empty for other values.
std::string day_again(const Working& working, QuantityIndex carried, Figures figures);

/// What a summand is: "of image" among the parts of a total, else its name.
std::string summand_label(const Model& model, QuantityIndex summand, QuantityIndex sum);

/// A chain in sentences: "250 million users times 50 a day is 12.5 billion reads a day. ..." The last says how far off
/// it ends.
std::string say_chain(const Working& working, QuantityIndex quantity, const std::vector<Link>& links);

}  // namespace bote
