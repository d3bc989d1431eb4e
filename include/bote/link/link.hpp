#pragma once
// A workload as a link, and back. It travels in the fragment, which a browser keeps to itself: no server sees it.
//
//   std::string link = link_of("dau: 1M\n", "bote.html");    // "bote.html#1..."
//   text_of_link(link)                                       // "dau: 1M\n"
//
// Behind the `#`: the version of the form, one digit, then base64url without padding. In version 1 these bytes are the
// CRC-32 of the text, most significant byte first, and the text packed by DEFLATE (RFC 1951).

#include <cstddef>
#include <string>
#include <string_view>

namespace bote {

/// The base may hold anything but a `#`.
std::string link_of(std::string_view text, std::string_view base);

/// Whether an argument is a link rather than the name of a file: `#1...` alone or behind an address or a page.
bool is_link(std::string_view argument);

/// Of a link, or of its fragment. At most `most` bytes: a short link may unpack to any length. Throws InputError for
/// what is no link, is damaged or longer than that, or has a version of which this program knows nothing.
std::string text_of_link(std::string_view link, std::size_t most);

}  // namespace bote
