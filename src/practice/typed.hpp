#pragma once
// What may be typed in place of an estimate.

#include <cstdint>
#include <string_view>

namespace bote {

enum class Typed : std::uint8_t { estimate, hint, show, skip, why, again, help, quit };

/// Typed::estimate for anything else, which is then an estimate.
Typed read_typed(std::string_view typed);

enum class Reply : std::uint8_t { yes, no, neither };

/// "y", "Yes", "n", ...
Reply reply_of(std::string_view typed);

}  // namespace bote
