#pragma once
// A text that is no YAML, line by line: what its writer meant shows in the lines, not in what a parser stumbles over.

#include <cstddef>
#include <string_view>
#include <utility>

#include "bote/base/error.hpp"
#include "bote/base/source.hpp"

namespace bote {

/// A mistake in a line that holds a key and its value: the rest can be read without it.
class LineMistake : public InputError {
public:
    LineMistake(Error error, std::size_t line) : InputError(std::move(error)), line_(line) {}
    /// Where the line begins.
    [[nodiscard]] std::size_t line() const { return line_; }

private:
    std::size_t line_;
};

/// Throws InputError for a mistake in the line that holds this place, or in the one before, where it shows only later.
void refuse_lines(const SourcePtr& source, std::size_t at);

/// Throws InputError for the first line that was meant as `key: value` and is none.
void refuse_any_line(const SourcePtr& source);

/// Where before a place the bracket is that nothing closes; the place itself where there is none.
std::size_t unclosed_before(std::string_view text, std::size_t at, char open, char close);

}  // namespace bote
