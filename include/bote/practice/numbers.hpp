#pragma once
// A minute of conversions and constants: what one should not have to work out.

#include <cstdint>
#include <string>
#include <vector>

#include "bote/practice/dialogue.hpp"
#include "bote/practice/session.hpp"

namespace bote {

struct NumberQuestion {
    std::string text;  // "1M a day, in a second?"
    double value = 0;
    Measure measure;
    std::string because;  // "1M / 86,400 s; in the head 1M / 10^5 = 10"
    double low = 0;       // what is typical: the value itself, or what newer or larger machines do
    double high = 0;
};

std::vector<NumberQuestion> make_numbers(std::uint64_t seed);

SessionResult run_numbers(const std::vector<NumberQuestion>& questions, const SessionSetting& setting,
                          Dialogue& dialogue);

}  // namespace bote
