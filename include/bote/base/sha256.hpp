#pragma once
// SHA-256 (FIPS 180-4).
//
//   sha256("abc")[0]   // 0xba

#include <array>
#include <cstdint>
#include <string_view>

namespace bote {

std::array<std::uint8_t, 32> sha256(std::string_view bytes);

}  // namespace bote
