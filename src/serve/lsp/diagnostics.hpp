#pragma once
// What is wrong with a document, and the edits that mend it.

#include <string>

#include "analysis.hpp"

namespace bote {

/// Errors as the command line has them; failing expectations and contradictions as warnings; inputs that wait for
/// others, and notes, as information.
Json diagnostics_of(const Analysis& analysis);

/// The quick fixes of what is wrong between two offsets: of errors whose hint is one edit, and of expectations that
/// fail, which take the computed value.
Json fixes_for(const Analysis& analysis, const std::string& uri, std::size_t begin, std::size_t end);

}  // namespace bote
