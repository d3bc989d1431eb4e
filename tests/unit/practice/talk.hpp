#pragma once
// A dialogue fed line by line, and what it wrote.

#include <string>
#include <vector>

#include "bote/practice/session.hpp"

namespace bote::test {

struct Talked {
    std::string text;
    SessionResult result;
    std::vector<Answered> kept;
};

inline Talked talk(const Problem& problem, std::vector<std::string> lines, const History* history = nullptr) {
    Talked talked;
    std::size_t next = 0;
    DialogueEnds ends;
    ends.write = [&](std::string_view text) { talked.text += text; };
    ends.read = [&]() -> std::optional<std::string> {
        if (next == lines.size()) return std::nullopt;
        return lines[next++];
    };
    SessionSetting setting;
    setting.history = history;
    setting.keep = [&](const Answered& answer) { talked.kept.push_back(answer); };
    Dialogue dialogue(ends);
    talked.result = run_session(problem, setting, dialogue);
    return talked;
}

/// Whether a text holds a part, wherever it was broken into lines.
inline bool contains(const std::string& text, std::string_view part) {
    std::string line;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\n';
        if (!blank) line += c;
        else if (!line.empty() && line.back() != ' ') line += ' ';
    }
    return line.find(part) != std::string::npos || text.find(part) != std::string::npos;
}

}  // namespace bote::test
