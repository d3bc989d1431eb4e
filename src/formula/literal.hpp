#pragma once
// What may stand behind a number: magnitude, percent sign, unit or counting word. Used by the parser alone.

#include <optional>
#include <string_view>

#include "reading.hpp"

namespace bote {

/// `k K M B T` attached to a number, and the words below.
std::optional<double> find_magnitude(std::string_view letters);

/// `thousand million billion trillion mn bn tn`, which may also stand apart.
std::optional<double> find_long_magnitude(std::string_view word);

/// A number with all that belongs to it.
Node read_literal(Reading& reading);

/// A unit or a counting word alone, as behind a slash.
Node read_term(Reading& reading);

}  // namespace bote
