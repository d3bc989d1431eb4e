#pragma once
// The ends of a dialogue that is fed from a list of lines, and what was written to them.
//
//   Scripted script({"130 TB", "y"});
//   Dialogue dialogue(script.ends);
//   ...
//   CHECK(contains(script.text, "Right"));

#include <string>
#include <vector>

#include "bote/practice/dialogue.hpp"

namespace bote::test {

struct Scripted {
    explicit Scripted(std::vector<std::string> typed) : lines(std::move(typed)) {
        ends.write = [this](std::string_view piece) { text += piece; };
        ends.read = [this]() -> std::optional<std::string> {
            if (next == lines.size()) return std::nullopt;
            return lines[next++];
        };
    }
    Scripted(const Scripted&) = delete;
    Scripted& operator=(const Scripted&) = delete;

    std::vector<std::string> lines;
    std::size_t next = 0;  // of the lines: how many were read
    std::string text;
    DialogueEnds ends;
};

}  // namespace bote::test
