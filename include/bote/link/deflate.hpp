#pragma once
// DEFLATE (RFC 1951) without a header, and the checksum that it lacks.
//
//   inflate_text(deflate_text(text), text.size()) == text

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace bote {

std::string deflate_text(std::string_view text);

enum class Inflated { whole, damaged, too_long };

struct InflatedText {
    Inflated state = Inflated::damaged;
    std::string text = {};  // where it is whole
};

/// Takes no more than `most` bytes of memory for the text.
InflatedText inflate_text(std::string_view packed, std::size_t most);

std::uint32_t crc32_of(std::string_view text);

}  // namespace bote
