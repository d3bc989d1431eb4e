#pragma once
// Whether a text holds a part.

#include <string_view>

namespace bote::test {

inline bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace bote::test
