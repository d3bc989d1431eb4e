#include "bote/serve/framing.hpp"

#include <string>
#include <vector>

#include "project/catch.hpp"

namespace bote::test::framing_test {
namespace {

/// Bodies, and problems in angle brackets, of a text that arrives in pieces of so many bytes.
std::vector<std::string> read_in_pieces(Framing framing, const std::string& text, std::size_t size) {
    FrameReader reader(framing);
    std::vector<std::string> frames;
    for (std::size_t at = 0; at < text.size(); at += size) {
        reader.feed(std::string_view(text).substr(at, size));
        while (const auto frame = reader.next())
            frames.push_back(frame->problem.empty() ? frame->body : "<" + frame->problem + ">");
    }
    return frames;
}

using Frames = std::vector<std::string>;

void check(Framing framing, const std::string& text, const Frames& wanted) {
    for (const std::size_t size : {std::size_t{1}, std::size_t{3}, std::size_t{7}, text.size()}) {
        CAPTURE(text, size);
        CHECK(read_in_pieces(framing, text, size) == wanted);
    }
}

}  // namespace

TEST_CASE("a message is as long as its header says, wherever the pieces end") {
    check(Framing::headers, "Content-Length: 2\r\n\r\n{}Content-Length: 4\r\n\r\n[\r\n]", {"{}", "[\r\n]"});
    check(Framing::headers, "content-type: x; charset=utf-8\r\ncontent-LENGTH:3\r\n\r\nabc", {"abc"});
    check(Framing::headers, "Content-Length: 3\n\nabc", {"abc"});
    check(Framing::headers, "Content-Length: 0\r\n\r\nContent-Length: 1\r\n\r\nx", {"", "x"});
    CHECK(framed("{}", Framing::headers) == "Content-Length: 2\r\n\r\n{}");
}

TEST_CASE("a message that is cut off is none") {
    check(Framing::headers, "Content-Length: 20\r\n\r\n{\"a\":", {});
    check(Framing::headers, "Content-Length: 2\r\n", {});
    check(Framing::lines, "{\"a\":", {});
}

TEST_CASE("behind a header that makes no sense the next one is found") {
    const std::string wrong = "<the header has no valid Content-Length>";
    const std::string good = "Content-Length: 2\r\n\r\n{}";
    check(Framing::headers, "Content-Length: two\r\n\r\n{} " + good, {wrong, "{}"});
    check(Framing::headers, "Content-Length: -2\r\n\r\n{}" + good, {wrong, "{}"});
    check(Framing::headers, "Content-Length: 99999999999999999999999\r\n\r\n{}" + good, {wrong, "{}"});
    check(Framing::headers, "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}" + good, {wrong, "{}"});
    check(Framing::headers, "Hello: 1\r\n\r\nHello: 2\r\n\r\n" + good, {wrong, "{}"});
}

TEST_CASE("noise without an end is told once and not kept") {
    const std::string noise(100'000, 'x');
    const std::string good = "Content-Length: 2\r\n\r\n{}";
    CHECK(read_in_pieces(Framing::headers, noise + good + good, 1000) ==
          Frames{"<the header is too long>", "{}", "{}"});
}

TEST_CASE("a message that is too large is skipped, and the next one is read") {
    const std::string large(kLargestMessage + 1, ' ');
    const std::string told = "<the message is larger than 16 MiB>";
    const std::string header = "Content-Length: " + std::to_string(large.size()) + "\r\n\r\n";
    CHECK(read_in_pieces(Framing::headers, header + large + "Content-Length: 2\r\n\r\n{}", 65'536) ==
          Frames{told, "{}"});
    CHECK(read_in_pieces(Framing::lines, large + "\n{}\n", 65'536) == Frames{told, "{}"});
    CHECK(read_in_pieces(Framing::lines, large + "\n{}\n", large.size() + 4) == Frames{told, "{}"});
}

TEST_CASE("a message is a line, and blank lines are none") {
    check(Framing::lines, "{}\r\n\n  \n[1]\n", {"{}", "[1]"});
    CHECK(framed("{}", Framing::lines) == "{}\n");
}

}  // namespace bote::test::framing_test
