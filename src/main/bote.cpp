#include <cerrno>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <optional>
#include <string>
#include <vector>

#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bote/base/error.hpp"
#include "bote/cli/run.hpp"
#include "streams.hpp"

namespace {

/// Half an input is not taken for a whole one.
void check_input(int error) {
    if (error != 0) bote::refuse("cannot read standard input: " + bote::message_of(error));
}

/// All of standard input, once: whoever asks again gets the same.
std::string read_input(std::size_t limit) {
    static std::string text;
    check_input(bote::read_rest(STDIN_FILENO, text, limit));
    return text.substr(0, limit);
}

/// The bytes of standard input that are there, or that come next.
std::string read_some() {
    std::string text;
    int error = 0;
    do {
        error = bote::read_next(STDIN_FILENO, text);
    } while (error == EINTR);
    check_input(error);
    return text;
}

/// Set by Ctrl-C while a line is being read, which ends the input.
volatile std::sig_atomic_t interrupted = 0;

void note_interrupt(int /*signal*/) { interrupted = 1; }

/// Lines of standard input, as they come.
class LineReader {
public:
    std::optional<std::string> next() {
        catch_interrupts();
        while (interrupted == 0) {
            if (const auto end = text_.find('\n'); end != std::string::npos) return take(end, end + 1);
            const std::size_t before = text_.size();
            const int error = bote::read_next(STDIN_FILENO, text_);
            if (error == EINTR) continue;
            check_input(error);
            if (text_.size() == before) break;
        }
        if (text_.empty() || interrupted != 0) return std::nullopt;
        return take(text_.size(), text_.size());
    }

private:
    std::string take(std::size_t end, std::size_t next) {
        std::string line = text_.substr(0, end);
        text_.erase(0, next);
        return line;
    }

    void catch_interrupts() {
        if (catches_) return;
        catches_ = true;
        struct sigaction action {};
        action.sa_handler = note_interrupt;  // without SA_RESTART: a read ends
        ::sigaction(SIGINT, &action, nullptr);
    }

    std::string text_;
    bool catches_ = false;
};

double seconds_of(clockid_t clock) {
    constexpr double kNano = 1e-9;
    timespec time{};
    ::clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * kNano;
}

/// What tells a saved file from the one before: editors write into the same file, or put another one in its place.
std::string stamp_of(const std::vector<std::string>& files) {
    std::string stamp;
    for (const auto& file : files) {
        struct stat state {};
        if (::stat(file.c_str(), &state) == 0) {
            for (const auto part :
                 {static_cast<long long>(state.st_ino), static_cast<long long>(state.st_size),
                  static_cast<long long>(state.st_mtim.tv_sec), static_cast<long long>(state.st_mtim.tv_nsec)})
                stamp += std::to_string(part) + ' ';
        }
        stamp += '\n';
    }
    return stamp;
}

/// Looks again and again, which works on every file system; Ctrl-C ends it.
bool wait_for_change(const std::vector<std::string>& files) {
    constexpr timespec kPause{0, 150'000'000};
    struct sigaction action {};
    action.sa_handler = note_interrupt;
    ::sigaction(SIGINT, &action, nullptr);
    static std::vector<std::string> watched;
    static std::string before;  // of the page that stands there
    if (files != watched) before = stamp_of(watched = files);
    while (interrupted == 0) {
        const std::string now = stamp_of(files);
        if (now != before) {
            before = now;
            return true;
        }
        ::nanosleep(&kPause, nullptr);
    }
    return false;
}

bote::Environment world() {
    bote::Environment environment;
    environment.variable = [](std::string_view name) -> std::optional<std::string> {
        const char* value = std::getenv(std::string(name).c_str());  // NOLINT(concurrency-mt-unsafe): one thread
        if (value == nullptr) return std::nullopt;
        return value;
    };
    environment.read_input = read_input;
    environment.read_some = read_some;
    environment.read_line = [reader = LineReader()]() mutable { return reader.next(); };
    environment.wait_for_change = wait_for_change;
    environment.now = [] { return std::floor(seconds_of(CLOCK_REALTIME)); };
    environment.clock = [] { return seconds_of(CLOCK_MONOTONIC); };
    environment.in_is_terminal = ::isatty(STDIN_FILENO) == 1;
    environment.out_is_terminal = ::isatty(STDOUT_FILENO) == 1;
    environment.err_is_terminal = ::isatty(STDERR_FILENO) == 1;
    if (environment.err_is_terminal)
        environment.show_progress = [](std::string_view line) {
            bote::write_all(STDERR_FILENO, std::string("\r").append(line).append("\x1b[K"));
        };
    winsize size{};
    if (environment.out_is_terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
        environment.terminal_columns = size.ws_col;
        environment.terminal_rows = size.ws_row;
    }
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
    bote::write_all(STDERR_FILENO, "error: cannot write the output: " + bote::message_of(output.error) + "\n");
    return bote::kExitNotWritten;
}

}  // namespace

int main(int argc, char** argv) {
    std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is a write that fails, with a message
    Output output;
    bote::Environment environment = world();
    environment.write_output = [&](std::string_view text) { return output.write(text); };
    const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    const bote::Outcome outcome = bote::run(arguments, environment);
    const int code = deliver(outcome, output);
    std::_Exit(code);  // all is written; taking apart what is left would only cost time
}
