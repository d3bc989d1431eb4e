#pragma once
// The working in one breath: from the input that sets the scale along the largest parts to the answer.
//
//   chain_text(find_chain(working, storage, Arithmetic::exact))
//   // "100M users x 1 a day = 100M writes a day, x 500 B = 50 GB a day, x 5 years (1,825 days) = 91.3 TB, ..."

#include <string>
#include <string_view>
#include <vector>

#include "bote/views/working.hpp"

namespace bote {

/// One step: what is done to the value carried so far, and what comes out.
struct Link {
    QuantityIndex quantity = QuantityIndex::none;  // whose value comes out
    QuantityIndex from = QuantityIndex::none;      // whose value was carried; none: the chain begins here
    std::string begin;                             // the value that the chain begins with: "100M"
    std::string operation;                         // "x 500 B", "/ 86,400 s", "+ 95k/s of image"
    std::string result;                            // "50 GB a day"
    bool rounded = false;                          // the whiteboard wrote an easier number than came out
    bool replaced = false;                         // or the exact value, since rounded numbers came to a wrong one
};

/// What is said of a replaced result.
inline constexpr std::string_view kReplaced = "from the exact numbers";

std::vector<Link> find_chain(const Working& working, QuantityIndex quantity, Arithmetic arithmetic);

/// "... x 3 at the peak = about 400k/s, ..."
std::string chain_text(const std::vector<Link>& links);

}  // namespace bote
