#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include <sys/ioctl.h>
#include <unistd.h>

#include "bote/cli/run.hpp"
#include "files.hpp"

namespace {

std::string read_input(std::size_t limit) {
    std::string text;
    std::array<char, 65'536> buffer{};
    while (text.size() < limit) {
        const ssize_t got = ::read(STDIN_FILENO, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        text.append(buffer.data(), static_cast<std::size_t>(got));
    }
    return text;
}

bote::Environment world() {
    bote::Environment environment;
    environment.variable = [](std::string_view name) -> std::optional<std::string> {
        const char* value = std::getenv(std::string(name).c_str());  // NOLINT(concurrency-mt-unsafe): one thread
        if (value == nullptr) return std::nullopt;
        return value;
    };
    environment.read_input = read_input;
    environment.out_is_terminal = ::isatty(STDOUT_FILENO) == 1;
    environment.err_is_terminal = ::isatty(STDERR_FILENO) == 1;
    winsize size{};
    if (environment.out_is_terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        environment.terminal_columns = size.ws_col;
    return environment;
}

/// A reader that went away has had enough; anything else that keeps the answer from arriving is an error.
int deliver(const bote::Outcome& outcome) {
    const int error = bote::write_all(STDOUT_FILENO, outcome.out);
    const bool closed = error == 0 && !outcome.out.empty() && ::close(STDOUT_FILENO) != 0;
    bote::write_all(STDERR_FILENO, outcome.err);
    if (error == EPIPE || (error == 0 && !closed)) return outcome.exit_code;
    const std::string message = std::string("error: cannot write the output: ") +
                                std::strerror(error != 0 ? error : errno) + "\n";  // NOLINT(concurrency-mt-unsafe)
    bote::write_all(STDERR_FILENO, message);
    return bote::kExitNotWritten;
}

}  // namespace

int main(int argc, char** argv) {
    const int code = deliver(bote::run(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc), world()));
    std::_Exit(code);  // all is written; taking the libraries' tables apart would only cost time
}
