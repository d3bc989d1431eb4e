#pragma once
// What somebody has practised: one line of JSON for each answer, in a file that is only ever appended to. From it
// follow the figures of `--history`, and what to practise next.
//
//   History history = read_history(text);
//   due_slips(history, now).front().kind     // the slip whose turn it is

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bote/practice/slips.hpp"
#include "bote/report/report.hpp"

namespace bote {

enum class Ending : std::uint8_t { answered, shown, skipped };

/// One answer, as it is judged and kept.
struct Answered {
    double time = 0;       // seconds since 1970
    std::string problem;   // "tinyurl", "seed 7", "numbers"
    std::string quantity;  // "storage"
    std::string question;
    std::string unit;        // base unit of the values
    std::string answer;      // as typed
    std::string understood;  // "350/s"
    std::string truth;       // "347/s"
    Ending ending = Ending::answered;
    double value = 0;
    double exact = 0;
    double whiteboard = 0;
    double factor = 0;  // answer / exact
    int points = 0;
    int score = 0;  // points before what hints and further tries cost; not kept
    int hints = 0;
    int digits = 0;                // that were typed; not kept
    bool other_dimension = false;  // GB where GB/s was asked for, before this answer; not kept
    bool own = false;              // right for an earlier answer of one's own
    SlipKind slip = SlipKind::none;
    bool confirmed = false;
    double seconds = 0;
    std::optional<std::pair<double, double>> range = {};
};

/// Within a quarter of the exact value or of the whiteboard's.
bool was_near(const Answered& answer);
/// The same, or right for an earlier answer of one's own.
bool was_right(const Answered& answer);

struct History {
    std::vector<Answered> answers;
    std::vector<std::size_t> damaged;  // numbers of lines that could not be read, from 1
};

History read_history(std::string_view text);

/// One line, with its line feed.
std::string history_line(const Answered& answer);

/// A slip that was made, and when it should be practised again: after 0, 1, 3, 7, 21 days, further each time the same
/// quantity was answered without it.
struct DueSlip {
    SlipKind kind = SlipKind::none;
    std::string quantity;
    double due = 0;  // seconds since 1970
    int box = 0;     // 0 to 4
};

/// Those that are not over, the longest due first.
std::vector<DueSlip> due_slips(const History& history);

/// How many different problems were begun.
std::size_t count_problems(const History& history);

/// "You did this in 2 of your last 5 storage answers."; empty where there is nothing to say.
std::string repeated_slip(const History& history, const Answered& answer);

Report describe_history(const History& history, double now);

}  // namespace bote
