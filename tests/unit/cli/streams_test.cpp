#include "cli/streams.hpp"

#include <array>
#include <cerrno>
#include <thread>

#include <fcntl.h>
#include <unistd.h>

#include "project/catch.hpp"
#include "project/project_files.hpp"

namespace bote::test::streams_test {
namespace {

/// A pipe neither end of which waits.
std::array<int, 2> open_pipe() {
    std::array<int, 2> ends{-1, -1};
    REQUIRE(::pipe2(ends.data(), O_NONBLOCK | O_CLOEXEC) == 0);
    return ends;
}

Descriptor opened(const std::string& path, int flags) {
    return Descriptor(::open(path.c_str(), flags | O_CLOEXEC));  // NOLINT(cppcoreguidelines-pro-type-vararg)
}

}  // namespace

TEST_CASE("what is written to an open file is written whole, or the error is known") {
    const ScratchFolder scratch;
    const auto path = scratch.path() / "a";
    write_text(path, "");
    Descriptor file = opened(path, O_WRONLY);
    REQUIRE(file.number() >= 0);
    const std::string text(200'000, 'x');
    CHECK(write_all(file.number(), text) == 0);
    CHECK(write_all(file.number(), "") == 0);
    CHECK(file.close() == 0);
    CHECK(file.close() == 0);
    CHECK(read_text(path) == text);
    CHECK(write_all(-1, "x") == EBADF);
    CHECK(message_of(ENOENT) == "No such file or directory");
}

TEST_CASE("a file is read to its end, or as far as is asked for") {
    const ScratchFolder scratch;
    const auto path = scratch.path() / "a";
    const std::string text(200'000, 'x');
    write_text(path, text);
    const Descriptor file = opened(path, O_RDONLY);
    std::string all;
    CHECK(read_rest(file.number(), all, text.size()) == 0);
    CHECK(all == text);
    const Descriptor again = opened(path, O_RDONLY);
    std::string begin;
    CHECK(read_rest(again.number(), begin, 10) == 0);
    CHECK(begin.size() > 10);
    CHECK(begin.size() < text.size());
}

TEST_CASE("an error of reading is no end of the file") {
    const ScratchFolder scratch;
    const Descriptor folder = opened(scratch.path(), O_RDONLY);
    std::string text;
    CHECK(read_rest(folder.number(), text, 10) == EISDIR);
    CHECK(read_next(-1, text) == EBADF);
    CHECK(text.empty());
}

TEST_CASE("a pipe that does not block is waited for, empty or full") {
    const std::string text(1'000'000, 'x');  // more than a pipe holds
    const auto ends = open_pipe();
    const Descriptor out(ends[0]);
    Descriptor in(ends[1]);
    std::thread writer([&] {
        ::usleep(20'000);
        write_all(in.number(), text);
        in.close();
    });
    std::string read;
    CHECK(read_rest(out.number(), read, text.size()) == 0);
    writer.join();
    CHECK(read == text);
}

}  // namespace bote::test::streams_test
