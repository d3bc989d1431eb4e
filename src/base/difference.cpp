#include "bote/base/difference.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace bote {
namespace {

constexpr std::size_t kContext = 3;
/// Beyond so many differing lines one long change says as much.
constexpr std::size_t kMostEdits = 2000;

using Lines = std::vector<std::string_view>;

/// Each with its line feed.
Lines lines_of(std::string_view text) {
    Lines lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

/// ' ' a line of both, '-' of the first, '+' of the second.
using Script = std::string;

/// How far each diagonal was reached after a number of edits; the diagonal k is k places from the middle.
using Reached = std::vector<int>;

auto middle_of(const Reached& reached) { return reached.begin() + std::ssize(reached) / 2; }
auto middle_of(Reached& reached) { return reached.begin() + std::ssize(reached) / 2; }

/// From which neighbour a diagonal is reached: by a line of `after` from above, else by one of `before`.
bool goes_down(Reached::const_iterator at, int diagonal, int edits) {
    return diagonal == -edits || (diagonal != edits && at[diagonal - 1] < at[diagonal + 1]);
}

/// Myers, "An O(ND) difference algorithm and its variations", 1986: how far it came before each further edit. None: too
/// many edits.
std::optional<std::vector<Reached>> search(const Lines& before, const Lines& after) {
    const int rows = static_cast<int>(before.size());
    const int columns = static_cast<int>(after.size());
    const std::size_t most = std::min(before.size() + after.size(), kMostEdits);
    Reached reached(2 * most + 3, 0);
    std::vector<Reached> history;
    while (history.size() <= most) {
        const auto edits = static_cast<int>(history.size());
        history.push_back(reached);
        const auto at = middle_of(reached);
        for (int k = -edits; k <= edits; k += 2) {
            int x = goes_down(at, k, edits) ? at[k + 1] : at[k - 1] + 1;
            while (x < rows && x - k < columns && before.begin()[x] == after.begin()[x - k]) ++x;
            at[k] = x;
            if (x >= rows && x - k >= columns) return history;
        }
    }
    return std::nullopt;
}

Script compare(const Lines& before, const Lines& after) {
    Script script;
    const auto history = search(before, after);
    if (!history) {
        script.assign(before.size(), '-');
        script.append(after.size(), '+');
        return script;
    }
    int x = static_cast<int>(before.size());
    int k = x - static_cast<int>(after.size());
    for (int edits = static_cast<int>(history->size()) - 1; edits >= 0; --edits) {
        const auto at = middle_of(history->begin()[edits]);
        const bool down = goes_down(at, k, edits);
        const int from = down ? k + 1 : k - 1;
        const int start = edits == 0 ? 0 : at[from] + (down ? 0 : 1);
        std::fill_n(std::back_inserter(script), x - start, ' ');
        if (edits == 0) break;
        script.push_back(down ? '+' : '-');
        x = start - (down ? 0 : 1);
        k = from;
    }
    std::reverse(script.begin(), script.end());
    return script;
}

/// "12,3", as the head of a hunk has it: an empty range names the line before it.
std::string range_of(std::size_t first, std::size_t count) {
    const std::size_t shown = count == 0 ? first : first + 1;
    return count == 1 ? fmt::format("{}", shown) : fmt::format("{},{}", shown, count);
}

struct Position {
    std::size_t before = 0;
    std::size_t after = 0;
    void pass(char step) {
        before += step == '+' ? 0 : 1;
        after += step == '-' ? 0 : 1;
    }
};

/// The steps [begin, end) of the script with a head.
std::string write_hunk(const Script& script, std::size_t begin, std::size_t end, const Lines& before,
                       const Lines& after) {
    Position first;
    for (std::size_t i = 0; i < begin; ++i) first.pass(script[i]);
    Position at = first;
    std::string lines;
    for (std::size_t i = begin; i < end; ++i) {
        const std::string_view line = script[i] == '+' ? after[at.after] : before[at.before];
        lines += script[i];
        lines += line;
        if (!line.ends_with('\n')) lines += "\n\\ No newline at end of file\n";
        at.pass(script[i]);
    }
    return fmt::format("@@ -{} +{} @@\n{}", range_of(first.before, at.before - first.before),
                       range_of(first.after, at.after - first.after), lines);
}

}  // namespace

std::string unified_diff(std::string_view name, std::string_view before, std::string_view after) {
    if (before == after) return "";
    const Lines old_lines = lines_of(before);
    const Lines new_lines = lines_of(after);
    const Script script = compare(old_lines, new_lines);
    std::string text = fmt::format("--- {}\n+++ {}\n", name, name);
    constexpr char kSame = ' ';
    auto begin = script.find_first_not_of(kSame);
    while (begin != script.npos) {
        std::size_t end = begin + 1;  // behind the last change that is near enough to share its context
        for (std::size_t i = end; i < script.size() && i <= end + 2 * kContext; ++i) {
            if (script[i] != kSame) end = i + 1;
        }
        text += write_hunk(script, begin - std::min(begin, kContext), std::min(end + kContext, script.size()),
                           old_lines, new_lines);
        begin = script.find_first_not_of(kSame, end);
    }
    return text;
}

}  // namespace bote
