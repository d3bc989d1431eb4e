#pragma once
// Bytes -> messages: what comes in pieces from a client, who may send anything at any length.
//
//   FrameReader reader(Framing::headers);
//   reader.feed("Content-Length: 2\r\n\r\n{}");
//   reader.next()->body                       // "{}"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace bote {

/// Where the bytes of a session come from and go to.
struct Streams {
    std::function<std::string()> read;            // the next bytes, as they come; empty at the end
    std::function<bool(std::string_view)> write;  // false: nobody reads on
};

enum class Framing {
    headers,  // `Content-Length: 2`, an empty line, the message
    lines,    // a message a line
};

/// A message, or what is wrong with the bytes in its place.
struct Frame {
    std::string body;
    std::string problem = {};
};

inline constexpr std::size_t kLargestMessage = std::size_t{16} * 1024 * 1024;

class FrameReader {
public:
    explicit FrameReader(Framing framing) : framing_(framing) {}

    void feed(std::string_view bytes);
    /// The next message; none until more bytes come. Keeps no more than one message of the largest size, and goes on
    /// behind whatever is none.
    std::optional<Frame> next();

private:
    std::optional<Frame> next_line();
    std::optional<Frame> next_with_header();
    std::optional<Frame> lose(std::string_view problem);
    bool find_header();
    std::string take(std::size_t size);

    Framing framing_;
    std::string buffer_;
    std::size_t skipped_ = 0;  // bytes of a message that is too large, yet to come
    bool lost_ = false;        // between a wrong header, or a line that is too long, and where the next message begins
};

std::string framed(std::string_view message, Framing framing);

}  // namespace bote
