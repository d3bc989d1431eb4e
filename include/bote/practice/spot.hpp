#pragma once
// Find the slip: an estimate that somebody worked out, with one line that is wrong. The lines after it go on from the
// wrong value, as they would.

#include <cstdint>
#include <string>
#include <vector>

#include "bote/practice/dialogue.hpp"
#include "bote/practice/session.hpp"

namespace bote {

struct SpotLine {
    std::string label;     // "New data a day, one copy"
    std::string working;   // "100M/day * 500 B"; may be empty
    std::string result;    // "50 GB/day"
    bool follows = false;  // from the wrong line, so that it is wrong as well
};

struct Spot {
    std::string title;
    std::string id;
    std::vector<std::string> sentences;
    std::vector<SpotLine> lines;
    std::size_t wrong = 0;  // index of the line with the slip
    std::string quantity;   // that it gets wrong
    SlipKind slip = SlipKind::none;
    std::string what;  // "left out the replication of 3"
    Truth target;      // the right value
    Measure measure;
    double mistaken = 0;  // the value of the wrong line
};

/// Every third one was published: numbers that somebody put on the web, without the name.
Spot make_spot(std::uint64_t seed, Topic topic);

SessionResult run_spot(const Spot& spot, const SessionSetting& setting, Dialogue& dialogue);

}  // namespace bote
