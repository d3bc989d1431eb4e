#pragma once
// Where the YAML parser's marks lie in the source, and what stands there. The parser unescapes and joins a scalar
// before it hands it over; errors inside a value can point at their very characters only where it stands in the file as
// it is.

#include <cstddef>
#include <string>

#include <yaml-cpp/mark.h>

#include "bote/formula/expression.hpp"

namespace bote {

class Marks {
public:
    explicit Marks(const SourcePtr& source);

    /// The byte that a mark stands for: the parser does not count a byte order mark.
    [[nodiscard]] std::size_t offset(const YAML::Mark& mark) const;

    /// '\0' behind the end.
    [[nodiscard]] char character(std::size_t at) const;

    [[nodiscard]] Text empty_text(std::size_t at) const { return {"", {source_, at, at}, true, ""}; }

    /// The dash of a list's item that holds nothing, where the parser marks what follows it.
    [[nodiscard]] Text empty_item(std::size_t next) const;

    /// A scalar of this value: its characters one by one where they stand on one line, else the stretch as one place.
    /// Throws InputError where it opens a quote that is never closed.
    [[nodiscard]] Text scalar_text(std::size_t at, const std::string& value) const;

    /// Throws InputError.
    [[noreturn]] void fail(std::size_t at, std::size_t length, std::string what, std::string hint = "") const;

private:
    [[nodiscard]] Text quoted_text(std::size_t at, const std::string& value) const;

    const SourcePtr& source_;
    std::size_t shift_;
};

}  // namespace bote
