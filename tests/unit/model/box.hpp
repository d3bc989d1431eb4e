#pragma once
// A workload with one tier of that name, for the kinds of tiers.
//
//   hold({{box("kind: redis, entries: 1M, entry_size: 30 B"), {{"box.memory_needed", 100e6}}}});

#include <string>

#include "model/sample.hpp"

namespace bote::test {

inline std::string box(const std::string& settings) { return "tiers:\n  box: {" + settings + "}\n"; }

inline bool is_in(const std::string& yaml, const std::string& quantity) {
    return estimate_of(yaml).model.find(quantity).has_value();
}

}  // namespace bote::test
