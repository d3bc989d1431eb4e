#pragma once
// The values that an answer may be right for: the exact one, and what rounding as people do makes of it. Whoever takes
// 10^5 seconds for a day and makes a slip gets the slip's value so rounded, which is looked for as well.
//
//   truth_of(model, *model.find("write_qps")).rounded.front()      // {"10^5 s a day", 1000}

#include <span>
#include <string_view>
#include <vector>

#include "bote/model/model.hpp"
#include "bote/practice/variant.hpp"

namespace bote {

/// Conventions that people use without being asked to.
struct Rounding {
    std::string_view words;  // "10^5 s a day"
    Conventions conventions;
};
std::vector<Rounding> roundings_of(const Model& model);

struct RoundedValue {
    std::string_view words;
    double value = 0;
};

struct Truth {
    double exact = 0;
    double whiteboard = 0;                   // with an easy number at each step
    std::vector<RoundedValue> rounded = {};  // those that differ from the exact value
};

Truth truth_of(const Model& model, QuantityIndex quantity);

/// What the roundings and the whiteboard make of a quantity in which something is changed.
std::vector<double> rounded_values(const Variants& variants, std::span<const Replacement> changes);

}  // namespace bote
