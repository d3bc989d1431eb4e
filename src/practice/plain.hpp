#pragma once
// What people type as a number, written as files have it.

#include <string>
#include <string_view>

namespace bote {

/// Without what only says that it is a guess: "~", "about".
std::string_view without_hedge(std::string_view text);

/// `1,200` as 1200, `12 k` as 12k, `8 Gb/s` as 8 Gbps.
std::string as_in_files(std::string_view text);

}  // namespace bote
