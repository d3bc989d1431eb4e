#pragma once
// Talking to somebody line by line, in a terminal or through a pipe. Only lines and line feeds are written, so that it
// works on a dumb terminal, in a log and in a test.
//
//   Dialogue dialogue(ends);
//   dialogue.say("Photos uploaded a second, on average?");
//   const auto typed = dialogue.ask("> ");   // none: the input has ended

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "bote/base/ink.hpp"

namespace bote {

// Blanks in front of a story, and of what is said below a prompt.
inline constexpr std::size_t kStoryIndent = 2;
inline constexpr std::size_t kAnswerIndent = 5;

/// What connects a dialogue to the world.
struct DialogueEnds {
    std::function<void(std::string_view)> write = [](std::string_view) {};
    /// A line without its line feed; none at the end of the input, or where somebody wants to stop.
    std::function<std::optional<std::string>()> read = [] { return std::nullopt; };
    /// Seconds of a clock that only runs forward.
    std::function<double()> clock = [] { return 0.0; };
    bool is_typed = false;  // by somebody at a terminal; else what is read is repeated, and time is not told
    std::size_t width = 80;
    std::size_t rows = 24;
    Ink ink = Ink::plain;
};

class Dialogue {
public:
    explicit Dialogue(const DialogueEnds& ends) : ends_(ends) {}

    /// Wrapped to the width, each line behind so many blanks.
    void say(std::string_view text, std::size_t indent = 0);
    /// The same in bold, green or red, where there is colour.
    void say_title(std::string_view text);
    void say_good(std::string_view text, std::size_t indent);
    void say_bad(std::string_view text, std::size_t indent);
    void gap() { say(""); }

    std::optional<std::string> ask(std::string_view prompt);

    /// Whether nothing written since the mark has left the screen by the time so many more lines are written.
    void mark() { since_mark_ = 0; }
    [[nodiscard]] bool still_visible(std::size_t more) const { return since_mark_ + more < ends_.rows; }

    [[nodiscard]] double now() const { return ends_.clock(); }
    [[nodiscard]] bool is_typed() const { return ends_.is_typed; }
    [[nodiscard]] bool has_ended() const { return ended_; }

private:
    void lines(std::string_view text, std::size_t indent, std::string_view color);

    const DialogueEnds& ends_;
    std::size_t since_mark_ = 0;
    bool ended_ = false;
};

}  // namespace bote
