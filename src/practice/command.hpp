#pragma once
// What may be typed in place of an estimate.

#include <cstdint>
#include <string_view>

namespace bote {

enum class Command : std::uint8_t { none, hint, show, skip, why, again, help, quit };

/// Command::none for anything else, which is then an estimate.
Command command_of(std::string_view typed);

enum class Reply : std::uint8_t { yes, no, neither };

/// "y", "Yes", "n", ...
Reply reply_of(std::string_view typed);

}  // namespace bote
