#pragma once
// The whole program as one function: arguments in, texts and an exit code out.
//
//   Outcome outcome = run({"estimate", "tinyurl"}, Environment{});
//   outcome.exit_code                       // 0

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bote/base/error.hpp"
#include "bote/base/source.hpp"

namespace bote {

/// Where a file that an argument names is found, or its text.
struct Located {
    std::string path;
    std::string name;  // in the answer
    SourcePtr source = nullptr;
};

/// What the program knows of the world around it. The defaults are a pipe in an empty environment.
struct Environment {
    /// The value of an environment variable, if it is set.
    std::function<std::optional<std::string>(std::string_view)> variable = [](std::string_view) {
        return std::nullopt;
    };
    /// At most so many bytes of standard input.
    std::function<std::string(std::size_t)> read_input = [](std::size_t) { return std::string(); };
    /// The next bytes of standard input as they come; empty at its end.
    std::function<std::string()> read_some = [] { return std::string(); };
    /// Takes the beginning of an answer that is too long to be kept, piece by piece; the rest comes with the outcome.
    /// False: nobody reads on. Without it all answers are kept whole.
    std::function<bool(std::string_view)> write_output;
    /// Finds a file that an argument names. Throws InputError where it may not be read.
    std::function<Located(const std::string&)> locate = [](const std::string& argument) {
        return Located{argument, argument};
    };
    /// Told the path of each file that is read; "-" for standard input.
    std::function<void(const std::string&)> note_read = [](const std::string&) {};
    /// Told each workload and file of settings that an answer rests on.
    std::function<void(const SourcePtr&)> note_source = [](const SourcePtr&) {};
    /// The next line of standard input without its line feed; none at its end, or where somebody interrupts.
    std::function<std::optional<std::string>()> read_line = [] { return std::nullopt; };
    /// Returns true once one of these files has been saved; false: nobody waits any longer.
    std::function<bool(const std::vector<std::string>&)> wait_for_change = [](const std::vector<std::string>&) {
        return false;
    };
    std::function<double()> now = [] { return 0.0; };    // seconds since 1970
    std::function<double()> clock = [] { return 0.0; };  // seconds, only forward
    /// Told how far a long answer has come, as one line in place of the line before; "" takes it away. Unset where
    /// nobody looks on.
    std::function<void(std::string_view)> show_progress;
    /// So many objects and tiers, those of each scenario counted, are kept in memory at once.
    std::size_t most_at_once = 2000;
    /// Leaves sections that are folded at first out of pages of HTML: nobody reads them while a slider moves.
    bool skips_folded = false;
    bool in_is_terminal = false;
    bool out_is_terminal = false;
    bool err_is_terminal = false;
    std::size_t terminal_columns = 0;  // of standard output; 0: unknown
    std::size_t terminal_rows = 0;
};

struct Outcome {
    int exit_code = 0;
    std::string out;  // or what is left of it
    std::string err;
    std::string next = {};                    // a command that asks the next question, for a page on a terminal
    std::shared_ptr<void> remains = nullptr;  // what the answer was made of: a program that ends need not take it apart
    Errors errors = {};                       // of inputs, where they are told in `err` and not thrown
};

/// Exit codes of the program.
inline constexpr int kExitAnswered = 0;
inline constexpr int kExitNo = 1;
inline constexpr int kExitWrongInput = 2;
inline constexpr int kExitNotWritten = 3;
inline constexpr int kExitFault = 70;

/// Arguments without the program's name. Never throws; writes no stream, but the file of `--output`.
Outcome run(const std::vector<std::string>& arguments, const Environment& environment);

}  // namespace bote
