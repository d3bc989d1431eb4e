#pragma once
// "Left out the replication of 3?": what whoever made the slip may say to that.

#include <cstdint>
#include <string>

#include "bote/practice/dialogue.hpp"
#include "bote/practice/problem.hpp"
#include "hints.hpp"

namespace bote {

enum class Confirmed : std::uint8_t { yes, no, retyped, passed, quit };

class SlipQuestion {
public:
    SlipQuestion(const Problem& problem, const Hints& hints, Dialogue& dialogue)
        : problem_(problem), hints_(hints), dialogue_(dialogue) {}

    Confirmed ask(const Prompt& prompt, const Slip& slip);
    /// The other answer that was typed in place of a yes or no.
    [[nodiscard]] const std::string& retyped() const { return retyped_; }

private:
    void explain(const Prompt& prompt, const Slip& slip);

    const Problem& problem_;
    const Hints& hints_;
    Dialogue& dialogue_;
    std::string retyped_;
    bool help_told_ = false;
};

}  // namespace bote
