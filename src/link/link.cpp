#include "bote/link/link.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

#include <fmt/format.h>

#include "bote/base/character.hpp"
#include "bote/base/error.hpp"
#include "bote/link/deflate.hpp"

namespace bote {
namespace {

constexpr char kVersion = '1';
constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr unsigned kDigitBits = 6;
constexpr unsigned kByteBits = 8;
constexpr std::uint32_t kByte = 0xFF;
constexpr std::size_t kChecksumSize = 4;

[[noreturn]] void refuse_damaged() {
    refuse("the link is damaged: part of it is missing or changed", "copy the whole link again");
}

std::string base64url_of(std::string_view bytes) {
    std::string text;
    std::uint32_t bits = 0;
    unsigned count = 0;
    for (const char byte : bytes) {
        bits = (bits << kByteBits) | static_cast<unsigned char>(byte);
        for (count += kByteBits; count >= kDigitBits; count -= kDigitBits)
            text += kDigits[(bits >> (count - kDigitBits)) % kDigits.size()];
    }
    if (count > 0) text += kDigits[(bits << (kDigitBits - count)) % kDigits.size()];
    return text;
}

/// None where a character is not of base64url, or one too many.
std::optional<std::string> bytes_of_base64url(std::string_view text) {
    std::string bytes;
    std::uint32_t bits = 0;
    unsigned count = 0;
    for (const char digit : text) {
        const auto value = kDigits.find(digit);
        if (value == std::string_view::npos) return std::nullopt;
        bits = (bits << kDigitBits) | static_cast<std::uint32_t>(value);
        count += kDigitBits;
        if (count < kByteBits) continue;
        count -= kByteBits;
        bytes += static_cast<char>((bits >> count) & kByte);
    }
    const bool ends_well = count < kDigitBits && (bits & ((1U << count) - 1U)) == 0;
    return ends_well ? std::optional(bytes) : std::nullopt;
}

std::string checksum_of(std::string_view text) {
    const std::uint32_t sum = crc32_of(text);
    std::string bytes;
    for (unsigned shift = 4 * kByteBits; shift > 0; shift -= kByteBits)
        bytes += static_cast<char>((sum >> (shift - kByteBits)) & kByte);
    return bytes;
}

std::string unpack_version_1(std::string_view text, std::size_t most) {
    const auto bytes = bytes_of_base64url(text);
    if (!bytes || bytes->size() <= kChecksumSize) refuse_damaged();
    InflatedText unpacked = inflate_text(std::string_view(*bytes).substr(kChecksumSize), most);
    if (unpacked.state == Inflated::too_long)
        refuse(fmt::format("the link holds more than {} KiB, the most that a workload may have", most / 1024),
               "ask its author for a shorter one");
    if (unpacked.state == Inflated::damaged || bytes->substr(0, kChecksumSize) != checksum_of(unpacked.text))
        refuse_damaged();
    return std::move(unpacked.text);
}

}  // namespace

std::string link_of(std::string_view text, std::string_view base) {
    return fmt::format("{}#{}{}", base, kVersion, base64url_of(checksum_of(text) + deflate_text(text)));
}

bool is_link(std::string_view argument) {
    const auto mark = argument.find('#');
    if (mark == std::string_view::npos) return false;
    const auto base = argument.substr(0, mark);
    const auto fragment = argument.substr(mark + 1);
    if (fragment.empty() || fragment.front() < '0' || fragment.front() > '9') return false;
    // Behind a page it is a link, perhaps a damaged one; alone it may be the name of a file.
    if (!base.empty()) return base.ends_with(".html") || base.find("://") != std::string_view::npos;
    return fragment.size() > 1 && fragment.find_first_not_of(kDigits) == std::string_view::npos;
}

std::string text_of_link(std::string_view link, std::size_t most) {
    const auto mark = link.find('#');
    const auto fragment = mark == std::string_view::npos ? link : link.substr(mark + 1);
    if (fragment.empty() || fragment.front() < '1' || fragment.front() > '9')
        refuse(fmt::format("'{}' is no link to a workload", show_in_line(link.substr(0, 60))),
               "expected '#1' and what follows it, or the whole address");
    if (fragment.front() == kVersion) return unpack_version_1(fragment.substr(1), most);
    refuse(fmt::format("the link has version {}, which this bote cannot read", fragment.front()),
           "a newer bote can: see `bote --version`");
}

}  // namespace bote
