#pragma once
// Numbers for machines: every digit that is needed to read the same value back, and no more.
//
//   write_number(86400.0)   // "86400"
//   write_number(0.1)       // "0.1"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace bote {

/// The value as an integer where it is one and below 2^53, the size from which doubles skip integers.
std::optional<std::int64_t> as_whole(double value);

/// An integer where as_whole has one, else the shortest text that reads back as the same double. Empty if not finite.
std::string write_number(double value);

/// Characters that any number has room in.
inline constexpr std::size_t kLongestNumber = 40;

/// The same into a buffer with room for kLongestNumber; returns the end of what was written.
char* put_number(char* to, double value);

}  // namespace bote
