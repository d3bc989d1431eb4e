#pragma once
// Bytes out of and into open files. An error number is 0 where nothing went wrong. Who waits for a pipe or a terminal
// that does not block is woken when it goes on.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace bote {

/// What an error number says.
std::string message_of(int error);

/// Appends what comes next; nothing at the end. EINTR: a signal came first.
int read_next(int descriptor, std::string& text);

/// Appends what is left, as far as the text is not longer than the limit before.
int read_rest(int descriptor, std::string& text, std::size_t limit);

/// Writes all bytes.
int write_all(int descriptor, std::string_view text);

/// Closes a descriptor at the end of its scope.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor();
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int number() const { return number_; }

    /// The error number: of a file that was written to, what it says last.
    int close();

private:
    int number_;  // below zero: not open
};

}  // namespace bote
