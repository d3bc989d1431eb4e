#include "columns.hpp"

#include <algorithm>
#include <numeric>

namespace bote {

namespace {

constexpr std::size_t kReadableText = 18;  // "database.machines" stays whole
constexpr std::size_t kLongWord = 24;

/// With what a column still can be read: its longest word, of a text at most so much of it.
std::size_t least_of(const ColumnNeed& need) {
    const std::size_t word = std::max<std::size_t>(need.word, 1);
    switch (need.give) {
        case Give::first: return std::min(word, kReadableText);
        case Give::last: return word;
    }
    return word;
}

std::size_t total_of(const std::vector<std::size_t>& widths) {
    return std::accumulate(widths.begin(), widths.end(), kGap * (widths.size() - 1));
}

/// Takes a column from the widest of those above their floor until all fit.
void shrink(std::vector<std::size_t>& widths, const std::vector<std::size_t>& floors, std::size_t room) {
    for (std::size_t total = total_of(widths); total > room; --total) {
        std::size_t widest = widths.size();
        for (std::size_t i = 0; i < widths.size(); ++i) {
            if (widths[i] > floors[i] && (widest == widths.size() || widths[i] > widths[widest])) widest = i;
        }
        if (widest == widths.size()) return;
        --widths[widest];
    }
}

}  // namespace

std::vector<std::size_t> fit_columns(const std::vector<ColumnNeed>& needs, std::size_t room) {
    std::vector<std::size_t> widths;
    for (const ColumnNeed& need : needs) widths.push_back(std::max<std::size_t>(need.natural, 1));
    if (room == 0 || widths.empty()) return widths;
    for (std::size_t& width : widths) width = std::min(width, room);  // shrink takes single steps

    std::vector<std::size_t> wrapped_text = widths;
    std::vector<std::size_t> wrapped_all = widths;
    std::vector<std::size_t> least = widths;
    for (std::size_t i = 0; i < needs.size(); ++i) {
        const bool text = needs[i].give == Give::first;
        if (text) wrapped_text[i] = std::clamp(needs[i].word, kReadableText, kLongWord);
        wrapped_all[i] = text ? wrapped_text[i] : least_of(needs[i]);
        least[i] = least_of(needs[i]);
    }
    shrink(widths, wrapped_text, room);
    shrink(widths, wrapped_all, room);
    shrink(widths, least, room);
    shrink(widths, std::vector<std::size_t>(widths.size(), 1), room);
    return widths;
}

std::vector<std::vector<std::size_t>> split_into_panels(const std::vector<ColumnNeed>& needs, std::size_t room) {
    if (needs.empty()) return {};
    std::vector<std::vector<std::size_t>> panels = {{0}};
    std::size_t used = least_of(needs[0]);
    for (std::size_t i = 1; i < needs.size(); ++i) {
        const std::size_t more = kGap + least_of(needs[i]);
        const bool full = room > 0 && used + more > room && panels.back().size() > 1;
        if (full) {
            panels.push_back({0});
            used = least_of(needs[0]);
        }
        panels.back().push_back(i);
        used += more;
    }
    return panels;
}

}  // namespace bote
