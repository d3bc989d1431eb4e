#pragma once
// What a picture draws, as text.
//
//   CHECK(contains(drawn(picture), "class=\"c-fill\""));

#include <cstddef>
#include <string>
#include <string_view>

#include "bote/render/picture.hpp"
#include "project/contains.hpp"

namespace bote::test {

inline std::string drawn(const Picture& picture) { return picture.write("", "", SvgUse::within_page); }

inline std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

}  // namespace bote::test
