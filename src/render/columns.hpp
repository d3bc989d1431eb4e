#pragma once
// Where the columns of a terminal table go, and how wide they are, where there is not room for all of them.
//
//   fit_columns({{40, 9, Give::first}, {10, 6, Give::last}}, 30)   // {18, 10}

#include <cstddef>
#include <vector>

namespace bote {

/// Text can be read on several lines; a number that is cut is worse than none.
enum class Give { first, last };

struct ColumnNeed {
    std::size_t natural = 0;  // columns of the widest cell
    std::size_t word = 0;     // columns of the longest word, which cannot be wrapped
    Give give = Give::first;
};

/// Blanks between two columns of a table.
inline constexpr std::size_t kGap = 2;

/// A width for each column, at least 1, that together with the gaps fit into `room` (0: no limit) if that can be.
/// The widest text columns give way first, then what in other columns can be wrapped; only then is something cut.
std::vector<std::size_t> fit_columns(const std::vector<ColumnNeed>& needs, std::size_t room);

/// Which columns are printed side by side, table below table, so that no number has to be cut: all in one where that
/// can be, else the first column, which says what a row is, again in front of each panel.
std::vector<std::vector<std::size_t>> split_into_panels(const std::vector<ColumnNeed>& needs, std::size_t room);

}  // namespace bote
