#pragma once
// What people type as a number, written as files have it.

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace bote {

/// Without what only says that it is a guess: "~", "about".
std::string_view without_hedge(std::string_view text);

/// `1,200` as 1200, `12 k` as 12k, `8 Gb/s` as 8 Gbps, `2 x 10^5` as 2e5; without a point or comma at the end.
std::string as_in_files(std::string_view text);

/// "10k" and "2k/s" of `10k +- 2k/s`.
std::optional<std::pair<std::string, std::string>> sides_of_plus_minus(std::string_view text);

}  // namespace bote
