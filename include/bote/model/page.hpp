#pragma once
// What stands where on a page: the sections, which quantities they show, and the few that every overview has. All of it
// is said in the `.model` files: the sections in 05-page.model, the places in the rows of the quantities.
//
//   built_in_catalog().page.sections.front().title      // "Traffic"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "bote/model/indices.hpp"

namespace bote {

/// How a place shows a value.
enum class ShownAs : std::uint8_t {
    itself,
    bits,   // bytes as bits
    daily,  // a rate as the count of a day
};

/// Of what a section has a row each, in a table whose columns are quantities of each.
enum class Over : std::uint8_t {
    nothing,
    objects,
    few_objects,  // of many only their total
    tiers,
};

/// A line of a section, with its working: of the whole, or of each object. Definitions by their index in the catalogue.
struct PageLine {
    DefinitionIndex definition = DefinitionIndex::none;
    DefinitionIndex beside = DefinitionIndex::none;  // shown only where this is there too
    DefinitionIndex unlike = DefinitionIndex::none;  // and only where it is not just this under another name
};

struct PageColumn {
    std::string_view title;
    DefinitionIndex definition =
        DefinitionIndex::none;  // of the total; that of an object or a tier has its name in front
    ShownAs as = ShownAs::itself;
};

/// A cell of a section that is a grid.
struct PageCell {
    std::string_view row;
    std::string_view column;
    DefinitionIndex definition = DefinitionIndex::none;
    ShownAs as = ShownAs::itself;
    DefinitionIndex beside = DefinitionIndex::none;  // only where this says something
};

struct PageSection {
    std::string_view title;
    Over over = Over::nothing;
    bool only_in_all = false;         // of the long form
    bool only_without_tiers = false;  // of the brief form where the file has no tiers of its own, and of the long form
    bool only_unless_zero = false;    // of the brief form unless its first line is zero, and of the long form
    std::span<const PageLine> lines;
    std::span<const PageColumn> columns;
    std::span<const PageCell> cells;
};

/// The boxes of the diagram: quantities of one have its name in front.
struct Tier {
    std::string_view name;   // "app"
    std::string_view title;  // "Application"
};

/// One of the few numbers that an answer is about.
struct PageFigure {
    DefinitionIndex definition = DefinitionIndex::none;
    std::string_view label;  // "peak requests"
};

/// Tables that show the whole estimate by a few quantities, beside each other or along something.
enum class Overview : std::uint8_t { scenarios, compare, timeline, sweep };
inline constexpr std::size_t kOverviews = 4;

struct Page {
    std::span<const PageSection> sections;
    std::span<const Tier> tiers;
    std::array<IndexList<DefinitionIndex>, kOverviews> overviews;  // definitions
    std::span<const PageFigure> figures;                           // the most telling one first
    IndexList<DefinitionIndex>
        asked;  // definitions: what the answer is about if nothing is asked; the first that is there

    [[nodiscard]] IndexList<DefinitionIndex> overview(Overview which) const { return overviews[at(which)]; }
};

}  // namespace bote
