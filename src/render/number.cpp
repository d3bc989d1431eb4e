#include "bote/render/number.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace bote {

std::optional<std::int64_t> as_whole(double value) {
    constexpr double kFirstGap = 9007199254740992.0;  // 2^53
    if (!(std::abs(value) < kFirstGap) || value != std::trunc(value)) return std::nullopt;
    return static_cast<std::int64_t>(value);
}

std::string write_number(double value) {
    if (!std::isfinite(value)) return "";
    if (const auto whole = as_whole(value)) return std::to_string(*whole);
    constexpr std::size_t kLongestDouble = 32;
    std::array<char, kLongestDouble> digits{};
    const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    return {digits.data(), result.ptr};
}

}  // namespace bote
