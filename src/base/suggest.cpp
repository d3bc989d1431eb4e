#include "bote/base/suggest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "bote/base/character.hpp"

namespace bote {

namespace {

constexpr std::size_t kLongestWord = 64;
constexpr std::size_t kListedCandidates = 13;
constexpr std::string_view kOption = "--";

char fold(char letter) { return letter == '-' ? '_' : lower_case(letter); }

std::string fold(std::string_view word) {
    std::string folded(word);
    std::transform(folded.begin(), folded.end(), folded.begin(), [](char letter) { return fold(letter); });
    return folded;
}

/// Optimal string alignment: insert, delete, replace, or swap two neighbours. Both words at most kLongestWord long.
std::size_t count_edits(std::string_view a, std::string_view b) {
    using Row = std::array<std::size_t, kLongestWord + 1>;
    Row before_last{};
    Row last{};
    Row current{};
    for (std::size_t j = 0; j <= b.size(); ++j) current[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        before_last = last;
        last = current;
        current[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            current[j] = std::min({last[j] + 1, current[j - 1] + 1, replaced});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) current[j] = std::min(current[j], before_last[j - 2] + 1);
        }
    }
    return current[b.size()];
}

/// Dashes are no letters of an option's name.
std::string_view without_dashes(std::string_view option) {
    return option.substr(std::min(option.find_first_not_of('-'), option.size()));
}

/// Two edits turn a short name into nearly any other word.
std::size_t allowed_edits(std::string_view slip, std::string_view name) {
    constexpr std::size_t kTiny = 2;
    constexpr std::size_t kShort = 5;
    if (std::min(slip.size(), name.size()) <= kTiny) return 0;
    return name.size() <= kShort ? 1 : std::max<std::size_t>(2, std::min(slip.size(), name.size()) / 3);
}

/// Two edits make another word of a short one: "pillow" is no slip for "follow". One letter at most may be replaced
/// there, and none where the words begin differently.
bool is_slip(std::string_view a, std::string_view b, std::size_t edits) {
    constexpr std::size_t kShort = 7;
    constexpr std::size_t kTiny = 5;
    if (edits < 2 || std::max(a.size(), b.size()) > kShort) return true;
    if (a.size() <= kTiny && a.front() != b.front()) return false;
    std::array<std::size_t, 256> letters{};
    for (const char letter : a) ++letters[static_cast<unsigned char>(letter)];
    std::size_t common = 0;
    for (const char letter : b) {
        std::size_t& left = letters[static_cast<unsigned char>(letter)];
        if (left == 0) continue;
        --left;
        ++common;
    }
    return common + (a.front() == b.front() ? 1 : 0) >= std::min(a.size(), b.size());
}

/// How many edits a slip for a name takes; none where it is no slip for it. Both are folded.
std::optional<std::size_t> edits_of_slip(std::string_view slip, std::string_view name) {
    if (slip.empty() || name.empty() || name.size() > kLongestWord) return std::nullopt;
    const bool is_swapped = slip.size() == name.size() && slip.front() == name.front() &&
                            std::is_permutation(slip.begin(), slip.end(), name.begin());
    const std::size_t most = std::max<std::size_t>(allowed_edits(slip, name), is_swapped ? 2 : 0);
    const auto [shorter, longer] = std::minmax({slip.size(), name.size()});
    if (longer - shorter > most) return std::nullopt;  // it takes as many edits at least
    const std::size_t edits = count_edits(slip, name);
    if (edits > most || !is_slip(slip, name, edits)) return std::nullopt;
    return edits;
}

/// The half before the dot and the half behind it are judged on their own: `server.apple` is not near `server.rps`.
std::optional<std::size_t> edits_between(std::string_view slip, std::string_view name) {
    constexpr std::size_t kMostForDot = 2;
    const auto dot = slip.find('.');
    const auto named = name.find('.');
    if ((dot == slip.npos) != (named == name.npos)) {  // `peak.qps`
        const auto edits = edits_of_slip(slip, name);
        return edits && *edits <= kMostForDot ? edits : std::nullopt;
    }
    if (dot == slip.npos) return edits_of_slip(slip, name);
    const auto owner = edits_of_slip(slip.substr(0, dot), name.substr(0, named));
    if (!owner) return std::nullopt;
    const auto member = edits_of_slip(slip.substr(dot + 1), name.substr(named + 1));
    return member ? std::optional(*owner + *member) : std::nullopt;
}

/// Tells apart what is equally near: `GBs` is rather `GBps` than `Gbps`, an eighth of it, and `Gytes` rather `GBytes`
/// than `bytes`. Slips seldom hit the first letter.
std::pair<std::size_t, bool> unlikeness(std::string_view slip, std::string_view name) {
    return {count_edits(slip, name), slip.front() != name.front()};
}

}  // namespace

std::optional<std::string> closest(std::string_view word, const std::vector<std::string_view>& candidates,
                                   std::size_t most_edits) {
    if (word.empty() || word.size() > kLongestWord) return std::nullopt;
    const bool is_option = word.starts_with(kOption);
    const std::string folded = fold(is_option ? without_dashes(word) : word);
    std::optional<std::size_t> nearest;
    std::string_view found;
    for (const std::string_view candidate : candidates) {
        if (candidate.size() > kLongestWord) continue;
        const auto edits = edits_between(folded, fold(is_option ? without_dashes(candidate) : candidate));
        if (!edits || *edits > most_edits || (nearest && *edits > *nearest)) continue;
        if (nearest == edits && (*edits == 0 || unlikeness(word, candidate) >= unlikeness(word, found))) continue;
        nearest = edits;
        found = candidate;
    }
    if (found.empty()) return std::nullopt;
    return std::string(found);
}

Hint suggest(std::string_view word, const std::vector<std::string_view>& candidates) {
    if (const auto near = closest(word, candidates)) return did_you_mean(word, *near);
    if (candidates.empty() || candidates.size() > kListedCandidates) return "";
    std::string list = "known: ";
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (i > 0) list += ", ";
        list += candidates[i];
    }
    return list;
}

}  // namespace bote
