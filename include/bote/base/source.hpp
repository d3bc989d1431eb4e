#pragma once
// A text that an error can point into: a workload file, a `--set` option, a built-in `.model` file.
//
//   auto source = make_source("twitter.yaml", text);
//   Span span{source, 12, 15};            // bytes 12, 13 and 14
//   location_of(span).line                // 2

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace bote {

enum class SourceKind {
    file,    // has lines: errors read `name:line:column: error: ...`
    option,  // one line of the command line: errors read `name: error: ...`
};

struct Source {
    std::string name;
    std::string text;
    SourceKind kind = SourceKind::file;
    std::string withheld = {};  // why no error may quote it; empty: it may be quoted
};

using SourcePtr = std::shared_ptr<const Source>;

SourcePtr make_source(std::string name, std::string text, SourceKind kind = SourceKind::file,
                      std::string withheld = {});

/// A stretch of bytes [begin, end) of a source. Without a source it points nowhere.
struct Span {
    SourcePtr source;
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Where a span begins: line and column from 1, the column in characters. A byte order mark is no column.
struct Location {
    std::size_t line = 1;
    std::size_t column = 1;
};

Location location_of(const Span& span);

/// The bytes that a span covers, as far as there are any.
std::string_view text_of(const Span& span);

/// The line in which a span begins, without its line end and without a byte order mark.
Span line_of(const Span& span);

}  // namespace bote
