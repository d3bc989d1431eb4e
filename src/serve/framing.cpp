#include "bote/serve/framing.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/base/text.hpp"

namespace bote {
namespace {

constexpr std::size_t kLongestHeader = 4096;
constexpr std::string_view kLength = "content-length:";
constexpr std::string_view kTooLarge = "the message is larger than 16 MiB";

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

bool same_letters(char a, char b) { return lower(a) == lower(b); }

std::size_t find_length(std::string_view text, std::size_t from) {
    const auto found = std::search(text.begin() + static_cast<std::ptrdiff_t>(std::min(from, text.size())), text.end(),
                                   kLength.begin(), kLength.end(), same_letters);
    return found == text.end() ? std::string_view::npos : position_of(found, text);
}

/// What a header says; none where it does not say it, or twice in two ways.
std::optional<std::size_t> length_in(std::string_view header) {
    std::optional<std::size_t> length;
    for (const std::string_view line : split(header, '\n')) {
        if (find_length(line, 0) != 0) continue;
        const std::string_view digits = trim(line.substr(kLength.size()));
        std::size_t value = 0;
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        const bool whole = read.ec == std::errc() && read.ptr == digits.data() + digits.size();
        if (!whole || (length && *length != value)) return std::nullopt;
        length = value;
    }
    return length;
}

}  // namespace

void FrameReader::feed(std::string_view bytes) {
    const std::size_t skipped = std::min(skipped_, bytes.size());
    skipped_ -= skipped;
    buffer_ += bytes.substr(skipped);
}

std::optional<Frame> FrameReader::next() { return framing_ == Framing::lines ? next_line() : next_with_header(); }

std::string FrameReader::take(std::size_t size) {
    std::string taken = buffer_.substr(0, size);
    buffer_.erase(0, size);
    return taken;
}

/// Says once what is wrong, however much of it follows.
std::optional<Frame> FrameReader::lose(std::string_view problem) {
    if (std::exchange(lost_, true)) return std::nullopt;
    return Frame{"", std::string(problem)};
}

std::optional<Frame> FrameReader::next_line() {
    while (true) {
        const auto end = buffer_.find('\n');
        if (end == std::string::npos) {
            if (buffer_.size() <= kLargestMessage) return std::nullopt;
            buffer_.clear();
            return lose(kTooLarge);
        }
        std::string line = take(end + 1);
        if (std::exchange(lost_, false)) continue;  // the rest of a line that is too long
        if (line.size() > kLargestMessage) return Frame{"", std::string(kTooLarge)};
        if (!trim(line).empty()) return Frame{std::string(trim(line))};
    }
}

/// Drops what stands before the next header; false where none has come yet.
bool FrameReader::find_header() {
    const auto found = find_length(buffer_, 0);
    const std::size_t dropped =
        found != std::string::npos ? found : buffer_.size() - std::min(buffer_.size(), kLength.size() - 1);
    buffer_.erase(0, dropped);
    return found != std::string::npos;
}

std::optional<Frame> FrameReader::next_with_header() {
    while (true) {
        if (lost_ && !find_header()) return std::nullopt;
        const std::string_view head = std::string_view(buffer_).substr(0, kLongestHeader);
        const auto end = std::min(head.find("\r\n\r\n"), head.find("\n\n"));
        if (end == std::string_view::npos) {
            if (buffer_.size() < kLongestHeader) return std::nullopt;
            buffer_.erase(0, 1);  // the next one begins behind this one's first byte
            if (auto frame = lose("the header is too long")) return frame;
            continue;
        }
        const std::size_t begin = end + (head[end] == '\r' ? 4 : 2);
        const auto length = length_in(head.substr(0, end));
        if (!length) {
            buffer_.erase(0, begin);
            if (auto frame = lose("the header has no valid Content-Length")) return frame;
            continue;
        }
        if (*length > kLargestMessage) {
            buffer_.erase(0, begin);
            const std::size_t here = std::min(buffer_.size(), *length);
            buffer_.erase(0, here);
            skipped_ = *length - here;
            lost_ = false;
            return Frame{"", std::string(kTooLarge)};
        }
        if (buffer_.size() - begin < *length) return std::nullopt;
        lost_ = false;
        buffer_.erase(0, begin);
        return Frame{take(*length)};
    }
}

std::string framed(std::string_view message, Framing framing) {
    if (framing == Framing::lines) return std::string(message) + "\n";
    return fmt::format("Content-Length: {}\r\n\r\n{}", message.size(), message);
}

}  // namespace bote
