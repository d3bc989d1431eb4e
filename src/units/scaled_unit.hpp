#pragma once
// The units in which a value is printed and a unit may be asked for: k, million, GB.

#include <string_view>

namespace bote {

struct ScaledUnit {
    double factor;
    std::string_view suffix;
    std::string_view per = {};  // "/day", where it is not the unit's own
};

/// Magnitudes that a unit may ask for; Display::magnitude counts them from 1.
constexpr ScaledUnit kMagnitudes[] = {{1e3, "k"},          {1e3, " thousand"}, {1e6, "M"},
                                      {1e6, " million"},   {1e9, " billion"},  {1e9, " bn"},
                                      {1e12, " trillion"}, {1e5, " lakh"},     {1e7, " crore"}};

}  // namespace bote
