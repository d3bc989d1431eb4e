#pragma once
// Which quantities each section of an estimate has: one table, for the page of points and for that of ranges.
//
//   all_sections().front()       // {"Traffic", {"writes", "reads", ...}, Drawn::traffic}

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "bote/views/estimate.hpp"

namespace bote {

/// How a page of points shows a section.
enum class Drawn : std::uint8_t {
    steps,  // a line for each quantity, with its working
    traffic,
    storage,
    bandwidth,
    cache,
    servers,
};

struct SectionRow {
    std::string_view title;
    std::span<const std::string_view> quantities;
    Drawn drawn = Drawn::steps;
    bool only_in_all = false;  // of the long form
};

/// In the order of the page.
std::span<const SectionRow> all_sections();

/// Whether a row would only repeat another: a size that nothing is added to says what the line of the inputs has said;
/// without a CDN all comes from the own servers; a single tier has all machines.
bool is_trivial(const Estimate& estimate, int index);

struct ShownSection {
    std::string_view title;
    std::vector<int> quantities;  // of the model
};

/// The quantities of each section that the model has, then those of the file's own.
std::vector<ShownSection> shown_quantities(const Estimate& estimate, Extent extent);

}  // namespace bote
