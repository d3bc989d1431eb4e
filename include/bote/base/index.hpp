#pragma once
// What counts and points into a container, as an index of it. Quantities are numbered by int, with -1 for none; parts
// of a text are views into it; what a search finds is an iterator.
//
//   values[at(quantity)]
//   offset_in(line, word)                    // how many bytes of the line stand before the word
//   position_of(found, names)                // names.size() where nothing was found

#include <cstddef>
#include <iterator>
#include <string_view>

namespace bote {

/// `index` is not negative.
constexpr std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// `part` is a view into the text.
constexpr std::size_t offset_in(std::string_view text, std::string_view part) {
    return static_cast<std::size_t>(part.data() - text.data());
}

template <class Iterator, class Range>
constexpr std::size_t position_of(Iterator found, const Range& range) {
    return static_cast<std::size_t>(found - std::begin(range));
}

}  // namespace bote
