#include "bote/render/number.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace bote {

std::optional<std::int64_t> as_whole(double value) {
    constexpr double kFirstGap = 9007199254740992.0;  // 2^53
    if (!(std::abs(value) < kFirstGap)) return std::nullopt;
    const auto whole = static_cast<std::int64_t>(value);
    if (static_cast<double>(whole) != value) return std::nullopt;
    return whole;
}

char* put_number(char* to, double value) {
    if (!std::isfinite(value)) return to;
    if (const auto whole = as_whole(value)) return std::to_chars(to, to + kLongestNumber, *whole).ptr;
    return std::to_chars(to, to + kLongestNumber, value).ptr;
}

std::string write_number(double value) {
    std::array<char, kLongestNumber> digits{};
    return {digits.data(), put_number(digits.data(), value)};
}

}  // namespace bote
