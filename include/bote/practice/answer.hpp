#pragma once
// What somebody types as an estimate, read the way it is meant: `350/s`, `12k`, `~400 TB`, `300 million a day`,
// `100M / 100k`, `300 to 500 TB`.
//
//   read_answer("12k", measure)               // 12,000 a second where a rate is asked for

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "bote/units/display.hpp"

namespace bote {

/// How an answer is measured and printed.
struct Measure {
    Display display;
    Conventions conventions;
    std::vector<std::string> words;  // that may follow a number: "photo", "photos"
    bool says_time = false;          // the question itself says "a second", so that an answer may leave it out
};

struct Guess {
    double value = 0;  // in base units; of a range the median
    std::optional<std::pair<double, double>> range = {};
    int digits = 0;               // significant digits that were typed
    double window = 0;            // half a unit of the last one, as a share of the value
    bool in_other_units = false;  // than the question asks for: bits for bytes, a day for a second
};

enum class Misfit {
    unreadable,
    dimension,   // GB for GB/s
    unit,        // a bare number where a unit has to say what it is
    impossible,  // zero, negative, not finite
};

struct Refusal {
    Misfit kind = Misfit::unreadable;
    std::string what;  // in the user's terms, naming both dimensions where they differ
};

std::variant<Guess, Refusal> read_answer(std::string_view text, const Measure& measure);

/// "30M/day" for 347/s, "8 Gbps" for 1 GB/s: the value in a second unit. Empty where there is none.
std::string second_unit(double value, const Measure& measure);

/// "350 a second", "400 terabytes", "12 thousand a second": so that nobody counts zeroes.
std::string in_words(double value, const Measure& measure);

/// Significant digits of the number that a text begins with: 2 for "350", 3 for "1.20", 0 where there is none.
int typed_digits(std::string_view text);

}  // namespace bote
