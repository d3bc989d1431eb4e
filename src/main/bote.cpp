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

/// Standard output, and what went wrong with it.
struct Output {
    bool used = false;
    int error = 0;
    bool write(std::string_view text) {
        used = used || !text.empty();
        if (error == 0) error = bote::write_all(STDOUT_FILENO, text);
        return error == 0;
    }
    void close() {
        if (used && error == 0 && ::close(STDOUT_FILENO) != 0) error = errno;
    }
};

/// A reader that went away has had enough; anything else that keeps the answer from arriving is an error.
int deliver(const bote::Outcome& outcome, Output& output) {
    output.write(outcome.out);
    output.close();
    bote::write_all(STDERR_FILENO, outcome.err);
    if (output.error == EPIPE || output.error == 0) return outcome.exit_code;
    const std::string message = std::string("error: cannot write the output: ") + std::strerror(output.error) +
                                "\n";  // NOLINT(concurrency-mt-unsafe)
    bote::write_all(STDERR_FILENO, message);
    return bote::kExitNotWritten;
}

}  // namespace

int main(int argc, char** argv) {
    Output output;
    bote::Environment environment = world();
    environment.write_output = [&](std::string_view text) { return output.write(text); };
    const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    const bote::Outcome outcome = bote::run(arguments, environment);
    const int code = deliver(outcome, output);
    std::_Exit(code);  // all is written; taking apart what is left would only cost time
}
