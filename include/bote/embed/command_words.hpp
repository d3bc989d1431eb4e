#pragma once
// The command line of a block as arguments. There is no shell: `$`, `*` and `|` are ordinary characters.
//
//   split_command(span)    // "value #shop 'qps in 1/min'" -> value, #shop, qps in 1/min

#include <string>
#include <vector>

#include "bote/base/source.hpp"

namespace bote {

struct CommandWord {
    std::string text;  // without its quotes
    Span where;        // as written
};

/// Blanks part words; quotes and backslashes keep them together. An option may have one dash for two, since comments
/// within a sentence may not hold two. Throws InputError for a quote that is not closed.
std::vector<CommandWord> words_of(const Span& command);

/// The same words without their places.
std::vector<std::string> split_command(const Span& command);

}  // namespace bote
