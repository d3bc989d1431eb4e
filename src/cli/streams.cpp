#include "streams.hpp"

#include <array>
#include <cerrno>
#include <cstring>

#include <poll.h>
#include <unistd.h>

#include "bote/base/index.hpp"

namespace bote {
namespace {

constexpr std::size_t kReadAtOnce = 65'536;

bool would_block(int error) { return error == EAGAIN || error == EWOULDBLOCK; }

/// Until a stream that does not block goes on.
void wait_for(int descriptor, short event) {
    pollfd waited{descriptor, event, 0};
    ::poll(&waited, 1, -1);
}

}  // namespace

std::string message_of(int error) { return std::strerror(error); }  // NOLINT(concurrency-mt-unsafe): one thread

int read_next(int descriptor, std::string& text) {
    std::array<char, kReadAtOnce> buffer{};
    while (true) {
        const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
        if (got >= 0) {
            text.append(buffer.data(), at(got));
            return 0;
        }
        if (!would_block(errno)) return errno;
        wait_for(descriptor, POLLIN);
    }
}

int read_rest(int descriptor, std::string& text, std::size_t limit) {
    while (text.size() <= limit) {
        const std::size_t before = text.size();
        const int error = read_next(descriptor, text);
        if (error == EINTR) continue;
        if (error != 0) return error;
        if (text.size() == before) break;
    }
    return 0;
}

int write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written >= 0) text.remove_prefix(at(written));
        else if (would_block(errno)) wait_for(descriptor, POLLOUT);
        else if (errno != EINTR) return errno;
    }
    return 0;
}

Descriptor::~Descriptor() { close(); }

int Descriptor::close() {
    if (number_ < 0) return 0;
    const int error = ::close(number_) == 0 ? 0 : errno;
    number_ = -1;
    return error;
}

}  // namespace bote
