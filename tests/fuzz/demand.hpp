#pragma once
// What has to hold whatever is fed.

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "bote/base/text.hpp"
#include "bote/cli/run.hpp"

namespace bote::fuzz {

inline void demand(bool holds, std::string_view what, std::string_view text) {
    if (holds) return;
    std::fprintf(stderr, "%.*s:\n%.*s\n", static_cast<int>(what.size()), what.data(), static_cast<int>(text.size()),
                 text.data());
    std::abort();
}

inline void demand_clean(std::string_view text) {
    demand(!find_invalid_utf8(text), "not UTF-8", text);
    demand(!find_forbidden_character(text), "a control character", text);
}

/// An answer, a no, or a mistake with a message: as clean text, and never both or neither.
inline void demand_sound(const Outcome& outcome) {
    const int code = outcome.exit_code;
    demand(code == kExitAnswered || code == kExitNo || code == kExitWrongInput, "an unexpected exit code", outcome.err);
    demand(code != kExitWrongInput || !outcome.err.empty() || !outcome.out.empty(), "no message", "");
    demand_clean(outcome.out);
    demand_clean(outcome.err);
}

inline std::vector<std::string> lines_of(std::string_view bytes) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at <= bytes.size();) {
        const auto end = std::min(bytes.find('\n', at), bytes.size());
        lines.emplace_back(bytes.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

/// A number that the first byte stands for, which is taken away: letters from `a` on, so that people can read it.
inline std::size_t take_choice(std::string_view& bytes, std::size_t count) {
    if (bytes.empty()) return 0;
    const auto choice = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    return (choice + 256U - 'a') % 256U % count;
}

}  // namespace bote::fuzz
