#pragma once
// One table of a report on a terminal: columns as wide as there is room for, table below table where they do not fit
// side by side.
//
//   write_grid(table, report.conventions, {"Traffic", 2, canvas})

#include <cstddef>
#include <string>

#include "bote/render/render.hpp"

namespace bote {

/// Blanks before what belongs to a section.
inline constexpr std::size_t kIndentation = 2;

/// What a table finds when its turn comes.
struct Surroundings {
    std::string lead;  // the section's heading, where it stands at the head of the first column
    std::size_t indent = 0;
    Canvas canvas;
};

std::string write_grid(const Table& table, const Conventions& conventions, const Surroundings& surroundings);

/// Whether a heading can stand in place of the title of the first column.
bool fits_over(const Heading& heading, const Table& table, const Canvas& canvas);

}  // namespace bote
